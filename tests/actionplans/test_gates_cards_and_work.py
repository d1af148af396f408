"""What the plan says before a review moves on, on its home page, and on everybody's first page."""

from datetime import date

import pytest
from django.urls import reverse

from actionplans import cards, gates
from actionplans.cycle import ActionStatus
from actionplans.models import Action
from actionplans.queries import work
from documents.models import Route
from reviews.access import Role
from tests.factories.actionplans import (
    ActionFactory,
    AddresseeAnswerFactory,
    ConclusionAuditFactory,
    FindingFactory,
    LearningPointFactory,
    PanelDispositionFactory,
    ProgressNoteFactory,
    RecommendationFactory,
    accepted_recommendation,
)
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AgencyInvolvementFactory, playing

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


def words(blockers):
    return [one.words for one in blockers]


def whats(items):
    return [item.what for item in items]


# Gates


def test_a_plan_without_recommendations_is_not_ready(review):
    assert words(gates.plan_is_ready(review)) == ["The action plan has no recommendation yet."]


def test_each_recommendation_waits_for_an_action_that_says_it_all(review, recommendation):
    assert words(gates.plan_is_ready(review)) == ["Recommendation 1 has no action."]
    action = ActionFactory(recommendation=recommendation, bare=True)
    [blocker] = gates.plan_is_ready(review)
    assert blocker.words == (
        "Recommendation 1 has no action with a lead agency, a target day and an outcome measure."
    )
    assert blocker.href == recommendation.get_absolute_url()
    action.lead_words, action.target_on = "The partnership", TODAY
    action.outcome_measure = "People ask."
    action.save()
    assert gates.plan_is_ready(review) == []


def test_learning_and_agencies_own_recommendations_are_decided_before_sign_off(review, action):
    learnt = LearningPointFactory(review=review)
    made = accepted_recommendation(review)
    agency = made.version.imr.involvement.agency.name
    assert words(gates.plan_is_ready(review)) == [
        "Learning point 1 has no recommendation, and no reason why there is none.",
        f"1 recommendation of {agency} waits for the panel’s decision.",
    ]
    learnt.recommendations.add(action.recommendation)
    PanelDispositionFactory(review=review, point=made)
    assert gates.plan_is_ready(review) == []


def test_a_refused_recommendation_needs_no_action(review, recommendation):
    AddresseeAnswerFactory(recommendation=recommendation, refused=True)
    assert gates.plan_is_ready(review) == []


def test_a_review_concludes_when_every_action_is_finished(review, recommendation):
    ActionFactory(recommendation=recommendation)
    ActionFactory(recommendation=recommendation, done=True)
    ActionFactory(recommendation=recommendation, done=True)
    assert words(gates.actions_are_finished(review)) == [
        "1 action is not done.",
        "2 actions are reported done and not checked.",
    ]
    Action.objects.update(
        status=ActionStatus.SUPERSEDED, given_up_because="Covered.", completed_on=None
    )
    assert gates.actions_are_finished(review) == []


def test_a_review_concludes_after_its_audit(review):
    assert words(gates.conclusion_audit_is_done(review)) == [
        "The conclusion audit is not recorded."
    ]
    ConclusionAuditFactory(review=review)
    assert gates.conclusion_audit_is_done(review) == []


# Cards


def test_the_home_page_says_how_far_the_plan_is(review, officer, recommendation):
    ActionFactory(recommendation=recommendation, done=True)
    ActionFactory(recommendation=recommendation, target_on=date(2026, 2, 1))
    card = cards.plan(review, officer, TODAY)
    assert (card.figure, card.lines) == (
        "1 recommendation",
        ["2 actions: 1 done, 1 late", "1 to check"],
    )


def test_the_home_page_says_that_nothing_is_there_yet(review, officer):
    assert cards.plan(review, officer, TODAY).figure == "Nothing recommended yet"
    assert cards.thread(review, officer, TODAY).figure == "Nothing written yet"
    RecommendationFactory(review=review)
    assert cards.plan(review, officer, TODAY).lines == ["No actions yet"]


def test_the_home_page_counts_findings_and_learning(review, officer):
    FindingFactory(review=review)
    FindingFactory(review=review)
    LearningPointFactory(review=review)
    card = cards.thread(review, officer, TODAY)
    assert (card.figure, card.lines) == ("2 findings", ["1 learning point"])


def test_an_adviser_is_shown_neither(review):
    adviser = playing(Role.ADVISER, to=review)
    assert cards.plan(review, adviser, TODAY) is None
    assert cards.thread(review, adviser, TODAY) is None


def test_the_page_of_an_agency_leads_to_its_actions(client, review, part, contact, action):
    ActionFactory(recommendation=action.recommendation, target_on=date(2026, 2, 1))
    card = cards.of_agency(part, contact, TODAY)
    assert (card.figure, card.lines) == ("2 actions", ["0 done", "1 late"])
    client.force_login(contact)
    page = client.get(reverse("evidence:agency", args=[review.reference, part.pk]))
    assert card.href in page.content.decode()
    Action.objects.all().delete()
    assert cards.of_agency(part, contact, TODAY) is None


# Work


def test_an_agency_is_reminded_of_actions_late_or_due_within_a_month(contact, recommendation):
    for day in (date(2026, 2, 1), date(2026, 4, 1), date(2026, 4, 2), None):
        ActionFactory(recommendation=recommendation, target_on=day)
    ActionFactory(recommendation=recommendation, target_on=date(2026, 2, 1), done=True)
    elsewhere = AgencyInvolvementFactory(review=recommendation.review)
    ActionFactory(recommendation=recommendation, target_on=date(2026, 2, 1), lead=elsewhere)
    items = work.actions_to_report(contact, TODAY)
    assert [(item.what, item.due_on) for item in items] == [
        ("Report on action 1.1", date(2026, 2, 1)),
        ("Report on action 1.2", date(2026, 4, 1)),
    ]
    assert items[0].href == Action.objects.first().get_absolute_url()


def test_the_officer_follows_up_in_one_line_for_each_review(officer, recommendation):
    assert work.actions_to_follow_up(officer, TODAY) == []
    ActionFactory(recommendation=recommendation, target_on=date(2026, 3, 9))
    assert whats(work.actions_to_follow_up(officer, TODAY)) == [
        "Follow up 1 action late or due within 30 days"
    ]
    ActionFactory(recommendation=recommendation, target_on=date(2026, 2, 1))
    [item] = work.actions_to_follow_up(officer, TODAY)
    assert item.what == "Follow up 2 actions late or due within 30 days"
    assert item.due_on == date(2026, 2, 1)


def test_whoever_neither_reported_nor_entered_it_is_asked_to_check(officer, chair, recommendation):
    ActionFactory(recommendation=recommendation, done=True)
    own = ActionFactory(recommendation=recommendation, done=True)
    own.progress_notes.update(recorded_by=officer)
    assert whats(work.actions_to_check(officer, TODAY)) == ["Check 1 action reported done"]
    own.progress_notes.update(received_via=Route.EMAIL, on_behalf_of="Edda Marsh", given_on=TODAY)
    assert whats(work.actions_to_check(officer, TODAY)) == ["Check 1 action reported done"]
    assert whats(work.actions_to_check(chair, TODAY)) == ["Check 2 actions reported done"]


def test_the_plan_is_completed_before_sign_off(officer, review, recommendation):
    refused = RecommendationFactory(review=review)
    AddresseeAnswerFactory(recommendation=refused)
    AddresseeAnswerFactory(recommendation=refused, refused=True)
    ActionFactory(recommendation__review=review)
    [item] = work.plan_to_complete(officer, TODAY)
    assert (item.what, item.why) == (
        "Complete the action plan",
        "Before sign-off: 1 recommendation has no complete action",
    )
    ActionFactory(recommendation__review=review, bare=True)
    [item] = work.plan_to_complete(officer, TODAY)
    assert item.why == "Before sign-off: 2 recommendations have no complete action"
    type(review).objects.filter(pk=review.pk).update(stage="DRAFTING")
    assert work.plan_to_complete(officer, TODAY) == []


def test_others_are_asked_for_nothing(chair, action):
    ProgressNoteFactory(action=action)
    for task in (
        work.actions_to_report,
        work.actions_to_follow_up,
        work.actions_to_check,
        work.plan_to_complete,
    ):
        assert task(chair, TODAY) == task(UserFactory(), TODAY) == []
