"""What may be asked of agencies as evidence, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agencies.models import Actor
from evidence.models import Tier
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Brief:
    """
    What one round of requests says beside the tier of each agency.

    reason: why agencies that were asked before are asked for something else.
    told_otherwise: how they were asked, where no email is to go out from here.
    """

    due_on: date | None
    whom_to_ring: str = ""
    note: str = ""
    reason: str = ""
    told_otherwise: str = ""


def check_can_ask(actor: Actor, review: Review) -> None:
    """Refuse requests by somebody who does not commission evidence, or after the review ended."""
    access.require(actor, Permission.EVIDENCE_REQUEST, on=review)
    rules.check_is_open(review)


def check_round(
    review: Review,
    tiers: Iterable[Tier],
    brief: Brief,
    *,
    asked_on: date,
    changes_something: bool,
    today: date,
) -> None:
    """
    Refuse an impossible day, evidence without a day or due before it is asked for, and a change
    of what was asked before without a reason.
    """
    rules.check_possible_on(asked_on, field="asked_on", called="The request", today=today)
    rules.check_after_death(review, asked_on, field="asked_on", called="The request")
    if any(tier.asks_for_something for tier in tiers):
        check_due_on(brief.due_on, asked_on=asked_on)
    if changes_something and not brief.reason.strip():
        raise Refused("Say why something else is asked than before", field="reason")


def check_due_on(due_on: date | None, *, asked_on: date) -> None:
    if due_on is None:
        raise Refused("Enter the day the evidence is due", field="due_on")
    if due_on < asked_on:
        raise Refused(
            "The evidence must be due on or after the day it is asked for", field="due_on"
        )
