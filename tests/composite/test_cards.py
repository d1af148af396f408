"""How much of the story there is, on a review's home page."""

import pytest

from chronologies.operations import decisions
from composite.cards import composite
from tests.chronologies.world import GOOD, NOW, TODAY, UNDATED, ready

pytestmark = pytest.mark.django_db


def test_the_card_says_how_much_of_the_story_there_is(sent, review, chair, member, senior, part):
    assert composite(review, senior, TODAY) is None
    assert composite(review, member, TODAY).figure == "0 entries"
    submission = ready(sent(GOOD, UNDATED))
    card = composite(review, chair, TODAY)
    assert (card.figure, card.lines) == (
        "2 entries",
        ["of 1 agency", "0 of 1 released to the panel"],
    )
    assert composite(review, member, TODAY).figure == "0 entries"
    decisions.release(submission=submission, today=TODAY, by=chair, at=NOW)
    assert composite(review, member, TODAY).lines == ["of 1 agency"]


def test_the_card_counts_what_is_submitted_and_no_draft_beside_it(sent, review, chair):
    ready(sent(GOOD, UNDATED))
    sent(GOOD)
    assert composite(review, chair, TODAY).figure == "2 entries"


def test_the_card_is_short_where_nothing_is_asked_for(review, chair):
    assert composite(review, chair, TODAY).lines == []
