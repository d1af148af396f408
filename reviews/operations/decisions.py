"""Record what the CSP chair decided, and that others were told."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Decision, Notice, Outcome, Review


@dataclass(frozen=True, kw_only=True)
class Reasons:
    """Why it was decided so, and against whose view."""

    rationale: str
    dissent: str = ""
    limb: str = ""
    eligibility: list[str] = field(default_factory=list)
    circumstances: list[str] = field(default_factory=list)
    joint_with: str = ""


@transaction.atomic
def record_decision(
    *,
    review: Review,
    outcome: str,
    standing: str,
    decided_on: date,
    decided_by: str,
    reasons: Reasons,
    provenance: dict[str, Any],
    minute: Document | None = None,
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> Decision:
    """
    Record a provisional or confirmed decision. It does not move the review: `stages` does.

    provenance: the fields of `documents.models.Provenance`; needed unless the CSP chair records
    the decision in person.

    Raises Refused without the right, for an impossible day, or an unusual one without a reason.
    """
    access.require(by, Permission.DECISION_ENTER, on=review)
    rules.check_is_open(review)
    rules.check_possible_on(decided_on, field="decided_on", called="The decision", today=today)
    rules.check_after_death(review, decided_on, field="decided_on", called="The decision")
    rules.check_reason_for_unusual(review, decided_on, unusual_reason, field="unusual_reason")
    if not (access.has(by, Permission.DECISION_MAKE, on=review) or provenance):
        raise Refused(
            "Say how the chair's decision reached you: only the CSP chair decides.",
            field="received_via",
        )
    if outcome == Outcome.JOINT and not reasons.joint_with.strip():
        raise Refused("Say which review it is held jointly with", field="joint_with")
    decision = Decision.objects.create(
        review=review,
        outcome=outcome,
        standing=standing,
        decided_on=decided_on,
        decided_by=decided_by,
        **vars(reasons),
        minute=minute,
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    trail.record(
        "decision.recorded",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        decision_id=decision.pk,
        outcome=outcome,
    )
    return decision


@transaction.atomic
def record_notice(
    *,
    review: Review,
    kind: str,
    sent_on: date,
    route: str,
    reference: str = "",
    note: str = "",
    letter: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Notice:
    """
    Record that somebody was told in writing. Sends nothing.

    Raises Refused without the right, for an impossible day, or for a copy that may not leave yet.
    """
    access.require(by, Permission.DECISION_RECORD, on=review)
    rules.check_is_open(review)
    rules.check_possible_on(sent_on, field="sent_on", called="The letter", today=today)
    rules.check_after_death(review, sent_on, field="sent_on", called="The letter")
    if kind in settings.NOTICE_GATES:
        rules.check_may_be_sent(import_string(settings.NOTICE_GATES[kind])(review, sent_on))
    notice = Notice.objects.create(
        review=review,
        kind=kind,
        sent_on=sent_on,
        route=route,
        reference=reference,
        note=note,
        letter=letter,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    trail.record(
        "notice.recorded",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        notice_id=notice.pk,
        kind=kind,
    )
    return notice
