"""Keep the directory: list bodies and their contacts, and change what is known of them."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from agencies import access, rules
from agencies.models import Actor, Agency, AgencyContact, person_behind
from audit import trail


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the directory says of a body."""

    name: str
    kind: str
    short_name: str = ""
    area: str = ""
    aliases: list[str] = field(default_factory=list)
    secure_email: str = ""
    ever_statutory: bool = False
    successor_of: Agency | None = None
    part_of: Agency | None = None
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody to write to."""

    full_name: str
    email: str
    job_title: str = ""
    telephone: str = ""
    is_single_point: bool = False


@transaction.atomic
def list_agency(
    *, entry: Entry, contact: Contact | None = None, today: date, by: Actor, at: datetime
) -> Agency:
    """
    Add a body to the directory, with somebody to write to where one is known.

    Raises Refused for somebody who keeps no directory, or a name that is known already.
    """
    access.require_keeper(by, today=today)
    rules.check_name_is_free(entry.name)
    agency = Agency.objects.create(slug=free_slug(entry.name), **vars(entry))
    trail.record("agency.listed", by=person_behind(by), at=at, agency_id=agency.pk)
    if contact:
        add_contact(agency=agency, contact=contact, today=today, by=by, at=at)
    return agency


@transaction.atomic
def change_agency(*, agency: Agency, entry: Entry, today: date, by: Actor, at: datetime) -> Agency:
    """Correct what is known of a body. Raises Refused as above, or for a body within itself."""
    access.require_keeper(by, today=today)
    rules.check_name_is_free(entry.name, of=agency)
    rules.check_is_not_within_itself(agency, part_of=entry.part_of, successor_of=entry.successor_of)
    for name, value in vars(entry).items():
        setattr(agency, name, value)
    agency.save()
    trail.record("agency.changed", by=person_behind(by), at=at, agency_id=agency.pk)
    return agency


@transaction.atomic
def add_contact(
    *, agency: Agency, contact: Contact, today: date, by: Actor, at: datetime
) -> AgencyContact:
    """
    Add somebody to write to. A new single point of contact takes the place of the one before.

    Raises Refused for somebody who keeps no directory.
    """
    access.require_keeper(by, today=today)
    make_room(agency, contact)
    row = AgencyContact.objects.create(agency=agency, **vars(contact))
    trail.record(
        "agency.contact_added",
        by=person_behind(by),
        at=at,
        agency_id=agency.pk,
        contact_id=row.pk,
    )
    return row


@transaction.atomic
def change_contact(
    *, row: AgencyContact, contact: Contact, today: date, by: Actor, at: datetime
) -> AgencyContact:
    """Correct a contact. Raises Refused as `add_contact` does."""
    access.require_keeper(by, today=today)
    make_room(row.agency, contact)
    for name, value in vars(contact).items():
        setattr(row, name, value)
    row.save()
    trail.record(
        "agency.contact_changed",
        by=person_behind(by),
        at=at,
        agency_id=row.agency_id,
        contact_id=row.pk,
    )
    return row


@transaction.atomic
def remove_contact(*, row: AgencyContact, today: date, by: Actor, at: datetime) -> None:
    """Take a contact out of the directory. Letters already sent keep where they went."""
    access.require_keeper(by, today=today)
    trail.record(
        "agency.contact_removed",
        by=person_behind(by),
        at=at,
        agency_id=row.agency_id,
        contact_id=row.pk,
    )
    row.delete()


def make_room(agency: Agency, contact: Contact) -> None:
    if contact.is_single_point:
        agency.contacts.filter(is_single_point=True).update(is_single_point=False)


def free_slug(name: str) -> str:
    """Return a slug that no other body has."""
    start = slugify(name)[:70] or "agency"
    taken = set(Agency.objects.filter(slug__startswith=start).values_list("slug", flat=True))
    others = (f"{start}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (start, *others) if slug not in taken)
