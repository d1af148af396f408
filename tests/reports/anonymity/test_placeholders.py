import pytest

from reports.anonymity.checks import placeholders
from tests.reports.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("in respect of [insert names]", "[insert names]"),
        ("on <date to follow>", "<date to follow>"),
        ("the panel met on {tbc}", "{tbc}"),
        ("Signed off by TBC", "TBC"),
        ("the GP, Dr XX, said", "XX"),
        ("[REDACTED]", "[REDACTED]"),
        ("the school (redacted)", "(redacted)"),
        ("██████ told the police", "██████"),
        ("see Error! Reference source not found.", "Error! Reference source not found."),
        ("[Note to chair: is this right?]", "[Note to chair: is this right?]"),
        ("He left in 2012 ??", "??"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Click or tap here to enter text.", "Click or tap here to enter text"),
        ("``", "``"),
        ("in respect of [Victim 1] and others", "[Victim 1]"),
        ("Insert DWP member if attending", "Insert DWP member if attending"),
    ],
)
def test_what_was_left_open_is_found(line, text):
    assert text in found(placeholders, line)


@pytest.mark.parametrize(
    "line",
    [
        "the version was redacted before it was shared",
        "The name of her employer is not given.",
        "Panel members were asked to insert their comments.",
        "(complete, save for the action plan)",
        "Did nobody ask? No.",
        "XVI and XIX are Roman; the XL jumper was hers",
        "[Footnote 3]",
        "“Please ring me back”",
    ],
)
def test_plain_words_are_left(line):
    assert found(placeholders, line) == []
