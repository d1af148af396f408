"""Ask for a check of what is to leave the panel."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from anonymity import rules
from anonymity.models import IdentifierCheck
from anonymity.operations.record import record
from anonymity.queries.subjects import subject_of
from messaging import queue
from reviews.models import Review


@transaction.atomic
def ask_for_check(
    *, review: Review, subject: str, number: int = 0, by: Actor, at: datetime
) -> IdentifierCheck:
    """
    Have a worker check the papers of a subject. Asked for twice while it runs, it runs once.

    Raises Refused without the right, or where there is nothing to check.
    """
    rules.check_can_check(by, review)
    Review.objects.select_for_update(of=("self",), no_key=True).get(pk=review.pk)
    found = rules.check_is_there(subject_of(review, subject, number))
    asked = IdentifierCheck.objects.filter(review=review, subject=subject, number=number)
    if running := asked.unfinished(at).first():
        return running
    made = IdentifierCheck.objects.create(
        review=review,
        subject=subject,
        number=number,
        title=found.title,
        asked_at=at,
        asked_by=person_behind(by),
    )
    record("anonymity.check_asked", review, by=by, at=at, check_id=made.pk, subject=subject)
    queue.later("anonymity.check_papers", check_id=made.pk)
    return made
