from celery import shared_task
from django.utils import timezone

from outcomes.operations.asking import ask_for_returns


@shared_task(name="outcomes.ask_for_returns")
def ask_agencies(**_from_a_newer_release: object) -> None:
    """Ask agencies for the six-month returns that are due to be asked for. Safe to run twice."""
    ask_for_returns(today=timezone.localdate(), at=timezone.now())
