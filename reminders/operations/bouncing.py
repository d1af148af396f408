"""An address took no message: what was in it goes to whoever stands in."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from messaging.models import State as Sending
from reminders.models import Reminder, State, key_of
from reminders.queries.recipients import Recipient, circle_of
from reminders.queries.standing import deadlines_behind

AT_ONCE = 200


@transaction.atomic
def pass_on(*, at: datetime) -> None:
    """
    Note of which reminders the message was given up, and have their deputies reminded instead.

    Safe to run twice. The officers of the review see whose address it was: `queries/work.py`.
    """
    mailed = Reminder.objects.filter(state=State.MAILED, message__state=Sending.FAILED)
    bounced = list(mailed.select_for_update(of=("self",), skip_locked=True)[:AT_ONCE])
    if not bounced:
        return
    Reminder.objects.filter(pk__in=[one.pk for one in bounced]).update(state=State.BOUNCED)
    standing = deadlines_behind(bounced)
    circle = circle_of(standing.values(), today=timezone.localdate(at))
    rows = [
        in_stead_of(one, deputy, at=at)
        for one in bounced
        if key_of(one) in standing
        for deputy in circle.deputies(standing[key_of(one)], Recipient(one.recipient_id, one.role))
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)


def in_stead_of(bounced: Reminder, deputy: Recipient, *, at: datetime) -> Reminder:
    """Return the same reminder for another. One who has it already keeps their own."""
    return Reminder(
        review_id=bounced.review_id,
        code=bounced.code,
        subject=bounced.subject,
        stands_on=bounced.stands_on,
        involvement_id=bounced.involvement_id,
        step=bounced.step,
        step_on=bounced.step_on,
        is_escalation=bounced.is_escalation,
        recipient_id=deputy.user_id,
        role=deputy.role,
        instead_of_id=deputy.instead_of,
        noted_at=at,
    )
