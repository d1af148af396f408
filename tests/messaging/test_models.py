import pytest

from messaging.models import State
from tests.factories.messaging import MessageFactory


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_look(state):
    assert MessageFactory.build(state=state).tone


def test_a_message_shows_neither_address_nor_link():
    message = MessageFactory.build(to_address="author@agency.example", path="/password/abc/")

    assert str(message) == "message None, evidence_requested"
