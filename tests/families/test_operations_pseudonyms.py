from datetime import date

import pytest

from families.models import EntryKind, PseudonymAct
from families.operations import log
from families.operations.log import Happening
from reviews.access import Refused, Role
from reviews.models import PersonRole, PseudonymChooser
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import AT, PersonFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 20)
DAY = date(2026, 2, 2)


@pytest.fixture
def review():
    return ReviewFactory()


@pytest.fixture
def chair(review):
    return playing(Role.INDEPENDENT_CHAIR, to=review)


@pytest.fixture
def person(review):
    return PersonFactory(
        review=review, true_name="True Invented", pseudonym="Ana", pseudonym_chosen_by="CHAIR"
    )


@pytest.fixture
def contact(review):
    return FamilyContactFactory(review=review)


def said(person, pseudonym, act, *, on=DAY):
    return Happening(
        kind=EntryKind.PSEUDONYM,
        happened_on=on,
        person=person,
        pseudonym=pseudonym,
        pseudonym_act=act,
    )


def record(contact, by, happening):
    return log.record_entry(contact=contact, happening=happening, today=TODAY, by=by, at=AT)


def known(person):
    person.refresh_from_db()
    return person.pseudonym, person.pseudonym_chosen_by, person.pseudonym_approved_on


@pytest.mark.parametrize(
    ("pseudonym", "act", "record_says"),
    [
        ("Mira", PseudonymAct.CHOSE, ("Mira", "FAMILY", DAY)),
        ("Ana", PseudonymAct.APPROVED, ("Ana", "CHAIR", DAY)),
        ("ana", PseudonymAct.REFUSED, ("Ana", "CHAIR", None)),
        ("Mira", PseudonymAct.REFUSED, ("Ana", "CHAIR", date(2026, 1, 20))),  # not the one in use
    ],
)
def test_what_they_say_is_in_the_persons_record(
    contact, chair, person, pseudonym, act, record_says
):
    person.pseudonym_approved_on = date(2026, 1, 20)
    person.save()

    record(contact, chair, said(person, pseudonym, act))

    assert known(person) == record_says


def test_a_child_who_chose_is_named_as_such(review, chair, person):
    child = PersonFactory(review=review, role=PersonRole.CHILD, true_name="Young Invented")
    contact = FamilyContactFactory(review=review, person=child, own_name=None)

    record(contact, chair, said(person, "Mira", PseudonymAct.CHOSE))

    assert known(person) == ("Mira", PseudonymChooser.CHILD, DAY)


def test_a_pseudonym_that_gives_the_name_away_is_refused_and_not_logged(contact, chair, person):
    with pytest.raises(Refused) as refused:
        record(contact, chair, said(person, "True", PseudonymAct.CHOSE))

    assert refused.value.field == "pseudonym"
    assert not contact.log.exists()


def test_not_for_somebody_of_another_review(contact, chair):
    with pytest.raises(Refused) as refused:
        record(contact, chair, said(PersonFactory(), "Mira", PseudonymAct.CHOSE))

    assert refused.value.field == "person"


@pytest.mark.parametrize(
    ("act", "left"),
    [
        (PseudonymAct.CHOSE, ("Mira", "", None)),
        (PseudonymAct.APPROVED, ("Mira", "CHAIR", None)),
        (PseudonymAct.REFUSED, ("Ana", "CHAIR", None)),
    ],
)
def test_taken_back_it_loses_its_approval(contact, chair, person, act, left):
    entry = record(contact, chair, said(person, "Mira", act))

    log.take_back(entry=entry, reason="Another family", today=TODAY, by=chair, at=AT)

    assert known(person) == left


def test_a_newer_approval_outlives_the_old_entry(contact, chair, person):
    old = record(contact, chair, said(person, "Mira", PseudonymAct.CHOSE))
    newer = date(2026, 3, 1)
    record(contact, chair, said(person, "Mira", PseudonymAct.APPROVED, on=newer))

    log.take_back(entry=old, reason="Another family", today=TODAY, by=chair, at=AT)

    assert known(person) == ("Mira", "FAMILY", newer)


def test_corrected_for_another_person_both_records_are_right(review, contact, chair, person):
    other = PersonFactory(review=review, true_name="Else Invented", pseudonym="")
    wrong = record(contact, chair, said(person, "Mira", PseudonymAct.CHOSE))

    with pytest.raises(Refused):  # two people may not bear one name
        log.correct_entry(
            entry=wrong,
            happening=said(other, "Mira", PseudonymAct.CHOSE),
            reason="For the other",
            today=TODAY,
            by=chair,
            at=AT,
        )
    assert known(person) == ("Mira", "FAMILY", DAY)

    log.correct_entry(
        entry=wrong,
        happening=said(other, "Lena", PseudonymAct.CHOSE),
        reason="For the other",
        today=TODAY,
        by=chair,
        at=AT,
    )
    assert known(person) == ("Mira", "", None)
    assert known(other) == ("Lena", "FAMILY", DAY)
