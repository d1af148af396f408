"""Shapes of published plans in which a row or a cell is easily taken for another."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openpyxl import Workbook
from openpyxl.comments import Comment

from actionplans.queries.plan_reading import stated_day, titles_of
from actionplans.readers.columns import PlanColumn as C
from actionplans.readers.columns import meant_by_all
from actionplans.readers.meaning import target_in
from actionplans.readers.numbers import number_in
from actionplans.readers.opening import open_plan
from actionplans.readers.plan import read_plan
from chronologies.readers.grid import CannotRead
from documents.kinds import DocumentKind
from tests.actionplans.plan_files import as_bytes, table

HEADS = ("Recommendation", "Action", "Lead", "Target date")


def read(content, kind=DocumentKind.DOCX):
    return read_plan(*open_plan(content, kind=kind))


def word(heads, rows, *, merged=()):
    """merged: the cells between which a table is merged, as row, column, row, column."""
    file = docx.Document()
    made = table(file, heads, rows)
    for top, left, bottom, right in merged:
        made.cell(top, left).merge(made.cell(bottom, right))
    return read(as_bytes(file))


def told(plan):
    return [(one.number, one.text, len(one.actions)) for one in plan.recommendations]


def test_recommendations_that_nobody_put_an_action_to_are_recommendations():
    rows = [("Housing should train its officers.", "", "", ""), ("Police must ask.", "", "", "")]
    plan = word(HEADS, rows)

    assert [one.text for one in plan.recommendations] == [row[0] for row in rows]
    assert plan.unread == []


def test_the_end_of_a_recommendation_cut_by_a_page_is_part_of_it():
    rows = [("1. Train all staff on", "Course", "Police", ""), ("economic abuse.", "", "", "")]
    plan = word(HEADS, [*rows, ("2. Ask.", "Form", "Surgery", "")])

    assert told(plan) == [("1", "1. Train all staff on\neconomic abuse.", 1), ("2", "2. Ask.", 1)]
    assert [one.heading for one in plan.recommendations] == ["", ""]


@pytest.mark.parametrize("first", ["1. Train all staff.", "train all staff on"])
def test_a_line_below_a_finished_recommendation_is_none_of_it(first):
    plan = word(
        HEADS, [(first, "Course", "Police", ""), ("health", "", "", ""), ("Ask.", "Form", "", "")]
    )

    assert plan.recommendations[0].text == first
    assert plan.recommendations[1].heading == "health"


def test_a_cell_across_the_columns_of_an_action_is_an_action():
    rows = [("1. Train.", "Course", "Police", ""), ("", "Given up in May.", "", "")]
    plan = word(HEADS, [*rows, ("2. Ask.", "Form", "", "")], merged=[(2, 1, 2, 3)])

    assert [one.action for one in plan.recommendations[0].actions] == ["Course", "Given up in May."]
    assert plan.recommendations[1].heading == ""


@pytest.mark.parametrize(
    "again", ["1. Train (continued)", "1 cont’d", "Rec 1 continued", "cont.", "SAR 4, continued"]
)
def test_a_recommendation_that_says_it_goes_on_is_the_one_above(again):
    plan = word(HEADS, [("1. Train", "Course", "Police", ""), (again, "Audit", "Police", "")])

    assert told(plan) == [("1", "1. Train", 2)]


@pytest.mark.parametrize("words", ["Work should be continued", "Calls continued"])
def test_what_is_to_be_continued_is_a_recommendation(words):
    plan = word(HEADS, [("1. Train", "Course", "", ""), (words, "Audit", "", "")])

    assert plan.recommendations[-1].text == words


def test_columns_under_one_heading_are_told_apart():
    plan = word(
        ("Recommendation", "Action", "Lead", "Completion", ""),
        [("", "", "", "Date", "Outcome"), ("1. Ask.", "Form", "Surgery", "May 2020", "All ask")],
        merged=[(0, 3, 0, 4)],
    )

    assert plan.sections[0].columns[3:] == (C.COMPLETION, C.OUTCOME)
    assert plan.recommendations[0].actions[0].completion == "May 2020\nAll ask"


def test_an_outcome_beside_its_date_is_no_second_completion():
    headings = ["Action", "Lead", "Date completed", "Outcome on completion", "Completed by"]

    assert meant_by_all(headings)[2:] == (C.COMPLETION, C.OUTCOME, C.OTHER)


def test_a_column_of_numbers_needs_no_heading():
    heads = ("", "Recommendation", "Action", "Lead")
    rows = [("Health", "", "", ""), ("R1", "Ask.", "Form", "GP"), ("2.", "Train.", "Course", "GP")]

    assert [one.number for one in word(heads, rows).recommendations] == ["R1", "2."]
    rows = [("Surgery", "Ask.", "Form", "GP")]
    assert word(heads, rows).unread[0].found == "Surgery"


def test_what_the_form_asks_of_its_columns_is_told_and_is_no_recommendation():
    asked = ("What is recommended here?", "How will this be made to happen?",
             "Who is to watch over it?", "When will this be done by?")  # fmt: skip
    plan = word(HEADS, [asked, ("1. Ask?", "Form?", "Surgery?", "?")])

    assert told(plan) == [("1", "1. Ask?", 1)]
    assert tuple(cell.found for cell in plan.unread) == asked
    assert (plan.rows, plan.cells) == (2, 8)


def test_numbers_of_actions_number_no_recommendation():
    plan = word(
        ("Recommendation", "Action No", "Action", "Lead"),
        [("1. Train.", "1.1", "Course", "Police"), ("", "1.2", "Audit", "Police")],
        merged=[(1, 0, 2, 0)],
    )

    assert told(plan) == [("1", "1. Train.", 2)]
    assert plan.recommendations[0].actions[1].others == [("Action No", "1.2")]


def test_a_part_and_a_recommendation_may_stand_above_the_headings():
    plan = word(
        ("Learning point 1: nobody asked", "", ""),
        [("Recommendation 1: Ask.", "", ""), HEADS[1:], ("Form", "Surgery", "May 2020")],
        merged=[(0, 0, 0, 2), (1, 0, 1, 2)],
    )

    assert told(plan) == [("1", "Recommendation 1: Ask.", 1)]
    assert plan.recommendations[0].heading == "Learning point 1: nobody asked"
    assert plan.unread == []


def test_what_found_no_place_is_told():
    heads = ("Theme", "Learning", "Recommendation", "Action", "Lead")
    rows = [("Work", "Nobody asked.", "1. Ask.", "Form", "GP"),
            ("", "Nobody wrote.", "", "No action agreed yet.", "Nurse")]  # fmt: skip
    plan = word(heads, rows)

    assert [(cell.row, cell.found) for cell in plan.unread] == [(2, "Nobody asked."),
                                                                (3, "Nobody wrote."),
                                                                (3, "Nurse")]  # fmt: skip


def test_the_addressee_of_what_has_no_action_yet_is_kept():
    plan = word(HEADS, [("1. Ask.", "No action agreed yet.", "Surgery", "")])

    assert (plan.recommendations[0].agency, plan.unread) == ("Surgery", [])


def test_a_finding_merged_down_stands_above_each_of_its_recommendations():
    plan = word(
        ("Finding", "Recommendation", "Action", "Lead"),
        [("Nobody asked.", "1. Ask.", "Form", "GP"), ("", "2. Write it down.", "Field", "GP")],
        merged=[(1, 0, 2, 0)],
    )

    assert [one.heading for one in plan.recommendations] == ["Nobody asked."] * 2


def test_the_agency_above_the_headings_is_the_heading_of_its_part():
    plan = word(
        ("Agency: Tern Valley Police", "", "", ""),
        [HEADS, ("1. Ask.", "Form", "Sergeant", "May 2020")],
        merged=[(0, 0, 0, 3)],
    )

    assert plan.recommendations[0].heading == "Agency: Tern Valley Police"
    assert plan.unread == []


@pytest.mark.parametrize(
    ("words", "number"),
    [("SAR 4 – Join up reviews", "SAR 4"), ("LP2: Ask", "LP2"), ("GP 24 hour cover", "")],
)
def test_a_number_may_say_of_what_kind_it_is(words, number):
    assert number_in(words, after="") == number


FORM = [("Action", "Course"), ("Lead agency", "Police"), ("Target date", "May 2020")]
SECOND = [("Action", "Form"), ("Lead agency", "Surgery"), ("Target date", "TBC")]


def test_forms_under_one_another_in_one_table_are_one_recommendation_each():
    plan = word(("Recommendation 1", "Train."), [*FORM, ("Recommendation 2a", "Ask."), *SECOND])

    assert told(plan) == [("1", "Train.", 1), ("2a", "Ask.", 1)]
    assert plan.recommendations[1].actions[0].lead == "Surgery"
    assert plan.unread == []


@pytest.mark.parametrize(
    ("above", "text"),
    [("Recommendation 1: Train.", "Recommendation 1: Train."), ("Rec 1", "Course")],
)
def test_a_form_may_have_its_recommendation_across_it(above, text):
    plan = word((above, ""), FORM, merged=[(0, 0, 0, 1)])

    assert told(plan) == [("1", text, 1)]


def test_a_plan_in_small_letters_has_no_second_line_of_headings():
    assert told(word(HEADS, [("train staff", "course", "police", "may")])) == [
        ("", "train staff", 1)
    ]
    plan = word(
        ("Recommendation", "train staff"), [(head.lower(), word.lower()) for head, word in FORM]
    )

    assert told(plan) == [("", "train staff", 1)]


def test_two_columns_that_are_no_form_stay_as_they_are():
    assert len(word(("Blue", "Green"), [("One", "Two")]).unread) == 4
    file = docx.Document()
    file.add_table(rows=0, cols=2)
    assert read(as_bytes(file)).recommendations == []


def test_what_was_struck_out_is_told_and_dates_no_plan():
    file = docx.Document()
    made = table(file, HEADS, [("1. Ask.", "Form", "Surgery", "May 2020")])
    deleted, run, text = (OxmlElement(f"w:{name}") for name in ("del", "r", "delText"))
    text.text = "as at 12 March 2019"
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    deleted.append(run)
    made.cell(1, 3).paragraphs[0]._p.append(deleted)
    plan = read(as_bytes(file))

    assert plan.recommendations[0].actions[0].target == "May 2020"
    assert plan.around == [("Struck out with tracked changes", "as at 12 March 2019")]
    assert stated_day(titles_of(plan)) is None


def workbook():
    book = Workbook()
    for row in [HEADS, ("1. Ask.", "Form", "Surgery", "Q3 2021/22")]:
        book.active.append(row)
    return book


def test_a_note_on_a_cell_is_kept_with_the_file():
    book = workbook()
    book.active["D2"].comment = Comment("Agreed with the surgery", "Clerk")
    book.create_sheet("Empty")
    plan = read(as_bytes(book), DocumentKind.XLSX)

    assert plan.around == [("A note on cell D2 of sheet “Sheet”", "Agreed with the surgery")]


@pytest.mark.parametrize(
    ("value", "shown", "words"),
    [(0.5, "0%", "50%"), (1, "0%", "100%"), (0.125, "0.0%", "12.5%"), (7, "General", "7")],
)
def test_a_share_is_read_as_the_sheet_shows_it(value, shown, words):
    book = workbook()
    book.active["C2"] = value
    book.active["C2"].number_format = shown
    plan = read(as_bytes(book), DocumentKind.XLSX)

    assert plan.recommendations[0].actions[0].lead == words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Q3 2021/22", date(2021, 12, 31)),
        ("Q4 2021-22", date(2022, 3, 31)),
        ("Quarter 1 2021/2022", date(2021, 6, 30)),
        ("Q3 2021/25", None),
        ("Q3 2021", date(2021, 9, 30)),
        ("12-03-2021", date(2021, 3, 12)),
        ("Dec ‘21", date(2021, 12, 31)),
        ("2022-23", None),
    ],
)
def test_quarters_of_a_financial_year_are_no_quarters_of_a_calendar(words, day):
    assert target_in(words).day == day


def test_a_workbook_whose_notes_cannot_be_read_is_damaged():
    book = workbook()
    book.active["D2"].comment = Comment("Agreed", "Clerk")
    kept = BytesIO()
    with ZipFile(BytesIO(as_bytes(book))) as whole, ZipFile(kept, "w") as broken:
        for name in whole.namelist():
            broken.writestr(name, b"<x" if "comments" in name else whole.read(name))
    with pytest.raises(CannotRead, match="damaged"):
        read(kept.getvalue(), DocumentKind.XLSX)
