"""What follows when somebody leaves the panel or its work ends: handover and debrief."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import PanelMember
from panels.rules import members as rules
from reviews.models import Review


@transaction.atomic
def hand_over(
    *,
    member: PanelMember,
    successor: PanelMember,
    handed_over_on: date,
    handover: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> PanelMember:
    """
    Record to whom somebody who left handed over, and when. Whoever comes after them is asked in
    their place from then on.

    Raises Refused without the right, for somebody who has not left, to somebody who does not
    sit on this panel, or for an impossible day.
    """
    rules.check_can_write(by, member.review)
    rules.check_hand_over(member, successor, handed_over_on, today=today)
    member.successor, member.handed_over_on = successor, handed_over_on
    member.handover = handover
    member.save(update_fields=["successor", "handed_over_on", "handover"])
    trail.record(
        "panel.member_handed_over",
        by=person_behind(by),
        at=at,
        review_ref=member.review.reference,
        member_id=member.pk,
        successor_id=successor.pk,
    )
    return member


@transaction.atomic
def record_debriefs(
    *,
    review: Review,
    answers: Mapping[PanelMember, str],
    offered_on: date,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Record who was offered a debrief at the end, and whether they took it. Nothing of what was
    said is kept. An empty answer takes back what was recorded.

    Raises Refused without the right, or for an impossible day.
    """
    rules.check_can_write(by, review)
    for member, answer in answers.items():
        rules.check_debrief(member, answer, offered_on, today=today)
        member.debrief_offered_on = (member.debrief_offered_on or offered_on) if answer else None
        member.debrief = answer
        member.save(update_fields=["debrief", "debrief_offered_on"])
    trail.record(
        "panel.debrief_recorded",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        people=sum(bool(answer) for answer in answers.values()),
    )
