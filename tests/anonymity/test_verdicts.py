"""Who was found guilty in one chapter and acquitted in another. All people are invented."""

import pytest

from anonymity.checking.checks import verdicts
from tests.anonymity.who import told

TRIAL = "Tobin was convicted of murder and Garth of perverting the course of justice."
FREED = "Lorne was acquitted of all charges."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("In the light of the convictions of Tobin and Lorne more was done.",
         "convictions of Tobin and Lorne"),
        ("Tobin, Garth and Lorne were all found guilty.", "Tobin, Garth and Lorne were all found"),
        ("After the acquittal of Tobin the family moved.", "acquittal of Tobin"),
    ],
)  # fmt: skip
def test_another_verdict_is_found(line, text):
    assert any(text in one for one in told(verdicts, TRIAL, FREED, line))


@pytest.mark.parametrize(
    "line",
    [
        "In the light of the convictions of Tobin more was done.",
        "Lorne was cleared by the jury in a day.",
        "Lorne was convicted of theft when he was young.",
        "Lorne would have been convicted had he been there.",
        "Odette was not convicted of anything.",
    ],
)
def test_the_same_verdict_or_another_offence_is_left(line):
    assert told(verdicts, TRIAL, FREED, line) == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Following her conviction, Lorne moved to the coast.", "Following her conviction, Lorne"),
        ("After his acquittal Tobin wrote to the panel.", "After his acquittal Tobin"),
        ("Since Lorne’s conviction nobody has written.", "Since Lorne’s conviction"),
    ],
)
def test_another_verdict_in_passing_is_found(line, text):
    charged = "Lorne was charged with the same offence and was acquitted."
    assert told(verdicts, TRIAL, charged, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Following his conviction, Tobin wrote to the panel.",
        "After her acquittal Lorne moved to the coast.",
        "Following her conviction for theft she met Lorne.",
    ],
)
def test_the_same_verdict_in_passing_is_left(line):
    charged = "Lorne was charged with the same offence and was acquitted."
    assert told(verdicts, TRIAL, charged, line) == []
