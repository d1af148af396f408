"""Put work off until the page has answered: the one door to Celery."""

import logging

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def later(job: str, **kwargs: object) -> None:
    """
    Run a Celery task by name once this transaction has committed.

    Naming the job, not importing it, keeps the work from depending on its worker. Should the
    broker be away, what was committed stands and the failure is logged: whoever queues a job
    keeps a row that says so, and a sweep that finds the rows left behind.

    Raises NotRegistered at once when no task has that name.
    """
    task = current_app.tasks[job]

    def start() -> None:
        try:
            task.apply_async(kwargs=kwargs)
        except OperationalError:
            log.exception("%s could not be queued", job)

    transaction.on_commit(start)
