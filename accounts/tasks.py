"""What the worker does by itself."""

from celery import shared_task
from django.utils import timezone

from accounts.operations import sessions


@shared_task(name="accounts.forget_ended_sessions")
def forget_ended_sessions(**_from_a_newer_release: object) -> None:
    sessions.forget_ended_sessions(at=timezone.now())
