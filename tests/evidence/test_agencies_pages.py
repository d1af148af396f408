"""The agencies of a review: who has not answered, what the others said, and every file."""

from datetime import date

import pytest
from django.urls import reverse

from agencies.models import AgencyKind
from evidence.queries import dossier
from messaging.models import State
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.agencies import AgencyFactory, UserFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import (
    ScopingChaseFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.messaging import MessageFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonAddressFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db


def page(review, **asked):
    path = reverse("evidence:agencies", args=[review.reference])
    return f"{path}?{'&'.join(f'{key}={value}' for key, value in asked.items())}"


def at(part, name, *more):
    return reverse(f"evidence:{name}", args=[part.review.reference, part.pk, *more])


def shown(response):
    return response.content.decode()


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


# One agency


def test_an_agencys_page_shows_everything_that_passed_in_order(desk, review, officer):
    letter = ScopingRequestFactory(
        involvement__review=review,
        involvement__agency__name="Alder Trust",
        sent_to="The manager",
        letter=DocumentFactory(original_name="our letter.pdf"),
        recorded_by=officer,
        unusual_reason="Rang at once.",
    )
    ScopingChaseFactory(request=letter, note="They promise Friday.")
    ScopingReturnFactory(
        request=letter,
        answered_on=date(2026, 1, 25),
        return_kind="SUMMARY",
        account="Two visits in May.",
        search_scope_note="Only by address.",
        records_secured=False,
        by_email=True,
    )
    part = letter.involvement

    words = shown(desk.get(part.get_absolute_url()))

    order = ["Asked by post", "Reminded by telephone", "Two visits in May."]
    assert sorted(order, key=words.index) == order
    for expected in (
        "The manager", "our letter.pdf", "They promise Friday.", "Only by address.",
        "Rang at once.",
        "Recorded 6 January 2026 at 09:30 by Ola Farrow", "by the command line",
        "Entered for Ines Okoro, records manager from an email of 15 January 2026",
        "Summary of engagement", "Record an answer",
    ):  # fmt: skip
        assert expected in words
    assert "Stop waiting" not in words


def test_what_to_do_next_depends_on_where_an_agency_stands(desk, review):
    asked = ScopingRequestFactory(involvement__review=review).involvement
    words = shown(desk.get(asked.get_absolute_url()))
    assert f"?part={asked.pk}" in words
    assert "Stop waiting" in words
    assert "Nobody. Answers that come another way" in words

    reachable = AgencyInvolvementFactory(review=review, agency__secure_email="box@alder.example")
    words = shown(desk.get(reachable.get_absolute_url()))
    assert "Ask by email" in words
    assert "Every letter, call, answer and file appears here in order." in words

    silent = AgencyInvolvementFactory(review=review)
    words = shown(desk.get(silent.get_absolute_url()))
    assert "Ask by email" not in words
    assert "Record a letter or call" in words


def test_the_page_names_who_may_answer(desk, review):
    part = AgencyInvolvementFactory(review=review)
    playing(Role.AGENCY_CONTACT, to=part, full_name="Ines Okoro")

    words = shown(desk.get(part.get_absolute_url()))

    assert "Ines Okoro, Agency contact" in words
    assert reverse("reviews:admit-for-agency", args=[review.reference, part.pk]) in words


def test_an_ended_reviews_agency_can_only_be_read(client):
    ended = ReviewFactory(at_stage=Stage.CLOSED_NO_REVIEW)
    part = ScopingRequestFactory(involvement__review=ended).involvement
    client.force_login(playing(Role.CSP_OFFICER, to=ended))

    words = shown(client.get(part.get_absolute_url()))

    assert "Record an answer" not in words
    assert "Admit a person" not in words
    assert "Ask agencies" not in shown(client.get(page(ended)))


def test_an_agencys_own_people_do_not_see_what_was_noted_of_them(client, review):
    letter = ScopingRequestFactory(involvement__review=review, sent_to="The manager, who is rude")
    ScopingChaseFactory(request=letter, note="They hung up.")
    client.force_login(playing(Role.AGENCY_CONTACT, to=letter.involvement))

    words = shown(client.get(letter.involvement.get_absolute_url()))

    assert "Reminded by telephone" in words
    assert "They hung up." not in words
    assert "who is rude" not in words
    assert review.get_absolute_url() + '"' not in words


@pytest.mark.parametrize("rows", [3, 30])
def test_an_agencys_page_asks_the_database_the_same_whatever_passed(
    client, review, rows, django_assert_max_num_queries
):
    letter = ScopingRequestFactory(involvement__review=review)
    for _ in range(rows):
        ScopingChaseFactory(request=letter)
        earlier = ScopingRequestFactory(involvement=letter.involvement, sent_on=date(2026, 1, 5))
        ScopingReturnFactory(request=earlier)
        PersonAddressFactory(person__review=review)
    client.force_login(playing(Role.AGENCY_CONTACT, to=letter.involvement))

    with django_assert_max_num_queries(16):  # two of them the savepoints of a test
        client.get(letter.involvement.get_absolute_url())


# The letter


def test_the_letter_says_whom_to_search_for_over_which_time_and_by_when(desk, review):
    review.period_from, review.period_to = date(2020, 1, 1), date(2026, 1, 2)
    review.save()
    PersonFactory(review=review, role="FRIEND", true_name="Not To Be Searched")
    person = PersonFactory(
        review=review, born_on=date(1990, 5, 6), initials_in_records=["TI", "T1"]
    )
    part = ScopingRequestFactory(involvement__review=review, whom_to_ring="Ola, 0100 1").involvement

    words = shown(desk.get(at(part, "scoping-letter")))

    for expected in (
        part.agency.name, person.true_name, "6 May 1990", "TI, T1",
        "Search from 1 January 2020 to 2 January 2026", "Answer by 20 January 2026.",
        "Ring Ola, 0100 1.", "Section 9 of the Domestic Violence, Crime and Victims Act 2004",
    ):  # fmt: skip
        assert expected in words
    assert "Not To Be Searched" not in words
    assert "has not been sent" not in words


def test_a_letter_can_be_printed_before_it_is_sent(desk, review):
    part = AgencyInvolvementFactory(review=review)

    words = shown(desk.get(at(part, "scoping-letter")))

    assert "This letter has not been sent. The dates are those of today." in words
    assert "Answer by 16 February 2026." in words
    assert "Nobody is named yet." in words
    assert "The period is not set yet" in words
    assert not part.scoping_requests.exists()


def test_neighbours_read_the_letter_without_true_names(client, review):
    person = PersonFactory(review=review)
    part = ScopingRequestFactory(involvement__review=review).involvement
    client.force_login(playing(Role.NEIGHBOURING_OFFICER, to=review))

    words = shown(client.get(at(part, "scoping-letter")))

    assert person.true_name not in words
    assert "The period is shown to whoever searches." in words


def test_an_agencys_contact_prints_the_letter(client, review):
    part = ScopingRequestFactory(involvement__review=review).involvement
    client.force_login(playing(Role.AGENCY_CONTACT, to=part))
    words = shown(client.get(at(part, "scoping-letter")))
    assert "My work" in words
    assert review.get_absolute_url() + '"' not in words


# Files


def test_files_are_handed_out_by_the_door_of_their_agency(client, desk, review):
    mine = DocumentFactory(original_name="summary.txt")
    part = ScopingReturnFactory(request__involvement__review=review, document=mine).involvement
    other = AgencyInvolvementFactory(review=review)

    answer = desk.get(at(part, "scoping-file", mine.pk))
    assert b"".join(answer.streaming_content) == b"Words that were sent."
    assert 'filename="summary.txt"' in answer["Content-Disposition"]

    assert desk.get(at(other, "scoping-file", mine.pk)).status_code == 404
    assert desk.get(at(part, "scoping-file", DocumentFactory().pk)).status_code == 404
    client.force_login(playing(Role.AGENCY_CONTACT, to=part))
    own = client.get(at(part, "scoping-file", mine.pk))
    assert b"".join(own.streaming_content) == b"Words that were sent."
    client.force_login(playing(Role.AGENCY_CONTACT, to=other))
    assert client.get(at(part, "scoping-file", mine.pk)).status_code == 404


@pytest.mark.parametrize("field", ["original", "document"])
def test_an_entry_names_its_files(review, field):
    document = DocumentFactory()
    kept = {
        "original": {"by_email": True, "original": document},
        "document": {"document": document},
    }
    part = ScopingReturnFactory(request__involvement__review=review, **kept[field]).involvement

    entries = dossier.scoping_entries(dossier.with_scoping(part), inside=True)

    assert [file.document for file in entries[-1].files] == [document]


def test_a_body_of_the_directory_can_be_asked_from_its_page_in_the_review(desk, review):
    part = AgencyInvolvementFactory(
        review=review, agency=AgencyFactory(secure_email="box@alder.example")
    )
    path = reverse("evidence:confirm-asking", args=[review.reference])
    assert f"{path}?agency={part.agency_id}" in shown(desk.get(part.get_absolute_url()))
