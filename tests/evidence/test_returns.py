"""Answers as they really come: through a successor, for several services, corrected, in part."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from evidence.models import ReturnKind, Tier
from evidence.operations.requests import ask_for_evidence
from evidence.queries.report_facts import facts, questions
from evidence.rules.requests import Brief
from evidence.rules.scoping import Answer, check_correction
from messaging.models import Message
from reviews.access import Refused, Role
from reviews.queries.asking import ask
from tests.evidence.conftest import TODAY
from tests.evidence.scoping import NIL, at, shown
from tests.evidence.test_recorded_returns import RECORDED
from tests.factories.agencies import AgencyFactory
from tests.factories.evidence import ScopingRequestFactory, ScopingReturnFactory
from tests.factories.reviews import AgencyInvolvementFactory, DecisionFactory, admit, playing

pytestmark = pytest.mark.django_db
FOUND = {**RECORDED, "return_kind": "SUMMARY", "account": "Two visits in May."}
HELD_BACK = {
    "withheld": "Counselling notes of a child",
    "withheld_because": "The child did not agree.",
    "withheld_basis": "CONFIDENCE",
    "redaction_agreed_with": "Ola Farrow, 28 January",
}


@pytest.fixture
def nil(asked):
    return ScopingReturnFactory(request=asked.scoping_requests.get(), answered_on=date(2026, 1, 25))


def contribution(part):
    rows = facts(ask(questions(part.review)))
    return next(one for one in rows if one.part == part.pk)


# A nil return that was wrong


def test_a_nil_return_is_corrected_with_its_reason_and_what_rested_on_it_is_told(
    desk, asked, nil, when
):
    chair = playing(Role.INDEPENDENT_CHAIR, to=asked.review, email="cal@panel.test")
    DecisionFactory(review=asked.review, decided_on=date(2026, 1, 28), outcome="NO_REVIEW")
    brief = Brief(due_on=None, told_otherwise="rung")
    ask_for_evidence(
        review=asked.review,
        asked={asked: Tier.NOTHING},
        brief=brief,
        asked_on=date(2026, 1, 27),
        **{**when, "at": nil.recorded_at},
    )

    filled = {**FOUND, "corrects_because": "Her maiden name was not searched."}
    page = shown(desk.post(at(asked, "record-return"), filled, follow=True))

    assert [one.return_kind for one in asked.scoping_returns.all()] == ["NIL", "SUMMARY"]
    assert "Her maiden name was not searched." in page
    assert "Do not hold a review: decided on 28 January 2026" in page
    assert "Asked of this agency: Nothing more, 27 January 2026" in page
    told = Message.objects.filter(kind="nil_return_corrected")
    assert {one.to_address for one in told} >= {chair.email, "ola@csp.example"}
    assert AuditEvent.objects.filter(event="scoping.nil_corrected").count() == 1


def test_a_nil_return_is_not_corrected_without_saying_why_it_was_wrong(desk, asked, nil):
    page = shown(desk.post(at(asked, "record-return"), FOUND))
    assert "Say why the earlier answer, that nothing was found, was wrong" in page
    assert asked.scoping_returns.get() == nil


def test_an_agency_says_itself_why_its_nil_return_was_wrong(theirs, asked, nil):
    filled = {**NIL, "return_kind": "SUMMARY", "account": "One call."}
    page = shown(theirs.post(at(asked, "answer"), filled))
    assert "Say why the earlier answer" in page

    theirs.post(at(asked, "answer"), {**filled, "corrects_because": "The archive was left out."})
    assert asked.scoping_returns.last().corrects_because == "The archive was left out."


def test_nothing_is_asked_of_a_second_nil_return_or_of_giving_up(desk, asked, nil):
    desk.post(at(asked, "record-return"), RECORDED)
    assert asked.scoping_returns.count() == 2
    assert not Message.objects.filter(kind="nil_return_corrected").exists()


def test_what_to_ask_is_weighed_again_after_a_correction_until_somebody_says(
    desk, asked, nil, when
):
    def ask_nothing(**changed):
        brief = Brief(due_on=None, told_otherwise="rung", reason="They told little.")
        ask_for_evidence(
            review=asked.review, asked={asked: Tier.NOTHING}, brief=brief, asked_on=TODAY,
            **{**when, **changed},
        )  # fmt: skip

    ask_nothing(at=nil.recorded_at)
    desk.post(at(asked, "record-return"), {**FOUND, "corrects_because": "Archive."})
    words = "Decide again what to ask of Alder Trust"
    assert words in shown(desk.get(reverse("reviews:my-work")))

    ask_nothing(at=when["at"] + timedelta(minutes=1))
    assert words not in shown(desk.get(reverse("reviews:my-work")))


# In another's place, and for several


def test_a_body_that_took_over_answers_for_one_that_closed(desk, asked):
    heir = AgencyFactory(name="Birch Trust", successor_of=asked.agency)
    stranger = AgencyFactory(name="Unrelated Ltd")
    page = shown(desk.get(asked.get_absolute_url()))
    assert "Its work and records went to Birch Trust." in page

    refused = desk.post(at(asked, "record-return"), {**FOUND, "answered_by": stranger.pk})
    assert refused.status_code == 200
    desk.post(at(asked, "record-return"), {**FOUND, "answered_by": heir.pk})

    page = shown(desk.get(asked.get_absolute_url()))
    assert "Answered in its place by" in page
    assert contribution(asked).answered_by == "Birch Trust"


@pytest.fixture
def kin(asked):
    """Another service of the same body, asked by a letter of its own."""
    asked.agency.part_of = AgencyFactory(name="Whole Council")
    asked.agency.save()
    return ScopingRequestFactory(
        involvement__review=asked.review,
        involvement__agency=AgencyFactory(name="Adult Care", part_of=asked.agency.part_of),
        sent_on=date(2026, 1, 20),
    ).involvement


def test_one_reply_is_kept_for_several_services_of_a_body(desk, asked, kin):
    desk.post(at(asked, "record-return"), {**FOUND, "also_for": [kin.pk]})

    first, second = asked.scoping_returns.get(), kin.scoping_returns.get()
    assert second.same_as == first
    assert second.request == kin.scoping_requests.get()
    assert "As that of Alder Trust" in shown(desk.get(kin.get_absolute_url()))


def test_one_reply_is_not_kept_for_another_body(desk, asked):
    other = AgencyInvolvementFactory(review=asked.review)
    desk.post(at(asked, "record-return"), {**FOUND, "also_for": [other.pk]})
    assert not other.scoping_returns.exists()


def test_an_agency_answers_for_a_sister_service_only_where_the_same_person_speaks_for_it(
    theirs, contact, asked, kin
):
    assert "Adult Care" not in shown(theirs.get(asked.get_absolute_url()))
    theirs.post(at(asked, "answer"), {**NIL, "also_for": [kin.pk]})
    assert not kin.scoping_returns.exists()

    admit(contact, Role.AGENCY_CONTACT, to=kin)
    theirs.post(at(asked, "answer"), {**NIL, "also_for": [kin.pk]})
    assert kin.scoping_returns.get().return_kind == ReturnKind.NIL


# Held back in part


def test_what_is_held_back_is_kept_with_reason_basis_and_whom_it_was_agreed_with(desk, asked):
    desk.post(at(asked, "record-return"), {**FOUND, **HELD_BACK})

    page = shown(desk.get(asked.get_absolute_url()))
    for words in ("Counselling notes of a child", "The child did not agree.", "Ola Farrow, 28"):
        assert words in page
    assert contribution(asked).withheld.label == "Confidence owed to somebody else"


@pytest.mark.parametrize("left_out", list(HELD_BACK))
def test_whatever_is_held_back_is_explained_whole(desk, asked, left_out):
    desk.post(at(asked, "record-return"), {**FOUND, **HELD_BACK, left_out: ""})
    assert not asked.scoping_returns.exists()


def test_the_days_of_a_nil_return_and_its_correction_are_of_one_letter(desk, asked, nil):
    """A wider search is another letter: answering it corrects nothing."""
    ScopingRequestFactory(involvement=asked, sent_on=TODAY.replace(day=1), due_on=TODAY)
    desk.post(at(asked, "record-return"), {**FOUND, "given_on_day": "1", "given_on_month": "2"})
    assert asked.scoping_returns.count() == 2
    assert not Message.objects.filter(kind="nil_return_corrected").exists()


def test_a_nil_return_is_taken_back_with_a_reason_whatever_way_it_comes():
    with pytest.raises(Refused, match="was wrong"):
        check_correction(ReturnKind.NIL, Answer(return_kind=ReturnKind.LETTER))
