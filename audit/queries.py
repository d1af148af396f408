"""What the trail holds, for the pages that show it. The caller has asked access before."""

from dataclasses import dataclass

from audit.models import AuditEvent
from audit.presenters.lookup import Line, present

AT_ONCE = 50


@dataclass(frozen=True)
class Page:
    """Some lines of a trail, newest first, and where to go on."""

    lines: list[Line]
    older_than: int | None  # hand this back for the next page; None on the last


def events_of_review(
    review_ref: str, *, older_than: int | None = None, at_once: int = AT_ONCE
) -> Page:
    """Return a review's events, newest first, in two queries whatever their number."""
    events = AuditEvent.objects.filter(review_ref=review_ref)
    if older_than is not None:
        events = events.filter(pk__lt=older_than)
    found = list(events.order_by("-pk")[: at_once + 1])
    shown = found[:at_once]
    return Page(lines=present(shown), older_than=shown[-1].pk if len(found) > at_once else None)
