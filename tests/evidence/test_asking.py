"""Agencies are chosen, looked at once more, and written to."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import Agency, AgencyKind, User
from audit.models import AuditEvent
from evidence.models import ScopingRequest, ScopingRoute
from evidence.operations import asking
from evidence.operations.asking import Letter
from messaging.models import Message
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from reviews.models import Membership
from tests.evidence.conftest import TODAY
from tests.factories.agencies import AgencyContactFactory, AgencyFactory, UserFactory
from tests.factories.evidence import ScopingRequestFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing

pytestmark = pytest.mark.django_db

LETTER = Letter(due_on=date(2026, 2, 16), whom_to_ring="Ola Farrow, 0100 1")
FILLED = {
    "due_on_day": "16",
    "due_on_month": "2",
    "due_on_year": "2026",
    "whom_to_ring": "Ola Farrow, 0100 1",
    "note": "",
    "admit_contacts": "on",
}


def boxed(**kwargs):
    """An agency with a secure mailbox and nobody named."""
    return AgencyFactory(secure_email=f"box@{kwargs.get('slug', 'body')}.example", **kwargs)


def named(**kwargs):
    """An agency with a single point of contact."""
    return AgencyContactFactory(agency=AgencyFactory(**kwargs), is_single_point=True).agency


def address(review, page="confirm-asking", *agencies, **asked):
    path = reverse(f"evidence:{page}", args=[review.reference])
    query = "&".join(
        [f"agency={agency.pk}" for agency in agencies] + [f"{k}={v}" for k, v in asked.items()]
    )
    return f"{path}?{query}"


def shown(response):
    return response.content.decode()


def ticked(response):
    offer = response.context["offer"]
    boxes = [choice for group in offer.groups for choice in group.choices] + offer.elsewhere
    return {choice.agency.name for choice in boxes if choice.is_ticked}


# Choosing


def test_agencies_are_listed_by_kind_with_what_to_know_of_each(desk, review):
    old = AgencyFactory(name="Dogwood Housing", closed_on=date(2021, 3, 31))
    AgencyFactory(name="Cedar Homes", kind=AgencyKind.HOUSING, successor_of=old, area="Norham")
    named(name="Birch Police", kind=AgencyKind.POLICE)
    council = AgencyFactory(name="Norham Council", kind=AgencyKind.LOCAL_AUTHORITY)
    asked = boxed(name="Alder Trust", kind=AgencyKind.ACUTE, part_of=council)
    ScopingRequestFactory(involvement__review=review, involvement__agency=asked)

    answer = desk.get(address(review, "ask-agencies"))

    groups = {group.label: group.choices for group in answer.context["offer"].groups}
    assert list(groups) == ["Police", "Hospital trust", "Housing provider", "Other council service"]
    hints = {choice.agency.name: choice.hint for found in groups.values() for choice in found}
    assert hints == {
        "Birch Police": "",
        "Alder Trust": "Part of Norham Council, asked on 6 January 2026",
        "Cedar Homes": "Norham, took over from Dogwood Housing, no email address",
        "Norham Council": "No email address",
    }


def test_ticks_survive_another_search(desk, review):
    police = named(name="Birch Police", kind=AgencyKind.POLICE, area="Norham")
    trust = named(name="Alder Trust", kind=AgencyKind.ACUTE, area="Sudham")

    page = desk.get(address(review, "ask-agencies", police, trust, area="Sudham"))

    assert ticked(page) == {"Birch Police", "Alder Trust"}
    assert [choice.agency for choice in page.context["offer"].elsewhere] == [police]
    assert "Ticked before, not in this search" in shown(page)
    assert "2 ticked." in shown(page)


def test_all_that_a_search_shows_are_ticked_at_once_and_taken_back(desk, review):
    police = named(name="Birch Police", area="Norham")
    named(name="Alder Trust", area="Sudham")

    page = desk.get(address(review, "ask-agencies", police, area="Sudham", tick="shown"))
    assert ticked(page) == {"Birch Police", "Alder Trust"}

    page = desk.get(address(review, "ask-agencies", police, tick="none"))
    assert ticked(page) == set()


def test_more_than_fit_are_not_ticked_at_once(desk, review, monkeypatch):
    monkeypatch.setattr("evidence.queries.choosing.MOST", 2)
    for _ in range(3):
        AgencyFactory()

    page = desk.get(address(review, "ask-agencies", tick="shown"))

    assert ticked(page) == set()
    assert "more than 2 agencies at once" in shown(page)
    assert "<title>Error:" in shown(page)


def test_nonsense_in_the_address_ticks_nothing(desk, review):
    AgencyFactory()
    page = desk.get(address(review, "ask-agencies", agency="x", kind="y"))
    assert "No body fits this search" in shown(page)
    assert "0 ticked" in shown(page)


@pytest.mark.parametrize("rows", [3, 60])
def test_choosing_asks_the_database_the_same_whatever_the_directory(
    desk, review, rows, django_assert_max_num_queries
):
    agencies = [named(area="Norham") for _ in range(rows)]

    with django_assert_max_num_queries(14):
        desk.get(address(review, "ask-agencies", *agencies[:2], words="nothing"))
    with django_assert_max_num_queries(14):
        desk.get(address(review, "ask-agencies", *agencies[:2]))


def test_going_on_without_a_tick_says_so(desk, review):
    page = desk.get(address(review, "confirm-asking"))
    assert "Tick at least one agency." in shown(page)
    assert "<title>Error:" in shown(page)


# A body that is not listed


def test_a_body_is_added_on_the_way_and_comes_back_ticked(desk, review):
    police = named(name="Birch Police")
    body = {"name": "Corner Bakery", "kind": "EMPLOYER", "full_name": "Ines Okoro"}

    page = desk.post(address(review, "add-body", police), {**body, "area": "Norham"})
    assert "Enter the email address of the person to write to" in shown(page)
    assert 'value="Norham"' in shown(page)

    page = desk.post(
        address(review, "add-body", police), {**body, "email": "ines@bakery.example"}, follow=True
    )
    assert ticked(page) == {"Birch Police", "Corner Bakery"}
    assert Agency.objects.get(name="Corner Bakery").single_point.full_name == "Ines Okoro"


def test_an_added_mailbox_is_nobodys_own(desk, review):
    desk.post(
        address(review, "add-body"),
        {"name": "Corner Bakery", "kind": "EMPLOYER", "email": "box@bakery.example"},
    )
    body = Agency.objects.get()
    assert (body.secure_email, body.single_point) == ("box@bakery.example", None)


def test_a_body_that_is_listed_is_not_added_twice(desk, review):
    AgencyFactory(name="Corner Bakery")
    assert desk.get(address(review, "add-body")).status_code == 200
    page = desk.post(address(review, "add-body"), {"name": "corner bakery", "kind": "EMPLOYER"})
    assert "in the directory already" in shown(page)


def test_an_officer_of_the_review_without_a_post_is_told(client, review):
    client.force_login(playing(Role.CSP_OFFICER, to=review))
    page = client.post(address(review, "add-body"), {"name": "Bakery", "kind": "EMPLOYER"})
    assert "Only a CSP officer changes the directory" in shown(page)


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
        ({"due_on_day": "", "due_on_month": "", "due_on_year": ""}, "Enter "),
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
        ({"route": "EMAIL"}, "Select a valid choice"),
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
