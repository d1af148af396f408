"""What may be asked of agencies as evidence, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agencies.models import Actor, Agency
from evidence.models import Tier
from panels.models import Meeting
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True, kw_only=True)
class Brief:
    """
    What one round of requests says beside the tier of each agency.

    reason: why agencies that were asked before are asked for something else.
    told_otherwise: how they were asked, where no email is to go out from here.
    chronology_due_on: where chronologies come first. written_by: another body that writes for them.
    decided_at: the meeting that decided it.
    """

    due_on: date | None
    whom_to_ring: str = ""
    note: str = ""
    reason: str = ""
    told_otherwise: str = ""
    chronology_due_on: date | None = None
    written_by: Agency | None = None
    decided_at: Meeting | None = None


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
    tiers = list(tiers)
    rules.check_possible_on(asked_on, field="asked_on", called="The request", today=today)
    rules.check_after_death(review, asked_on, field="asked_on", called="The request")
    if any(tier.asks_for_something for tier in tiers):
        check_due_on(brief.due_on, asked_on=asked_on)
    check_chronology_due_on(brief, asked_on=asked_on)
    if brief.written_by is None and Tier.IN_ANOTHERS in tiers:
        raise Refused("Say which body writes for them", field="written_by")
    if changes_something and not brief.reason.strip():
        raise Refused("Say why something else is asked than before", field="reason")


def check_chronology_due_on(brief: Brief, *, asked_on: date) -> None:
    """Refuse a chronology that is due before it is asked for, or after everything else."""
    first = brief.chronology_due_on
    if first and not (brief.due_on and asked_on <= first <= brief.due_on):
        words = "The chronology must be due after it is asked for, and not after the rest"
        raise Refused(words, field="chronology_due_on")


def check_writer(part: AgencyInvolvement, written_by: Agency | None) -> None:
    """Refuse that another body writes for an agency, where that is the agency itself."""
    if written_by and written_by == part.agency:
        words = f"{part.agency.name} is the body that writes. Ask it in a round of its own"
        raise Refused(words, field="written_by")


def check_due_on(due_on: date | None, *, asked_on: date) -> None:
    if due_on is None:
        raise Refused("Enter the day the evidence is due", field="due_on")
    if due_on < asked_on:
        raise Refused(
            "The evidence must be due on or after the day it is asked for", field="due_on"
        )
