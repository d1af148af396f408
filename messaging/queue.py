"""Put work off until the page has answered: the one door to Celery."""

from functools import partial

from celery import current_app
from django.db import transaction


def later(job: str, **kwargs: object) -> None:
    """
    Run a Celery task by name once this transaction has committed.

    Naming the job, not importing it, keeps the work from depending on its worker. Should the
    broker be away, the transaction stands and the failure is logged: whoever queues a job keeps
    a row that says so, and a sweep that finds the rows left behind.

    Raises NotRegistered at once when no task has that name.
    """
    task = current_app.tasks[job]
    transaction.on_commit(partial(task.apply_async, kwargs=kwargs), robust=True)
