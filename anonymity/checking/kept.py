"""What a check found, as it is kept and shown: the words with their sentence, and where it is."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from anonymity.checking.finding import Finding, Severity
from anonymity.checking.policies import POLICIES
from anonymity.checking.subject import PaperToCheck

AROUND = 160  # letters kept before and after


@dataclass(frozen=True, kw_only=True)
class Found:
    """
    number: from 1 in its check. paper: the title of the file. place: where in it, in words.

    before, words, after: the sentence, as far as it is kept.
    """

    number: int
    paper: str
    place: str
    before: str
    words: str
    after: str
    kind: str
    severity: int
    policy: str
    reason: str
    proposal: str = ""

    @property
    def title(self) -> str:
        return POLICIES.get(self.policy, self.policy)

    @property
    def sentence(self) -> str:
        return " ".join(f"{self.before}{self.words}{self.after}".split())

    @property
    def stops(self) -> bool:
        return self.severity == Severity.STOP

    @property
    def is_serious(self) -> bool:
        return self.severity <= Severity.SERIOUS

    @property
    def key(self) -> tuple[str, str]:
        """By which it is known again elsewhere in the review."""
        return (self.policy, " ".join(self.words.casefold().split()))


def found_in(paper: PaperToCheck, findings: Iterable[Finding], *, begin: int) -> list[Found]:
    """Return what was found in one paper, numbered from `begin`."""
    return [
        Found(
            number=number,
            paper=paper.title,
            place=paper.place(one.line),
            before=one.line.text[max(one.start - AROUND, 0) : one.start],
            words=one.text,
            after=one.line.text[one.end : one.end + AROUND],
            kind=one.kind.value,
            severity=int(one.severity),
            policy=one.policy,
            reason=one.reason,
            proposal=one.proposal,
        )
        for number, one in enumerate(findings, begin)
    ]


def as_json(found: Iterable[Found]) -> str:
    return json.dumps([asdict(one) for one in found], ensure_ascii=False)


def from_json(words: str) -> list[Found]:
    return [Found(**row) for row in json.loads(words)] if words else []
