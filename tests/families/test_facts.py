"""The time to read a draft follows the log of the compartment, and is seen by no others."""

from datetime import date

import pytest

from families.models import EntryKind, Response
from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.queries.deadlines import readable_in
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing
from tests.reviews.clock import begun_on_paper, clock_of, days_of, taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact():
    return FamilyContactFactory()


@pytest.fixture
def review(contact):
    return contact.review


@pytest.fixture
def given(contact):
    """A draft given on 2 February 2026 for thirty days."""
    return FamilyContactEntryFactory(contact=contact, draft=True, days_given=30)


@pytest.fixture
def met(review, given):
    return lambda: days_of(review, "D14", f"draft-{given.pk}")[2]


def test_each_has_the_days_they_were_given(review, given):
    other = FamilyContactEntryFactory(contact__review=review, draft=True)
    FamilyContactEntryFactory(contact=other.contact, comments=True)
    FamilyContactEntryFactory(contact=given.contact)
    FamilyContactEntryFactory(draft=True)
    assert clock_of(review, "D14") == {
        f"draft-{given.pk}": (date(2026, 2, 2), date(2026, 3, 4), None),
        f"draft-{other.pk}": (date(2026, 2, 2), date(2026, 2, 23), date(2026, 2, 2)),
    }


@pytest.mark.parametrize(
    "said",
    [
        {"comments": True},
        {"declined": True},
        {"not_to_be": True},
        {"kind": EntryKind.RESPONSE, "response": Response.UPDATES_ONLY},
    ],
)
def test_it_is_over_once_they_have_spoken_or_are_left_alone(contact, met, said):
    FamilyContactEntryFactory(contact=contact, happened_on=date(2026, 1, 5), **said)
    assert met() is None
    FamilyContactEntryFactory(contact=contact, happened_on=date(2026, 2, 20), **said)
    assert met() == date(2026, 2, 20)


@pytest.mark.parametrize("said", ["declined_for_now", "contributes", "to_be"])
def test_other_news_of_them_ends_nothing(contact, met, said):
    FamilyContactEntryFactory(contact=contact, happened_on=date(2026, 2, 20), **{said: True})
    assert met() is None


def test_sign_off_ends_it_at_the_latest():
    signed = ReviewFactory(at_stage=Stage.CSP_SIGNED_OFF)
    FamilyContactEntryFactory(contact__review=signed, draft=True)
    signed.moves.filter(to_stage=Stage.CSP_SIGNED_OFF).update(moved_on=date(2026, 2, 1))
    assert [met for *_, met in clock_of(signed, "D14").values()] == [None]
    signed.moves.filter(to_stage=Stage.CSP_SIGNED_OFF).update(moved_on=date(2026, 3, 1))
    assert [met for *_, met in clock_of(signed, "D14").values()] == [date(2026, 3, 1)]
    taken_back(signed, Stage.CSP_SIGNED_OFF)
    assert [met for *_, met in clock_of(signed, "D14").values()] == [None]


def test_a_corrected_day_moves_it_and_keeps_its_line(review, contact, given):
    FamilyContactEntryFactory(
        contact=contact, draft=True, happened_on=date(2026, 2, 9), corrects=given, root=given
    )
    assert clock_of(review, "D14") == {
        f"draft-{given.pk}": (date(2026, 2, 9), date(2026, 3, 2), None)
    }


def test_what_was_taken_back_is_as_if_it_had_not_been(review, contact, given, met):
    said = FamilyContactEntryFactory(contact=contact, comments=True)
    FamilyContactEntryFactory(contact=contact, kind=EntryKind.TAKEN_BACK, corrects=said, root=said)
    assert met() is None
    FamilyContactEntryFactory(
        contact=contact, kind=EntryKind.TAKEN_BACK, corrects=given, root=given
    )
    assert not clock_of(review, "D14")


def test_a_draft_read_on_paper_is_no_draft_here():
    assert not clock_of(begun_on_paper(ReviewFactory(at_stage=Stage.CLEARED)), "D14")


def test_only_whoever_reads_the_compartment_sees_it(review, given):
    part = AgencyInvolvementFactory(review=review)
    clock_of(review, "D14")
    places = {
        Role.INDEPENDENT_CHAIR: review,
        Role.PANEL_MEMBER: review,
        Role.AGENCY_CONTACT: part,
    }
    readers = {role: playing(role, to=to) for role, to in places.items()}
    seen = {role for role, who in readers.items() if readable_in(review, who).filter(code="D14")}
    assert seen == {Role.INDEPENDENT_CHAIR}
