"""What the record itself can say under a heading, for whoever writes there to go on from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from composite.queries.narrative import narrative_text
from reports.models import SectionKind
from reviews.models import Review
from timescales.queries.delay import ledger_of, paragraph


def reasons_for_delay(review: Review, today: date) -> str:
    return paragraph(ledger_of(review, today=today))


def narrative(review: Review, today: date) -> str:
    return narrative_text(review)


@dataclass(frozen=True)
class Source:
    """What proposes a text. called: what the record it comes from is called, in a sentence."""

    text: Callable[[Review, date], str]
    called: str


PROPOSALS: dict[SectionKind, Source] = {
    SectionKind.DELAY: Source(reasons_for_delay, "the record of where the days went"),
    SectionKind.CHRONOLOGY: Source(narrative, "the narrative chronology"),
}


@dataclass(frozen=True)
class Proposal:
    text: str
    called: str


def proposed(review: Review, kind: SectionKind, *, today: date) -> Proposal | None:
    """Return what the record proposes; nothing where it proposes none."""
    source = PROPOSALS.get(kind)
    text = source.text(review, today) if source else ""
    return Proposal(text, source.called) if source and text else None
