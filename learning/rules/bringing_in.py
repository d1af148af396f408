"""May a report be brought in, and taken out again?"""

from collections.abc import Sequence
from datetime import date

from agencies.models import CommunitySafetyPartnership
from learning.models import PastReview, ReportReading
from learning.readers.lines import ReadLine, Take
from reviews.access import Refused


def check_month(published_in: date, *, today: date) -> None:
    """Raise Refused for a month that has not begun."""
    if published_in > today:
        raise Refused("This month is still to come", field="published_in")


def check_is_new(place: CommunitySafetyPartnership, title: str, published_in: date) -> None:
    """Raise Refused for a report that was brought in already."""
    there = PastReview.objects.filter(
        partnership=place, title__iexact=title, published_in=published_in
    )
    if there.exists():
        raise Refused("A report of this title and month was brought in already", field="title")


def check_waits(reading: ReportReading) -> None:
    """Raise Refused for a reading that was confirmed already."""
    if reading.recorded_as_id is not None:
        raise Refused("This report was recorded already. It stands among the reports brought in.")


def check_says_something(lines: Sequence[ReadLine]) -> None:
    """Raise Refused where nothing is to be recorded."""
    if not any(one.take != Take.LEFT_OUT for one in lines):
        raise Refused("Every line is left out. Choose at least one to record, or drop the report.")
