"""Replace in the working text what a check found in a draft."""

from collections.abc import Callable, Collection
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from agencies.models import Actor, person_behind
from anonymity import rules
from anonymity.checking.kept import Found
from anonymity.models import DecisionChoice, IdentifierCheck, IdentifierDecision
from anonymity.operations.record import record
from anonymity.queries.findings import findings_of
from anonymity.queries.identifiers import known_of
from privacy.row_locks import lifted
from reviews.access import Refused

Replacer = Callable[..., bool]


@transaction.atomic
def replace(
    *, check: IdentifierCheck, numbers: Collection[int], instead: str, by: Actor, at: datetime
) -> tuple[int, int]:
    """
    Put other words in the place of findings; return how many, and how many could not be.

    What comes from the record is not in the working text: it is changed where it is kept. The
    draft that was checked stays as it is; the next one holds the new words.

    Raises Refused without the right to check or to write the report, on nothing, or by nothing or
    what gives somebody away itself.
    """
    rules.check_can_check(by, check.review)
    rules.check_is_done(check)
    shown = findings_of(check).shown
    chosen = [one.found for one in shown if one.is_left and one.found.number in numbers]
    with lifted():  # of what is known nobody is shown more than that it stands in their own words
        known = known_of(check.review)
    rules.check_replacement(instead, chosen, known)
    put: Replacer = import_string(settings.REPLACES_IN_REPORT)
    done = [one for one in chosen if put(check.review, one, instead.strip(), by=by, at=at)]
    IdentifierDecision.objects.bulk_create(
        decision_of(check, one, instead, by=by, at=at) for one in done
    )
    if not done:
        raise Refused(
            "These words are not in the working text as they stood in the draft: they come from "
            "the record, or were changed since. Change them where they are kept."
        )
    record("anonymity.replaced", check.review, by=by, at=at, check_id=check.pk, count=len(done))
    return len(done), len(chosen) - len(done)


def decision_of(
    check: IdentifierCheck, one: Found, instead: str, *, by: Actor, at: datetime
) -> IdentifierDecision:
    return IdentifierDecision(
        review=check.review,
        choice=DecisionChoice.REPLACED,
        policy=one.policy,
        severity=one.severity,
        words=one.words,
        sentence=one.sentence,
        reason=f"By “{instead.strip()}”",
        decided_at=at,
        decided_by=person_behind(by),
    )
