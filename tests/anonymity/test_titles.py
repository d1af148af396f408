"""Parts by their titles: in the list of contents, in references, and over nothing."""

import pytest

from anonymity.checking.checks import titles
from tests.anonymity.who import told

PARAGRAPH = "She was seen by a nurse in May, who wrote to the doctor and asked him to ring."
NAMES = [
    "Introduction",
    "Methods",
    "Background",
    "Analysis",
    "Lessons learned",
    "Appendix A: Terms",
]
CONTENTS = ["Contents", *(f"{at}. {name}" for at, name in enumerate(NAMES[:5], 1)), NAMES[5]]
BODY = [words for name in NAMES for words in (name, PARAGRAPH)]


@pytest.mark.parametrize(
    "entry",
    ["Appendix B: A letter from her brother", "6. Good practice", "Appendix C – Glossary 41"],
)
def test_what_only_the_contents_have_is_found(entry):
    assert told(titles, *CONTENTS, entry, *BODY, heading="REPORT") == [entry]


@pytest.mark.parametrize(
    "lines",
    [
        [*CONTENTS, *BODY],
        [*CONTENTS, "6. What we learned from it", *BODY, "6. Learned: what it was", PARAGRAPH],
        [*CONTENTS, "Appendix B: Plan", *BODY, "APPENDIX B", PARAGRAPH],
        ["Contents", *NAMES, *BODY],
        ["Contents", "1. One thing", "2. Another", PARAGRAPH],
        [*CONTENTS, "A word from her mother", PARAGRAPH, *BODY],
    ],
)
def test_contents_that_are_kept_are_left(lines):
    assert told(titles, *lines, heading="REPORT") == []


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("For the reasons given under ‘Debts and rent’ above, nobody rang.",
         "under ‘Debts and rent’ above"),
        ("It is told in the section headed “Debts and rent”.",
         "the section headed “Debts and rent”"),
        ("Nobody rang (see Debts and rent below).", "see Debts and rent below"),
    ],
)  # fmt: skip
def test_a_part_that_is_sent_to_by_its_title_and_not_there_is_found(line, text):
    assert told(titles, line) == [text]
    assert told(titles, line, "Her debts and rent", PARAGRAPH) == []


@pytest.mark.parametrize(
    "line",
    [
        "As is said under ‘Records’ in the guidance above, notes are kept.",
        "She was told to look in ‘The Argus’ for it.",
        "See Table 4 below, and see paragraph 3 above.",
        "He was seen at the flat above.",
    ],
)
def test_other_titles_are_left(line):
    assert told(titles, line) == []


@pytest.mark.parametrize(
    ("lines", "marks"),
    [
        ([PARAGRAPH, "Exmarsh Homes", "Northmoor Police", PARAGRAPH], ["Exmarsh Homes"]),
        ([PARAGRAPH, "Work of charities", "9. LESSONS", PARAGRAPH], ["Work of charities"]),
        ([PARAGRAPH, "What was known", "Northmoor Police", PARAGRAPH], []),
        ([PARAGRAPH, "9. LESSONS", "Northmoor Police", PARAGRAPH], []),
        ([PARAGRAPH, "Odette, her mother", "9. LESSONS", PARAGRAPH], []),
        (["These had contact.", "Exmarsh Homes", "Northmoor Police", PARAGRAPH], []),
        ([PARAGRAPH, "Exmarsh Homes", "She had a flat.", "Northmoor Police", PARAGRAPH], []),
    ],
)
def test_a_heading_over_nothing_is_found(lines, marks):
    assert told(titles, *lines, heading="ANALYSIS") == marks


def chapters(*numbers, paragraphs=5):
    return [
        line
        for at in numbers
        for line in (
            f"{at}. Chapter of it",
            *(f"{at}.{one} {PARAGRAPH}" for one in range(1, paragraphs)),
        )
    ]


def test_chapters_and_paragraphs_go_together():
    assert told(titles, *chapters(*range(1, 9))) == []
    assert told(titles, *chapters(1, 2, 3, 5, 6, 7, 8)) == ["5"]
    assert told(titles, *chapters(1, 2, 3, 4, 4, 5, 6, 7)) == ["4"]
    assert told(titles, *chapters(1, 2, 3, 5)) == []


def test_a_paragraph_with_the_number_of_another_chapter_is_found():
    lines = chapters(*range(1, 9))
    at = lines.index(f"6.3 {PARAGRAPH}")
    assert told(titles, *lines[:at], f"5.3 {PARAGRAPH}", *lines[at + 1 :]) == ["5"]


SECTIONS = [
    words
    for at, name in enumerate(("Introduction", "Terms of reference", "Contributors", "Analysis"), 1)
    for words in (f"{at}. {name}", PARAGRAPH)
]


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("What the review asked by the terms of reference is set out in section 4.",
         ["in section 4"]),
        ("The changes that the trust made are described in section 3.", ["in section 3"]),
        ("The changes that the trust made are described in section 4.", []),
        ("The terms of reference are in section 2.", []),
        ("The changes are described in section 3 of the Act.", []),
        ("The methodology is in section 4.", []),
    ],
)  # fmt: skip
def test_a_part_of_another_number_is_found(line, marks):
    assert told(titles, *SECTIONS, line) == marks


def test_a_heading_like_one_that_stands_over_a_paragraph_is_not_over_nothing():
    lines = [
        "BACKGROUND", "The role of the hospital", PARAGRAPH, "The role of the bank",
        "Themes that arise", PARAGRAPH,
    ]  # fmt: skip
    assert told(titles, *lines) == ["The role of the bank"]
    assert told(titles, *lines[:3], "What was known", *lines[4:]) == []


CHAPTERS = (
    "9. The chair and author of the report", "Imelda Trask has chaired seven reviews since then.",
    "11. Equality and diversity", "Maris was older than most of those who are known to services.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("What was made of age and disability, in section 9, is as true here.", ["in section 9"]),
        ("What was made of age and disability, in section 11, is as true here.", []),
    ],
)
def test_a_topic_that_the_chapter_on_the_chair_cannot_have_is_found(line, marks):
    assert told(titles, *CHAPTERS, line) == marks


SAID = (
    "It gave what help it could in those years, and told neither the others nor the school of what "
    "it had seen there."
)
AGENCIES = [
    line for name in ("Northmoor Police", "Harbour Trust", "Calderwick Council")
    for line in (name, SAID)
]  # fmt: skip


def test_the_last_agency_over_nothing_is_found():
    lines = (*AGENCIES, "Department for Fisheries", "Themes", SAID)
    assert told(titles, *lines, heading="ANALYSIS") == ["Department for Fisheries"]


def test_an_agency_over_parts_of_its_own_is_left():
    own = ("Harbour School", "The summer", SAID)
    lines = ("Northmoor Police", "The spring", SAID, *AGENCIES, *own)
    assert told(titles, *lines, heading="ANALYSIS") == []
