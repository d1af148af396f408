"""What can never go out: true names and telling days, in whatever would be public or is sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from families.queries.extracts import may_not_be_published, stand_in
from publications.rules.candidate import Candidate
from reviews.access import Refused
from reviews.checks.register import Register, register_of
from reviews.checks.true_names import Finding, certain, findings
from reviews.models import Review

NOT_ALLOWED = "words of the family that they do not allow to be published"


@dataclass(frozen=True)
class Check:
    """
    What was found word for word in everything that would be public. What more there is to find
    the identifier check finds, before two people certify it.
    """

    stops: list[Finding]

    @property
    def is_safe(self) -> bool:
        return not self.stops

    @property
    def sentence(self) -> str:
        if self.is_safe:
            return "No name, birth date or telling day of this review stands in it."
        return f"Not yet: {len(self.stops)} stop{'' if len(self.stops) == 1 else 's'}."


def check_of(review: Review, candidate: Candidate) -> Check:
    """Hold everything that would be public against what is known of a review's people."""
    return Check(stops_in(review, candidate))


def stops_in(review: Review, candidate: Candidate) -> list[Finding]:
    """Return what can never go out, with no doubt about it."""
    texts = candidate.texts
    return [*certain(findings(texts, register_of(review))), *not_allowed(review, texts)]


def not_allowed(review: Review, texts: Mapping[str, str]) -> list[Finding]:
    """Return where words of the family stand that they do not, or no longer, allow to be public."""
    places = (place for words in may_not_be_published(review) for place in stand_in(words, texts))
    return [Finding(place, NOT_ALLOWED) for place in dict.fromkeys(places)]


def stops_in_paper(
    name: str, words: Iterable[tuple[str, str]], register: Register
) -> list[Finding]:
    """Return what a finished paper gives away, in its pages or in what stands around them."""
    texts = {f"{name}, {where}": text for where, text in words}
    return certain(findings(texts, register))


def check_gives_nobody_away(review: Review, texts: Mapping[str, str], *, field: str = "") -> None:
    """
    Refuse words that go to the Home Office and hold a true name or a telling day.

    field: of the form where they were typed, where all of them were typed into one.
    """
    if stops := certain(findings(texts, register_of(review))):
        raise Refused(" ".join(finding.words for finding in stops), field=field)
