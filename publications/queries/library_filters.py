"""How the public library is narrowed by what the Home Office's library keeps of each review."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from pages.parts import Filter
from publications.models import LibraryPerson, LibraryRecord, Publication
from publications.models.library_record import (
    AgeBand,
    Cause,
    Feature,
    Location,
    Part,
    RecordedSex,
    Relationship,
    Verdict,
)

OF_VICTIM = {"people__part": Part.VICTIM}
OF_PERPETRATOR = {"people__part": Part.PERPETRATOR}


@dataclass(frozen=True)
class Narrowing:
    """
    One way to narrow: the key in the address, what it is called, and where the value is kept.

    with_: what else is true of the row that holds it.
    """

    name: str
    label: str
    everything: str
    choices: Sequence[tuple[str, str]]
    path: str
    with_: Mapping[str, str]


NARROWINGS = (
    Narrowing("cause", "Cause of death", "All causes", Cause.choices, "cause", {}),
    Narrowing("location", "Where it happened", "All places", Location.choices, "location", {}),
    Narrowing("feature", "What was part of it", "Everything", Feature.choices, "features", {}),
    Narrowing(
        "relationship", "The perpetrator was her or his", "All relationships",
        Relationship.choices, "people__relationship", OF_PERPETRATOR,
    ),
    Narrowing(
        "age", "Age of who died", "All ages", AgeBand.choices, "people__age_band", OF_VICTIM
    ),
    Narrowing("sex", "Sex of who died", "All", RecordedSex.choices, "people__sex", OF_VICTIM),
    Narrowing("verdict", "Verdict", "All verdicts", Verdict.choices, "verdict", {}),
)  # fmt: skip


@dataclass(frozen=True)
class Choice:
    """A narrowing as the page offers it: only values that would find something."""

    name: str
    label: str
    choices: Sequence[Filter]
    chosen: str


def records_of(publications: QuerySet[Publication]) -> QuerySet[LibraryRecord]:
    """Return the records that readers may search by."""
    return LibraryRecord.objects.filter(
        is_public=True, review__in=publications.order_by().values("review")
    )


def narrowed(
    publications: QuerySet[Publication], asked: Mapping[str, str]
) -> QuerySet[Publication]:
    """Keep what every value that is asked for is true of. An unknown value finds nothing."""
    for one in NARROWINGS:
        if value := asked.get(one.name):
            path = f"{one.path}__contains" if one.name == "feature" else one.path
            wanted = [value] if one.name == "feature" else value
            rows = LibraryRecord.objects.filter(is_public=True, **{path: wanted}, **one.with_)
            publications = publications.filter(review__in=rows.values("review"))
    return publications


def choices_of(publications: QuerySet[Publication], asked: Mapping[str, str]) -> list[Choice]:
    """Return every narrowing with the values that are there. Two queries."""
    there = values_there(records_of(publications))
    return [
        Choice(
            one.name,
            one.label,
            [
                Filter("", one.everything),
                *(Filter(value, words) for value, words in one.choices if value in there[one.name]),
            ],
            asked.get(one.name, ""),
        )
        for one in NARROWINGS
        if there[one.name]
    ]


def values_there(records: QuerySet[LibraryRecord]) -> dict[str, set[str]]:
    there: dict[str, set[str]] = {one.name: set() for one in NARROWINGS}
    rows = list(records.order_by("pk"))
    for row in rows:
        there["cause"].add(row.cause)
        there["location"].add(row.location)
        there["verdict"].add(row.verdict)
        there["feature"] |= set(row.features)
    for person in LibraryPerson.objects.filter(record__in=rows).order_by("pk"):
        if person.part == Part.VICTIM:
            there["age"].add(person.age_band)
            there["sex"].add(person.sex)
        else:
            there["relationship"].add(person.relationship)
    return {name: values - {""} for name, values in there.items()}
