"""What a partnership owes once the report is to come later."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from reviews.access import Held, Permission
from reviews.models import Deadline, Notice, NoticeKind, Review
from reviews.queries.asking import Question, Row
from reviews.queries.work import Task, WorkItem, letters_to_write, told_in_review
from timescales.models import Extension
from timescales.queries.report import REPORT

LETTERS = {
    NoticeKind.HOME_OFFICE_DELAY: "Tell the Home Office of the later date",
    NoticeKind.FAMILY_DELAY: "Tell the family of the later date",
}


def untold_of_later_days(held: Held, today: date) -> Mapping[str, Question]:
    """
    Ask for whom no letter is recorded since the last day was agreed, while the report is owed.
    By when is told of the first: D12 runs until then.
    """
    owed = Deadline.objects.filter(review=OuterRef("pk"), met_on__isnull=True)
    tell_by = owed.filter(code="D12").values(day=Coalesce("agreed_on", "due_on"))[:1]
    last = Extension.objects.filter(review=OuterRef("pk")).order_by("-agreed_on", "-pk")
    agreed = Review.objects.filter(pk__in=held.reviews(Permission.DECISION_RECORD)).annotate(
        agreed_on=Subquery(last.values("agreed_on")[:1]),
        tell_by=Subquery(tell_by),
    )
    since = Notice.objects.filter(review=OuterRef("pk"), sent_on__gte=OuterRef("agreed_on"))
    agreed = agreed.filter(Exists(owed.filter(code=REPORT)), agreed_on__isnull=False)
    return {
        kind.value: told_in_review(
            agreed.filter(~Exists(since.filter(kind=kind))), "", due_on="tell_by"
        )
        for kind in LETTERS
    }


def write_of_later_days(rows: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    return letters_to_write(rows, LETTERS, why="In writing, since a later day was agreed")


later_days_to_tell_of = Task(untold_of_later_days, write_of_later_days)
