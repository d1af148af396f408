"""The record of a review for the Home Office's library: as kept, as proposed, as handed out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from agencies.models import User
from publications.models import LibraryPerson, LibraryRecord, Publication
from publications.models.library_record import (
    AgeBand,
    Cause,
    Feature,
    Location,
    Part,
    Relationship,
    Verdict,
)
from publications.published.library_record import PublishedPerson, PublishedRecord
from publications.queries.liaison import readable
from reports.published.age_bands import BANDS
from reviews.models import Person, PersonRole, Review, ReviewKind

FEATURES = {
    ReviewKind.INTIMATE_PARTNER: [Feature.PARTNER],
    ReviewKind.FAMILIAL: [Feature.FAMILIAL],
    ReviewKind.HOMICIDE_SUICIDE: [Feature.HOMICIDE_SUICIDE],
}
# The first that fits what the record calls the perpetrator
RELATIONSHIPS = (
    ("step", Relationship.STEP_PARENT),
    ("grand", Relationship.GRANDPARENT),
    ("ex-husband", Relationship.EX_SPOUSE), ("ex-wife", Relationship.EX_SPOUSE),
    ("former husband", Relationship.EX_SPOUSE), ("former wife", Relationship.EX_SPOUSE),
    ("former", Relationship.EX_PARTNER), ("ex-", Relationship.EX_PARTNER),
    ("husband", Relationship.SPOUSE), ("wife", Relationship.SPOUSE),
    ("boyfriend", Relationship.BOYFRIEND), ("girlfriend", Relationship.BOYFRIEND),
    ("partner", Relationship.COHABITANT),
    ("brother", Relationship.SIBLING), ("sister", Relationship.SIBLING),
    ("father", Relationship.PARENT), ("mother", Relationship.PARENT),
)  # fmt: skip
ROLES = {Part.VICTIM: PersonRole.VICTIM, Part.PERPETRATOR: PersonRole.PERPETRATOR}


def record_of(review: Review) -> LibraryRecord | None:
    rows = LibraryRecord.objects.select_related("review__partnership")
    return rows.prefetch_related("people").filter(review=review).first()


def proposed_record(review: Review) -> dict[str, Any]:
    """Return what the review's own record says already, for a person to correct."""
    return {
        "cause": Cause.UNKNOWN,
        "location": Location.UNKNOWN,
        "verdict": Verdict.UNKNOWN,
        "has_several_victims": review.kind == ReviewKind.MULTIPLE,
        "features": [str(one) for one in FEATURES.get(ReviewKind(review.kind), [])]
        if review.kind else [],
    }  # fmt: skip


def proposed_people(review: Review) -> dict[Part, dict[str, Any]]:
    """Return the age band and relationship of the person who died and of the perpetrator."""
    return {part: proposed_person(review, role) for part, role in ROLES.items()}


def proposed_person(review: Review, role: PersonRole) -> dict[str, Any]:
    person = Person.objects.filter(review=review, role=role).first()
    if person is None:
        return {}
    died_on = review.died_on or review.incident_on
    is_perpetrator = role == PersonRole.PERPETRATOR
    return {
        "age_band": band_of(person.born_on, died_on),
        "relationship": relationship_in(person.relationship) if is_perpetrator else "",
        "died_by_suicide": not is_perpetrator and review.kind == ReviewKind.SUICIDE,
    }


def band_of(born_on: date | None, on: date | None) -> str:
    """Return the library's band of an age on a day; nothing below its first."""
    if born_on is None or on is None:
        return ""
    age = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    if age < BANDS[0][0]:
        return ""
    return next((f"{low}-{high}" for low, high in BANDS if age <= high), AgeBand.OLDER.value)


def relationship_in(words: str) -> str:
    said = words.lower()
    return next((str(kind) for sign, kind in RELATIONSHIPS if sign in said), "")


# As handed out


def published_record(record: LibraryRecord, publication: Publication | None) -> PublishedRecord:
    """Return a record as it is handed out, with its title once there is a public one."""
    review = record.review
    died_on = review.died_on or review.incident_on
    people = {person.part: published_person(person) for person in record.people.all()}
    return PublishedRecord(
        reference=review.reference,
        title=publication.title if publication else "",
        uploaded=month_year(publication.published_on if publication else None),
        partnership=review.partnership.name,
        region=review.partnership.region,
        died=month_year(died_on),
        multiple_victims=record.has_several_victims,
        cause=record.get_cause_display(),
        location=record.get_location_display(),
        features=named(record, "features"),
        verdict=record.get_verdict_display(),
        victim=people.get(Part.VICTIM, PublishedPerson()),
        perpetrator=people.get(Part.PERPETRATOR, PublishedPerson()),
    )


def published_person(person: LibraryPerson) -> PublishedPerson:
    return PublishedPerson(
        age_band=person.age_band,
        sex=person.get_sex_display(),
        sexual_orientation=person.get_orientation_display(),
        ethnicity=person.get_ethnicity_display(),
        religion=person.get_religion_display(),
        relationship=person.get_relationship_display(),
        suicide=person.died_by_suicide,
        carer=person.is_carer,
        previous_offences=person.has_offended_before,
        mental_health=named(person, "mental_health"),
        vulnerability=named(person, "vulnerabilities"),
    )


def named(row: LibraryRecord | LibraryPerson, field: str) -> tuple[str, ...]:
    """Return the labels of what is chosen in a list, in the list's own order."""
    choices: Mapping[str, str] = dict(row._meta.get_field(field).base_field.choices)  # type: ignore[union-attr]
    return tuple(label for value, label in choices.items() if value in getattr(row, field))


def month_year(day: date | None) -> str:
    return f"{day:%m-%Y}" if day else ""


def published_records(records: Iterable[LibraryRecord]) -> list[PublishedRecord]:
    """Return those of reviews that stand in the public library today, by their reference."""
    rows = list(records)
    standing = {
        one.review_id: one
        for one in Publication.objects.standing().filter(review__in=[row.review_id for row in rows])
    }
    found = [published_record(row, standing[row.review_id]) for row in rows
             if row.review_id in standing]  # fmt: skip
    return sorted(found, key=lambda one: one.reference)


def records_for(user: User) -> list[PublishedRecord]:
    """Return the records of published reviews whose packs somebody may read."""
    rows = LibraryRecord.objects.filter(review__in=readable(user))
    return published_records(rows.select_related("review__partnership").prefetch_related("people"))
