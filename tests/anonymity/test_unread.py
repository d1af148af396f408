"""Letters that nobody sees, and letters that turn others round."""

import pytest

from anonymity.checking.checks import unread
from tests.anonymity.samples import found


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("It was Phil\u200bippa who rang.", "Phil\u200bippa"),
        ("It was P\u2060h\u2060i\u2060l who rang.", "P\u2060h\u2060i\u2060l"),
        ("It was \u202eappilihP\u202c.", "\u202eappilihP\u202c."),
    ],
)
def test_what_hides_words_from_a_search_is_found(line, text):
    assert found(unread, line) == [text]


@pytest.mark.parametrize(
    "line",
    ["Her sur\u00adname.", "\ufeffThe report", "سی\u200cم", "Her\u200b own"],
)
def test_soft_hyphens_and_letters_of_other_scripts_are_left(line):
    assert found(unread, line) == []
