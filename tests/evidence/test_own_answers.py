"""An agency's own people answer; a later answer never edits an earlier one."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from documents.models import Route
from evidence.models import ScopingReturn
from evidence.operations import answering
from evidence.rules.scoping import Answer
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from tests.evidence.conftest import TODAY
from tests.evidence.scoping import NIL, at, shown
from tests.factories.agencies import UserFactory
from tests.factories.evidence import ScopingRequestFactory, ScopingReturnFactory
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    PersonAddressFactory,
    PersonFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db

# The agency's own answer


def test_a_contact_finds_one_thing_to_do_answers_it_and_learns_what_comes_next(theirs, asked):
    person = PersonFactory(review=asked.review, aliases=["Truename Other"])
    PersonAddressFactory(person=person)

    work = shown(theirs.get("/"))
    assert "Say what Alder Trust knows" in work
    assert asked.get_absolute_url() in work

    page = shown(theirs.get(asked.get_absolute_url()))
    for words in (
        "What does Alder Trust know?",
        person.true_name,
        "Truename Other",
        "1 Nowhere Lane, Norham",
        "Answer by 3 February 2026.",
        "Ring Ola Farrow, 0100 1.",
        "Also search under the stable&#x27;s name.",
        "Send the answer",
    ):
        assert words in page

    answer = theirs.post(at(asked, "answer"), NIL)
    assert answer.url == at(asked, "answered")
    page = shown(theirs.get(answer.url))
    assert "Your answer has arrived" in page
    assert "Nothing more is asked of you now." in page

    assert "Say what Alder Trust knows" not in shown(theirs.get("/"))
    page = shown(theirs.get(asked.get_absolute_url()))
    assert "You have answered: Nil return, 2 February 2026." in page
    assert "Case system and paper archive" in page


def test_an_answer_is_kept_as_it_was_said(theirs, contact, asked, attached):
    theirs.post(at(asked, "answer"), {**NIL, "document": attached})

    made = asked.scoping_returns.get()
    assert made.request == asked.scoping_requests.get()
    assert (made.return_kind, made.answered_on) == ("NIL", TODAY)
    assert made.records_secured is True
    assert made.names_searched == "Both surnames, Address 1"
    assert (made.searched_from, made.searched_to) == (date(2015, 1, 1), None)
    assert made.document.original_name == "letter.txt"
    assert made.recorded_by == contact
    assert (made.received_via, made.provenance) == (Route.PAGE, "")
    event = AuditEvent.objects.get(event="scoping.answered")
    assert (event.actor_id, event.subjects["return_kind"]) == (contact.pk, "NIL")


def test_everything_a_nil_return_lacks_is_said_at_once_and_nothing_is_lost(theirs, asked):
    page = shown(
        theirs.post(at(asked, "answer"), {"return_kind": "NIL", "account": "Kept as typed"})
    )

    for words in (
        "Say whether your records are secured",
        "Say which systems and records were searched",
        "Say which names, aliases and addresses were searched under",
        "Say who searched",
        "Kept as typed",
        "<title>Error:",
    ):
        assert words in page
    assert not ScopingReturn.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"return_kind": ""}, "Say what your search found"),
        ({"return_kind": "NOT_PURSUED"}, "what was chosen is not offered"),
        ({"return_kind": "LETTER"}, "Attach the letter, or enter what it says"),
        ({"return_kind": "REFUSED"}, "Give the reason for refusing"),
        (
            {"searched_to_day": "1", "searched_to_month": "1", "searched_to_year": "2014"},
            "The search must end on or after the day it begins",
        ),
        ({"searched_from_day": "31", "searched_from_month": "2"}, "must be a real date"),
        ({"return_kind": "REFUSED", "reason": "x\0"}, "again as plain text"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(theirs, asked, wrong, said):
    page = shown(theirs.post(at(asked, "answer"), {**NIL, **wrong}))
    assert said in page
    assert "Case system and paper archive" in page
    assert not ScopingReturn.objects.exists()


def test_an_attached_letter_is_an_answer(theirs, asked, attached):
    filled = {"records_secured": "yes", "return_kind": "LETTER", "document": attached}
    assert theirs.post(at(asked, "answer"), filled).status_code == 302


def test_a_file_that_was_received_is_kept_while_the_rest_is_mended(theirs, asked, attached):
    page = theirs.post(at(asked, "answer"), {"return_kind": "NIL", "document": attached})
    assert "letter.txt" in shown(page)


def test_a_later_answer_supersedes_and_the_earlier_stays(theirs, asked):
    theirs.post(at(asked, "answer"), NIL)
    page = shown(theirs.get(at(asked, "answer")))
    assert "Case system and paper archive" in page  # what was said need not be typed again

    found = {"return_kind": "SUMMARY", "account": "A visit under a maiden name."}
    theirs.post(at(asked, "answer"), {**NIL, **found, "corrects_because": "Married name only."})

    assert [row.return_kind for row in asked.scoping_returns.all()] == ["NIL", "SUMMARY"]
    page = shown(theirs.get(asked.get_absolute_url()))
    assert "You have answered: Summary of engagement" in page
    assert page.count("Superseded") == 1
    assert page.index("Superseded") < page.index("A visit under a maiden name.")


def test_a_return_is_never_edited():
    made = ScopingReturnFactory()
    made.account = "Something else"
    with pytest.raises(ValueError, match="never edited"):
        made.save()


def test_an_agency_that_knows_something_says_it_unasked(client, review):
    asked = AgencyInvolvementFactory(review=review, agency__name="Corner Bakery")
    client.force_login(playing(Role.AGENCY_CONTACT, to=asked))

    page = shown(client.get(asked.get_absolute_url()))
    assert "Nothing is asked of you here yet." in page
    assert "Say what you know" in page
    assert "Nothing is asked" in shown(client.get(at(asked, "answer")))
    client.post(at(asked, "answer"), {**NIL, "return_kind": "SUMMARY", "account": "She told us."})

    assert asked.scoping_returns.get().request is None
    assert client.get(at(asked, "answered")).status_code == 200


def test_there_is_nothing_to_confirm_before_an_answer(theirs, asked):
    assert theirs.get(at(asked, "answered")).url == asked.get_absolute_url()


def test_senior_officers_answer_without_being_shown_true_names(client, asked):
    person = PersonFactory(review=asked.review)
    client.force_login(playing(Role.SENIOR_SIGN_OFF, to=asked))

    page = shown(client.get(asked.get_absolute_url()))

    assert person.true_name not in page
    assert person.pseudonym in page
    assert "True names are shown to whoever searches." in page
    assert "Send the answer" in page


def test_a_panel_member_of_the_agency_reads_and_does_not_answer(client, asked):
    client.force_login(playing(Role.PANEL_MEMBER, to=asked))

    page = shown(client.get(asked.get_absolute_url()))

    assert "Somebody else of your agency answers." in page
    assert "Send the answer" not in page
    assert client.post(at(asked, "answer"), NIL).status_code == 404


def test_the_page_of_an_ended_review_asks_nothing(client):
    ended = ReviewFactory(at_stage=Stage.CLOSED_NO_REVIEW)
    letter = ScopingRequestFactory(involvement__review=ended)
    client.force_login(playing(Role.AGENCY_CONTACT, to=letter.involvement))
    assert "Send the answer" not in shown(client.get(letter.involvement.get_absolute_url()))
    page = shown(client.post(at(letter.involvement, "answer"), NIL))
    assert "This review has ended" in page


# Whoever may not


PAGES = ["agency", "answer", "answered", "scoping-letter"]
OFFICERS = ["record-return", "stop-waiting", "record-letter"]


def others():
    return [
        lambda asked: UserFactory(),
        lambda asked: playing(
            Role.AGENCY_CONTACT, to=AgencyInvolvementFactory(review=asked.review)
        ),
        lambda asked: playing(Role.CSP_OFFICER, to=ReviewFactory()),
        lambda asked: playing(Role.HOME_OFFICE_LIAISON, to=asked.review),
        lambda asked: playing(Role.PANEL_MEMBER, to=asked.review),
    ]


@pytest.mark.parametrize("other", others())
def test_another_agencys_page_is_not_there(client, asked, other):
    client.force_login(other(asked))
    for page in PAGES + OFFICERS:
        assert client.get(at(asked, page)).status_code == 404
        assert client.post(at(asked, page), NIL).status_code in {404, 405}


def test_an_agencys_own_people_have_none_of_the_officers_pages(theirs, asked):
    for page in OFFICERS:
        assert theirs.get(at(asked, page)).status_code == 404
    assert (
        theirs.get(reverse("evidence:agencies", args=[asked.review.reference])).status_code == 404
    )


def test_an_officer_does_not_answer_in_an_agencys_name(desk, asked, officer):
    assert desk.get(at(asked, "answer")).status_code == 404
    with pytest.raises(Refused, match="in its name"):
        answering.answer(
            involvement=asked,
            said=Answer(return_kind="SUMMARY", account="x"),
            today=TODAY,
            by=officer,
            at=asked.recorded_at,
        )


def test_an_agency_does_not_say_that_it_is_not_pursued(asked, contact):
    with pytest.raises(Refused, match="Only the partnership records this"):
        answering.answer(
            involvement=asked,
            said=Answer(return_kind="NOT_PURSUED", reason="x"),
            today=TODAY,
            by=contact,
            at=asked.recorded_at,
        )
