"""Every rule refuses who lacks the right, and everybody once the review has ended."""

from datetime import date

import pytest

from reviews.lifecycle import Stage
from tests.factories.agencies import UserFactory
from tests.house.world import World
from tests.proof.every_rule import (
    SAID_AFTER_THE_END,
    SAID_WITHOUT_RIGHT,
    rules,
    values_of,
)
from tests.proof.worlds import everything

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


# What these let in is refused a line later, or goes on after the end on purpose
GOES_ON = {
    "evidence.rules.imr_writing.check_can_enter": "asked by rules that ask for an open review",
    "proceedings.rules.check_can_end_loan": "what was lent goes back whenever it does",
    "publications.rules.publishing.check_can_enter": "the published set goes on",
    "reports.rules.releases.check_can_recall": "a copy is called back whenever it is still out",
    "reports.rules.releases.check_can_take_back": "a print comes back whenever it does",
    "reports.rules.releases.check_is_print": "asked by the two before and by who hands it over",
    "reports.rules.agreement.check_can_ask": "what opens a round asks for an open review",
}


@pytest.fixture
def world():
    return World()


def test_every_rule_can_be_asked(world):
    values = values_of(world, date(2026, 11, 21))
    assert len(rules()) > 40
    assert {rule.label: rule.needs() - values.keys() for rule in rules()} == {
        rule.label: set() for rule in rules()
    }


def test_without_the_right_the_right_is_what_is_missing(world):
    values, stranger = values_of(world, date(2026, 11, 21)), UserFactory()
    said = {rule.label: rule.ask(values, stranger) for rule in rules() if rule.asks_rights}
    assert {
        label: words for label, words in said.items() if not words.startswith(SAID_WITHOUT_RIGHT)
    } == {}


def test_after_the_end_nothing_is_written_by_anybody(world):
    values, person = values_of(world, date(2026, 11, 21)), everything(world)
    for name in ("AgreementInvitee", "PollInvitee"):
        values[name].user = person
        values[name].save()
    world.review.stage = Stage.CONCLUDED
    world.review.save()
    for value in values.values():  # what they know of the review is from before
        if hasattr(value, "refresh_from_db"):
            value.refresh_from_db()
    said = {rule.label: rule.ask(values, person) for rule in rules()}
    assert {
        label: words
        for label, words in said.items()
        if SAID_AFTER_THE_END not in words and label not in GOES_ON
    } == {}
