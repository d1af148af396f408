"""What a section inserts is the record's, and what it types out instead is told."""

import pytest

from reports.models import SectionKind
from reports.operations.drafts import make_draft
from reports.published.text import as_text
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reports.queries.drafts import report_of
from reports.queries.typed_out import Said, on_the_record
from tests.factories.actionplans import ActionFactory, LearningPointFactory, RecommendationFactory
from tests.factories.decisions import RegisterEntryFactory
from tests.factories.reports import ReportSectionFactory
from tests.factories.reviews import AgencyInvolvementFactory
from tests.reports.conftest import NOW
from tests.reports.saying import page, text
from tests.reports.test_in_word import line
from tests.reports.test_returned import bring_back, standing, take, taken_along

pytestmark = pytest.mark.django_db

ASKED = "Every practice asks whoever comes alone whether they are safe at home."
TODAY = NOW.date()


def said_of(review):
    record = record_of(review, today=TODAY)
    return Said.of(record.plan, record.extracts)


@pytest.fixture
def recommended(review):
    part = AgencyInvolvementFactory(review=review)
    one = RecommendationFactory(review=review, addressee=part, text=ASKED)
    ActionFactory(recommendation=one, text="Write one page for receptionists.")
    return one


def insert(review, words):
    return ReportSectionFactory(review=review, kind=SectionKind.FACTS, text=words)


def printed(review):
    return as_text(report_from(record_of(review, today=TODAY), version=""))


def told(review, words):
    return [str(one) for one in on_the_record(words, said_of(review))]


def test_it_prints_as_the_record_has_it_and_changes_with_it_until_it_is_frozen(
    review, chair, recommended
):
    LearningPointFactory(review=review, text="Doors stay open.")
    insert(
        review,
        "We ask that “[=recommendation-1]” be done: [=action-1.1] Learnt: [=learning-point-1]\n\n"
        "[=recommendation-1] {#asked}\n\nAs [@asked] says.",
    )
    said = printed(review)
    assert f"We ask that “{ASKED}” be done: Write one page for receptionists." in said
    assert "Learnt: Doors stay open." in said
    assert f"Recommendation 1. {ASKED}" in said
    draft = make_draft(review=review, purpose="PANEL", made_on=TODAY, today=TODAY, by=chair, at=NOW)
    recommended.text = "Every practice asks everybody."
    recommended.save()
    assert "“Every practice asks everybody.”" in printed(review)
    assert ASKED not in printed(review)
    assert f"“{ASKED}”" in as_text(report_of(draft))


def test_the_plan_for_one_recommendation_is_inserted_as_its_rows(review, recommended):
    insert(review, "[=plan-1]\n\nIn a sentence [=plan-1] stays.")
    said = printed(review)
    assert "Action plan for recommendation 1" in said
    assert "In a sentence [=plan-1] stays." in said


def test_a_decision_that_stands_is_no_slip(writing, review):
    RegisterEntryFactory(review=review)
    insert(review, "[=decision-1]")
    said = text(writing.get(page("report", review.reference)))
    assert "which the record does not have" not in said


@pytest.mark.parametrize(
    "sign", ["[=recommendation-9]", "[=figure-99]", "[=picture-99]", "[= recommendation-1]", "[=x]"]
)
def test_what_inserts_nothing_prints_as_typed_and_its_writer_is_told(
    writing, review, recommended, sign
):
    insert(review, f"See {sign}.")
    assert f"See {sign}." in printed(review)
    said = text(writing.get(page("report", review.reference)))
    assert f"inserts {sign}, which the record does not have" in said
    shown = writing.post(
        page("write-section", review.reference, "facts"),
        {"text": f"See {sign}.", "empty_because": "", "based_on": 1, "preview": "yes"},
    )
    assert f"Line 1 inserts {sign}, which the record does not have." in text(shown)


def test_words_typed_out_by_hand_are_told_with_the_sign_that_inserts_them(
    writing, review, recommended
):
    insert(review, f"First.\n\nThe panel says: {ASKED.upper()} It means it.")
    said = text(writing.get(page("report", review.reference)))
    assert "line 3, types out the words of recommendation 1. Put [=recommendation-1] there" in said
    shown = writing.post(
        page("write-section", review.reference, "facts"),
        {"text": f"{ASKED}", "empty_because": "", "based_on": 1, "preview": "yes"},
    )
    assert "Line 1 types out the words of recommendation 1." in text(shown)


@pytest.mark.parametrize(
    "words",
    [
        "Every surgery asks whoever comes alone whether they are safe at home.",
        "It was hard. Every practice should ask whoever comes alone if they are safe at home. So.",
        "Recommendation 1: Train the receptionists.",
    ],
)
def test_other_words_for_what_the_record_says_are_told(review, recommended, words):
    [said] = told(review, words)
    assert "words recommendation 1 otherwise than the record." in said


@pytest.mark.parametrize(
    "words",
    [
        "[=recommendation-1]",
        "The practice did not ask whether she was safe, and she came alone.",
        "Recommendation 1 was made because nobody asked.",
        "As recommendation 7: says something of another review.",
    ],
)
def test_what_is_the_authors_own_is_left_alone(review, recommended, words):
    assert told(review, words) == []


def test_a_mark_goes_to_word_as_it_is_typed_and_comes_back_as_it_is(writing, review, recommended):
    insert(review, "We ask: [=recommendation-1]\n\n[=plan-1]")
    file = taken_along(writing, review)
    line(file, "We ask").runs[0].text = "The panel asks: [=recommendation-1]"
    bring_back(writing, review, file)
    take(writing, review, SectionKind.FACTS)
    assert standing(review, SectionKind.FACTS) == (
        "The panel asks: [=recommendation-1]\n\n[=plan-1]"
    )
    assert f"The panel asks: {ASKED}" in printed(review)


def test_whoever_writes_is_shown_what_the_record_has_to_put_in(writing, review, recommended):
    said = text(writing.get(page("write-section", review.reference, "facts")))
    assert f"<code>[=recommendation-1]</code> {ASKED}" in said
