import pytest

from reports.anonymity.checks import quotations
from tests.reports.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (
            "He told the court: ‘I only wanted her to listen to me’.",
            "I only wanted her to listen to me",
        ),
        (
            "She said “you will never see my children again”.",
            "you will never see my children again",
        ),
        ('The message read "come home or I will find you".', "come home or I will find you"),
        (
            "A text message came from her telephone: I am fine, do not come to the house. He left.",
            "I am fine, do not come to the house.",
        ),
        ("Maris attended the infusion clinic in May.", "infusion clinic"),
    ],
)
def test_what_can_be_searched_for_is_found(line, text):
    assert text in found(quotations, line)


@pytest.mark.parametrize(
    "line",
    [
        "‘I do’ was all she said.",
        "The policy says “you must ask every patient about abuse at home”.",
        "the so-called ‘rocky’ relationship",
        "‘Multi-agency guidance on the conduct of reviews into domestic homicide’",
        "It was Maris’s flat and Tobin’s car that were seen by us all in the street’s one camera.",
        "The panel said: nobody had asked her about her home at any point.",
    ],
)
def test_other_words_are_left(line):
    assert found(quotations, line) == []
