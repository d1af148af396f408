"""What the record itself can say under a heading, for whoever writes there to go on from."""

from collections.abc import Callable
from datetime import date

from composite.queries.narrative import narrative_text
from reports.models import SectionKind
from reviews.models import Review
from timescales.queries.delay import ledger_of, paragraph


def reasons_for_delay(review: Review, today: date) -> str:
    return paragraph(ledger_of(review, today=today))


def narrative(review: Review, today: date) -> str:
    return narrative_text(review)


PROPOSALS: dict[SectionKind, Callable[[Review, date], str]] = {
    SectionKind.DELAY: reasons_for_delay,
    SectionKind.CHRONOLOGY: narrative,
}


def proposed(review: Review, kind: SectionKind, *, today: date) -> str:
    """Return the text that the record proposes; empty where it proposes none."""
    return PROPOSALS[kind](review, today) if kind in PROPOSALS else ""
