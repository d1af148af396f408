"""Agencies are looked at once more, and written to."""

import pytest
from django.urls import reverse

from agencies.models import User
from audit.models import AuditEvent
from evidence.models import ScopingRequest
from evidence.operations import asking
from messaging.models import Message
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from reviews.models import Membership
from tests.evidence.conftest import TODAY
from tests.evidence.scoping import FILLED, LETTER, address, boxed, named, shown
from tests.factories.agencies import AgencyFactory, UserFactory
from tests.factories.evidence import ScopingRequestFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

# The last look


def test_the_last_look_states_the_consequence(desk, review):
    agencies = [named() for _ in range(3)]
    silent = AgencyFactory(name="Corner Bakery")
    before = boxed(name="Alder Trust")
    ScopingRequestFactory(involvement__review=review, involvement__agency=before)

    page = shown(desk.get(address(review, "confirm-asking", *agencies, silent, before)))

    assert "Ask 5 agencies" in page
    assert "3 agencies will be emailed." in page
    assert agencies[0].single_point.email in page
    assert "Corner Bakery" in page
    assert "This agency is brought into the review to be asked another way" in page
    assert "Ask again those that were asked before" in page
    assert 'value="16"' in page  # two weeks from today
    assert "Ola Farrow, ola@csp.example" in page
    assert not Message.objects.exists()


def test_one_agency_is_one_agency(desk, review):
    page = shown(desk.get(address(review, "confirm-asking", boxed())))
    assert "1 agency will be emailed." in page
    assert "Ask again" not in page
    assert "Let the named contacts sign in" not in page


# Sending


def test_each_agency_gets_one_email_and_a_place_in_the_review(desk, review, officer):
    trust, police = named(name="Alder Trust"), boxed(name="Birch Police")
    bakery = AgencyFactory(name="Corner Bakery")

    answer = desk.post(address(review, "confirm-asking", trust, police, bakery), FILLED)

    assert answer.url == reverse("evidence:agencies", args=[review.reference])
    assert review.involvements.count() == 3
    sent = {request.involvement.agency: request for request in ScopingRequest.objects.all()}
    assert set(sent) == {trust, police}
    letter = sent[trust]
    assert (letter.sent_on, letter.due_on, letter.route) == (TODAY, LETTER.due_on, "EMAIL")
    assert letter.sent_to == trust.single_point.email
    assert sent[police].sent_to == police.secure_email
    assert letter.whom_to_ring == "Ola Farrow, 0100 1"
    assert letter.message.path == letter.involvement.get_absolute_url()
    assert letter.message.to_address == trust.single_point.email
    assert AuditEvent.objects.filter(event="scoping.asked", actor_id=officer.pk).count() == 2
    page = shown(desk.get(answer.url))
    assert "2 agencies emailed, 1 to be asked another way, 1 person admitted to answer." in page


def test_a_named_contact_can_answer_and_do_nothing_else(desk, review):
    trust = named()
    desk.post(address(review, "confirm-asking", trust), FILLED)

    person = User.objects.get(email=trust.single_point.email)
    membership = Membership.objects.get(user=person)
    assert membership.role == Role.AGENCY_CONTACT
    assert membership.involvement.agency == trust
    kinds = set(Message.objects.values_list("kind", flat=True))
    assert kinds == {"account_invited", "scoping_requested"}


def test_nobody_is_let_in_where_the_officer_does_not_want_it(desk, review):
    desk.post(
        address(review, "confirm-asking", named()), {**FILLED, "admit_contacts": ""}, follow=True
    )
    assert Membership.objects.filter(involvement__isnull=False).count() == 0
    assert not Message.objects.filter(kind="account_invited").exists()


def test_who_is_in_already_or_has_left_is_not_let_in_again(review, when):
    inside = AgencyInvolvementFactory(review=review, agency=named())
    author = playing(Role.IMR_AUTHOR, to=inside, email=inside.agency.single_point.email.upper())
    left = named()
    UserFactory(email=left.single_point.email, is_active=False)

    done = asking.ask(
        review=review,
        agencies=[inside.agency, left],
        letter=LETTER,
        admit_contacts=True,
        **when,
    )

    assert done.admitted == []
    assert Membership.objects.filter(user=author).count() == 1
    assert len(done.sent) == 2


def test_a_form_sent_twice_asks_once(desk, review):
    page = address(review, "confirm-asking", named())
    desk.post(page, FILLED)

    again = desk.post(page, FILLED)

    assert "Each of these agencies has been asked already" in shown(again)
    assert ScopingRequest.objects.count() == 1
    assert Message.objects.filter(kind="scoping_requested").count() == 1


def test_asking_again_needs_a_word_on_what_is_new(desk, review):
    trust, fresh = named(), named()
    page = address(review, "confirm-asking", trust, fresh)
    desk.post(address(review, "confirm-asking", trust), FILLED)

    refused = shown(desk.post(page, {**FILLED, "again": "on"}))
    assert "Say what is new for those who were asked before" in refused
    assert ScopingRequest.objects.count() == 1

    desk.post(page, {**FILLED, "again": "on", "note": "Search under a further name."})
    assert ScopingRequest.objects.filter(involvement__agency=trust).count() == 2
    assert ScopingRequest.objects.filter(involvement__agency=fresh).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"due_on_day": "1"}, "The answer must be due on or after the day of the letter"),
        ({"due_on_day": "31"}, "The day to answer by must be a real date"),
        ({"due_on_day": "", "due_on_month": "", "due_on_year": ""}, "Fill in “Answer by”"),
        ({"whom_to_ring": ""}, "Enter whom to ring with questions"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_sent(desk, review, wrong, said):
    filled = {**FILLED, "note": "Kept as typed", **wrong}
    page = shown(desk.post(address(review, "confirm-asking", named()), filled))

    assert said in page
    assert "Kept as typed" in page
    assert not review.involvements.exists()
    assert not Message.objects.exists()


def test_agencies_are_asked_in_month_nine_too(client, when):
    late = ReviewFactory(at_stage=Stage.DRAFTING)
    client.force_login(playing(Role.CSP_OFFICER, to=late))

    client.post(address(late, "confirm-asking", named()), FILLED)

    assert ScopingRequest.objects.filter(involvement__review=late).exists()


def test_nobody_is_asked_in_a_review_that_has_ended(client):
    ended = ReviewFactory(at_stage=Stage.CLOSED_NO_REVIEW)
    client.force_login(playing(Role.CSP_OFFICER, to=ended))
    page = client.post(address(ended, "confirm-asking", named()), FILLED)
    assert "This review has ended" in shown(page)


def test_asking_needs_somebody_to_ask(review, when):
    with pytest.raises(Refused, match="Choose at least one agency"):
        asking.ask(review=review, agencies=[], letter=LETTER, admit_contacts=False, **when)


def test_who_has_an_account_is_let_in_without_a_second_email(desk, review):
    trust = named()
    person = UserFactory(email=trust.single_point.email)

    desk.post(address(review, "confirm-asking", trust), FILLED)

    assert Membership.objects.get(user=person).role == Role.AGENCY_CONTACT
    assert [message.kind for message in Message.objects.all()] == ["scoping_requested"]


@pytest.mark.parametrize(
    "role", [Role.CSP_CHAIR, Role.INDEPENDENT_CHAIR, Role.PANEL_MEMBER, Role.NEIGHBOURING_OFFICER]
)
def test_only_the_officer_asks(client, review, role, when):
    person = playing(role, to=review)
    client.force_login(person)

    for page in ("ask-agencies", "add-body", "confirm-asking", "record-letters"):
        assert client.get(address(review, page)).status_code == 404
    with pytest.raises(Refused):
        asking.ask(
            review=review,
            agencies=[named()],
            letter=LETTER,
            admit_contacts=False,
            **{**when, "by": person},
        )
