"""The directory's own refusals, for whoever reaches it without a page."""

from datetime import UTC, date, datetime

import pytest

from agencies.access import Refused
from agencies.models import COMMAND_LINE, Agency, AgencyKind, PostKind
from agencies.operations import directory
from agencies.operations.directory import Contact, Entry
from tests.factories.agencies import AgencyContactFactory, AgencyFactory, PostFactory

pytestmark = pytest.mark.django_db

WHEN = {"today": date(2026, 3, 2), "at": datetime(2026, 3, 2, 9, 30, tzinfo=UTC)}
ENTRY = Entry(name="Fenwick Refuge", kind=AgencyKind.VCS_SPECIALIST)
CONTACT = Contact(full_name="Ines Okoro", email="ines@alder.example")


def test_nobody_but_an_officer_keeps_the_directory():
    chair = PostFactory(kind=PostKind.CHAIR).user
    row = AgencyContactFactory()
    attempts = [
        lambda: directory.list_agency(entry=ENTRY, by=chair, **WHEN),
        lambda: directory.change_agency(agency=row.agency, entry=ENTRY, by=chair, **WHEN),
        lambda: directory.add_contact(agency=row.agency, contact=CONTACT, by=chair, **WHEN),
        lambda: directory.change_contact(row=row, contact=CONTACT, by=chair, **WHEN),
        lambda: directory.remove_contact(row=row, by=chair, **WHEN),
    ]
    for attempt in attempts:
        with pytest.raises(Refused, match="Only a CSP officer"):
            attempt()


def test_the_command_line_keeps_the_directory():
    directory.list_agency(entry=ENTRY, by=COMMAND_LINE, **WHEN)
    assert Agency.objects.get().name == "Fenwick Refuge"


def test_a_body_keeps_its_own_name():
    body = AgencyFactory(name="Fenwick Refuge")
    directory.change_agency(agency=body, entry=ENTRY, by=COMMAND_LINE, **WHEN)


def test_a_chain_that_goes_round_ends():
    """Bodies that lead round in a circle, as older data may, are walked once."""
    first = AgencyFactory(name="First")
    second = AgencyFactory(part_of=first)
    Agency.objects.filter(pk=first.pk).update(part_of=second)
    other = AgencyFactory(name="Other")
    entry = Entry(name="Other", kind=AgencyKind.HOUSING, part_of=second)

    directory.change_agency(agency=other, entry=entry, by=COMMAND_LINE, **WHEN)
    assert other.part_of == second
