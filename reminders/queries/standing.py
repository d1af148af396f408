"""Which deadlines reminders are of, as those stand now."""

from collections.abc import Iterable

from reminders.models import Key, Reminder, key_of
from reviews.models import Deadline


def deadlines_behind(reminders: Iterable[Reminder]) -> dict[Key, Deadline]:
    """Return the deadlines that still run on the day that reminders were noted for, by key."""
    keys = {key_of(one) for one in reminders}
    running = (
        Deadline.objects.running()
        .filter(
            review__in={review for review, *_ in keys},
            code__in={code for _, code, *_ in keys},
            subject__in={subject for _, _, subject, _ in keys},
        )
        .select_related("review", "involvement")
    )
    return {key_of(one): one for one in running if key_of(one) in keys}
