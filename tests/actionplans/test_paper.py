"""The plan as it prints: what stands in it, what cannot, and how far it is for anybody."""

from dataclasses import fields
from datetime import date
from io import BytesIO
from typing import get_type_hints

import docx
import pikepdf
import pytest
from docx.enum.section import WD_ORIENT

from actionplans.cycle import ActionStatus
from actionplans.models import Recommendation
from actionplans.published import plan as published
from actionplans.published.plan import as_data, from_data, texts_of
from actionplans.published.tables import NO_ACTION, tables_of
from actionplans.queries import printing
from actionplans.queries.published_plan import plan_of, public_progress
from agencies.models import COMMAND_LINE
from documents.kinds import DocumentKind
from reviews.access import Refused
from tests.actionplans.saying import address, text
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    LearningPointFactory,
    MilestoneFactory,
    RecommendationFactory,
)
from tests.factories.evidence import ImrPointFactory
from tests.factories.reviews import AgencyInvolvementFactory, PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def whole(review, part):
    """Two learning points; one recommendation to several, one to a single agency."""
    learnt = LearningPointFactory(review=review, text="Ask whoever comes alone.")
    LearningPointFactory(review=review)
    several = RecommendationFactory(review=review, addressee=part, text="Train everybody.")
    several.learning_points.add(learnt)
    course = ActionFactory(recommendation=several, text="Write a course.", done=True)
    MilestoneFactory(action=course, text="Course agreed", done=True)
    MilestoneFactory(action=course, text="Course held")
    MilestoneFactory(action=course, text="Course looked at", due_on=None)
    ActionFactory(recommendation=several, text="Tell the desk.")
    RecommendationFactory(review=review, addressee=part, single=True, text="Ring whoever leaves.")
    return review


def test_published_types_have_only_words_yes_or_no_and_the_key_of_a_row():
    kinds = {
        kind
        for name in ("Plan", "Recommendation", "Action", "Lesson", "Progress")
        for kind in get_type_hints(getattr(published, f"Published{name}")).values()
    }
    assert {str(kind) for kind in kinds} == {
        "<class 'str'>",
        "<class 'bool'>",
        "<class 'int'>",
        "tuple[str, ...]",
        "tuple[tuple[str, str], ...]",
        "tuple[actionplans.published.plan.PublishedAction, ...]",
        "tuple[actionplans.published.plan.PublishedLesson, ...]",
        "tuple[actionplans.published.plan.PublishedRecommendation, ...]",
    }


def test_a_plan_survives_being_kept_as_data(whole):
    plan = plan_of(whole)
    assert from_data(as_data(plan)) == plan
    assert [field.name for field in fields(plan)] == ["lessons", "recommendations"]


def test_the_two_tables_have_the_columns_that_are_asked_for(whole):
    single, several = tables_of(plan_of(whole))
    assert single.heads == (
        "Rec no",
        "Agency/Source",
        "Action taken or to be taken",
        "Outcome and date of completion",
    )
    assert single.rows == (
        ("2", "Tern Valley Housing\nReport of an agency", "Ring whoever leaves.", NO_ACTION),
    )
    assert several.heads == (
        "Recommendation",
        "Scope of recommendation",
        "Action to take",
        "Lead agency",
        "Key milestones achieved in enacting recommendation",
        "Target date",
        "Date of completion and outcome",
    )
    assert several.rows == (
        (
            "1. Train everybody.\n(learning point 1)",
            "Local, multi-agency",
            "Write a course.",
            "Tern Valley Housing",
            "Course agreed (reached February 2026)\nCourse held (due June 2026)\nCourse looked at",
            "30 September 2026",
            "Completed February 2026. People now ask.",
        ),
        (
            "1, continued",
            "Local, multi-agency",
            "Tell the desk.",
            "Tern Valley Housing",
            "",
            "30 September 2026",
            "Not started.",
        ),
    )


def test_single_agencies_say_what_they_did_and_from_whose_report(review, part):
    other = AgencyInvolvementFactory(review=review)
    own = ImrPointFactory(version__imr__involvement=part)
    theirs = ImrPointFactory(version__imr__involvement=other)
    one = RecommendationFactory(review=review, addressee=part, single=True, taken_from=own)
    two = RecommendationFactory(review=review, addressee=part, single=True, taken_from=theirs)
    ActionFactory(recommendation=one, text="Do it.", done=True)
    ActionFactory(recommendation=one, text="Do more.", target_on=None)
    ActionFactory(recommendation=two, text="Do that.")
    rows = tables_of(plan_of(review))[0].rows
    assert rows == (
        (
            "1",
            "Tern Valley Housing",
            f"{one.text}\nDo it.\nBy 30 September 2026",
            "Completed February 2026. People now ask.",
        ),
        (
            "1, continued",
            "Tern Valley Housing",
            "Do more.",
            "Not started.",
        ),
        (
            "2",
            f"Tern Valley Housing\nReport of {other.agency.name}",
            f"{two.text}\nDo that.\nBy 30 September 2026",
            "Not started.",
        ),
    )


def test_what_was_given_up_prints_why(review, recommendation):
    ActionFactory(
        recommendation=recommendation,
        status=ActionStatus.CANNOT_DO,
        given_up_because="The service closed.",
    )
    [row] = tables_of(plan_of(review))[1].rows
    assert row[-1] == "Cannot be done. The service closed."


def test_several_learning_points_are_named_together(review, recommendation):
    for _ in range(2):
        recommendation.learning_points.add(LearningPointFactory(review=review))
    [row] = tables_of(plan_of(review))[1].rows
    assert row[0].endswith("(learning points 1, 2)")
    assert row[2] == NO_ACTION


def test_every_text_of_the_plan_is_searched_for_names(whole):
    texts = texts_of(plan_of(whole))
    assert set(texts) == {
        "Learning point 1",
        "Learning point 2",
        "Recommendation 1",
        "Action 1.1",
        "Action 1.2",
        "Recommendation 2",
    }
    assert "Course agreed" in texts["Action 1.1"]


@pytest.mark.parametrize(
    ("made", "state"),
    [
        ([], "No action agreed yet"),
        ([{}], "Not started"),
        ([{"status": ActionStatus.IN_PROGRESS}], "In progress"),
        ([{"done": True}, {}], "In progress: 1 of 2 actions done"),
        ([{"done": True}], "Reported as completed, not checked yet"),
        ([{"checked": True}], "Completed"),
        (
            [{"status": ActionStatus.SUPERSEDED, "given_up_because": "Another covers it."}],
            "Ended without being done",
        ),
    ],
)
def test_anybody_may_read_how_far_a_recommendation_is(review, recommendation, made, state):
    for fields_ in made:
        ActionFactory(recommendation=recommendation, **fields_)
    [progress] = public_progress(review)
    assert (progress.number, progress.text, progress.state) == ("1", recommendation.text, state)


def test_anybody_may_read_that_a_recommendation_was_refused(review, recommendation):
    AddresseeAnswerFactory(recommendation=recommendation, refused=True)
    [progress] = public_progress(review)
    assert progress.state == "Not accepted by the body it was addressed to"


def test_the_page_shows_the_plan_as_it_prints(signed_in, whole):
    page = text(signed_in.get(address(whole, "paper")))
    assert "Train everybody." in page
    assert "Completed February 2026. People now ask." in page
    assert "give somebody away" not in page


def test_an_empty_plan_prints_that_it_is_empty(signed_in, review):
    page = text(signed_in.get(address(review, "paper")))
    assert "There are no recommendations to single agencies." in page
    paper = printing.action_plan(review, kind=DocumentKind.DOCX, reader=COMMAND_LINE)
    words = "\n".join(line.text for line in docx.Document(BytesIO(paper)).paragraphs)
    assert "There are no multi-agency recommendations." in words


def test_the_pdf_lies_on_its_side_and_is_marked(signed_in, whole):
    response = signed_in.get(address(whole, "plan-file", "pdf"))
    assert response["Content-Disposition"].startswith(
        f'attachment; filename="{whole.reference}-action-plan.pdf"'
    )
    with pikepdf.open(BytesIO(response.content)) as paper:
        boxes = [page.mediabox for page in paper.pages]
        assert any(box[2] > box[3] for box in boxes)


def test_an_empty_plan_prints_as_a_pdf(review):
    assert printing.action_plan(review, kind=DocumentKind.PDF, reader=COMMAND_LINE)


def test_the_word_file_has_both_tables(signed_in, whole):
    content = signed_in.get(address(whole, "plan-file", "docx")).content
    paper = docx.Document(BytesIO(content))
    assert paper.sections[0].orientation == WD_ORIENT.LANDSCAPE
    assert "OFFICIAL-SENSITIVE" in paper.sections[0].header.paragraphs[0].text
    single, several = paper.tables
    assert single.rows[1].cells[2].text == "Ring whoever leaves."
    assert several.rows[1].cells[0].text == "1. Train everybody.\n(learning point 1)"


def test_a_plan_that_gives_somebody_away_warns_and_does_not_print(signed_in, whole):
    PersonFactory(review=whole, true_name="Zora Quill", pseudonym="Maris")
    Recommendation.objects.filter(number=1).update(text="As Zora Quill wished.")
    response = signed_in.get(address(whole, "plan-file", "pdf"), follow=True)
    page = response.content.decode()
    assert "“Recommendation 1” holds the true name of Maris." in page
    assert "These words would give somebody away in print." in page
    with pytest.raises(Refused):
        printing.action_plan(whole, kind=DocumentKind.DOCX, reader=COMMAND_LINE)


def test_there_is_no_other_kind_of_file(signed_in, review):
    assert signed_in.get(address(review, "plan-file", "exe")).status_code == 404


def test_an_action_without_a_day_prints_none(review, recommendation):
    ActionFactory(recommendation=recommendation, bare=True)
    [row] = tables_of(plan_of(review))[1].rows
    assert (row[3], row[5]) == ("", "")
    assert date(2026, 9, 30).isoformat() not in "".join(row)
