"""Headings and labels in the middle of a sentence keep the capitals that are theirs."""

import pytest

from pages.templatetags.sentences import in_sentence


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Send the IMR or the chronology", "send the IMR or the chronology"),
        ("Tell the Home Office of the decision", "tell the Home Office of the decision"),
        ("Home Office quality assurance", "Home Office quality assurance"),
        ("CSP officer", "CSP officer"),
        ("A question", "a question"),
        ("Time", "time"),
        ("", ""),
    ],
)
def test_only_the_first_letter_of_what_is_no_name_becomes_small(label, said):
    assert in_sentence(label) == said
