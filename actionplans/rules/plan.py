"""Rules for actions, milestones, progress, assurance and the audit that concludes a review."""

from datetime import date

from actionplans.access import checks_actions, concludes, reports_in_person, reports_on
from actionplans.cycle import ACTION_CYCLE, ActionStatus
from actionplans.models import Action, Milestone, ProgressNote
from agencies.models import Actor, User
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.folding import fold
from reviews.models import AgencyInvolvement, Review
from reviews.state_machine import TransitionRefused

NOT_YOUR_OWN = "Somebody else checks this: "


def check_can_plan(actor: Actor, review: Review) -> None:
    """Refuse changes by somebody who does not write the plan, or after the review ended."""
    access.require(actor, Permission.PLAN_WRITE, on=review)
    rules.check_is_open(review)


def check_lead(review: Review, *, lead: AgencyInvolvement | None, words: str) -> None:
    """Refuse a lead of another review, or two leads. None yet is possible."""
    if lead and lead.review_id != review.pk:
        raise Refused("Choose an agency of this review", field="lead")
    if lead and words:
        raise Refused("Choose an agency or name another lead, not both", field="lead_words")


def check_is_untouched(action: Action) -> None:
    """Refuse to remove an action that has milestones, or of which something was reported."""
    if action.progress_notes.exists():
        raise Refused("Progress was reported on this action. What was reported is kept.")
    if action.milestones.exists():
        raise Refused("This action has milestones. Remove them first.")


def check_milestone_is_not_done(milestone: Milestone) -> None:
    if milestone.is_done:
        raise Refused("This milestone was reached. Say that it was not, then remove it.")


def check_can_report(actor: Actor, action: Action, *, is_entered_for_them: bool) -> None:
    """
    Refuse a report by somebody else than the lead agency's people, unless entered for them.

    An action led by no agency of the review is reported on by whoever writes the plan.
    """
    if not reports_on(actor, action):
        raise Refused("Only its lead agency reports on this action.")
    rules.check_is_open(action.recommendation.review)
    if is_entered_for_them or action.lead is None or not isinstance(actor, User):
        return
    if not reports_in_person(actor, action):
        raise Refused("Say from whom in the lead agency this comes.", field="on_behalf_of")


def check_day(day: date, *, field: str, called: str, today: date) -> None:
    """
    Refuse an impossible day, and no other.

    An action may have begun or ended before the plan, the report or the death: domain.md, 2.10.
    What is unusual is told on its page: `rules.plan_days`.
    """
    rules.check_possible_on(day, field=field, called=called, today=today)


def check_claim(actor: Actor, action: Action, claims: ActionStatus) -> None:
    """Refuse a status that does not follow, or that this person cannot give."""
    if claims == ActionStatus.DONE_VERIFIED:
        raise Refused("That it was checked is recorded by whoever checks it.", field="claims")
    try:
        row = ACTION_CYCLE.find(action.status, claims)
    except TransitionRefused as refusal:
        raise Refused(str(refusal), field="claims") from refusal
    place: access.Place = action.lead or action.recommendation.review
    access.require(actor, Permission(row.permission), on=place)


def check_can_assure(actor: Actor, action: Action) -> ProgressNote:
    """
    Return the report that is to be checked.

    Raises Refused without the right, where nothing is reported done, to the one who reported it
    or entered the report, and to the action's owner.
    """
    review = action.recommendation.review
    if not checks_actions(actor, review):
        raise Refused("Your role in this review does not let you: check what is reported done.")
    rules.check_is_open(review)
    note = next((one for one in action.progress_notes.all() if one.says_done), None)
    if not action.is_to_check or note is None:
        raise Refused("Nothing is reported done that is still to be checked.")
    if is_reporter(actor, note):
        raise Refused(f"{NOT_YOUR_OWN}you reported that it is done.")
    if is_enterer(actor, note):
        raise Refused(
            f"{NOT_YOUR_OWN}you entered the report that it is done. Another officer, the chair of "
            "the partnership or the independent chair can."
        )
    if is_owner(actor, action):
        raise Refused(f"{NOT_YOUR_OWN}you own this action.")
    if action.lead:
        rules.check_is_of_no_own_team(actor, action.lead, Permission.PLAN_VERIFY)
    return note


def is_reporter(actor: Actor, note: ProgressNote) -> bool:
    """Test whether somebody said that it is done, themselves or through whoever entered it."""
    if not isinstance(actor, User):
        return False
    if note.is_on_behalf:
        return is_named(actor, note.on_behalf_of or "")
    return note.recorded_by_id == actor.pk


def is_enterer(actor: Actor, note: ProgressNote) -> bool:
    """Test whether somebody entered what another said."""
    return isinstance(actor, User) and note.recorded_by_id == actor.pk


def is_owner(actor: Actor, action: Action) -> bool:
    return isinstance(actor, User) and is_named(actor, action.owner)


def is_named(user: User, words: str) -> bool:
    name = fold(user.full_name)
    return bool(name) and f" {name} " in f" {fold(words)} "


def check_can_conclude(actor: Actor, review: Review) -> None:
    """Refuse the audit by somebody who neither writes the plan nor enters decisions."""
    if not concludes(actor, review):
        raise Refused("Your role in this review does not let you: record its conclusion audit.")
    rules.check_is_open(review)


def check_audited_on(review: Review, audited_on: date, *, today: date) -> None:
    rules.check_possible_on(audited_on, field="audited_on", called="The audit", today=today)
    rules.check_after_death(review, audited_on, field="audited_on", called="The audit")
