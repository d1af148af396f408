"""The step of an agency's task list that is about its chronology."""

from django.urls import reverse

from evidence.queries.steps import AuthorTask, Step
from pages.parts import Task
from reviews import access
from reviews.access import Permission


def send_chronology(task: AuthorTask) -> Step | None:
    """Send the file, mend it, have it signed off; nothing where no chronology is asked for."""
    last = task.part.chronologies.order_by("number").last()
    if last is None and not task.request.asks.has_chronology:
        return None
    may_read = access.has(task.reader, Permission.CHRONOLOGY_READ_RAW, on=task.part)
    href = reverse("chronologies:chronology", args=[task.part.review.reference, task.part.pk])
    return Step(
        "Send the chronology",
        [
            Task(
                "Every contact in date order, as Word, Excel or CSV",
                last.get_state_display() if last else "To do",
                href if may_read else "",
                hint=last.counts if last and last.has_rows else "Any layout will do.",
                is_done=bool(last and last.is_signed_off),
            )
        ],
    )
