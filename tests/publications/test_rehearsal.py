"""What the Home Office might ask: each check on plain values, and the page on a review."""

from dataclasses import replace

import pytest
from django.urls import reverse

from publications.checks import (
    delay,
    enquiries,
    equality,
    explored,
    family,
    incomplete,
    learning,
    outcomes,
    recommendations,
    repetition,
    summary,
)
from publications.checks.rehearsed import (
    Chapter,
    Enquiry,
    FamilyRecord,
    Learning,
    Recommended,
    Rehearsed,
    Step,
)
from reviews.access import Role
from tests.factories.actionplans import LearningPointFactory
from tests.factories.families import FamilyContactEntryFactory, FamilyContactFactory
from tests.factories.reviews import playing
from tests.pages.reading import Html
from tests.publications.publishing import url

STEP = Step(
    1, "Action 1.1", "Sample ten files a month.", "Nine in ten files show a plan.", True, True
)
OWNED = Recommended(1, 1, "Train midwives to ask about safety.", True, (STEP,))
EMPTY = Rehearsed(chapters={}, summary={})


def paper(**told):
    return replace(EMPTY, **told)


def said(check, **told):
    return [remark.words for remark in check.check(paper(**told))]


def chapter(*paragraphs, title="Analysis"):
    numbered = tuple((f"4.{n}", words) for n, words in enumerate(paragraphs, 1))
    return Chapter(title, numbered, "\n".join(paragraphs))


class TestEnquiries:
    ASKED = Enquiry(2, "How well did housing respond to requests for a transfer?", True)

    @pytest.mark.parametrize(
        "words",
        [
            "Line of enquiry 2: housing answered late.",
            "KLOE 2. Late.",
            "Housing did not respond well to either request for a transfer.",
            "How well did housing respond?",
        ],
    )
    def test_one_that_the_analysis_speaks_of_is_answered(self, words):
        analysis = {"analysis-enquiries": chapter(words)}
        assert said(enquiries, enquiries=(self.ASKED,), chapters=analysis) == []

    def test_one_it_does_not_speak_of_is_named(self):
        analysis = {"analysis-enquiries": chapter("Line of enquiry 21: the police.")}
        found = list(enquiries.check(paper(enquiries=(self.ASKED,), chapters=analysis)))
        assert [one.words for one in found] == ["The analysis does not answer line of enquiry 2."]
        assert found[0].mend == ("section", "analysis-enquiries")

    def test_one_without_a_finding_is_named_as_well(self):
        asked = replace(self.ASKED, has_finding=False)
        analysis = {"analysis-enquiries": chapter("Line of enquiry 2: late.")}
        assert said(enquiries, enquiries=(asked,), chapters=analysis) == [
            "Line of enquiry 2 has no finding."
        ]


def test_learning_needs_a_recommendation_or_a_reason():
    points = (
        Learning(1, 1, True, False),
        Learning(2, 2, False, True),
        Learning(3, 3, False, False),
    )

    assert said(learning, learning=points) == [
        "Learning point 3 has no recommendation, and no reason why not."
    ]


def test_recommendations_are_owned_and_planned():
    loose = replace(OWNED, has_owner=False, actions=())

    assert said(recommendations, recommendations=(OWNED,)) == []
    assert said(recommendations, recommendations=(loose,)) == [
        "Recommendation 1 is addressed to nobody.", "Recommendation 1 has no action in the plan.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({}, None),
        ({"measure": " "}, "does not say how anybody would know"),
        ({"measure": "Email sent to staff."}, "measures what is done"),
        ({"text": "Remind staff of the policy.", "measure": "Staff know it."}, "reminds people"),
        ({"has_lead": False}, "no lead agency"),
        ({"has_target": False}, "no target date"),
        ({"measure": "Sent, and an audit of 20 files shows it is used."}, None),
    ],
)
def test_the_plan_is_about_outcomes(told, words):
    found = said(outcomes, recommendations=(replace(OWNED, actions=(replace(STEP, **told),)),))

    assert (len(found) == 1 and words in found[0]) if words else found == []


def test_the_family_section_says_what_boards_look_for():
    whole = (
        "An advocate was offered. Her sister saw the terms of reference, chose the pseudonyms and "
        "read the draft report. The perpetrator was approached in prison."
    )
    assert said(family, chapters={"involvement": chapter(whole)}) == []
    assert "It is not said whether an advocate was offered." in said(
        family, chapters={"involvement": chapter("Her sister took part.")}
    )


def test_the_record_of_the_family_is_only_looked_at_where_it_was_opened():
    recorded = FamilyRecord(2, offered_advocacy=0, shown_terms=1, given_draft=1,
                            asked_for_pseudonym=1)  # fmt: skip

    assert said(family, family=recorded) == [
        "The record does not show that anybody of the family was offered advocacy."
    ]
    assert said(family, family=None) == []


def test_equality_is_analysed_for_each_characteristic_of_the_terms():
    told = {"analysis-equality": chapter("Her disability was not asked about. " * 30)}

    assert said(equality, chapters=told, characteristics=("Disability",)) == []
    (words,) = said(equality, chapters=told, characteristics=("Religion or belief",))
    assert words.startswith("The terms of reference ask for religion or belief to be considered")
    assert "is short" in said(equality)[0]


@pytest.mark.parametrize(
    "text", ["He then went to", "It was [insert date].", "Police knew TBC.", "The list follows,"]
)
def test_paragraphs_that_stop_are_found(text):
    assert len(said(incomplete, chapters={"facts": chapter(text)})) == 1


@pytest.mark.parametrize("text", ["It ended.", "“No.”", "Was it known?", "It ended.[^1]", "So:"])
def test_paragraphs_that_end_are_left_alone(text):
    assert said(incomplete, chapters={"facts": chapter(text)}) == []


def test_what_an_analysis_leaves_out_is_asked_for():
    found = said(explored, chapters={"overview": chapter("She told a friend.")})
    assert len(found) == 4
    told = (
        "Fear of losing her home was a barrier. A specialist by-and-for service was asked. Nobody "
        "asked her about control. There was coercive control."
    )
    assert len(said(explored, chapters={"overview": chapter(told)})) == 0


def test_training_says_what_is_taught():
    bare = replace(OWNED, text="All staff should have training.")
    assert "does not say in what" in said(explored, recommendations=(bare,))[-1]


def test_delay_summary_and_repetition():
    late = {"is_over_six_months": True, "empty_sections": {"delay": "Reasons for delay"}}
    assert len(said(delay, **late)) == 1
    twice = "Housing was told of the damage three times and did nothing about it each time."
    told = {"chapters": {"facts": chapter(twice, f"It began early. {twice}")}}
    assert said(repetition, **told) == ["Paragraph 4.2 says again what paragraph 4.1 says."]
    wrong = {"summary": {"summary": chapter("Police came 14 times in 2019.")}}
    assert "says 14, 2019" in said(summary, **wrong, chapters={"facts": chapter("Twelve.")})[0]


class TestPage:
    pytestmark = pytest.mark.django_db

    def test_the_chair_sees_what_to_mend_and_where(self, client, review):
        point = LearningPointFactory(review=review)
        FamilyContactFactory(review=review)
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))

        page = Html(client.get(url("rehearsal", review)).content.decode())

        assert f"{point.name} has no recommendation, and no reason why not." in page.text
        link = reverse("actionplans:change-learning-point", args=[review.reference, point.pk])
        assert page.find("a", href=link).text.startswith("Mend it")
        assert client.get(link).status_code == 200
        assert "offered advocacy" in page.text

    def test_what_the_family_was_offered_is_counted_and_never_named(self, client, review):
        contact = FamilyContactFactory(review=review)
        FamilyContactEntryFactory(contact=contact, advocacy=True)
        client.force_login(playing(Role.INDEPENDENT_CHAIR, to=review))

        page = Html(client.get(url("rehearsal", review)).content.decode())

        assert "anybody of the family was offered advocacy" not in page.text
        assert "anybody of the family was shown the terms" in page.text

    def test_the_panel_does_not_see_it(self, client, review):
        client.force_login(playing(Role.PANEL_MEMBER, to=review))
        assert client.get(url("rehearsal", review)).status_code == 404
