import pytest

from anonymity.checking.checks import contributors, counts
from tests.anonymity.samples import found

THREE = [f"Recommendation {number}: train everybody who answers the door." for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The panel made four recommendations.", "made four recommendations"),
        ("The five recommendations are set out below.", "The five recommendations"),
        ("There are 7 recommendations.", "are 7 recommendations"),
    ],
)
def test_another_count_is_found(line, text):
    assert found(counts, *THREE, line) == [text]


@pytest.mark.parametrize(
    "line",
    [
        "The three recommendations are set out below.",
        "The panel made 3 recommendations.",
        "An earlier review had ten recommendations.",
        "Two of them are for health.",
        "There were a hundred recommendations nationally.",
    ],
)
def test_the_right_count_and_those_of_others_are_left(line):
    assert found(counts, *THREE, line) == []


def test_what_the_paper_does_not_number_is_not_counted():
    assert found(counts, "The five recommendations follow.", "Recommendation 2: train.") == []
    gap = [THREE[0], THREE[2], "The five recommendations follow."]
    assert found(counts, *gap) == []


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["The panel met three times: on 4 May, 6 June, 7 July and 9 August 2020."],
         ["panel met three times", "three times"]),
        (["The panel met on 4 May and 6 June 2020.", "The panel met on five occasions."],
         ["panel met on five occasions"]),
        (["They had two children.", "Their three children were asleep."],
         ["They had two children", "Their three children"]),
        (["Police\t3\t4", "Health\t2\t6", "Total\t5\t11"], ["11"]),
        (["Agency\tContacts", "Police\t3", "Health\t4", "Total\t7",
          "The panel counted nine contacts in all."], ["counted nine contacts in all"]),
        (["There were twelve stab wounds.", "She was stabbed 14 times.", "14 stab wounds killed."],
         ["twelve stab wounds"]),
    ],
)  # fmt: skip
def test_two_numbers_of_one_thing_are_found(lines, texts):
    assert found(counts, *lines) == texts


@pytest.mark.parametrize(
    "lines",
    [
        ["The panel met four times: on 4 May, 6 June, 7 July and 9 August 2020."],
        ["The panel met on 4 May and 6 June 2020.", "The panel met twice."],
        ["They had two children.", "Their two children were asleep; her sister had four."],
        ["Police\t3", "Health\t2", "Total\t5", "The panel counted five contacts."],
        ["Total\tnone", "The police made three visits."],
        ["An author attended two meetings of the panel.", "The panel met on four occasions."],
    ],
)
def test_numbers_that_agree_are_left(lines):
    assert found(counts, *lines) == []


def test_recommendations_that_no_list_holds_are_found():
    rows = ["Rec No\tAction", *[f"{at}\tLet it be done" for at in range(1, 9)]]
    line = "The ten recommendations are in the appendix."
    assert found(counts, line, *rows) == ["ten recommendations"]
    assert found(counts, line.replace("ten", "eight"), *rows) == []
    of_others = "The inquest led to ten recommendations."
    assert found(counts, of_others, *rows) == []


def test_recommendations_numbered_by_their_chapter_are_counted():
    lines = ["12. RECOMMENDATIONS", *(f"12.{at} The body should act." for at in range(1, 6))]
    assert found(counts, "The review makes five recommendations.", *lines) == []
    assert found(counts, "The review makes seven recommendations.", *lines) == [
        "seven recommendations"
    ]


def test_a_list_of_something_else_is_none_of_recommendations():
    lines = ["RECOMMENDATIONS", *(f"{at}. The body should act." for at in range(1, 5))]
    terms = ["Appendix 1: Terms of reference", *(f"{at}. To find out." for at in range(1, 8))]
    assert found(counts, "There are seven recommendations.", *lines, *terms) == [
        "seven recommendations"
    ]


def test_the_following_ones_are_counted():
    lines = ["Recommendation 1. Act.", "Recommendation 2. Act.", "Recommendation 3. Act."]
    assert found(counts, "The panel makes the following four recommendations.", *lines) == [
        "the following four recommendations"
    ]


LISTED = [
    "CONTRIBUTORS",
    "",
    "The following agencies provided an individual management review:",
    "",
    "Calderwick Police",
    "Calderwick Council Housing",
    "The Harbour Trust, for two practices",
    "Lantern House",
    "",
    "The following provided a short report:",
    "",
    "The College",
    "",
    "ANALYSIS",
    "",
]


@pytest.mark.parametrize(
    ("line", "is_wrong"),
    [
        ("The Panel has seen five IMRs.", True),
        ("The Review has read six IMRs and short reports.", True),
        ("The Review has read five IMRs and short reports.", False),
        ("The Panel has seen four IMRs.", False),
        ("The Panel has seen three further IMRs.", False),
    ],
)
def test_reports_read_are_compared_with_a_list_without_marks(line, is_wrong):
    assert bool(found(contributors, *LISTED, line)) is is_wrong


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("At its six meetings the panel asked who had known.", ["At its six meetings"]),
        ("At its three meetings the panel asked who had known.", []),
        ("At their six meetings the neighbours asked.", []),
    ],
)
def test_meetings_in_passing_are_counted(line, texts):
    met = "The panel met three times, on 4 May 2019, 6 June 2019 and 9 July 2019."
    assert found(counts, met, line) == texts


MEETINGS = {
    "one sentence": (
        "2.1 The panel met for the first time on 4 May 2020 and again on 8 June, 13 July and 7 "
        "September 2020, with a final meeting on 12 January 2021, after the trial of 3 November."
    ),
    "several": (
        "2.1 The panel first met on Monday 4 May 2020. It met again on 8 June and 13 July 2020. "
        "Further meetings were held on 7 September 2020 and 12 January 2021. It was approved on "
        "2 March 2021."
    ),
}


@pytest.mark.parametrize("meetings", MEETINGS.values(), ids=MEETINGS)
@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("The panel met on six occasions under her chairmanship.", ["panel met on six occasions"]),
        ("All four meetings were held by video.", ["All four meetings were"]),
        ("The panel met on five occasions.", []),
        ("All five meetings were held by video.", []),
        ("All four MARAC meetings were held by video.", []),
    ],
)
def test_meetings_of_a_panel_told_over_sentences_are_counted(meetings, line, texts):
    assert found(counts, meetings, line) == texts


def test_meetings_of_which_only_the_month_is_told_are_not_counted():
    met = "The panel met on 4 May and 8 June 2020, and again in October 2020."
    assert found(counts, met, "The panel met on three occasions.") == []


NAMED_RECOMMENDATIONS = [
    "19. RECOMMENDATIONS",
    "19.1 The panel makes three recommendations.",
    *(f"19.{at + 1} Recommendation {at}: That the trust write to each school." for at in (1, 2, 3)),
]


def test_recommendations_by_name_in_numbered_paragraphs_are_counted_by_name():
    row = "What is asked for? | Three multi-agency recommendations | Section 19"
    assert found(counts, row, *NAMED_RECOMMENDATIONS) == []


def test_a_row_that_counts_them_otherwise_is_found():
    row = "What is asked for? | Five multi-agency recommendations | Section 19"
    assert [one.strip() for one in found(counts, row, *NAMED_RECOMMENDATIONS)] == [
        "Five multi-agency recommendations"
    ]


def test_days_with_their_weekday_and_the_last_of_them_are_counted():
    line = "The panel met on four occasions: on 8 May and 3 June 2020, on Monday 6 July 2020, and "
    assert found(counts, f"{line}finally on 2 March 2021.") == []
