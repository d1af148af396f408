"""Agencies answer, or are answered for; a later answer never edits an earlier one."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from documents.models import Route
from evidence.models import BY_AGENCY, ReturnKind, ScopingReturn
from evidence.operations import answering
from evidence.rules import scoping as rules
from evidence.rules.scoping import Answer
from reviews.access import Refused, Role
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement
from tests.evidence.conftest import TODAY
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

NIL = {
    "records_secured": "yes",
    "return_kind": "NIL",
    "systems_searched": "Case system and paper archive",
    "names_searched": "Both surnames, Address 1",
    "searched_from_day": "1",
    "searched_from_month": "1",
    "searched_from_year": "2015",
    "searched_by": "Ines Okoro, records manager",
}
# What each kind of answer needs, and no more
ENOUGH = {
    ReturnKind.NIL: {
        key: NIL[key] for key in NIL if key.startswith(("systems", "names", "searched_by"))
    },
    ReturnKind.SUMMARY: {"account": "Two visits in May."},
    ReturnKind.SHORT_REPORT: {},
    ReturnKind.IMR_AND_CHRONOLOGY: {},
    ReturnKind.IMR_ONLY: {},
    ReturnKind.CHRONOLOGY_ONLY: {},
    ReturnKind.LETTER: {"account": "See our letter of 3 January."},
    ReturnKind.EXPERT_INPUT: {"account": "Gambling and debt."},
    ReturnKind.REFUSED: {"reason": "Our insurer advises against it."},
    ReturnKind.NOT_PURSUED: {"reason": "Closed since 2011."},
    ReturnKind.NO_RESPONSE: {"reason": "Asked five times in six months."},
}


@pytest.fixture
def part(review):
    letter = ScopingRequestFactory(
        involvement__review=review,
        involvement__agency__name="Alder Trust",
        sent_on=date(2026, 1, 20),
        due_on=date(2026, 2, 3),
        whom_to_ring="Ola Farrow, 0100 1",
        note="Also search under the stable's name.",
    )
    return letter.involvement


@pytest.fixture
def contact(part):
    return playing(Role.AGENCY_CONTACT, to=part, full_name="Ines Okoro")


@pytest.fixture
def theirs(client, contact):
    """The browser of the agency's own contact."""
    client.force_login(contact)
    return client


def at(part, page):
    return reverse(f"evidence:{page}", args=[part.review.reference, part.pk])


def shown(response):
    return response.content.decode()


# The agency's own answer


def test_a_contact_finds_one_thing_to_do_answers_it_and_learns_what_comes_next(theirs, part):
    person = PersonFactory(review=part.review, aliases=["Truename Other"])
    PersonAddressFactory(person=person)

    work = shown(theirs.get("/"))
    assert "Say what Alder Trust knows" in work
    assert part.get_absolute_url() in work

    page = shown(theirs.get(part.get_absolute_url()))
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

    answer = theirs.post(at(part, "answer"), NIL)
    assert answer.url == at(part, "answered")
    page = shown(theirs.get(answer.url))
    assert "Your answer has arrived" in page
    assert "Nothing more is asked of you now." in page

    assert "Say what Alder Trust knows" not in shown(theirs.get("/"))
    page = shown(theirs.get(part.get_absolute_url()))
    assert "You have answered: Nil return, 2 February 2026." in page
    assert "Case system and paper archive" in page


def test_an_answer_is_kept_as_it_was_said(theirs, contact, part, attached):
    theirs.post(at(part, "answer"), {**NIL, "document": attached})

    made = part.scoping_returns.get()
    assert made.request == part.scoping_requests.get()
    assert (made.return_kind, made.answered_on) == ("NIL", TODAY)
    assert made.records_secured is True
    assert made.names_searched == "Both surnames, Address 1"
    assert (made.searched_from, made.searched_to) == (date(2015, 1, 1), None)
    assert made.document.original_name == "letter.txt"
    assert made.recorded_by == contact
    assert (made.received_via, made.provenance) == (Route.PAGE, "")
    event = AuditEvent.objects.get(event="scoping.answered")
    assert (event.actor_id, event.subjects["return_kind"]) == (contact.pk, "NIL")


def test_everything_a_nil_return_lacks_is_said_at_once_and_nothing_is_lost(theirs, part):
    page = shown(
        theirs.post(at(part, "answer"), {"return_kind": "NIL", "account": "Kept as typed"})
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
        ({"return_kind": "NOT_PURSUED"}, "Select a valid choice"),
        ({"return_kind": "LETTER"}, "Attach the letter, or enter what it says"),
        ({"return_kind": "REFUSED"}, "Give the reason for refusing"),
        (
            {"searched_to_day": "1", "searched_to_month": "1", "searched_to_year": "2014"},
            "The search must end on or after the day it begins",
        ),
        ({"searched_from_day": "31", "searched_from_month": "2"}, "must be a real date"),
        ({"return_kind": "REFUSED", "reason": "x\0"}, "Null characters are not allowed"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(theirs, part, wrong, said):
    page = shown(theirs.post(at(part, "answer"), {**NIL, **wrong}))
    assert said in page
    assert "Case system and paper archive" in page
    assert not ScopingReturn.objects.exists()


def test_an_attached_letter_is_an_answer(theirs, part, attached):
    filled = {"records_secured": "yes", "return_kind": "LETTER", "document": attached}
    assert theirs.post(at(part, "answer"), filled).status_code == 302


def test_a_file_that_was_received_is_kept_while_the_rest_is_mended(theirs, part, attached):
    page = theirs.post(at(part, "answer"), {"return_kind": "NIL", "document": attached})
    assert "letter.txt" in shown(page)


def test_a_later_answer_supersedes_and_the_earlier_stays(theirs, part):
    theirs.post(at(part, "answer"), NIL)
    page = shown(theirs.get(at(part, "answer")))
    assert "Case system and paper archive" in page  # what was said need not be typed again

    theirs.post(
        at(part, "answer"),
        {**NIL, "return_kind": "SUMMARY", "account": "A visit under a maiden name."},
    )

    assert [row.return_kind for row in part.scoping_returns.all()] == ["NIL", "SUMMARY"]
    page = shown(theirs.get(part.get_absolute_url()))
    assert "You have answered: Summary of engagement" in page
    assert page.count("Superseded") == 1
    assert page.index("Superseded") < page.index("A visit under a maiden name.")


def test_a_return_is_never_edited():
    made = ScopingReturnFactory()
    made.account = "Something else"
    with pytest.raises(ValueError, match="never edited"):
        made.save()


def test_an_agency_that_knows_something_says_it_unasked(client, review):
    part = AgencyInvolvementFactory(review=review, agency__name="Corner Bakery")
    client.force_login(playing(Role.AGENCY_CONTACT, to=part))

    page = shown(client.get(part.get_absolute_url()))
    assert "Nothing is asked of you here yet." in page
    assert "Say what you know" in page
    assert "Nothing is asked" in shown(client.get(at(part, "answer")))
    client.post(at(part, "answer"), {**NIL, "return_kind": "SUMMARY", "account": "She told us."})

    assert part.scoping_returns.get().request is None
    assert client.get(at(part, "answered")).status_code == 200


def test_there_is_nothing_to_confirm_before_an_answer(theirs, part):
    assert theirs.get(at(part, "answered")).url == part.get_absolute_url()


def test_senior_officers_answer_without_being_shown_true_names(client, part):
    person = PersonFactory(review=part.review)
    client.force_login(playing(Role.SENIOR_SIGN_OFF, to=part))

    page = shown(client.get(part.get_absolute_url()))

    assert person.true_name not in page
    assert person.pseudonym in page
    assert "True names are shown to whoever searches." in page
    assert "Send the answer" in page


def test_a_panel_member_of_the_agency_reads_and_does_not_answer(client, part):
    client.force_login(playing(Role.PANEL_MEMBER, to=part))

    page = shown(client.get(part.get_absolute_url()))

    assert "Somebody else of your agency answers." in page
    assert "Send the answer" not in page
    assert client.post(at(part, "answer"), NIL).status_code == 404


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
        lambda part: UserFactory(),
        lambda part: playing(Role.AGENCY_CONTACT, to=AgencyInvolvementFactory(review=part.review)),
        lambda part: playing(Role.CSP_OFFICER, to=ReviewFactory()),
        lambda part: playing(Role.HOME_OFFICE_LIAISON, to=part.review),
        lambda part: playing(Role.PANEL_MEMBER, to=part.review),
    ]


@pytest.mark.parametrize("other", others())
def test_another_agencys_page_is_not_there(client, part, other):
    client.force_login(other(part))
    for page in PAGES + OFFICERS:
        assert client.get(at(part, page)).status_code == 404
        assert client.post(at(part, page), NIL).status_code in {404, 405}


def test_an_agencys_own_people_have_none_of_the_officers_pages(theirs, part):
    for page in OFFICERS:
        assert theirs.get(at(part, page)).status_code == 404
    assert theirs.get(reverse("evidence:agencies", args=[part.review.reference])).status_code == 404


def test_an_officer_does_not_answer_in_an_agencys_name(desk, part, officer):
    assert desk.get(at(part, "answer")).status_code == 404
    with pytest.raises(Refused, match="in its name"):
        answering.answer(
            involvement=part,
            said=Answer(return_kind="SUMMARY", account="x"),
            today=TODAY,
            by=officer,
            at=part.recorded_at,
        )


def test_an_agency_does_not_say_that_it_is_not_pursued(part, contact):
    with pytest.raises(Refused, match="Only the partnership records this"):
        answering.answer(
            involvement=part,
            said=Answer(return_kind="NOT_PURSUED", reason="x"),
            today=TODAY,
            by=contact,
            at=part.recorded_at,
        )


# Entered for an agency


RECORDED = {
    **NIL,
    "received_via": "EMAIL",
    "on_behalf_of": "Ines Okoro, records manager",
    "given_on_day": "30",
    "given_on_month": "1",
    "given_on_year": "2026",
}


@pytest.mark.parametrize("kind", BY_AGENCY)
def test_an_answer_of_every_kind_is_entered_for_an_agency(desk, part, kind, attached, officer):
    assert desk.get(at(part, "record-return")).status_code == 200
    filled = {**RECORDED, "return_kind": kind, **ENOUGH[kind], "original": attached}

    answer = desk.post(at(part, "record-return"), filled)

    assert answer.url == part.get_absolute_url()
    made = part.scoping_returns.get()
    assert (made.return_kind, made.answered_on) == (kind, date(2026, 1, 30))
    assert made.original.original_name == "letter.txt"
    page = shown(desk.get(answer.url))
    assert kind.label in page
    assert "Entered for Ines Okoro, records manager from an email of 30 January 2026" in page
    assert "letter.txt" in page
    assert AuditEvent.objects.filter(event="scoping.return_recorded", actor_id=officer.pk).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"received_via": ""}, "Answer “How did it reach you?”"),
        ({"on_behalf_of": ""}, "Answer “Who gave it?”"),
        ({"given_on_year": "2027"}, "The day must be today or in the past"),
        ({"given_on_day": "1", "given_on_month": "1"}, "The day must be after the death"),
        ({"given_on_day": "10"}, "This day comes before the letter was sent"),
        ({"given_on_day": "31", "given_on_month": "2"}, "must be a real date"),
        ({"systems_searched": " "}, "Say which systems and records were searched"),
    ],
)
def test_an_answer_entered_wrongly_is_refused(desk, part, wrong, said):
    page = shown(desk.post(at(part, "record-return"), {**RECORDED, **wrong}))
    assert said in page
    assert "Both surnames, Address 1" in page
    assert not ScopingReturn.objects.exists()


def test_an_answer_dated_before_its_letter_is_kept_with_its_reason(desk, part):
    filled = {**RECORDED, "given_on_day": "10", "unusual_reason": "They wrote unasked."}
    desk.post(at(part, "record-return"), filled)
    assert part.scoping_returns.get().unusual_reason == "They wrote unasked."


def test_the_answer_of_the_latest_day_stands_whichever_is_entered_last(desk, part):
    ScopingReturnFactory(
        request=part.scoping_requests.get(), return_kind="SUMMARY", answered_on=date(2026, 2, 1)
    )
    desk.post(at(part, "record-return"), RECORDED)

    page = shown(desk.get(part.get_absolute_url()))
    assert page.index("Superseded") < page.index("1 February 2026")


def test_an_answer_needs_a_kind_that_is_the_agencys(part, when):
    with pytest.raises(Refused, match="does not say this of itself"):
        answering.record_return(
            involvement=part,
            said=Answer(return_kind="NO_RESPONSE", reason="x"),
            provenance={"given_on": TODAY},
            **when,
        )


@pytest.mark.parametrize("kind", ["NO_RESPONSE", "NOT_PURSUED"])
def test_an_agency_is_no_longer_waited_for(desk, part, kind):
    assert desk.get(at(part, "stop-waiting")).status_code == 200
    filled = {
        "return_kind": kind,
        "reason": "Asked five times.",
        "answered_on_day": "1",
        "answered_on_month": "2",
        "answered_on_year": "2026",
    }

    answer = desk.post(at(part, "stop-waiting"), filled, follow=True)

    assert "Alder Trust is no longer waited for." in shown(answer)
    assert "Asked five times." in shown(answer)
    assert part.scoping_returns.get().kind.is_by_partnership
    assert AuditEvent.objects.filter(event="scoping.waiting_stopped").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason": ""}, "Give the reason"),
        ({"return_kind": ""}, "Answer “Why is no answer waited for?”"),
        ({"answered_on_day": "10", "answered_on_month": "1"}, "on or after the day of the letter"),
        ({"answered_on_day": "30", "answered_on_month": "2"}, "must be a real date"),
    ],
)
def test_stopping_to_wait_wrongly_is_refused(desk, part, wrong, said):
    filled = {
        "return_kind": "NO_RESPONSE",
        "reason": "Asked five times.",
        "answered_on_day": "1",
        "answered_on_month": "2",
        "answered_on_year": "2026",
        **wrong,
    }
    assert said in shown(desk.post(at(part, "stop-waiting"), filled))
    assert not ScopingReturn.objects.exists()


def test_only_the_partnership_stops_waiting(part, contact, when):
    def stop(**kwargs):
        answering.stop_waiting(
            involvement=part, reason="x", answered_on=TODAY, **{**when, **kwargs}
        )

    with pytest.raises(Refused, match="Only the agency itself"):
        stop(return_kind="REFUSED")
    with pytest.raises(Refused, match="Your role"):
        stop(return_kind="NO_RESPONSE", by=contact)


def test_what_the_partnership_noted_of_an_agency_is_not_shown_to_it(theirs, part):
    ScopingReturnFactory(
        request=part.scoping_requests.get(),
        return_kind="NO_RESPONSE",
        reason="Their manager hung up.",
    )
    page = shown(theirs.get(part.get_absolute_url()))
    assert "Their manager hung up." not in page
    assert "No response" in page


def test_whoever_wears_both_hats_answers_as_the_agency(client, part):
    both = playing(Role.AGENCY_CONTACT, to=part)
    from reviews import access

    access.admit(
        user=both,
        role=Role.CSP_OFFICER,
        to=part.review,
        by=both,
        at=part.recorded_at,
        from_on=TODAY,
    )
    client.force_login(both)

    assert "Answer for this agency" in shown(client.get(part.get_absolute_url()))
    assert client.post(at(part, "answer"), NIL).status_code == 302


# The rule by itself


@pytest.mark.parametrize("kind", ReturnKind)
def test_every_kind_needs_what_makes_it_useful_and_no_more(kind):
    said = Answer(return_kind=kind, **ENOUGH[kind])
    assert rules.missing(said, has_file=False) == {}
    assert set(rules.missing(Answer(return_kind=kind), has_file=False)) == set(ENOUGH[kind])


@pytest.mark.parametrize("kind", ["SUMMARY", "LETTER", "EXPERT_INPUT"])
def test_what_is_attached_need_not_be_typed(kind):
    assert rules.missing(Answer(return_kind=kind), has_file=True) == {}


def test_check_answer_refuses_at_the_first_gap():
    with pytest.raises(Refused) as refused:
        rules.check_answer(Answer(return_kind="NIL"), has_file=False)
    assert refused.value.field == "systems_searched"


def test_nothing_is_written_when_an_answer_is_refused(part, when):
    with pytest.raises(Refused):
        answering.record_return(
            involvement=AgencyInvolvement.objects.get(pk=part.pk),
            said=Answer(return_kind="NIL"),
            provenance={"given_on": TODAY},
            **when,
        )
    assert not AuditEvent.objects.filter(event="scoping.return_recorded").exists()
