from celery import shared_task
from django.utils import timezone

from messaging.queue import later
from reminders.operations.bouncing import pass_on
from reminders.operations.letters import write_letters
from reminders.operations.sweeping import sweep


@shared_task(name="reminders.sweep")
def sweep_deadlines(**_from_a_newer_release: object) -> None:
    """
    Note what deadlines owe, and write to whoever is to be told now. Safe to run twice, or twice
    at once; what one run leaves, the next does.
    """
    now = timezone.now()
    pass_on(at=now)
    is_all = sweep(at=now)
    write_letters(at=now)
    if not is_all:
        later("reminders.sweep")
