"""Who is said never to have been turned to, and was."""

import pytest

from anonymity.checking.checks import unasked
from tests.anonymity.who import told

ASKED = "In July officers consulted the Hidden Marriage Unit the same evening."


def found(*lines):
    """Return what is found in an analysis that follows the facts."""
    return told(unasked, ASKED, "CONCLUSIONS", *lines)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("In four years no agency made contact with the Hidden Marriage Unit.", "no agency made"),
        ("Nobody asked for advice from the Hidden Marriage Unit.", "Nobody asked"),
        ("The Hidden Marriage Unit was never consulted.", "was never consulted"),
    ],
)
def test_a_body_that_was_asked_is_found(line, text):
    assert any(text in one for one in found(line))


@pytest.mark.parametrize(
    "line",
    [
        "In four years no agency made contact with the Calderwick Women’s Group.",
        "Until July no agency made contact with the Hidden Marriage Unit.",
        "No agency other than the police made contact with the Hidden Marriage Unit.",
        "Officers made contact with the Hidden Marriage Unit.",
    ],
)
def test_a_body_that_nobody_asked_is_left(line):
    assert found(line) == []
