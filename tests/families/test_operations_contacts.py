from datetime import date

import pytest

from audit.models import AuditEvent
from families.models import FamilyContact, Route
from families.operations import contacts
from families.operations.contacts import Plan
from reviews.access import Refused, Role
from tests.factories.families import FamilyContactFactory, QuietDateFactory
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def officer(review):
    return playing(Role.CSP_OFFICER, to=review)


def plan(**given):
    whole = {
        "kind": "FAMILY",
        "own_name": "Relative Invented",
        "relationship": "Sister",
        "route": Route.FLO,
    }
    return Plan(**{**whole, **given})


def test_somebody_is_added_and_the_trail_does_not_say_who(review, officer):
    contact = contacts.add_contact(review=review, plan=plan(), by=officer, at=AT)

    contact = FamilyContact.objects.get(pk=contact.pk)
    assert (contact.name, contact.recorded_by) == ("Relative Invented", officer)
    event = AuditEvent.objects.latest("id")
    assert (event.event, event.subjects) == ("family.contact_added", {"contact_id": contact.pk})


def test_one_of_the_people_of_the_review(review, officer):
    person = PersonFactory(review=review, true_name="Known Invented")

    contact = contacts.add_contact(
        review=review, plan=plan(person=person, own_name=""), by=officer, at=AT
    )

    assert contact.name == "Known Invented"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"own_name": "  "}, "own_name"),
        ({"person": "here"}, "own_name"),  # two names
        ({"person": "elsewhere", "own_name": ""}, "person"),
        ({"person": "recorded", "own_name": ""}, "person"),
    ],
)
def test_who_cannot_be_added(review, officer, given, field):
    recorded = PersonFactory(review=review)
    FamilyContactFactory(review=review, person=recorded, own_name=None)
    people = {
        "here": PersonFactory(review=review),
        "elsewhere": PersonFactory(),
        "recorded": recorded,
    }
    if "person" in given:
        given = {**given, "person": people[given["person"]]}

    with pytest.raises(Refused) as refused:
        contacts.add_contact(review=review, plan=plan(**given), by=officer, at=AT)

    assert refused.value.field == field
    assert FamilyContact.objects.count() == 1


def test_somebody_is_changed(review, officer):
    person = PersonFactory(review=review)
    contact = FamilyContactFactory(review=review, person=person, own_name=None)

    contacts.change_contact(
        contact=contact, plan=plan(person=person, own_name="", language="Welsh"), by=officer, at=AT
    )

    contact.refresh_from_db()
    assert contact.language == "Welsh"
    assert AuditEvent.objects.latest("id").event == "family.contact_changed"


def test_days_not_to_write_on_come_and_go(review, officer):
    contact = FamilyContactFactory(review=review)

    quiet = contacts.add_quiet_date(
        contact=contact,
        from_on=date(1990, 3, 14),
        every_year=True,
        why="birthday",
        by=officer,
        at=AT,
    )
    assert list(contact.quiet_dates.all()) == [quiet]

    contacts.remove_quiet_date(quiet=quiet, by=officer, at=AT)
    assert not contact.quiet_dates.exists()


def test_whoever_only_reads_writes_nothing(review, officer):
    playing(Role.INDEPENDENT_CHAIR, to=review)
    contact = FamilyContactFactory(review=review)
    quiet = QuietDateFactory(contact=contact)
    attempts = [
        lambda: contacts.add_contact(review=review, plan=plan(), by=officer, at=AT),
        lambda: contacts.change_contact(contact=contact, plan=plan(), by=officer, at=AT),
        lambda: contacts.add_quiet_date(
            contact=contact, from_on=date(2026, 1, 1), why="a day", by=officer, at=AT
        ),
        lambda: contacts.remove_quiet_date(quiet=quiet, by=officer, at=AT),
    ]
    for attempt in attempts:
        with pytest.raises(Refused, match="independent chair keeps this record"):
            attempt()
