"""Report how actions go, check what is reported done, and record the audit at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from actionplans.cycle import ActionStatus
from actionplans.models import Action, Assurance, ConclusionAudit, ProgressNote
from actionplans.operations.actions import keep_files, record
from actionplans.operations.moving import move
from actionplans.rules import plan as rules
from actionplans.rules import updates
from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from reviews.access import Refused
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Report:
    """
    What is said of an action.

    on: the day it is true of; where it is done, the day it was done.
    claims: the status it claims; empty where that stays as it was.
    words: what was done; where it is done, what is different now; where it is given up, why.
    """

    on: date
    words: str
    claims: str = ""


@transaction.atomic
def report_progress(
    *,
    action: Action,
    report: Report,
    documents: Sequence[Document] = (),
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> ProgressNote:
    """
    Add to the log of an action, and give it the status claimed.

    documents: what shows it.
    provenance: the fields of `documents.models.Provenance`; empty where somebody of the lead
    agency reports on the page.

    Raises Refused to anybody else, for an impossible day, without words, for a status that does
    not follow, or where it claims to be done in words that only say that something was sent.
    """
    action = held(action)
    rules.check_can_report(by, action, is_entered_for_them=bool(provenance))
    rules.check_day(report.on, field="on", called="The day", today=today)
    if not report.words.strip():
        raise Refused("Enter what was done", field="words")
    if report.claims:
        rules.check_claim(by, action, ActionStatus(report.claims))
    note = ProgressNote(
        action=action,
        on=report.on,
        words=report.words.strip(),
        claims=report.claims,
        document=next(iter(documents), None),
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    updates.check_says_more_than_sent(action, note)
    note.save()
    keep_files(documents[1:], note=note)
    if report.claims:
        move(action, ActionStatus(report.claims), on=report.on, words=note.words)
    record("action.reported", action, by=by, at=at, status=action.status)
    return note


@transaction.atomic
def assure(
    *,
    action: Action,
    holds: bool,
    words: str,
    assured_on: date,
    despite: str = "",
    document: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Assurance:
    """
    Record that somebody checked whether an action is done. Where it is not, it is open again.

    Raises Refused without the right, where nothing is to be checked, to the one who reported it
    or owns it, for a day before it was done, and while what was asked and what was reported
    disagree and nobody says why it holds all the same.

    despite: why it is done although they disagree.
    """
    action = held(action)
    note = rules.check_can_assure(by, action)
    rules.check_day(assured_on, field="assured_on", called="The day", today=today)
    if assured_on < note.on:
        raise Refused("It can be checked only after it was done", field="assured_on")
    if not words.strip():
        raise Refused("Enter what was looked at, and what it showed", field="words")
    updates.check_contradictions_answered(action, holds=holds, despite=despite)
    assurance = Assurance.objects.create(
        action=action,
        note=note,
        assured_on=assured_on,
        holds=holds,
        words=words.strip(),
        despite=despite.strip() if holds else "",
        document=document,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    if holds:
        action.status = ActionStatus.DONE_VERIFIED
        action.save(update_fields=["status"])
    else:
        move(action, ActionStatus.IN_PROGRESS, on=assured_on, words=assurance.words)
    record("action.checked", action, by=by, at=at, status=action.status)
    return assurance


@transaction.atomic
def record_conclusion_audit(
    *,
    review: Review,
    audited_on: date,
    found: str,
    carried_out_by: str,
    minute: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> ConclusionAudit:
    """
    Record the audit at the end of a review. The last one stands.

    Raises Refused without the right, or for an impossible day.
    """
    rules.check_can_conclude(by, review)
    rules.check_audited_on(review, audited_on, today=today)
    audit = ConclusionAudit.objects.create(
        review=review,
        audited_on=audited_on,
        found=found,
        carried_out_by=carried_out_by,
        minute=minute,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    trail.record(
        "review.conclusion_audited",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        conclusion_audit_id=audit.pk,
    )
    return audit


def held(action: Action) -> Action:
    """Return an action for changing, held until the transaction ends."""
    rows = Action.objects.select_for_update(of=("self",))
    return rows.select_related("recommendation__review", "lead__review").get(pk=action.pk)
