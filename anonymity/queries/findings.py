"""What a check found, in groups that are decided on together, with what was decided."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from anonymity.checking.finding import Severity
from anonymity.checking.kept import Found, from_json
from anonymity.checking.policies import POLICIES
from anonymity.models import IdentifierCheck, IdentifierDecision
from reviews.models import Review

TONES = {1: "late", 2: "soon", 3: "plain", 4: "plain"}
SEVERITIES = {1: "Stop", 2: "Serious", 3: "By policy", 4: "A slip"}


@dataclass(frozen=True)
class Shown:
    """Something that was found, the decision by which it stands, and that it was replaced."""

    found: Found
    decision: IdentifierDecision | None
    replaced: IdentifierDecision | None = None

    @property
    def is_left(self) -> bool:
        return self.decision is None

    @property
    def field_value(self) -> str:
        return str(self.found.number)

    @property
    def field_id(self) -> str:
        return f"chosen-{self.found.number}"

    @property
    def severity(self) -> str:
        return SEVERITIES[self.found.severity]

    @property
    def tone(self) -> str:
        return TONES[self.found.severity]


@dataclass(frozen=True)
class Group:
    """What falls under one policy."""

    policy: str
    shown: Sequence[Shown]

    @property
    def title(self) -> str:
        return POLICIES.get(self.policy, self.policy)

    @property
    def gravest(self) -> int:
        return min(one.found.severity for one in self.shown)

    @property
    def severity(self) -> str:
        return SEVERITIES[self.gravest]

    @property
    def tone(self) -> str:
        return "done" if not self.left else TONES[self.gravest]

    @property
    def left(self) -> int:
        return sum(one.is_left for one in self.shown)

    @property
    def example(self) -> Found:
        return min((one for one in self.shown), key=lambda one: not one.is_left).found


@dataclass(frozen=True)
class Findings:
    """All that a check found."""

    shown: Sequence[Shown]

    @cached_property
    def groups(self) -> list[Group]:
        """The gravest first; under one gravity those with most to decide."""
        by_policy: dict[str, list[Shown]] = defaultdict(list)
        for one in self.shown:
            by_policy[one.found.policy].append(one)
        groups = [Group(policy, shown) for policy, shown in by_policy.items()]
        return sorted(groups, key=lambda one: (not one.left, one.gravest, -one.left, one.title))

    @property
    def left(self) -> int:
        return sum(one.is_left for one in self.shown)

    @property
    def decisions(self) -> list[IdentifierDecision]:
        """By which something stands, each once."""
        return list({one.decision.pk: one.decision for one in self.shown if one.decision}.values())

    @property
    def sentence(self) -> str:
        """Answer "Can this go out?" in one sentence."""
        if not self.shown:
            return "Nothing was found. It still has to be certified by somebody who has read it."
        if not self.left:
            return "Everything that was found is decided. It can be certified."
        return f"Not yet: {', '.join(self.counted())}."

    def counted(self) -> Iterable[str]:
        left = [one.found.severity for one in self.shown if one.is_left]
        stops, serious = left.count(Severity.STOP), left.count(Severity.SERIOUS)
        policy, slips = left.count(Severity.POLICY), left.count(Severity.SLIP)
        if stops:
            yield f"{stops} stop{'' if stops == 1 else 's'}"
        if serious:
            yield f"{serious} to look at"
        if policy:
            yield f"{policy} by policy"
        if slips:
            yield f"{slips} slip{'' if slips == 1 else 's'}"


def findings_of(check: IdentifierCheck) -> Findings:
    found = from_json(check.findings)
    return Findings(with_decisions(found, standing_decisions(check.review)))


def standing_decisions(review: Review) -> list[IdentifierDecision]:
    return list(review.identifier_decisions.standing().select_related("decided_by"))


def with_decisions(found: Sequence[Found], decisions: Sequence[IdentifierDecision]) -> list[Shown]:
    """Put to each finding the decision that holds for it, the latest first."""
    oldest_first = list(reversed(decisions))
    everywhere = {key_of(one): one for one in oldest_first if one.is_remembered}
    here = {place_of(one): one for one in oldest_first if one.lets_stand and not one.is_remembered}
    replaced = {place_of(one): one for one in oldest_first if not one.lets_stand}
    return [
        Shown(
            one,
            everywhere.get(one.key) or here.get((*one.key, one.sentence)),
            replaced.get((*one.key, one.sentence)),
        )
        for one in found
    ]


def key_of(decision: IdentifierDecision) -> tuple[str, str]:
    return (decision.policy, " ".join(decision.words.casefold().split()))


def place_of(decision: IdentifierDecision) -> tuple[str, str, str]:
    return (*key_of(decision), decision.sentence)
