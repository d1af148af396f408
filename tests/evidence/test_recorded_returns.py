"""Answers are entered for agencies, or no longer waited for."""

from datetime import date

import pytest

from audit.models import AuditEvent
from evidence.models import BY_AGENCY, ReturnKind, ScopingReturn
from evidence.operations import answering
from evidence.rules import scoping as rules
from evidence.rules.scoping import Answer
from reviews.access import Refused, Role
from reviews.models import AgencyInvolvement
from tests.evidence.conftest import TODAY
from tests.evidence.scoping import NIL, at, shown
from tests.factories.evidence import ScopingReturnFactory
from tests.factories.reviews import (
    playing,
)

pytestmark = pytest.mark.django_db

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
    ReturnKind.WRONG_BODY: {"reason": "Another county covers that address."},
}


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
def test_an_answer_of_every_kind_is_entered_for_an_agency(desk, asked, kind, attached, officer):
    assert desk.get(at(asked, "record-return")).status_code == 200
    filled = {**RECORDED, "return_kind": kind, **ENOUGH[kind], "original": attached}

    answer = desk.post(at(asked, "record-return"), filled)

    assert answer.url == asked.get_absolute_url()
    made = asked.scoping_returns.get()
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
def test_an_answer_entered_wrongly_is_refused(desk, asked, wrong, said):
    page = shown(desk.post(at(asked, "record-return"), {**RECORDED, **wrong}))
    assert said in page
    assert "Both surnames, Address 1" in page
    assert not ScopingReturn.objects.exists()


def test_an_answer_dated_before_its_letter_is_kept_with_its_reason(desk, asked):
    filled = {**RECORDED, "given_on_day": "10", "unusual_reason": "They wrote unasked."}
    desk.post(at(asked, "record-return"), filled)
    assert asked.scoping_returns.get().unusual_reason == "They wrote unasked."


def test_the_answer_of_the_latest_day_stands_whichever_is_entered_last(desk, asked):
    ScopingReturnFactory(
        request=asked.scoping_requests.get(), return_kind="SUMMARY", answered_on=date(2026, 2, 1)
    )
    desk.post(at(asked, "record-return"), RECORDED)

    page = shown(desk.get(asked.get_absolute_url()))
    assert page.index("Superseded") < page.index("1 February 2026")


def test_an_answer_needs_a_kind_that_is_the_agencys(asked, when):
    with pytest.raises(Refused, match="does not say this of itself"):
        answering.record_return(
            involvement=asked,
            said=Answer(return_kind="NO_RESPONSE", reason="x"),
            provenance={"given_on": TODAY},
            **when,
        )


@pytest.mark.parametrize("kind", ["NO_RESPONSE", "NOT_PURSUED"])
def test_an_agency_is_no_longer_waited_for(desk, asked, kind):
    assert desk.get(at(asked, "stop-waiting")).status_code == 200
    filled = {
        "return_kind": kind,
        "reason": "Asked five times.",
        "answered_on_day": "1",
        "answered_on_month": "2",
        "answered_on_year": "2026",
    }

    answer = desk.post(at(asked, "stop-waiting"), filled, follow=True)

    assert "Alder Trust is no longer waited for." in shown(answer)
    assert "Asked five times." in shown(answer)
    assert asked.scoping_returns.get().kind.is_by_partnership
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
def test_stopping_to_wait_wrongly_is_refused(desk, asked, wrong, said):
    filled = {
        "return_kind": "NO_RESPONSE",
        "reason": "Asked five times.",
        "answered_on_day": "1",
        "answered_on_month": "2",
        "answered_on_year": "2026",
        **wrong,
    }
    assert said in shown(desk.post(at(asked, "stop-waiting"), filled))
    assert not ScopingReturn.objects.exists()


def test_only_the_partnership_stops_waiting(asked, contact, when):
    def stop(**kwargs):
        answering.stop_waiting(
            involvement=asked, reason="x", answered_on=TODAY, **{**when, **kwargs}
        )

    with pytest.raises(Refused, match="Only the agency itself"):
        stop(return_kind="REFUSED")
    with pytest.raises(Refused, match="Your role"):
        stop(return_kind="NO_RESPONSE", by=contact)


def test_what_the_partnership_noted_of_an_agency_is_not_shown_to_it(theirs, asked):
    ScopingReturnFactory(
        request=asked.scoping_requests.get(),
        return_kind="NO_RESPONSE",
        reason="Their manager hung up.",
    )
    page = shown(theirs.get(asked.get_absolute_url()))
    assert "Their manager hung up." not in page
    assert "No response" in page


def test_whoever_wears_both_hats_answers_as_the_agency(client, asked):
    both = playing(Role.AGENCY_CONTACT, to=asked)
    from reviews import access

    access.admit(
        user=both,
        role=Role.CSP_OFFICER,
        to=asked.review,
        by=both,
        at=asked.recorded_at,
        from_on=TODAY,
    )
    client.force_login(both)

    assert "Answer for this agency" in shown(client.get(asked.get_absolute_url()))
    assert client.post(at(asked, "answer"), NIL).status_code == 302


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


def test_nothing_is_written_when_an_answer_is_refused(asked, when):
    with pytest.raises(Refused):
        answering.record_return(
            involvement=AgencyInvolvement.objects.get(pk=asked.pk),
            said=Answer(return_kind="NIL"),
            provenance={"given_on": TODAY},
            **when,
        )
    assert not AuditEvent.objects.filter(event="scoping.return_recorded").exists()
