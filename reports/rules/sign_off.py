from collections.abc import Mapping
from datetime import date

from agencies.models import Actor
from reports.models import Draft, SignOff
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

READING_TIME = "D14"
TERMS = {
    "conditions": "Conditions",
    "dissent": "Who disagreed, and why",
    "unusual_reason": "Anything unusual about the day",
}


def check_can_sign_off(
    actor: Actor, draft: Draft, provenance: Mapping[str, object], *, body: str, decided_by: str
) -> None:
    """
    Refuse a sign-off by anybody but the partnership's chair, unless it is entered for them.

    The CSP chair decides and signs off; whoever enters it says how it reached them.
    """
    access.require(actor, Permission.DECISION_ENTER, on=draft.review)
    rules.check_is_open(draft.review)
    if not draft.is_released:
        raise Refused("This draft is not released yet. Release it first, then sign it off.")
    in_person = access.has(actor, Permission.SIGN_OFF, on=draft.review)
    if not in_person and not provenance:
        raise Refused(
            "Say how the chair’s decision reached you: only the CSP chair signs off.",
            field="received_via",
        )
    if not body.strip():
        raise Refused("Enter the meeting or body that signed it off", field="body")
    if not decided_by.strip():
        raise Refused("Enter who decided", field="decided_by")


def check_is_new(draft: Draft, *, body: str, signed_on: date) -> None:
    """Refuse to record the same sign-off twice, as a form that is sent twice would."""
    if draft.sign_offs.filter(body__iexact=body.strip(), signed_on=signed_on).exists():
        raise Refused("This sign-off is recorded already.")


def check_terms(draft: Draft, said: Mapping[str, str]) -> None:
    """Refuse a true name in the terms, or in what is said of the day: who reads drafts reads it."""
    rules.check_names_nobody(draft.review, said, called=TERMS)


def check_day(draft: Draft, signed_on: date, reason: str, *, today: date) -> None:
    review = draft.review
    rules.check_possible_on(signed_on, field="signed_on", called="The sign-off", today=today)
    rules.check_after_death(review, signed_on, field="signed_on", called="The sign-off")
    rules.check_reason_for_unusual(review, signed_on, reason, field="unusual_reason")
    check_reading_time(review, signed_on, reason)


def check_reading_time(review: Review, signed_on: date, reason: str) -> None:
    """
    Ask why it cannot wait where the family were given the draft to read, their time has not ended
    by that day, and they have not said what they think of it.

    Source: deadline D14, "block sign-off until closed" (local default; a reason passes it).
    """
    running = review.deadlines.running().filter(
        code=READING_TIME, started_on__lte=signed_on, due_on__gt=signed_on
    )
    if running.exists() and not reason.strip():
        raise Refused(
            "The family still have time to read the draft on that day. Sign off once it has "
            "ended, or say why it cannot wait",
            field="unusual_reason",
        )


def check_can_attach(actor: Actor, sign_off: SignOff) -> None:
    """Refuse a minute by somebody without the right, or in the place of another."""
    access.require(actor, Permission.DECISION_ENTER, on=sign_off.draft.review)
    rules.check_is_open(sign_off.draft.review)
    if sign_off.minute_id:
        raise Refused("The minute is attached already.")
