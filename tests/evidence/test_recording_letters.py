"""Letters and calls that did not go out from here are recorded."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from evidence.models import ScopingRequest, ScopingRoute
from evidence.operations import asking
from messaging.models import Message
from reviews.access import Refused, Role
from tests.evidence.conftest import TODAY
from tests.evidence.scoping import FILLED, LETTER, address, named, shown
from tests.factories.agencies import AgencyFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

# Letters sent another way


RECORDED = {
    **FILLED,
    "sent_on_day": "6",
    "sent_on_month": "1",
    "sent_on_year": "2026",
    "route": ScopingRoute.POST,
    "sent_to": "The manager, by name",
}


@pytest.fixture
def part(review):
    return AgencyInvolvementFactory(review=review, agency__name="Corner Bakery")


def letter_page(part):
    return reverse("evidence:record-letter", args=[part.review.reference, part.pk])


def test_a_letter_by_post_is_recorded_with_its_copy(desk, part, attached):
    assert desk.get(letter_page(part)).status_code == 200

    answer = desk.post(letter_page(part), {**RECORDED, "copy": attached})

    letter = part.scoping_requests.get()
    assert answer.url == part.get_absolute_url()
    assert (letter.sent_on, letter.route, letter.message) == (date(2026, 1, 6), "POST", None)
    assert letter.letter.original_name == "letter.txt"
    assert not Message.objects.exists()
    assert AuditEvent.objects.filter(event="scoping.letter_recorded").exists()
    assert "letter.txt" in shown(desk.get(answer.url))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"sent_on_year": "2027"}, "The letter must be today or in the past"),
        ({"sent_on_day": "1"}, "The letter must be after the death"),
        ({"sent_on_day": "3"}, "This day comes before the notification"),
        ({"route": ""}, "Choose how the question was put"),
        ({"route": "EMAIL"}, "what was chosen is not offered"),
        ({"sent_to": ""}, "Enter who was asked"),
        ({"due_on_month": "1", "due_on_day": "5"}, "due on or after the day of the letter"),
    ],
)
def test_a_letter_that_cannot_be_is_refused(desk, part, wrong, said):
    page = shown(desk.post(letter_page(part), {**RECORDED, "note": "Kept as typed", **wrong}))

    assert said in page
    assert "Kept as typed" in page
    assert not part.scoping_requests.exists()


def test_an_unusual_day_is_kept_with_its_reason(desk, part):
    filled = {**RECORDED, "sent_on_day": "4", "unusual_reason": "The police rang at once."}
    desk.post(letter_page(part), filled)
    assert part.scoping_requests.get().unusual_reason == "The police rang at once."


def test_a_letter_of_an_empty_file_is_refused_and_nothing_else_is_lost(desk, part, empty):
    page = shown(desk.post(letter_page(part), {**RECORDED, "copy": empty}))
    assert "empty" in page
    assert "The manager, by name" in page


def test_letters_to_many_are_recorded_at_once_for_a_review_already_running(desk, review):
    trust, bakery = named(name="Alder Trust"), AgencyFactory(name="Corner Bakery")
    page = address(review, "record-letters", trust, bakery)
    assert "Record that 2 agencies were asked" in shown(desk.get(page))

    answer = desk.post(page, RECORDED, follow=True)

    assert "2 letters are recorded. Nothing was sent from here." in shown(answer)
    assert set(ScopingRequest.objects.values_list("sent_on", "route")) == {
        (date(2026, 1, 6), "POST")
    }
    assert not Message.objects.exists()

    again = shown(desk.post(page, RECORDED))
    assert "A letter of this day is recorded for each of them already" in again
    third = address(review, "record-letters", trust, bakery, named())
    assert "1 letter is recorded." in shown(desk.post(third, RECORDED, follow=True))


def test_recording_for_many_names_what_is_wrong(desk, review):
    page = address(review, "record-letters", AgencyFactory())
    words = shown(desk.post(page, {**RECORDED, "sent_on_day": "3"}))
    assert "This day comes before the notification" in words
    assert not review.involvements.exists()
    assert "Tick at least one agency." in shown(desk.get(address(review, "record-letters")))


def test_another_officer_cannot_record_a_letter(client, part, when):
    stranger = playing(Role.CSP_OFFICER, to=ReviewFactory())
    client.force_login(stranger)
    assert client.get(letter_page(part)).status_code == 404
    with pytest.raises(Refused):
        asking.record_letter(
            involvement=part,
            sent_on=TODAY,
            route="POST",
            sent_to="x",
            letter=LETTER,
            **{**when, "by": stranger},
        )
