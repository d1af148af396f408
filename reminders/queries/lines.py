"""What a message says of a reminder: codes, days and a path."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.urls import NoReverseMatch, reverse

from messaging.lines import Line
from reminders.models import Reminder
from reminders.queries.recipients import LEAD, OF_AGENCY
from reviews.deadlines.words import FOR_AGENCY, NEVER_NAMED, code_of
from reviews.models import Deadline

FIRST_PAGE = "reviews:my-work"


def line_for(reminder: Reminder, deadline: Deadline, *, today: date) -> Line:
    """Return the line for a reminder of a deadline that stands."""
    review, rule = deadline.review, deadline.rule
    if reminder.role == LEAD:
        return Line(review_ref=review.reference, word=FOR_AGENCY, path=reverse(FIRST_PAGE))
    is_named = rule.reader != NEVER_NAMED
    return Line(
        review_ref=review.reference,
        word=code_of(rule, regime_code=review.regime_code),
        path=path_for(reminder.role, deadline),
        days=(reminder.stands_on - today).days if is_named else None,
        late_by=reminder.late_by,
    )


def once_each(lines: Iterable[Line]) -> list[Line]:
    """
    Return lines that say the same as one, with how many they were: an agency asked twice owes two.

    Where no day is told, not how many wait either.
    """
    counted = Counter(lines)
    return [
        line if line.days is None else replace(line, count=count) for line, count in counted.items()
    ]


def path_for(role: str, deadline: Deadline) -> str:
    """
    Return the page where it is done, for those the rule has told; for others the nearest page of
    the review, or of their agency's part in it, that they may open.
    """
    rule = deadline.rule
    if role in rule.told and rule.reader != NEVER_NAMED:
        return path_of(rule.page, deadline)
    return path_of("evidence:agency" if role in OF_AGENCY else "reviews:home", deadline)


def path_of(page: str, deadline: Deadline) -> str:
    reference, part = deadline.review.reference, deadline.involvement_id
    for place in ([reference, part], [reference]):
        try:
            return reverse(page, args=place)
        except NoReverseMatch:
            continue
    return reverse(FIRST_PAGE)
