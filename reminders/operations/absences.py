"""Say when one is away, and who is reminded instead."""

from datetime import date, datetime, timedelta

from django.db import transaction

from agencies.access import Refused
from agencies.models import User
from audit import trail
from reminders.models import Absence
from reminders.queries.colleagues import colleagues_of

LONGEST = timedelta(days=731)  # from today; a slip in the year would keep every reminder back


@transaction.atomic
def note_absence(
    *,
    user: User,
    from_on: date,
    until_on: date,
    delegate: User | None,
    today: date,
    at: datetime,
) -> Absence:
    """Note one's own absence. Raises Refused for days that cannot be, or for a stranger."""
    if until_on < from_on:
        raise Refused("The last day is before the first.", field="until_on")
    if until_on > today + LONGEST:
        raise Refused("The last day is more than two years away. Check the year", field="until_on")
    if until_on < today:
        raise Refused("This absence is over already.", field="until_on")
    if delegate and not colleagues_of(user, today=today).filter(pk=delegate.pk).exists():
        raise Refused("Choose somebody of a review that you are in.", field="delegate")
    if Absence.objects.filter(user=user, from_on__lte=until_on, until_on__gte=from_on).exists():
        raise Refused("You have an absence on some of these days. End that one first.")
    absence = Absence.objects.create(
        user=user, from_on=from_on, until_on=until_on, delegate=delegate, recorded_at=at
    )
    trail.record("absence.noted", by=user, at=at, absence_id=absence.pk)
    return absence


@transaction.atomic
def end_absence(*, absence: Absence, user: User, at: datetime) -> None:
    """Take one's own absence back, from now on."""
    trail.record("absence.ended", by=user, at=at, absence_id=absence.pk)
    absence.delete()
