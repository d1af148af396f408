from celery import shared_task
from django.utils import timezone

from messaging import delivery


@shared_task(name="messaging.deliver")
def deliver(*, message_id: int, **_from_a_newer_release: object) -> None:
    """Send one message. Safe to run twice: a message already sent is left alone."""
    delivery.deliver(message_id=message_id, at=timezone.now())


@shared_task(name="messaging.deliver_awaited")
def deliver_awaited(*, message_id: int, **_from_a_newer_release: object) -> None:
    """Do the same, before all other work: `CELERY_TASK_ROUTES` has a queue of its own for it."""
    delivery.deliver(message_id=message_id, at=timezone.now())


@shared_task(name="messaging.deliver_waiting")
def deliver_waiting(**_from_a_newer_release: object) -> None:
    """Send what a lost job, a dead worker or a failed attempt left behind."""
    for message_id in delivery.left_behind(at=timezone.now()):
        delivery.deliver(message_id=message_id, at=timezone.now())
