"""Write the actions of the plan and their milestones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from actionplans.models import Action, EvidenceFile, Milestone, ProgressNote, Recommendation
from actionplans.operations.moving import note_what_is_asked_now
from actionplans.operations.numbering import close_gap, hold, next_number, place
from actionplans.rules import plan as rules
from actionplans.rules import signed_off
from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from reviews.access import Refused
from reviews.models import AgencyInvolvement


@dataclass(frozen=True, kw_only=True)
class ActionWords:
    """The lead is an agency of the review, or another body in words; or nobody yet."""

    text: str
    lead: AgencyInvolvement | None = None
    lead_words: str = ""
    owner: str = ""
    outcome_measure: str = ""
    target_on: date | None = None


@transaction.atomic
def add_action(
    *, recommendation: Recommendation, said: ActionWords, by: Actor, at: datetime
) -> Action:
    """
    Add an action to a recommendation, under the next number.

    Raises Refused without the right, or for a lead of another review.
    """
    review = recommendation.review
    rules.check_can_plan(by, review)
    rules.check_lead(review, lead=said.lead, words=said.lead_words)
    hold(review)
    action = Action.objects.create(
        recommendation=recommendation,
        number=next_number(recommendation.actions.all()),
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(said),
    )
    record("action.added", action, by=by, at=at)
    return action


@transaction.atomic
def change_action(
    *,
    action: Action,
    said: ActionWords,
    outcome: str | None = None,
    number: int | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """
    Word an action differently, or let it stand elsewhere.

    Its status is not touched, but one that is done is open again once something else is asked.

    outcome: of an action that is done, how the plan is to say what is different now.

    Raises Refused as `add_action` does, and for another number once the plan is signed off.
    """
    review = action.recommendation.review
    rules.check_can_plan(by, review)
    rules.check_lead(review, lead=said.lead, words=said.lead_words)
    signed_off.check_number_stands(hold(review), action, number)
    before = Action.objects.select_for_update().get(pk=action.pk)
    action.status = before.status
    for name, value in vars(said).items():
        setattr(action, name, value)
    if outcome is not None and action.is_done:
        action.outcome = outcome
    action.save(update_fields=[*vars(said), "outcome"])
    note_what_is_asked_now(action, before=before, by=by, at=at)
    place(action, Action.objects.filter(recommendation=action.recommendation), number)
    record("action.changed", action, by=by, at=at)


@transaction.atomic
def remove_action(*, action: Action, by: Actor, at: datetime) -> None:
    """
    Remove an action.

    Raises Refused without the right, once the plan is signed off, or once something hangs on it.
    """
    rules.check_can_plan(by, action.recommendation.review)
    signed_off.check_action_may_go(hold(action.recommendation.review))
    rules.check_is_untouched(action)
    record("action.removed", action, by=by, at=at)
    action.delete()
    close_gap(Action.objects.filter(recommendation=action.recommendation))


@transaction.atomic
def add_milestone(
    *, action: Action, text: str, due_on: date | None = None, by: Actor, at: datetime
) -> Milestone:
    """Add a step on the way of an action. Raises Refused without the right."""
    rules.check_can_plan(by, action.recommendation.review)
    milestone = Milestone.objects.create(
        action=action, text=text, due_on=due_on, recorded_at=at, recorded_by=person_behind(by)
    )
    record("action.milestones_changed", action, by=by, at=at)
    return milestone


@transaction.atomic
def change_milestone(
    *, milestone: Milestone, text: str, due_on: date | None = None, by: Actor, at: datetime
) -> None:
    """Word a step differently, or give it another day. Raises Refused without the right."""
    rules.check_can_plan(by, milestone.action.recommendation.review)
    milestone.text, milestone.due_on = text, due_on
    milestone.save(update_fields=["text", "due_on"])
    record("action.milestones_changed", milestone.action, by=by, at=at)


@transaction.atomic
def remove_milestone(*, milestone: Milestone, by: Actor, at: datetime) -> None:
    """Remove a step. Raises Refused without the right, or once it was reached."""
    rules.check_can_plan(by, milestone.action.recommendation.review)
    rules.check_milestone_is_not_done(milestone)
    record("action.milestones_changed", milestone.action, by=by, at=at)
    milestone.delete()


@transaction.atomic
def reach_milestone(
    *,
    milestone: Milestone,
    done_on: date,
    evidence: str = "",
    documents: Sequence[Document] = (),
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Record that a step was reached, and what shows it.

    Raises Refused to anybody who does not report on the action, for an impossible day, or without
    anything that shows it.
    """
    rules.check_can_report(by, milestone.action, is_entered_for_them=True)
    rules.check_day(done_on, field="done_on", called="The day", today=today)
    if not (evidence.strip() or documents):
        raise Refused("Say what shows it, or attach it", field="evidence")
    milestone.done_on, milestone.evidence = done_on, evidence.strip()
    milestone.document = next(iter(documents), None)
    milestone.save(update_fields=["done_on", "evidence", "document"])
    milestone.more_files.all().delete()
    keep_files(documents[1:], milestone=milestone)
    record("action.milestone_reached", milestone.action, by=by, at=at)


@transaction.atomic
def take_milestone_back(*, milestone: Milestone, by: Actor, at: datetime) -> None:
    """Take back that a step was reached. Safe to call twice. Raises Refused as reaching does."""
    rules.check_can_report(by, milestone.action, is_entered_for_them=True)
    milestone.done_on, milestone.evidence, milestone.document = None, "", None
    milestone.save(update_fields=["done_on", "evidence", "document"])
    milestone.more_files.all().delete()
    record("action.milestone_taken_back", milestone.action, by=by, at=at)


def keep_files(documents: Sequence[Document], **shown: ProgressNote | Milestone) -> None:
    """Keep further files with what they show: a note or a milestone."""
    EvidenceFile.objects.bulk_create(EvidenceFile(document=one, **shown) for one in documents)


def record(event: str, action: Action, *, by: Actor, at: datetime, **ids: int | str) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=action.recommendation.review.reference,
        action_id=action.pk,
        **ids,
    )
