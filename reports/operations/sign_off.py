"""Record that the partnership signed the report off, and attach the minute that says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from documents.models import Document
from reports.models import Draft, SignOff
from reports.operations.record import record
from reports.rules import sign_off as rules


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided: at which meeting or by which body, when, by whom, and on what terms."""

    body: str
    signed_on: date
    decided_by: str
    conditions: str = ""
    dissent: str = ""


@transaction.atomic
def sign_off(
    *,
    draft: Draft,
    decided: Decided,
    minute: Document | None = None,
    provenance: Mapping[str, Any] | None = None,
    unusual_reason: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> SignOff:
    """
    Record the partnership's sign-off of a draft.

    provenance: how the chair's decision reached whoever enters it; nothing from the chair.

    Raises Refused without the right, without saying how the chair's decision came, for an
    impossible day, or with a true name in the terms or in what is unusual about the day.
    """
    draft = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    rules.check_is_new(draft, body=decided.body, signed_on=decided.signed_on)
    rules.check_can_sign_off(
        by, draft, provenance or {}, body=decided.body, decided_by=decided.decided_by
    )
    rules.check_day(draft, decided.signed_on, unusual_reason, today=today)
    rules.check_terms(
        draft,
        {
            "conditions": decided.conditions,
            "dissent": decided.dissent,
            "unusual_reason": unusual_reason,
        },
    )
    made = SignOff.objects.create(
        draft=draft,
        **vars(decided),
        minute=minute,
        unusual_reason=unusual_reason,
        recorded_at=at,
        recorded_by=person_behind(by),
        **(provenance or {}),
    )
    record("report.signed_off", draft.review, by=by, at=at, draft_id=draft.pk, number=draft.number)
    return made


@transaction.atomic
def attach_minute(*, sign_off: SignOff, minute: Document, by: Actor, at: datetime) -> SignOff:
    """Attach the minute that came later. Raises Refused without the right, or twice."""
    sign_off = SignOff.objects.select_for_update(of=("self",)).get(pk=sign_off.pk)
    rules.check_can_attach(by, sign_off)
    sign_off.minute = minute
    sign_off.save(update_fields=["minute"])
    record("report.minute_attached", sign_off.draft.review, by=by, at=at, sign_off_id=sign_off.pk)
    return sign_off
