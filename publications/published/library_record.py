"""
The record of a review for the Home Office's library: months, bands and lists. There is no field
for a name or a day.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

BETWEEN = "; "


@dataclass(frozen=True, kw_only=True)
class PublishedPerson:
    """The person who died, or the perpetrator."""

    age_band: str = ""
    sex: str = ""
    sexual_orientation: str = ""
    ethnicity: str = ""
    religion: str = ""
    relationship: str = ""
    suicide: bool = False
    carer: bool = False
    previous_offences: bool = False
    mental_health: tuple[str, ...] = ()
    vulnerability: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PublishedRecord:
    """uploaded and died: month and year, MM-YYYY."""

    reference: str
    title: str
    uploaded: str
    partnership: str
    region: str
    died: str
    multiple_victims: bool
    cause: str
    location: str
    features: tuple[str, ...]
    verdict: str
    victim: PublishedPerson
    perpetrator: PublishedPerson


def as_data(record: PublishedRecord) -> dict[str, Any]:
    return asdict(record)


def heads() -> list[str]:
    """Return the names of the columns: those of the record, then of its two people."""
    own = [field.name for field in fields(PublishedRecord)][:-2]
    people = [field.name for field in fields(PublishedPerson)]
    return [*own, *(f"{part}_{name}" for part in ("victim", "perpetrator") for name in people)]


def as_row(record: PublishedRecord) -> list[str]:
    own = [getattr(record, field.name) for field in fields(PublishedRecord)][:-2]
    people = [value for one in (record.victim, record.perpetrator) for value in vars(one).values()]
    return [in_cell(value) for value in (*own, *people)]


def in_cell(value: str | bool | Sequence[str]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else BETWEEN.join(value)
