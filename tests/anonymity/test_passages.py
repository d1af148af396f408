"""A paper is read in sentences and chapters, however its lines were broken."""

import pytest

from anonymity.checking.finding import Kind, Severity
from anonymity.checking.paper import Paper, lines_of
from anonymity.checking.passages import Chapter, Passage, passages


def read(text: str) -> list[Passage]:
    return list(passages(Paper.of_text(text)))


@pytest.mark.parametrize(
    ("heading", "chapter"),
    [
        ("3. TIMESCALES", Chapter.PROCESS),
        ("The Review Panel", Chapter.PROCESS),
        ("Background", Chapter.LIFE),
        ("WHO MARIS WAS", Chapter.LIFE),
        ("SECTION TWO: ESTABLISHING THE REVIEW", Chapter.PROCESS),
        ("Her home life", Chapter.LIFE),
        ("4.2 Combined chronology", Chapter.LIFE),
        ("Analysis of the terms of reference", Chapter.LIFE),
        ("Recommendations", Chapter.PLAN),
        ("Appendix 2", Chapter.PROCESS),
        ("Bibliography", Chapter.SOURCES),
    ],
)
def test_a_heading_opens_its_chapter(heading: str, chapter: Chapter) -> None:
    assert read(f"{heading}\n\nShe was seen.")[-1].chapter is chapter


@pytest.mark.parametrize(
    "line",
    ["Police had contact with her.", "The panel asked why this was so and was told of it by her,"],
)
def test_a_sentence_is_no_heading(line: str) -> None:
    assert read(f"Background\n\n{line}\n\nShe was seen.")[-1].chapter is Chapter.LIFE


def test_a_paragraph_of_a_life_is_one_under_a_heading_of_the_review() -> None:
    told = "4.1 He owned a firm in a barn. He kept hens and rode to work."
    of_the_chair = "4.1 He chaired other reviews. He retired from the police in May."

    assert read(f"METHODOLOGY\n\n{told}")[-1].chapter is Chapter.LIFE
    assert read(f"METHODOLOGY\n\n{of_the_chair}")[-1].chapter is Chapter.PROCESS
    assert read(f"METHODOLOGY\n\n{told.split('. He')[0]}.")[-1].chapter is Chapter.PROCESS


def test_a_letter_before_the_number_of_a_recommendation_makes_no_row_of_it() -> None:
    told = read("Recommendations\n\nR3\tThe council to see children alone.\n\nR3\tTrain\tCouncil")
    assert [one.is_row for one in told] == [False, False, True]


def test_a_cell_of_an_action_plan_does_not_end_it() -> None:
    assert read("ACTION PLAN\n\nVictim survey\n\n1 July 2020")[-1].chapter is Chapter.PLAN


def test_a_line_that_was_broken_reads_on_and_a_list_does_not() -> None:
    broken = "She had been to her doctor and to the police and to her sister and then"

    assert len(read(f"{broken}\nwent home.")) == 1
    assert len(read(f"{broken}\n2. He went home.")) == 2
    assert len(read(f"{broken}\n\nwent home.")) == 2


def test_a_footnote_in_a_line_is_a_sentence_of_its_own() -> None:
    (one,) = read("She left Mr. Hale in May.[footnoteRef:3] [3:  Smith 2009] He stayed.")

    assert next(sentence.text for sentence in one.sentences()) == "She left Mr. Hale in May."
    assert any(sentence.text.startswith("Smith 2009") for sentence in one.sentences())


def test_a_text_without_full_stops_is_read_in_pieces() -> None:
    (one,) = read("word " * 2000)

    assert max(len(sentence.text) for sentence in one.sentences()) <= 1500


def test_a_finding_stands_on_the_line_that_holds_most_of_it() -> None:
    (one,) = read(
        "This review was commissioned by the partnership after she had died on\n4 May 2019 at home."
    )
    start = one.text.index("on 4 May 2019")

    found = one.finding((start, start + 13), Kind.PRECISE, Severity.STOP, "Why.")

    assert (found.line.number, found.text) == (2, "4 May 2019")


def test_properties_and_cells_are_no_sentence_that_reads_on():
    for part in ("properties", "table 2", "link"):
        paper = Paper(tuple(lines_of(part, ["false", "false"])))
        assert [one.text for one in passages(paper)] == ["false", "false"]


def test_a_sentence_reads_on_over_the_foot_of_a_page():
    foot = ["", "Report of the panel – page 4", ""]
    told = read(
        "\n".join(
            [
                "The nurse wrote to the surgery and asked for",
                *foot,
                "a visit.",
                *foot,
                "Then.",
                *foot,
            ]
        )
    )
    assert "The nurse wrote to the surgery and asked for a visit." in [one.text for one in told]


@pytest.mark.parametrize("end", ["rang.”", "rang.)", "rang!’"])
def test_a_paragraph_that_ends_within_marks_is_no_broken_line(end: str) -> None:
    told = f"9.7 Her sister told the author in the summer of that year: “I would have {end}"

    assert len(read(f"{told}\nThe hospital")) == 2


def test_a_row_whose_cells_are_parted_by_bars_is_a_row_and_the_foot_of_a_page_is_none() -> None:
    row = "May 2018 | She moved to the flat that the council had found. | Housing | 2"
    foot = "Calderwick CSP | DHR | Overview Report | Page"

    (one, other) = read(f"{row}\n{row.replace('May', 'June')}")
    assert one.is_row
    assert "\t Housing" in other.text
    assert not any(one.is_row for one in read("\n\n".join(f"{foot} {at}" for at in range(4))))
