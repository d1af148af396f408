"""Check the story of a review, keep what is found, and decide about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from composite import rules
from composite.checks.all_checks import find_all
from composite.checks.found import Found
from composite.models import (
    CheckSwitch,
    FindingEvent,
    FindingStanding,
    QuestionEnding,
    ReconciliationFinding,
    StoryCheck,
)
from composite.queries.story import checks_on, register_of, story_of
from messaging import queue
from privacy.row_locks import lifted
from reviews.models import Review

# After these the story is another one
TOLD_ANEW = frozenset(
    {
        "chronology.read",
        "chronology.columns_chosen",
        "chronology.submitted",
        "chronology.given_back",
        "chronology.released",
        "chronology.release_taken_back",
        "person.changed",
        "person.recorded",
        "terms.agreed",
    }
)
AT_ONCE = 1000


def after(event: str, review_ref: str) -> None:
    """Have the story checked anew once what happened has changed it."""
    if event in TOLD_ANEW and review_ref:
        queue.later("composite.reconcile", review_ref=review_ref)


@transaction.atomic
def reconcile(*, review: Review, at: datetime) -> int:
    """
    Put every check that is on to the story; return how many findings are new.

    What was decided stays decided. What is found no more is kept, and says since when. It reads
    more than anybody's eyes may; it shows nobody anything.
    """
    Review.objects.select_for_update(of=("self",), no_key=True).get(pk=review.pk)
    with lifted():
        story = list(story_of(review))
        found = find_all(story, register_of(review), on=checks_on(review))
    StoryCheck.objects.update_or_create(
        review=review, defaults={"checked_at": at, "entries": len(story)}
    )
    return keep(review, found, at=at)


def keep(review: Review, found: Iterable[Found], *, at: datetime) -> int:
    """Make what is new, bring back what is found again, and note what is gone."""
    by_key = {one.key: one for one in found}
    standing = {one.key: one for one in ReconciliationFinding.objects.filter(review=review)}
    again = [one for key, one in standing.items() if key in by_key]
    for one in again:
        one.words, one.gone_at = by_key[one.key].words, None
    ReconciliationFinding.objects.bulk_update(again, ["words", "gone_at"], batch_size=AT_ONCE)
    gone = [one.pk for key, one in standing.items() if key not in by_key and not one.gone_at]
    ReconciliationFinding.objects.filter(pk__in=gone).update(gone_at=at)
    made = ReconciliationFinding.objects.bulk_create(
        [
            ReconciliationFinding(
                review=review, code=one.check, key=one.key, words=one.words, found_at=at
            )
            for key, one in by_key.items()
            if key not in standing
        ],
        batch_size=AT_ONCE,
    )
    tell_events([*again, *made], by_key)
    return len(made)


def tell_events(findings: list[ReconciliationFinding], by_key: Mapping[str, Found]) -> None:
    """Keep which events findings are about: one found again can be about more than it was."""
    told: dict[int, list[UUID]] = defaultdict(list)
    rows = FindingEvent.objects.filter(finding__in=findings).order_by("finding", "place")
    for finding_id, event in rows.values_list("finding", "event"):
        told[finding_id].append(event)
    changed = [one for one in findings if told[one.pk] != list(by_key[one.key].roots)]
    FindingEvent.objects.filter(finding__in=changed).delete()
    FindingEvent.objects.bulk_create(
        [
            FindingEvent(finding=one, event=root, place=place)
            for one in changed
            for place, root in enumerate(by_key[one.key].roots)
        ],
        batch_size=AT_ONCE,
    )


@transaction.atomic
def look_again(*, review: Review, by: Actor, at: datetime) -> int:
    """Check the story now. Raises Refused for all but chair and secretary."""
    rules.check_can_reconcile(by, review)
    return reconcile(review=review, at=at)


@transaction.atomic
def decide(
    *, finding: ReconciliationFinding, standing: str, reason: str, by: Actor, at: datetime
) -> None:
    """
    Say that a finding is so, or that there is nothing in it, and why. The story stays as it is.
    An agency that has not answered what it was asked about it is no longer asked.

    Raises Refused without the right, without a reason, or where it is decided already.
    """
    finding = held(finding)
    rules.check_can_decide(by, finding)
    rules.check_gives_reason(reason, why="Say why")
    finding.standing, finding.reason = FindingStanding(standing), reason.strip()
    finding.decided_at, finding.decided_by = at, person_behind(by)
    finding.save()
    finding.questions.end(QuestionEnding.DECIDED, by=person_behind(by), at=at)
    note("finding.decided", finding, by=by, at=at, standing=standing)


@transaction.atomic
def reopen(*, finding: ReconciliationFinding, by: Actor, at: datetime) -> None:
    """Open a decided finding again; the history keeps what was decided."""
    finding = held(finding)
    rules.check_can_reopen(by, finding)
    finding.standing, finding.reason = FindingStanding.OPEN, ""
    finding.decided_at = finding.decided_by = None
    finding.save()
    note("finding.reopened", finding, by=by, at=at)


@transaction.atomic
def turn_off(*, review: Review, code: str, reason: str, by: Actor, at: datetime) -> None:
    """
    Turn a check off for a review. What it found and nobody decided is gone until it is on again.

    Raises Refused without the right, without a reason, or for a check that there is not.
    """
    rules.check_can_reconcile(by, review)
    rules.check_is_known(code)
    rules.check_gives_reason(reason, why="Say why this check is turned off")
    CheckSwitch.objects.get_or_create(
        review=review,
        code=code,
        defaults={
            "reason": reason.strip(),
            "turned_off_at": at,
            "turned_off_by": person_behind(by),
        },
    )
    switch(review, code, "composite.check_turned_off", by=by, at=at)


@transaction.atomic
def turn_on(*, review: Review, code: str, by: Actor, at: datetime) -> None:
    """Turn a check on again, and look at once what it finds."""
    rules.check_can_reconcile(by, review)
    rules.check_is_known(code)
    CheckSwitch.objects.filter(review=review, code=code).delete()
    switch(review, code, "composite.check_turned_on", by=by, at=at)


def switch(review: Review, code: str, event: str, *, by: Actor, at: datetime) -> None:
    reconcile(review=review, at=at)
    trail.record(event, by=person_behind(by), at=at, review_ref=review.reference, check=code)


def held(finding: ReconciliationFinding) -> ReconciliationFinding:
    rows = ReconciliationFinding.objects.select_for_update(of=("self",))
    return rows.select_related("review__partnership").get(pk=finding.pk)


def note(
    event: str, finding: ReconciliationFinding, *, by: Actor, at: datetime, **ids: str
) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=finding.review.reference,
        finding_id=finding.pk,
        **ids,
    )
