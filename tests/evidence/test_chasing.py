"""Agencies that have not answered are reminded, one or many at once."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from evidence.models import ScopingChase, ScopingRoute
from evidence.operations import chasing
from messaging.models import Message
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.evidence.conftest import TODAY
from tests.factories.evidence import (
    ScopingChaseFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.messaging import MessageFactory
from tests.factories.reviews import ReviewFactory, playing

pytestmark = pytest.mark.django_db

BY_EMAIL = {"route": "EMAIL"}
BY_PHONE = {
    "route": "PHONE",
    "chased_on_day": "30",
    "chased_on_month": "1",
    "chased_on_year": "2026",
    "note": "Left word with the duty manager.",
}


def letter(review, name="Alder Trust", **kwargs):
    kwargs = {"secure_email": "box@alder.example", **kwargs}
    agency = {f"involvement__agency__{key}": value for key, value in kwargs.items()}
    return ScopingRequestFactory(
        involvement__review=review, involvement__agency__name=name, **agency
    )


def page(review, *letters, late=False):
    path = reverse("evidence:chase", args=[review.reference])
    parts = "&".join(f"part={row.involvement_id}" for row in letters)
    return f"{path}?{'which=late' if late else parts}"


def shown(response):
    return response.content.decode()


def test_the_page_states_whom_an_email_would_reach(desk, review):
    reached = letter(review)
    silent = letter(review, "Corner Bakery", secure_email="")
    again = letter(review, "Birch Police")
    ScopingChaseFactory(
        request=again, route="EMAIL", chased_on=TODAY, message=MessageFactory(sent=True)
    )
    answered = letter(review, "Cedar Homes")
    ScopingReturnFactory(request=answered)

    words = shown(desk.get(page(review, reached, silent, again, answered)))

    assert "1 agency will be emailed, if you choose email." in words
    assert "Alder Trust, answer due 20 January 2026" in words
    assert "Corner Bakery" in words
    assert "Emailed today already" in words
    assert "Cedar Homes" not in words


def test_several_are_reminded_by_email_at_once(desk, review, officer):
    letters = [letter(review, name) for name in ("Alder Trust", "Birch Police", "Cedar Homes")]

    answer = desk.post(page(review, late=True), BY_EMAIL)

    assert answer.url == reverse("evidence:agencies", args=[review.reference])
    assert {row.request for row in ScopingChase.objects.all()} == set(letters)
    message = Message.objects.first()
    assert (message.kind, message.to_address) == ("scoping_chased_by_link", "box@alder.example")
    assert AuditEvent.objects.filter(event="scoping.chased", actor_id=officer.pk).count() == 3
    assert "A reminder of 3 agencies is recorded." in shown(desk.get(answer.url))


def test_a_form_sent_twice_reminds_once(desk, review):
    asked = letter(review)
    desk.post(page(review, asked), BY_EMAIL)

    again = desk.post(page(review, asked), BY_EMAIL)

    assert "Nobody is left to remind" in shown(again)
    assert Message.objects.count() == 1


def test_a_call_is_recorded_for_those_without_an_address(desk, review):
    silent = letter(review, "Corner Bakery", secure_email="")

    assert "Nobody is left to remind" in shown(desk.post(page(review, silent), BY_EMAIL))
    answer = desk.post(page(review, silent), BY_PHONE, follow=True)

    assert "A reminder of 1 agency is recorded." in shown(answer)
    reminder = silent.chases.get()
    assert (reminder.chased_on, reminder.route) == (date(2026, 1, 30), "PHONE")
    assert reminder.note == "Left word with the duty manager."
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"route": ""}, "Answer “How?”"),
        ({"chased_on_day": "31", "chased_on_month": "2"}, "must be a real date"),
        ({"chased_on_day": "", "chased_on_month": "", "chased_on_year": ""}, "Enter the day"),
        ({"chased_on_year": "2027"}, "must be today or in the past"),
        ({"chased_on_day": "5"}, "The day must be on or after the day of the letter"),
    ],
)
def test_a_reminder_that_cannot_be_is_refused(desk, review, wrong, said):
    asked = letter(review)
    words = shown(desk.post(page(review, asked), {**BY_PHONE, **wrong}))

    assert said in words
    assert "Left word with the duty manager." in words
    assert not ScopingChase.objects.exists()


def test_nobody_chosen_is_said(desk, review):
    words = shown(desk.get(page(review) + "part=x"))
    assert "Nobody is chosen who has yet to answer" in words


def test_another_reviews_letters_are_left_alone(desk, review):
    elsewhere = letter(ReviewFactory())
    assert "Nobody is chosen" in shown(desk.get(page(review, elsewhere)))
    desk.post(page(review, elsewhere), BY_EMAIL)
    assert not ScopingChase.objects.exists()


@pytest.mark.parametrize("role", [Role.CSP_CHAIR, Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER])
def test_only_the_officer_reminds(client, review, role, when):
    asked = letter(review)
    person = playing(role, to=review)
    client.force_login(person)

    assert client.get(page(review, asked)).status_code == 404
    with pytest.raises(Refused):
        chasing.chase(
            review=review,
            requests=[asked],
            route=ScopingRoute.PHONE,
            chased_on=TODAY,
            **{**when, "by": person},
        )


def test_nobody_is_reminded_in_a_review_that_has_ended(client):
    ended = ReviewFactory(at_stage=Stage.CLOSED_NO_REVIEW)
    client.force_login(playing(Role.CSP_OFFICER, to=ended))
    words = shown(client.post(page(ended, letter(ended)), BY_EMAIL))
    assert "This review has ended" in words
