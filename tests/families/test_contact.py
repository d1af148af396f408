from datetime import date

import pytest

from families.models import (
    ContactKind,
    ContactState,
    EntryKind,
    FamilyContact,
    Side,
    Starter,
    side_of,
)
from tests.factories.families import FamilyContactEntryFactory as Entry
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import PersonFactory

pytestmark = pytest.mark.django_db

JANUARY, FEBRUARY, MARCH = date(2026, 1, 20), date(2026, 2, 20), date(2026, 3, 20)


def as_it_stands(contact):
    return FamilyContact.objects.with_standing().get(pk=contact.pk)


def log(contact, *traits):
    for number, trait in enumerate(traits):
        given = {trait: True} if isinstance(trait, str) else trait
        Entry(contact=contact, happened_on=[JANUARY, FEBRUARY, MARCH][number], **given)


@pytest.mark.parametrize(
    ("happened", "state"),
    [
        ([], ContactState.NOT_YET),
        (["leaflet_given"], ContactState.NO_ANSWER),
        ([{"kind": EntryKind.CONTACT, "starter": Starter.REVIEW}], ContactState.NO_ANSWER),
        ([{"kind": EntryKind.CONTACT, "starter": Starter.THEY}], ContactState.IN_TOUCH),
        (["meeting"], ContactState.IN_TOUCH),
        (["advocacy", "contributes"], ContactState.CONTRIBUTES),
        (["contributes", "declined"], ContactState.DECLINED),
        (["declined_for_now", "contributes"], ContactState.CONTRIBUTES),
        (["not_to_be"], ContactState.NOT_TO_BE),
        (["not_to_be", "to_be"], ContactState.NOT_YET),
        (["not_to_be", "contributes"], ContactState.CONTRIBUTES),
    ],
)
def test_how_it_stands_is_read_from_the_log(happened, state):
    contact = FamilyContactFactory()
    log(contact, *happened)

    assert as_it_stands(contact).state == state


def test_what_was_corrected_or_taken_back_does_not_count():
    contact = FamilyContactFactory()
    wrong = Entry(contact=contact, declined=True)
    Entry(contact=contact, kind=EntryKind.TAKEN_BACK, corrects=wrong, root=wrong)

    assert as_it_stands(contact).state == ContactState.NOT_YET


@pytest.mark.parametrize(
    ("kind", "happened", "outstanding"),
    [
        (ContactKind.FAMILY, [], ["a leaflet", "advocacy", "their wishes"]),
        (ContactKind.FAMILY, ["leaflet_given"], ["advocacy", "their wishes"]),
        (ContactKind.FAMILY, ["leaflet_given", "advocacy", "contributes"], []),
        (ContactKind.EMPLOYER, [], ["a leaflet", "their wishes"]),
        (ContactKind.PERPETRATOR, [], ["their wishes"]),
        (ContactKind.FAMILY, ["not_to_be", "to_be"], ["a leaflet", "advocacy", "their wishes"]),
        (ContactKind.FAMILY, ["declined"], []),  # left alone
        (ContactKind.FAMILY, ["not_to_be"], []),
    ],
)
def test_still_open(kind, happened, outstanding):
    contact = FamilyContactFactory(kind=kind)
    log(contact, *happened)

    assert as_it_stands(contact).still_open == outstanding


def test_a_person_of_the_review_is_called_by_their_true_name():
    person = PersonFactory(true_name="Somebody Invented")

    assert FamilyContactFactory(own_name=None, person=person).name == "Somebody Invented"
    assert FamilyContactFactory(own_name="Else Invented").name == "Else Invented"


def test_every_kind_is_on_one_side():
    perpetrators = {kind for kind in ContactKind if side_of(kind) == Side.PERPETRATOR}

    assert perpetrators == {ContactKind.PERPETRATOR, ContactKind.PERPETRATOR_FAMILY}
    assert FamilyContactFactory(of_perpetrator=True).is_perpetrators
    assert not FamilyContactFactory().is_perpetrators
