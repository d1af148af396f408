"""What stands on the title page, and the sentences that a report begins with."""

from reports.published.report import Block, Paragraph
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import listed, month
from reviews.models import PersonRole

LABELS = {
    "DHR": "Domestic homicide review",
    "DARDR": "Domestic abuse related death review",
    "SUSR": "Single unified safeguarding review",
}


def label(record: Record) -> str:
    """Return the kind of review, in full."""
    return LABELS.get(record.review.display_label, record.review.display_label)


def victims(record: Record) -> str:
    """Return who died, by the only names that print."""
    died = [one for one in record.people if one.role == PersonRole.VICTIM]
    return listed([one.printed_name for one in died if one.pseudonym] or ["the person who died"])


def title(record: Record) -> str:
    about = record.review.pseudonym_title or victims(record)
    return f"Report into the death of {about}"


def died_in(record: Record) -> str:
    return month(record.review.died_on or record.review.incident_on)


def author(record: Record) -> str:
    """Return who writes the report, as they wish to be named: its author, or else the chair."""
    seats = [seat for seat in record.panel.seats if not seat.until]
    wrote = [seat for seat in seats if seat.is_author] or [seat for seat in seats if seat.is_chair]
    return listed([seat.name for seat in wrote]) if wrote else ""


def introduction(record: Record) -> list[Block]:
    review = record.review
    partnership, basis = review.partnership.name, review.regime.legal_basis
    death = f"{victims(record)}, who died in {died_in(record)}" if died_in(record) else ""
    return [
        Paragraph(
            f"This {label(record).lower()}, reference {review.reference}, was held by "
            f"{partnership}. Its legal basis: {basis}."
        ),
        Paragraph(
            "It examines what agencies did for, and knew of, "
            f"{death or victims(record)}, and what is to be learnt from it."
        ),
    ]


def process(record: Record) -> list[Block]:
    """What the executive summary says first."""
    held = record.panel.meetings
    often = "once" if len(held) == 1 else f"{len(held)} times"
    met = f"The panel met {often}" if held else "The panel has not met yet"
    span = f", from {month(held[0])} to {month(held[-1])}" if len(held) > 1 else ""
    return [*introduction(record), Paragraph(f"{met}{span}.")]
