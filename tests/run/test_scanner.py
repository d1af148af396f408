import socket
from threading import Thread

import pytest

from run import scanner


@pytest.fixture
def place(monkeypatch, tmp_path):
    """Where Debian's clamd would listen."""
    place = str(tmp_path / "clamd.ctl")
    monkeypatch.setattr(scanner, "PLACE", place)
    return place


def listening(place, *, saying):
    door = socket.socket(socket.AF_UNIX)
    door.bind(place)
    door.listen(1)

    def answer():
        caller, _ = door.accept()
        with caller, door:
            caller.recv(100)
            caller.sendall(saying)

    Thread(target=answer, daemon=True).start()


def test_the_one_that_is_named_is_taken(place):
    assert scanner.address({"CLAMD_ADDRESS": "clamav:3310"}) == {"CLAMD_ADDRESS": "clamav:3310"}


def test_else_that_of_the_machine_where_it_answers(place):
    listening(place, saying=b"PONG\0")

    assert scanner.address({}) == {"CLAMD_ADDRESS": place}


def test_a_socket_where_something_else_answers_is_none(place):
    listening(place, saying=b"220 hello")

    assert scanner.address({}) == {}


def test_a_machine_without_one_has_none(place):
    assert scanner.address({}) == {}
