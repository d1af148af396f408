"""Files that should have been read by now."""

from datetime import datetime

from chronologies.models import ChronologySubmission


def left_behind(*, at: datetime) -> list[int]:
    """Return what is still waiting to be read, the longest waiting first."""
    waiting = ChronologySubmission.objects.left_behind(at).order_by("received_at")
    return list(waiting.values_list("pk", flat=True))
