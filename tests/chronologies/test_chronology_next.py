"""What people have to do about chronologies, and what the review waits for."""

from datetime import date

import pytest

from chronologies.gates import every_chronology_is_released
from chronologies.operations import decisions
from chronologies.queries.steps import send_chronology
from evidence.models import EvidenceRequest, Tier
from evidence.queries.steps import author_task
from reviews.access import Role
from tests.chronologies.world import (
    GOOD,
    MONTH,
    NOW,
    TODAY,
    WORDLESS,
    agency_of,
    ready,
    shown,
)
from tests.factories.chronologies import ChronologySubmissionFactory
from tests.factories.reviews import playing

pytestmark = pytest.mark.django_db


def gate(review):
    return [blocker.words for blocker in every_chronology_is_released(review)]


def test_the_gate_says_which_agencies_and_how_far_they_are(sent, review, part, chair):
    others = {name: agency_of(review, name) for name in ("Beech", "Cedar", "Damson", "Elder")}
    agency_of(review, "Asked Nothing", tier=Tier.NOTHING)
    people = {name: playing(Role.IMR_AUTHOR, to=other) for name, other in others.items()}
    sent(GOOD, part=others["Beech"], by=people["Beech"])
    waiting = sent(GOOD, part=others["Cedar"], by=people["Cedar"])
    decisions.submit(submission=waiting, today=TODAY, by=people["Cedar"], at=NOW)
    ready(sent(GOOD, part=others["Damson"], by=people["Damson"]))
    ready(sent(GOOD, part=others["Elder"], by=people["Elder"]), release_by=chair)
    sent(MONTH, part=others["Elder"], by=people["Elder"])  # a new draft takes no release away

    assert gate(review) == [
        "One agency has not sent its chronology: Alder Trust.",
        "One agency has sent a chronology and not submitted it yet: Beech.",
        "One agency has not signed off its chronology: Cedar.",
        "One agency has signed off a chronology that is not released to the panel: Damson.",
    ]


def test_the_gate_waits_for_what_nobody_asked_for_once_it_is_signed_off(sent, review, part, chair):
    unasked = agency_of(review, "Beech", tier=None)
    author = playing(Role.IMR_AUTHOR, to=unasked)
    part.evidence_requests.all().delete()
    submission = sent(GOOD, part=unasked, by=author)
    assert gate(review) == []
    ready(submission)
    assert len(gate(review)) == 1
    decisions.release(submission=submission, today=TODAY, by=chair, at=NOW)
    assert gate(review) == []


def work(client, user):
    client.force_login(user)
    return shown(client.get("/"))


def test_an_author_is_led_from_step_to_step(client, part, author, sent, senior):
    assert "Send the chronology of Alder Trust" in work(client, author)
    ChronologySubmissionFactory(involvement=part, unreadable=True)
    assert "Send the chronology of Alder Trust" in work(client, author)
    sent(WORDLESS)
    assert "Mend 1 row of the chronology of Alder Trust" in work(client, author)
    submission = sent(GOOD)
    assert "Submit the chronology of Alder Trust" in work(client, author)
    decisions.submit(submission=submission, today=TODAY, by=author, at=NOW)
    assert "chronology of Alder Trust" not in work(client, author)
    assert "Sign off the chronology of Alder Trust" in work(client, senior)
    decisions.give_back(submission=submission, reason="June", today=TODAY, by=senior, at=NOW)
    assert "Change the chronology of Alder Trust" in work(client, author)


def test_an_unasked_file_is_followed_up_but_not_asked_for(client, review, sent):
    unasked = agency_of(review, "Beech", tier=None)
    author = playing(Role.IMR_AUTHOR, to=unasked)
    assert "chronology" not in work(client, author)
    sent(GOOD, part=unasked, by=author)
    assert "Submit the chronology of Beech" in work(client, author)


def test_the_chair_releases_and_is_not_nagged_about_what_was_taken_back(client, sent, chair):
    submission = ready(sent(GOOD))
    assert "Release 1 chronology to the panel" in work(client, chair)
    decisions.release(submission=submission, today=TODAY, by=chair, at=NOW)
    assert "Release 1 chronology" not in work(client, chair)
    decisions.take_back(submission=submission, reason="Police", by=chair, at=NOW)
    assert "Release 1 chronology" not in work(client, chair)


def test_the_step_of_the_task_list(sent, part, author):
    def step():
        return send_chronology(author_task(author, part, today=TODAY))

    assert step().tasks[0].status == "To do"
    sent(GOOD)
    assert (step().tasks[0].status, step().tasks[0].hint) == ("Read", "1 row: 1 entry.")
    assert not step().tasks[0].is_done


def test_there_is_no_step_where_no_chronology_is_asked_for(review):
    part = agency_of(review, "Beech", tier=Tier.EXPERT)
    author = playing(Role.IMR_AUTHOR, to=part)
    assert send_chronology(author_task(author, part, today=TODAY)) is None
    assert EvidenceRequest.objects.get().due_on == date(2026, 3, 20)
