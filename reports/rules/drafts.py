from datetime import date

from agencies.models import Actor
from panels.rules.terms import check_gives_nobody_away
from reports.models import Draft, DraftPurpose
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.checks.true_names import Finding
from reviews.models import Review


def check_can_make(
    actor: Actor, review: Review, purpose: str, made_on: date, *, today: date
) -> None:
    """Refuse a draft without the right, without a purpose, or of an impossible day."""
    access.require(actor, Permission.DRAFT_WRITE, on=review)
    rules.check_is_open(review)
    if purpose not in DraftPurpose:
        raise Refused("Say what the draft is for", field="purpose")
    rules.check_possible_on(made_on, field="made_on", called="The day it was made", today=today)
    rules.check_after_death(review, made_on, field="made_on", called="The day it was made")


def check_can_release(
    actor: Actor, draft: Draft, found: list[Finding], *, names_looked_at: bool
) -> None:
    """Refuse to release a draft twice, or one that gives somebody away."""
    access.require(actor, Permission.DRAFT_WRITE, on=draft.review)
    rules.check_is_open(draft.review)
    if draft.is_released:
        raise Refused("This draft is released already.")
    check_gives_nobody_away(found, are_looked_at=names_looked_at)
