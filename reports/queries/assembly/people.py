"""By which names a report calls people, and no others."""

from reports.published.age_bands import age_band
from reports.published.report import Block, Paragraph, Table
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import small
from reviews.models import Person, PersonRole

AGE_IS_PRINTED = frozenset({PersonRole.VICTIM, PersonRole.PERPETRATOR})


def pseudonyms(record: Record) -> list[Block]:
    rows = tuple(row_of(one, record) for one in record.people if one.pseudonym)
    if not rows:
        return []
    heads = ("Called here", "Who they are", "Age at the death")
    return [
        Paragraph("The people this report is about are called by pseudonyms."),
        Table("Pseudonyms", heads, rows, (30, 45, 25)),
    ]


def row_of(person: Person, record: Record) -> tuple[str, ...]:
    died_on = record.review.died_on or record.review.incident_on
    band = age_band(person.born_on, died_on) if person.role in AGE_IS_PRINTED else ""
    who = person.role_in_print
    if person.relationship:
        who = f"{who} ({small(person.relationship)})"
    return (person.pseudonym, who, band or "–")
