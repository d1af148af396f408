"""A finding about two agencies, of which one is asked about it."""

import pytest
from django.urls import reverse

from composite.operations import questions
from reviews.access import Role
from tests.chronologies.world import NOW, TODAY, agency_of
from tests.factories.composite import FindingEventFactory, ReconciliationFindingFactory
from tests.factories.reviews import playing

OURS = ("23/05/2016", "14:30", "Log", "Ambulance called by a neighbour.", "")
THEIRS = ("23/05/2016", "16:00", "Notes", "Ambulance called by her sister.", "")
ASKED = "Who called the ambulance, and at what time?"
ANSWERED = "The log has one call, at 14.30."


@pytest.fixture
def other(review):
    return agency_of(review, "Beech Trust")


@pytest.fixture
def neighbour(other):
    return playing(Role.IMR_AUTHOR, to=other, full_name="Ned Birch", email="ned@beech.example")


@pytest.fixture
def finding(sent, review, other, neighbour):
    """A finding about an entry of each of two agencies, of which neither is released."""
    mine, theirs = sent(OURS), sent(THEIRS, part=other, by=neighbour)
    found = ReconciliationFindingFactory(
        review=review,
        code="accounts_disagree",
        words="Alder Trust and Beech Trust tell of one event otherwise.",
    )
    for submission in (mine, theirs):
        FindingEventFactory(finding=found, event=submission.entries.get().root)
    return found


@pytest.fixture
def question(finding, part, chair):
    return ask(finding, part, chair)


def ask(finding, part, by, words=ASKED):
    return questions.ask(
        finding=finding, involvement=part, question=words, today=TODAY, by=by, at=NOW
    )


def answer(question, by, words=ANSWERED):
    questions.answer(question=question, words=words, today=TODAY, by=by, at=NOW)


def page(name, review, *more):
    return reverse(f"composite:{name}", args=[review.reference, *more])
