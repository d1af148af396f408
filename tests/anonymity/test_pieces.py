"""Lines longer than a page: read in pieces, found where they stand, and in time to match."""

import pytest

from anonymity.checking.all_checks import check_paper
from anonymity.checking.paper import LONGEST, Line, Paper, lines_of
from anonymity.checking.passages import passages
from anonymity.checking.pieces import in_pieces
from tests.anonymity.samples import REGISTER
from tests.within import within

SENTENCE = "She went to the shop and came home again. "
LONG = SENTENCE * (3 * LONGEST // len(SENTENCE))
# Each held one pattern up for minutes: titles of streets, names of files, of bodies, headings,
# what a child is seen for
HOSTILE = ("Aa-", "_", "Aa", "A", ".", "Mr A. ", "was ", "1.", "a@a.a.", " ", "“", "\u200b")
ENOUGH = 60  # seconds, of which a few are needed


def one_line(text):
    return Paper(tuple(lines_of("body", [text])))


def test_a_paper_of_usual_lines_is_read_as_it_is():
    paper = Paper.of_text("One line.\n" + "a" * LONGEST)
    assert in_pieces(paper) is paper


@pytest.mark.parametrize(
    "text", [LONG, "a word and " * LONGEST, "A Word And " * LONGEST, "a" * 3 * LONGEST]
)
def test_the_pieces_of_a_line_are_all_of_it(text):
    pieces = in_pieces(one_line(text)).lines
    assert "".join(piece.text for piece in pieces) == text
    assert all(LONGEST / 4 <= len(piece.text) <= LONGEST for piece in pieces)
    assert [piece.offset for piece in pieces] == [
        sum(len(each.text) for each in pieces[:at]) for at in range(len(pieces))
    ]


def test_a_line_is_cut_behind_a_sentence_or_else_where_no_name_is():
    behind = in_pieces(one_line(LONG)).lines
    assert all(piece.text.endswith("again. ") for piece in behind)
    named = in_pieces(one_line("they saw Oriel Vantongren " * LONGEST)).lines
    assert all(piece.text.endswith(("they ", "saw Oriel Vantongren ")) for piece in named)


def test_what_is_found_in_a_long_line_stands_where_it_stands_there():
    text = f"{LONG}The neighbour spoke to Ostrander. {LONG}"
    (one,) = [one for one in check_paper(one_line(text), REGISTER) if one.check == "names"]
    assert one.line == Line("body", 1, text)
    assert (one.start, one.text) == (text.index("Ostrander"), "Ostrander")


def test_lines_that_read_on_are_gathered_no_further_than_is_read_at_once():
    paper = Paper.of_text("\n".join(["and so it went on and on without an end to it"] * 2000))
    assert len(passages(paper)) > 1
    assert all(len(passage.text) <= LONGEST for passage in passages(paper))


@pytest.mark.parametrize("repeated", HOSTILE)
def test_no_repeated_text_holds_the_checks_up(repeated):
    text = repeated * (2 * LONGEST // len(repeated))
    with within(ENOUGH):
        check_paper(one_line(f"She saw Ostrander. {text}"), REGISTER)


def test_a_paragraph_as_long_as_a_report_is_checked_in_time():
    with within(ENOUGH):
        check_paper(
            one_line("the support worker had told her about Ostrander and " * 800), REGISTER
        )


def test_thousands_of_findings_in_one_line_are_compared_with_their_neighbours_only():
    with within(ENOUGH):
        found = check_paper(one_line("[insert] " * 3000), REGISTER)
    assert len(found) == 3000
