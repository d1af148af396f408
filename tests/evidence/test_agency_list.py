"""The agencies of a review: who has not answered, and what the others said."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import AgencyKind
from messaging.models import State
from reviews.access import Role
from tests.evidence.scoping import shown
from tests.factories.agencies import UserFactory
from tests.factories.evidence import (
    ScopingChaseFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.messaging import MessageFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db


def page(review, **asked):
    path = reverse("evidence:agencies", args=[review.reference])
    return f"{path}?{'&'.join(f'{key}={value}' for key, value in asked.items())}"


def names(response):
    return [line.agency.name for line in response.context["lines"]]


@pytest.fixture
def several(review):
    """One agency of each standing."""

    def letter(name, **kwargs):
        return ScopingRequestFactory(
            involvement__review=review, involvement__agency__name=name, **kwargs
        )

    ScopingReturnFactory(request=letter("Alder Trust"))
    ScopingReturnFactory(
        request=letter("Birch Police"), return_kind="IMR_AND_CHRONOLOGY", by_email=True
    )
    ScopingReturnFactory(request=letter("Corner Bakery"), return_kind="NO_RESPONSE")
    late = letter("Dogwood Housing")
    ScopingChaseFactory(request=late)
    ScopingChaseFactory(request=late, chased_on=date(2026, 1, 28))
    letter("Elm School", due_on=date(2026, 2, 20))
    AgencyInvolvementFactory(
        review=review, agency__name="Fir Probation", agency__secure_email="box@fir.example"
    )
    AgencyInvolvementFactory(
        review=review, agency__name="Gorse Gym", agency__kind=AgencyKind.EMPLOYER
    )
    return review


def test_the_page_shows_at_a_glance_who_has_not_answered(desk, several):
    words = shown(desk.get(page(several)))

    assert "2 of 7 answered." in words
    assert "1 is late." in words
    assert "2 are not asked yet." in words
    for expected in (
        "IMR and chronology", "Nil return", "entered for it", "To be asked another way",
        "Not asked yet", "Record how it was asked", "28 January 2026", "2 times",
    ):  # fmt: skip
        assert expected in words


def test_those_that_are_late_come_first_then_those_that_are_due(desk, several):
    assert names(desk.get(page(several)))[:2] == ["Dogwood Housing", "Elm School"]


@pytest.mark.parametrize(
    ("show", "found"),
    [
        ("unanswered", ["Dogwood Housing", "Elm School"]),
        ("late", ["Dogwood Housing"]),
        ("unasked", ["Fir Probation", "Gorse Gym"]),
        ("telling", ["Birch Police"]),
        ("nothing", ["Alder Trust"]),
        ("closed", ["Corner Bakery"]),
    ],
)
def test_filters_are_links_with_counts(desk, several, show, found):
    answer = desk.get(page(several, show=show))

    assert names(answer) == found
    counts = {choice.value: choice.count for choice in answer.context["filters"]}
    assert counts[show] == len(found)
    assert f'href="?show={show}"' in shown(answer)


def test_an_unknown_filter_shows_all(desk, several):
    assert len(names(desk.get(page(several, show="x", sort="y")))) == 7


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("agency", "Alder Trust"),
        ("-agency", "Gorse Gym"),
        ("return", "Birch Police"),
        ("due", "Alder Trust"),
        ("-chased", "Dogwood Housing"),
    ],
)
def test_headings_sort(desk, several, sort, first):
    assert names(desk.get(page(several, sort=sort)))[0] == first


def test_a_filter_that_fits_nobody_is_not_offered(desk, review):
    AgencyInvolvementFactory(review=review)
    choices = desk.get(page(review)).context["filters"]
    assert [choice.value for choice in choices] == ["", "unasked"]


def test_an_email_that_went_nowhere_is_seen(desk, review):
    failed = MessageFactory(failed=True)
    letter = ScopingRequestFactory(involvement__review=review, route="EMAIL", message=failed)

    assert "Email not delivered" in shown(desk.get(page(review)))
    words = shown(desk.get(letter.involvement.get_absolute_url()))
    assert "The email could not be sent: The mail server said no." in words

    ScopingChaseFactory(request=letter)
    assert "Email not delivered" not in shown(desk.get(page(review)))
    assert failed.state == State.FAILED


def test_before_anybody_is_asked_the_page_says_what_to_do(desk, review):
    words = shown(desk.get(page(review)))
    assert "No agency has been asked yet" in words
    assert reverse("evidence:ask-agencies", args=[review.reference]) in words


READERS = [
    Role.CSP_CHAIR,
    Role.INDEPENDENT_CHAIR,
    Role.REVIEW_SECRETARY,
    Role.NEIGHBOURING_OFFICER,
]


@pytest.mark.parametrize("role", READERS)
def test_chairs_and_neighbours_read_and_change_nothing(client, several, role):
    client.force_login(playing(role, to=several))

    words = shown(client.get(page(several)))

    assert "Dogwood Housing" in words
    assert "Ask agencies" not in words
    assert "Remind" not in words.replace("Reminded", "")


def test_the_chair_of_an_unasked_review_is_not_told_to_ask(client, review):
    client.force_login(playing(Role.CSP_CHAIR, to=review))
    words = shown(client.get(page(review)))
    assert "No agency has been asked yet" in words
    assert "Ask agencies" not in words


@pytest.mark.parametrize(
    "stranger",
    [
        lambda review: UserFactory(),
        lambda review: playing(Role.PANEL_MEMBER, to=review),
        lambda review: playing(Role.ADVISER, to=review),
        lambda review: playing(Role.HOME_OFFICE_LIAISON, to=review),
        lambda review: playing(Role.CSP_OFFICER, to=ReviewFactory()),
    ],
)
def test_the_page_is_not_there_for_anybody_else(client, several, stranger):
    client.force_login(stranger(several))
    assert client.get(page(several)).status_code == 404


@pytest.mark.parametrize("rows", [3, 30])
def test_the_page_asks_the_database_the_same_whatever_its_length(
    client, review, rows, django_assert_max_num_queries
):
    for number in range(rows):
        letter = ScopingRequestFactory(involvement__review=review)
        ScopingChaseFactory(request=letter)
        if number % 2:
            ScopingReturnFactory(request=letter)
    client.force_login(playing(Role.CSP_OFFICER, to=review))

    with django_assert_max_num_queries(14):
        client.get(page(review))
