"""One agency of a review: everything that passed, the letter, every file."""

from datetime import date

import pytest
from django.urls import reverse

from evidence.queries import dossier
from reviews.access import Role
from reviews.lifecycle import Stage
from tests.evidence.scoping import at, shown
from tests.factories.agencies import AgencyFactory
from tests.factories.documents import DocumentFactory
from tests.factories.evidence import (
    ScopingChaseFactory,
    ScopingRequestFactory,
    ScopingReturnFactory,
)
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonAddressFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db

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
    assert "Ask agencies" not in shown(
        client.get(reverse("evidence:agencies", args=[ended.reference]))
    )


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

    with django_assert_max_num_queries(18):  # savepoints of a test, and a line of the trail
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
