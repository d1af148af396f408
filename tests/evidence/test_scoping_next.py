"""What scoping asks of people, says on the review's home page, and holds back."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import COMMAND_LINE
from evidence.cards import scoping as cards
from evidence.gates import scoping as gates
from evidence.models import ScopingRequest
from evidence.queries import work
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.evidence.conftest import TODAY
from tests.factories.evidence import (
    ScopingChaseFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db


def letter(review, name="Alder Trust", **kwargs):
    return ScopingRequestFactory(
        involvement__review=review, involvement__agency__name=name, **kwargs
    )


# What is waiting


def test_the_last_letter_waits_until_it_is_answered(review):
    first = letter(review)
    second = ScopingRequestFactory(
        involvement=first.involvement, sent_on=date(2026, 1, 30), due_on=date(2026, 2, 13)
    )
    ScopingReturnFactory(request=first)

    assert list(ScopingRequest.objects.waiting()) == [second]
    assert not ScopingRequest.objects.late(TODAY).exists()

    ScopingReturnFactory(request=second)
    assert not ScopingRequest.objects.waiting().exists()


def test_an_older_letter_recorded_later_is_not_the_last(review):
    first = letter(review)
    earlier = ScopingRequestFactory(involvement=first.involvement, sent_on=date(2026, 1, 5))
    assert list(ScopingRequest.objects.waiting()) == [first]
    assert earlier.pk > first.pk


# Gates


def test_the_decision_waits_until_somebody_is_asked(review):
    (said,) = gates.agencies_are_asked(review)
    assert said.words == "No agency has been asked yet."
    assert said.href == reverse("evidence:ask-agencies", args=[review.reference])

    letter(review)
    assert gates.agencies_are_asked(review) == []


def test_the_decision_waits_for_answers_by_name(review):
    letter(review, "Birch Police")
    ScopingReturnFactory(request=letter(review, "Cedar Homes"))
    (said,) = gates.scoping_is_answered(review)
    assert said.words == "One agency has not answered: Birch Police."
    assert said.href.endswith("?show=unanswered")

    letter(review, "Alder Trust")
    AgencyInvolvementFactory(review=review, agency__name="Dogwood Gym")
    answers, asking = gates.scoping_is_answered(review)
    assert answers.words == "Two agencies have not answered: Alder Trust, Birch Police."
    assert asking.words == "One agency has not been asked: Dogwood Gym."


def test_a_long_list_is_counted(review):
    for number in range(17):
        letter(review, f"Body {number:02}")
    (said,) = gates.scoping_is_answered(review)
    assert said.words == (
        "17 agencies have not answered: Body 00, Body 01, Body 02, Body 03 and 13 more."
    )


@pytest.mark.parametrize("kind", ["NIL", "REFUSED", "NO_RESPONSE", "NOT_PURSUED"])
def test_any_return_ends_the_wait(review, kind):
    ScopingReturnFactory(request=letter(review), return_kind=kind)
    assert gates.scoping_is_answered(review) == []


def test_another_reviews_agencies_hold_nothing_back(review):
    letter(ReviewFactory())
    assert gates.scoping_is_answered(review) == []


# The card


def test_the_card_counts_the_answers(review, officer):
    assert cards.agencies(review, officer, TODAY).figure == "None asked yet"

    ScopingReturnFactory(request=letter(review, "Cedar Homes"), return_kind="SUMMARY")
    letter(review, "Alder Trust")
    AgencyInvolvementFactory(review=review)

    card = cards.agencies(review, officer, TODAY)
    assert card.figure == "1 of 3 answered"
    assert list(card.lines) == ["1 late", "1 not asked yet", "1 with something to tell"]


def test_the_card_is_not_for_the_panel(review):
    assert cards.agencies(review, playing(Role.PANEL_MEMBER, to=review), TODAY) is None


def test_the_home_page_shows_card_and_gate(desk, review):
    page = desk.get(review.get_absolute_url()).content.decode()
    assert "None asked yet" in page
    assert "No agency has been asked yet." in page


# Work


def test_the_officer_asks_agencies_the_day_after_the_notification(review, officer):
    (item,) = work.agencies_to_ask(officer, TODAY)
    assert (item.what, item.due_on) == ("Ask agencies", date(2026, 1, 6))
    assert item.reference == review.reference

    letter(review)
    assert work.agencies_to_ask(officer, TODAY) == []


def test_agencies_without_an_address_are_asked_another_way(review, officer):
    ScopingReturnFactory(request=letter(review))
    ScopingReturnFactory(
        request=None, involvement=AgencyInvolvementFactory(review=review)
    )  # told unasked
    AgencyInvolvementFactory(review=review)
    (item,) = work.agencies_to_ask(officer, TODAY)
    assert item.what == "Ask 1 agency another way"
    AgencyInvolvementFactory(review=review)
    (item,) = work.agencies_to_ask(officer, TODAY)
    assert (item.what, item.due_on) == ("Ask 2 agencies another way", date(2026, 1, 7))
    assert item.href.endswith("?show=unasked")


def test_the_officer_reminds_those_that_are_late_every_three_days(client, review, officer):
    late, later = letter(review), letter(review, "Birch Police", due_on=date(2026, 1, 25))
    letter(review, "Cedar Homes", due_on=date(2026, 2, 2))

    (item,) = work.answers_to_chase(officer, TODAY)
    assert (item.what, item.due_on) == ("Remind 2 agencies", date(2026, 1, 20))

    ScopingChaseFactory(request=late, chased_on=date(2026, 1, 31))
    ScopingChaseFactory(request=later, chased_on=date(2026, 1, 30))
    (item,) = work.answers_to_chase(officer, TODAY)
    assert item.what == "Remind 1 agency"
    client.force_login(officer)
    page = client.get(item.href).content.decode()
    assert "Birch Police" in page
    assert "Alder Trust" not in page


def test_nothing_waits_in_a_review_that_has_ended(officer):
    ended = ReviewFactory(at_stage=Stage.CLOSED_NO_REVIEW)
    part = letter(ended).involvement
    keeper = playing(Role.CSP_OFFICER, to=ended)
    contact = playing(Role.AGENCY_CONTACT, to=part)

    assert work.answers_to_chase(keeper, TODAY) == []
    assert work.letters_to_answer(contact, TODAY) == []


def test_agencies_owe_their_own_answers_only(review, officer):
    mine, other = letter(review), letter(review, "Birch Police")
    contact = playing(Role.AGENCY_CONTACT, to=mine.involvement)

    (item,) = work.letters_to_answer(contact, TODAY)
    assert item.what == "Say what Alder Trust knows"
    assert (item.href, item.due_on) == (mine.involvement.get_absolute_url(), mine.due_on)
    assert work.letters_to_answer(officer, TODAY) == []
    assert other.involvement.get_absolute_url() != item.href


def test_others_are_not_told_to_ask(review):
    chair = playing(Role.CSP_CHAIR, to=review)
    letter(review)
    for find in (work.agencies_to_ask, work.answers_to_chase):
        assert find(chair, TODAY) == []


@pytest.mark.parametrize("rows", [1, 8])
def test_my_work_asks_the_database_the_same_whatever_waits(
    review, officer, rows, django_assert_num_queries
):
    contact = playing(Role.AGENCY_CONTACT, to=letter(review).involvement)
    for number in range(rows):
        letter(review, name=f"Body {number}")
        AgencyInvolvementFactory(review=review)
    for find, who in (
        (work.agencies_to_ask, officer),
        (work.answers_to_chase, officer),
        (work.letters_to_answer, contact),
    ):
        with django_assert_num_queries(2):
            assert len(find(who, TODAY)) == 1


def test_the_command_line_asks_too(review):
    from evidence.operations import asking

    part = AgencyInvolvementFactory(review=review, agency__secure_email="box@alder.example")
    done = asking.ask(
        review=review,
        agencies=[part.agency],
        letter=asking.Letter(due_on=date(2026, 2, 16), whom_to_ring="Ola"),
        admit_contacts=False,
        today=TODAY,
        by=COMMAND_LINE,
        at=review.recorded_at,
    )
    assert done.sent[0].recorded_by is None
