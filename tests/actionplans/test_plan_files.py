"""A plan comes in from a file and goes out again without losing a cell."""

import json
import re
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actionplans.cycle import ActionStatus
from actionplans.models import Action, Milestone, Recommendation, Scope
from actionplans.operations.exporting import FORMATS
from actionplans.queries import printing
from agencies.models import COMMAND_LINE
from audit.models import AuditEvent
from documents.kinds import DocumentKind
from tests.actionplans.plan_files import HEADS, OWN_ROWS, ROWS, word_plan
from tests.factories.actionplans import RecommendationFactory
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import PersonFactory, ReviewFactory

pytestmark = pytest.mark.django_db

CELLS = ("number", "text", "scope", "action", "lead", "milestones", "target", "completion")
FILLED = [words for row in (*OWN_ROWS, *ROWS) for words in row if words]


@pytest.fixture
def bring(tmp_path):
    """Bring in a file by the command; return its document and what it said beside it."""

    def bring_in(review, content, ending="docx", **options):
        path = tmp_path / f"plan.{ending}"
        path.write_bytes(content)
        out, said = StringIO(), StringIO()
        call_command(
            "import_action_plan", str(path), review=review.reference, json=True,
            stdout=out, stderr=said, **options,
        )  # fmt: skip
        return json.loads(out.getvalue()), said.getvalue()

    return bring_in


@pytest.fixture
def send(tmp_path):
    """Write the plan to a file by the command; return its bytes."""

    def send_out(review, ending):
        path = tmp_path / f"out.{ending}"
        call_command(
            "export_action_plan", review=review.reference, format=ending, output=path,
            stderr=StringIO(),
        )  # fmt: skip
        return path.read_bytes()

    return send_out


def cells(document):
    names = (*CELLS, "agency", "heading", "actions")
    said = [{name: one[name] for name in names} for one in document["recommendations"]]
    for one in said:
        one["actions"] = [
            {name: action[name] for name in ("action", "lead", "milestones", "target", "completion",
                                             "others")}
            for action in one["actions"]
        ]  # fmt: skip
    return said


def test_every_cell_is_printed_whole(review, bring):
    found, _said = bring(review, word_plan())
    assert found["unread"] == []
    said = json.dumps(found["recommendations"], ensure_ascii=False)
    for words in FILLED:
        assert json.dumps(words, ensure_ascii=False)[1:-1] in said
    assert set(CELLS) <= found["recommendations"][0].keys()
    assert found["counts"]["recommendations"] == 5


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv"])
def test_a_plan_that_came_in_goes_out_and_comes_in_again_without_losing_a_cell(
    review, bring, send, ending
):
    first, _said = bring(review, word_plan())
    out = send(review, ending)
    again, _said = bring(ReviewFactory(), out, ending)
    assert cells(again) == cells(first)
    assert again["unread"] == []
    same, _said = bring(review, out, ending)
    assert {name: same["counts"][name] for name in ("new", "changed", "same", "gone")} == {
        "new": 0, "changed": 0, "same": 5, "gone": 0,
    }  # fmt: skip


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv"])
def test_a_plan_of_several_files_goes_out_and_comes_in_unchanged(review, bring, send, ending):
    """A heading of one file does not count for what another file brought under none."""
    bare = [("7. Ask the court for its dates.", "National", "Write", "North Sedge", "", "", "")]
    own = [("9", "Brackwater Surgery", "Ring back.", "Ongoing.")]
    again = [("Learning Point 3: Courts", "", "", "", "", "", ""),
             ("8. Tell the court.", "Local", "Call", "North Sedge", "", "", "")]  # fmt: skip
    last = [("9. Tell the police.", "Local", "Call them", "North Sedge", "", "", "")]
    for content in (
        word_plan(), word_plan(own=own, rows=bare), word_plan(own=(), rows=again),
        word_plan(own=(), rows=last),
    ):  # fmt: skip
        bring(review, content)
    out = send(review, ending)
    elsewhere, _said = bring(ReviewFactory(), out, ending)
    headings = {one["text"]: one["heading"] for one in elsewhere["recommendations"]}
    assert headings["7. Ask the court for its dates."] == ""
    assert headings["8. Tell the court."] == "Learning Point 3: Courts"
    assert headings["9. Tell the police."] == ""
    assert elsewhere["unread"] == []
    same, _said = bring(review, out, ending)
    assert [same["counts"][name] for name in ("new", "changed", "same", "gone")] == [0, 0, 9, 0]


WORDS = st.sampled_from(
    ["Train staff.", "=1+1", "- one visit\n- two visits", "“On-going”, since May 2020", "'=quoted",
     "31 October 2020 / November 2020", "Löschen & <b>", "March 2020. \n\n\nMarch 2020", "+44"]
)  # fmt: skip
CELL = st.one_of(st.just(""), WORDS)
ROW = st.tuples(WORDS, CELL, WORDS, CELL, CELL, CELL, CELL, CELL)
PLANS = st.lists(ROW, min_size=1, max_size=4)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=PLANS, ending=st.sampled_from(["docx", "xlsx", "csv"]))
def test_whatever_stands_in_a_plan_comes_back(bring, send, rows, ending):
    review, heads = ReviewFactory(), (*HEADS, "RAG")
    numbered = [(f"{n}. {row[0]}", *row[1:]) for n, row in enumerate(rows, 1)]
    first, _said = bring(review, word_plan(own=(), rows=numbered, heads=heads))
    again, _said = bring(ReviewFactory(), send(review, ending), ending)
    assert cells(again) == cells(first)
    assert len(first["recommendations"]) == len(rows)


def test_a_plan_becomes_recommendations_actions_and_milestones(review, part, bring):
    bring(review, word_plan())
    ring, training = Recommendation.objects.filter(review=review, number__in=(1, 4))
    assert (ring.addressee, ring.scope, ring.plan_number) == (part, Scope.SINGLE_AGENCY, "1")
    assert ring.actions.get().status == ActionStatus.DONE_UNVERIFIED
    assert ring.actions.get().completed_on == date(2020, 3, 31)
    assert (training.plan_number, training.plan_import.number) == ("1", 1)
    assert training.text.startswith("Review the training")
    course, count = training.actions.all()
    assert course.target_on == date(2020, 11, 30)
    assert count.lead == part
    steps = Milestone.objects.filter(action=course).values_list("text", "due_on")
    assert set(steps) == {
        ("Course agreed October 2018", date(2018, 10, 31)),
        ("Tried with twelve people by March 2020", date(2020, 3, 31)),
        ("Held every month", None),
    }
    assert count.status == ActionStatus.NOT_STARTED
    assert AuditEvent.objects.filter(event="plan.file_recorded").exists()


def test_a_changed_plan_brings_its_changes_and_nothing_twice(review, bring):
    bring(review, word_plan())
    changed = [list(row) for row in ROWS]
    changed[1][5] = "March 2021"
    changed[1][4] += "\nHeld online"
    changed.append(
        ["3 Ask the court for its dates.", "National", "Write", "North Sedge", "", "", ""]
    )
    found, _said = bring(review, word_plan(own=OWN_ROWS[:2], rows=changed, merged=False))
    counts = {name: found["counts"][name] for name in ("new", "changed", "same", "gone")}
    assert counts == {"new": 1, "changed": 1, "same": 3, "gone": 1}
    assert Recommendation.objects.filter(review=review).count() == 6  # what is gone stays
    course = Action.objects.get(text="Write a course of half a day.")
    assert course.target_on == date(2021, 3, 31)
    assert course.milestones.count() == 4
    moved, _done = course.progress_notes.all()  # what came in with the first file is not told twice
    assert "The target date was:" in moved.words


def test_what_somebody_changed_here_is_printed_and_not_what_the_file_said(review, bring):
    bring(review, word_plan())
    course = Action.objects.get(text="Write a course of half a day.")
    course.target_on = date(2027, 1, 15)
    course.save()
    content = printing.action_plan(review, kind=DocumentKind.CSV, reader=COMMAND_LINE).decode()
    assert "15 January 2027" in content
    assert "November 2020" not in content
    assert "Course agreed October 2018\n\nTried with twelve" in content  # the other cells stay


def test_days_before_the_death_or_after_the_plan_are_kept_and_told(part, bring):
    review = part.review
    review.died_on, review.notified_on = date(2019, 1, 10), date(2019, 2, 1)
    review.save()
    _found, said = bring(review, word_plan(), plan_date=date(2020, 1, 31))
    assert "Course agreed October 2018” is before the death" in said
    assert "Tried with twelve people by March 2020” is after the plan" in said
    assert Milestone.objects.filter(due_on=date(2018, 10, 31)).exists()


def test_a_count_that_the_tables_do_not_bear_out_is_told(review, bring):
    _found, said = bring(review, word_plan(said="The ten internal recommendations are set out."))
    assert "The text says “ten internal recommendations”" in said
    assert "the tables of this file hold 5: 3 of single agencies, 2" in said
    _found, said = bring(ReviewFactory(), word_plan(said="The three recommendations are set out."))
    assert "of this file hold" not in said


@pytest.mark.parametrize(
    "said",
    [
        "Version 3 of the action plan as at 12 March 2020. It has the ten recommendations agreed.",
        "The action plan that all agreed as at 12 March 2020. It holds ten recommendations.",
    ],
)
def test_the_day_that_a_file_states_is_the_day_of_the_plan(review, bring, said):
    review.died_on, review.notified_on = date(2018, 1, 10), date(2018, 2, 1)
    review.save()
    _found, told = bring(review, word_plan(said=said))
    assert "“Tried with twelve people by March 2020” is after the plan" in told
    quoted = re.search(r"columns\. “…?(\S+) [^”]*ten recommendations", told)
    assert quoted[1] in said.split()  # no word is cut


def test_a_day_above_the_headings_of_a_sheet_is_the_day_of_the_plan(review, bring):
    review.died_on, review.notified_on = date(2018, 1, 10), date(2018, 2, 1)
    review.save()
    plan = (
        b"Action plan as at 12 March 2020,,,\nRecommendation,Action,Lead,Milestones\n"
        b"1. Train,Write,Housing,Held June 2020\n"
    )
    _found, told = bring(review, plan, "csv")
    assert "“Held June 2020” is after the plan" in told


def test_the_report_is_counted_as_well(review, bring):
    said = "The panel makes eleven recommendations. The three recommendations of agencies stand."
    ReportSectionFactory(review=review, text=said)
    _found, told = bring(review, word_plan())
    assert "The report, “Background information (the facts)” says “eleven recommendations”" in told
    assert "says “three recommendations”" not in told


def test_a_trial_keeps_nothing(review, bring):
    found, _said = bring(review, word_plan(), dry_run=True)
    assert (found["recorded"], found["import"]) == (False, None)
    assert found["counts"]["new"] == 5
    assert not Recommendation.objects.exists()


def test_a_pdf_is_refused_with_how_to_send_it(review, bring):
    with pytest.raises(CommandError, match="choose Save as “Word document"):
        bring(review, b"%PDF-1.7 something", "pdf")


@pytest.mark.parametrize("ending", FORMATS)
def test_no_file_leaves_with_a_name_in_it(review, send, ending):
    PersonFactory(review=review, true_name="Berwyn Testerby")
    RecommendationFactory(review=review, text="Tell what Berwyn Testerby said.")
    with pytest.raises(CommandError, match="name"):
        send(review, ending)


def test_who_took_a_plan_away_is_recorded(review, bring, send):
    bring(review, word_plan())
    assert b"OFFICIAL-SENSITIVE" in send_margins(send(review, "docx"))
    assert AuditEvent.objects.filter(event="plan.exported").count() == 1


def send_margins(content):
    with ZipFile(BytesIO(content)) as packed:
        return b"".join(packed.read(name) for name in packed.namelist() if "header" in name)
