"""Where words of the family stand in the report: what was released, and what was revoked since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from agencies.models import User
from families.models import ExtractKind, FamilyExtract, Reach
from families.queries.extracts import stand_in
from reports.published.text import texts_of
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reports.queries.drafts import report_of
from reviews.models import Review

WORKING_TEXT = "Working text"


@dataclass(frozen=True)
class Standing:
    """
    One extract. sign: what puts it into a section; empty where it may not be.

    places: where its words stand, in the working text and in every draft that was made.
    """

    extract: FamilyExtract
    sign: str
    places: Sequence[str]

    @property
    def is_wrong(self) -> bool:
        return bool(self.places) and not self.sign

    @property
    def warning(self) -> str:
        if self.extract.is_revoked:
            return "They revoked this, and it still stands in what follows."
        return "It is not released to drafts, and stands in what follows."


def where_they_stand(review: Review, reader: User, *, today: date) -> list[Standing]:
    """Return each extract that was released to drafts or revoked, and where its words stand."""
    kept = FamilyExtract.objects.readable_by(reader).filter(
        Q(released_to=Reach.DRAFT) | Q(revoked_at__isnull=False), review=review
    )
    extracts = list(kept.exclude(kind=ExtractKind.PHOTOGRAPH))
    if not extracts:
        return []
    papers = texts_by_paper(review, today=today)
    return [Standing(one, sign_of(one), list(places_of(one, papers))) for one in extracts]


def sign_of(extract: FamilyExtract) -> str:
    return "" if extract.is_revoked else f"[={extract.key}]"


def places_of(extract: FamilyExtract, papers: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Yield where its words, or the sign that puts them in, stand."""
    for name, texts in papers.items():
        stands = set(stand_in(extract.words, texts))
        sign = f"[={extract.key}]"
        yield from (
            f"{name}: {place}" for place, text in texts.items() if place in stands or sign in text
        )


def texts_by_paper(review: Review, *, today: date) -> dict[str, dict[str, str]]:
    working = report_from(record_of(review, today=today), version="")
    drafts = review.drafts.order_by("-number")
    return {WORKING_TEXT: texts_of(working)} | {
        draft.name: texts_of(report_of(draft)) for draft in drafts
    }
