"""The states of an IMR, and the records that go with them."""

from itertools import pairwise

import pytest

from evidence.cycle import IMR_CYCLE, NOT_IN, TO_READ, ImrState
from reviews.models import Permission
from tests.factories.evidence import ImrFactory

pytestmark = pytest.mark.django_db

HAPPY = [
    ImrState.REQUESTED,
    ImrState.ACCEPTED,
    ImrState.DRAFT,
    ImrState.AGENCY_SIGNED_OFF,
    ImrState.RECEIVED,
    ImrState.QUERIED,
    ImrState.RESUBMITTED,
    ImrState.ACCEPTED_BY_PANEL,
]


def test_the_cycle_goes_from_the_request_to_the_acceptance():
    for here, there in pairwise(HAPPY):
        assert IMR_CYCLE.find(here, there)


def test_every_state_is_reached_and_every_right_is_real():
    reached = {ImrState.REQUESTED} | {row.to for row in IMR_CYCLE}
    assert reached == set(ImrState)
    assert {row.permission for row in IMR_CYCLE} <= set(Permission)


def test_a_report_is_with_its_agency_to_be_read_queried_or_accepted():
    others = {ImrState.QUERIED, ImrState.ACCEPTED_BY_PANEL}
    assert NOT_IN | TO_READ | others == set(ImrState)
    assert not NOT_IN & TO_READ


@pytest.mark.parametrize("state", list(ImrState))
def test_the_factory_makes_every_state(state):
    imr = ImrFactory(at=state)
    assert imr.state == state
    assert imr.is_in == (state not in NOT_IN)
    assert bool(imr.received) == imr.is_in
