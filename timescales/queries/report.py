"""The day by which the overview report is to be complete, and whoever was told of a later one."""

from dataclasses import dataclass
from datetime import date

from reviews.models import Deadline, Notice, NoticeKind, Review
from reviews.queries.facts import decided_to_review

REPORT = "D11"


def report_deadline(review: Review) -> Deadline | None:
    found = review.deadlines.filter(code=REPORT).select_related("review").first()
    return found if found and found.due_on else None


def report_day(review: Review) -> date | None:
    """Return the day that stands: the agreed one, or the statutory where none was agreed."""
    deadline = report_deadline(review)
    return deadline.stands_on if deadline else None


def decided_on(review: Review) -> date | None:
    """Return the day of the decision to review, from which report and yearly looks are counted."""
    rows = Review.objects.filter(pk=review.pk).annotate(decided_on=decided_to_review())
    found: date | None = rows.values_list("decided_on", flat=True).get()
    return found


@dataclass(frozen=True)
class Told:
    """Whether Home Office and family were told in writing since a hold or a later day."""

    home_office_on: date | None
    family_on: date | None


def told_since(letters: list[Notice], day: date) -> Told:
    """letters: those of the review about holds and later days, see `letters_of_delay`."""

    def first(kind: NoticeKind) -> date | None:
        days = [one.sent_on for one in letters if one.kind == kind and one.sent_on >= day]
        return min(days, default=None)

    return Told(first(NoticeKind.HOME_OFFICE_DELAY), first(NoticeKind.FAMILY_DELAY))


def letters_of_delay(review: Review) -> list[Notice]:
    kinds = [NoticeKind.HOME_OFFICE_DELAY, NoticeKind.FAMILY_DELAY]
    return list(review.notices.filter(kind__in=kinds).order_by("sent_on"))
