"""Decide what becomes of what a check found."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from anonymity import rules
from anonymity.checking.kept import Found
from anonymity.models import DecisionChoice, IdentifierCheck, IdentifierDecision
from anonymity.operations.record import record
from anonymity.queries.findings import findings_of
from anonymity.queries.identifiers import known_of
from privacy.row_locks import lifted
from reviews.access import Refused


@transaction.atomic
def decide(
    *,
    check: IdentifierCheck,
    numbers: Collection[int],
    choice: str,
    reason: str,
    by: Actor,
    at: datetime,
) -> int:
    """
    Let findings stand, with a reason; return how many are decided by it.

    numbers: of the findings in their check. What identifies nobody is decided once for the same
    words, wherever they are found.

    Raises Refused without the right, on nothing, without a reason, or to keep what stops.
    """
    rules.check_can_check(by, check.review)
    rules.check_is_done(check)
    before = findings_of(check)
    chosen = [one.found for one in before.shown if one.is_left and one.found.number in numbers]
    rules.check_decision(choice, reason, chosen)
    with lifted():
        rules.check_names_nobody(chosen, known_of(check.review))
    IdentifierDecision.objects.bulk_create(
        IdentifierDecision(
            review=check.review,
            choice=choice,
            policy=one.policy,
            severity=one.severity,
            words=one.words,
            sentence=one.sentence,
            reason=reason.strip(),
            decided_at=at,
            decided_by=person_behind(by),
        )
        for one in each_once(chosen, choice)
    )
    done = before.left - findings_of(check).left
    record("anonymity.decided", check.review, by=by, at=at, check_id=check.pk, count=done)
    return done


def each_once(chosen: Collection[Found], choice: str) -> list[Found]:
    """Leave out what the decision on another holds for already."""
    if choice == DecisionChoice.NOT_AN_IDENTIFIER:
        return list({one.key: one for one in chosen}.values())
    return list({(one.key, one.sentence): one for one in chosen}.values())


@transaction.atomic
def take_back(*, decision: IdentifierDecision, by: Actor, at: datetime) -> None:
    """Open again what a decision let stand. Raises Refused without the right, or a second time."""
    rules.check_can_check(by, decision.review)
    if decision.taken_back_at:
        raise Refused("This decision was taken back already.")
    decision.taken_back_at, decision.taken_back_by = at, person_behind(by)
    decision.save(update_fields=["taken_back_at", "taken_back_by"])
    record("anonymity.decision_taken_back", decision.review, by=by, at=at, decision_id=decision.pk)
