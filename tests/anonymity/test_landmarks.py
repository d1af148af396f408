"""What finds a place though no town is named. All names are invented."""

import pytest

from anonymity.checking.checks import landmarks
from tests.anonymity.who import told


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("He owned a small business, Quenby Reclaim Timber, in a barn.", "Quenby Reclaim Timber"),
        ("She ran a salon, Curl and Clip, for ten years.", "Curl and Clip"),
        ("They met in a pub called the Hare and Sickle.", "Hare and Sickle"),
        ("Tobin drove for Merrow Haulage Ltd at night.", "Merrow Haulage Ltd"),
        ("She studied nursing at the University of Quenby.", "University of Quenby"),
        (
            "Maris lived in a second floor maisonette overlooking the canal.",
            "overlooking the canal",
        ),
        ("He moved into Maris’s terraced house close to the sugar factory.", "Maris’s terraced"),
        ("They rented a flat above a chip shop.", "flat above a chip shop"),
        ("Her car was found off junction 9 of the M97.", "M97"),
    ],
)
def test_what_a_place_is_known_by_is_found(line, text):
    assert any(text in one for one in told(landmarks, line))


@pytest.mark.parametrize(
    "line",
    [
        "He owned a small business, which failed, and a van.",
        "She ran a salon for ten years.",
        "They met in a pub and were called by name.",
        "Research by the University of Quenby was considered.",
        "Maris lived in a second floor maisonette with a balcony.",
        "Her house was close to her mother’s.",
        "The officer filled in the A4 form.",
        "She went to Calderwick Council’s office, called Maris House.",
    ],
)
def test_kinds_of_places_may_stand(line):
    assert told(landmarks, line) == []


def test_what_the_review_is_made_of_is_left():
    line = "The panel considered a model of the University of Quenby that Maris studied at."
    assert told(landmarks, line) == []
    assert told(landmarks, "She read law at Quenby University.", heading="METHODOLOGY") == []
