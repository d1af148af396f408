"""What a file with a plan is read as, whatever its columns are called and however cells merge."""

from datetime import date

import docx
import pytest
from openpyxl import Workbook

from actionplans.models import Scope
from actionplans.readers.columns import PlanColumn as C
from actionplans.readers.columns import meant_by_all
from actionplans.readers.days import mentions
from actionplans.readers.meaning import done_in, scope_in, steps_in, target_in
from actionplans.readers.opening import PDF, open_plan
from actionplans.readers.plan import read_plan
from chronologies.readers.grid import CannotRead
from documents.kinds import DocumentKind
from tests.actionplans.plan_files import as_bytes, list_paragraph, table, word_plan

TODAY = date(2026, 3, 2)


def read(content, kind=DocumentKind.DOCX):
    return read_plan(*open_plan(content, kind=kind))


def csv(*rows):
    return read("\n".join(rows).encode(), DocumentKind.CSV)


def test_a_plan_comes_in_whole():
    plan = read(word_plan())
    assert [(one.number, one.agency, len(one.actions)) for one in plan.recommendations] == [
        ("1", "Tern Valley Housing", 1),
        ("2", "Tern Valley Housing", 1),  # the cell is empty: as in the row above
        ("3", "Brackwater Surgery", 1),
        ("1", "", 2),
        ("2", "", 1),
    ]
    training, families = plan.recommendations[3:]
    assert training.heading == "Learning Point 1: Training at the front desk"
    assert training.text.startswith("1 Review the training of everybody")
    assert training.text.endswith("\nMake it part of every induction.")
    assert training.actions[0].milestones.count("\n") == 3  # an empty line is kept too
    assert training.actions[0].target == "31 October 2020 / November 2020"
    assert training.actions[1].action == "Count who has been on it."
    assert families.heading == "Learning Point 2: Family meetings"
    assert families.scope == "Local and regional"
    assert plan.unread == []
    assert plan.around == [("", "Appendix 3"), ("", "Appendix 4: action plan")]


@pytest.mark.parametrize(
    ("headings", "meant"),
    [
        ("No|Recommendation|Who|By when|Status",
         [C.NUMBER, C.RECOMMENDATION, C.LEAD, C.TARGET, C.OTHER]),
        ("Lead Officer|Action Required|Lead Agency|Timescale|How will we know it has worked?",
         [C.OWNER, C.ACTION, C.LEAD, C.TARGET, C.MEASURE]),
        ("Rec. No.|Scope|Date of completion and outcome|Key milestones achieved in enacting rec",
         [C.NUMBER, C.SCOPE, C.COMPLETION, C.MILESTONES]),
        ("Recommendation|Action|Officer's comment|Comments of the lead|Progress, comments",
         [C.RECOMMENDATION, C.ACTION, C.OTHER, C.OTHER, C.MILESTONES]),
        ("Theme|Actions|Responsible|Progress update|Target date for completion|RAG",
         [C.RECOMMENDATION, C.ACTION, C.LEAD, C.MILESTONES, C.TARGET, C.OTHER]),
    ],
)  # fmt: skip
def test_columns_are_known_by_what_people_call_them(headings, meant):
    assert list(meant_by_all(headings.split("|"))) == meant


def test_a_table_cut_by_a_page_goes_on_and_its_repeated_heading_is_no_row():
    file = docx.Document()
    heads = ("Recommendation", "Action", "Lead", "Target date")
    table(file, heads, [("1. Train staff.", "Write a course.", "Housing", "May 2020")])
    table(file, heads, [("", "and hold it monthly.", "Housing", "June 2020")])
    table(file, ("", "Count who came.", "Surgery", ""), [("2. Ask.", "Ask alone.", "Surgery", "")])
    plan = read(as_bytes(file))
    assert [[action.action for action in one.actions] for one in plan.recommendations] == [
        ["Write a course.", "and hold it monthly.", "Count who came."],
        ["Ask alone."],
    ]
    assert plan.unread == []


def test_a_recommendation_across_the_table_is_one_and_the_rows_below_are_its_actions():
    plan = csv(
        "Recommendation,Action,Lead,Target date",
        "Recommendation 1: Train everybody who answers the door,,,",
        ",Write a course,Housing,May 2020",
        ",Hold it,Surgery,June 2020",
        "Recommendation 2: Ask families,,,",
        ",Write to them,Housing,",
    )
    assert [(one.number, len(one.actions)) for one in plan.recommendations] == [("1", 2), ("2", 1)]


def test_cells_that_nobody_can_read_are_shown_with_where_they_stand():
    plan = csv(
        "Plan of the partnership,,,,",
        "Recommendation,Action,Lead,RAG,",
        "1. Train staff,Write a course,Housing,Amber,see note",
        "Learning point 9: nothing below it,,,,",
    )
    assert [(cell.row, cell.column, cell.found) for cell in plan.unread] == [
        (1, "Column 1", "Plan of the partnership"),
        (3, "RAG", "Amber"),
        (3, "Column 5", "see note"),
        (4, "", "Learning point 9: nothing below it"),
    ]
    assert plan.recommendations[0].actions[0].others == [("RAG", "Amber"), ("Column 5", "see note")]


def test_a_formula_whose_value_the_file_lacks_is_told_with_its_text():
    book = Workbook()
    for row in [
        ("=TODAY()",),
        ("Recommendation", "Action", "Lead", "Target date"),
        ("1. Train staff", "Write a course", "=1+1", "May 2020"),
    ]:
        book.active.append(row)
    plan = read(as_bytes(book), DocumentKind.XLSX)
    assert [(cell.row, cell.column, cell.found) for cell in plan.unread] == [
        (1, "Column 1", "=TODAY()"),
        (3, "Lead", "=1+1"),
    ]
    assert "a formula whose value was not saved" in plan.unread[1].why
    assert (plan.rows, plan.cells) == (2, 5)
    assert plan.recommendations[0].actions[0].target == "May 2020"


def test_long_plans_have_long_numbers():
    numbers = ["999", "1000", "1001", "12345"]
    rows = [f"{number}. Train team {number},Write a course,Housing" for number in numbers]
    plan = csv("Recommendation,Action,Lead", *rows, "2020: a year,Write,Housing")
    assert [one.number for one in plan.recommendations] == [*numbers, ""]


def test_numbers_that_word_counts_by_itself_are_read():
    file = docx.Document()
    made = table(file, ("Recommendation", "Action", "Lead"), [("Train staff.", "", "Housing")])
    cell = made.cell(1, 1)
    list_paragraph(file, cell, "Write a course.")
    list_paragraph(file, cell, "Hold it.")
    (one,) = read(as_bytes(file)).recommendations
    assert one.actions[0].action == "1. Write a course.\n2. Hold it."


def test_a_table_in_a_cell_is_read_with_it():
    file = docx.Document()
    made = table(file, ("Recommendation", "Action", "Lead"), [("1. Train.", "Course:", "Housing")])
    inner = made.cell(1, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "May", "twelve people"
    (one,) = read(as_bytes(file)).recommendations
    assert one.actions[0].action.split("\n")[:3] == ["Course:", "May", "twelve people"]


def test_a_heading_on_two_lines_is_one():
    plan = csv(
        "Recommendation,Scope,Action,Lead",
        ",(i.e. local or regional),,",
        "1. Train staff,Local,Write a course,Housing",
    )
    assert plan.sections[0].headings[1] == "Scope (i.e. local or regional)"
    assert len(plan.recommendations) == 1


def test_a_number_is_told_from_a_sentence_that_begins_with_one():
    plan = csv("Recommendation,Action,Lead", "24 hours a day somebody answers,Do it,Housing")
    assert plan.recommendations[0].number == ""


def test_a_picture_of_a_table_is_refused_with_how_to_send_it():
    with pytest.raises(CannotRead, match="choose Save as “Word document"):
        open_plan(b"%PDF-1.7", kind=DocumentKind.PDF)
    assert "Ask whoever made it" in PDF


def test_a_damaged_file_says_so():
    with pytest.raises(CannotRead, match="damaged"):
        open_plan(b"PK\x03\x04 nothing", kind=DocumentKind.DOCX)


@pytest.mark.parametrize(
    ("words", "day", "doubt"),
    [
        ("31 October 2020 / November 2020", date(2020, 11, 30), "2 days are named"),
        ("August 2021 (once signed off by Home Office)", date(2021, 8, 31), "once signed off"),
        ("On-going", None, "No day could be read"),
        ("By end of March 2021", date(2021, 3, 31), ""),
        ("31/03/2021", date(2021, 3, 31), ""),
        ("1st April 2020", date(2020, 4, 1), ""),
        ("Mar-20", date(2020, 3, 31), ""),
        ("Q2 2021", date(2021, 6, 30), ""),
        ("end of 2022", date(2022, 12, 31), ""),
        ("31 February 2020", None, "No day could be read"),
        ("", None, ""),
    ],
)
def test_a_target_is_read_where_it_honestly_can_be(words, day, doubt):
    found = target_in(words)
    assert found.day == day
    assert doubt in " ".join(found.doubts)
    assert bool(doubt) == bool(found.doubts)


def test_a_month_is_read_as_its_last_day_and_says_so():
    assert target_in("March 2020").notes == (
        "“March 2020” is read as its last day, 31 March 2020.",
    )


def test_people_are_no_year():
    assert mentions("In May 20 people came") == []


@pytest.mark.parametrize(
    ("words", "is_done"),
    [
        ("Policies reviewed; ongoing support is given. Completed March 2020.", True),
        ("March 2020", True),
        ("March 2019\nCompleted\n\nOctober 2019\nCompleted", True),
        ("Staff were reminded in December 2019. A further reminder will be sent.", False),
        ("Ongoing. Completed in part March 2020.", False),
        ("Completed", False),
        ("Completed by December 2031", False),
        ("", False),
    ],
)
def test_done_is_what_says_so_with_a_day(words, is_done):
    found = done_in(words, today=TODAY)
    assert found.is_done is is_done
    assert bool(found.day) is is_done
    assert found.is_begun is bool(words)


def test_scope_is_the_widest_that_is_named():
    assert scope_in("Local and regional") == Scope.REGIONAL
    assert scope_in("National (Home Office)") == Scope.NATIONAL
    assert scope_in("North Sedge") == Scope.LOCAL
    assert scope_in("Single agency") == Scope.SINGLE_AGENCY


def test_each_line_of_a_cell_is_a_milestone():
    assert steps_in("Agreed October 2018\n\nHeld every month") == [
        ("Agreed October 2018", date(2018, 10, 31)),
        ("Held every month", None),
    ]


def test_each_recommendation_may_have_a_table_of_its_own():
    file = docx.Document()
    heads = ("Action", "Lead", "Target date")
    file.add_paragraph("Recommendation 1: Train everybody.")
    table(file, heads, [("Write a course.", "Housing", ""), ("Hold it.", "Surgery", "")])
    file.add_paragraph("Recommendation 2: Ask families.")
    table(file, heads, [("Write to them.", "Housing", "")])
    plan = read(as_bytes(file))
    assert [(one.number, one.text, len(one.actions)) for one in plan.recommendations] == [
        ("1", "Recommendation 1: Train everybody.", 2),
        ("2", "Recommendation 2: Ask families.", 1),
    ]


def test_a_recommendation_above_the_headings_of_its_table_is_read():
    file = docx.Document()
    rows = [("Action", "Lead", "Target date"), ("Write a course.", "Housing", "May 2020")]
    made = table(file, ("Recommendation 1: Train everybody.", "", ""), rows)
    made.cell(0, 0).merge(made.cell(0, 2))
    plan = read(as_bytes(file))
    (one,) = plan.recommendations
    assert (one.number, one.actions[0].action) == ("1", "Write a course.")
    assert plan.unread == []


def test_a_table_of_actions_alone_has_a_recommendation_each():
    plan = csv("Action,Lead,Target date", "Write a course,Housing,", "Ask alone,Surgery,May 2020")
    assert [one.text for one in plan.recommendations] == ["Write a course", "Ask alone"]


def test_a_form_with_a_line_for_each_column_is_read():
    file = docx.Document()
    rows = [("Action to take", "Write a course."), ("Lead agency", "Housing"), ("By when", "2021")]
    table(file, ("Recommendation", "1. Train everybody."), rows)
    (one,) = read(as_bytes(file)).recommendations
    assert (one.text, one.actions[0].lead) == ("1. Train everybody.", "Housing")
    assert one.actions[0].target == "2021"
