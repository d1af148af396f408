"""What authors of agencies' reports declared, for the register and for who decides on it."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from evidence.models import IndividualManagementReview, latest_of_each
from evidence.models.author_declaration import capacity_of
from evidence.models.tier import REPORTS
from evidence.queries.reports import standing_reports
from reviews.access import Held, Permission
from reviews.models import Review
from reviews.queries.asking import Question, Row
from reviews.queries.declarations import Entry, to_decide, waits
from reviews.queries.work import Task, WorkItem, told_in_review


def of_authors(review: Review) -> list[Entry]:
    """Return who writes for each agency of which something is asked, with what they declared."""
    found = (
        IndividualManagementReview.objects.filter(involvement__review=review)
        .select_related("involvement__agency", "author")
        .prefetch_related("declarations", "involvement__evidence_requests")
        .order_by("involvement__agency__name")
    )
    return [entry_of(imr, review) for imr in found if imr.is_wanted]


def entry_of(imr: IndividualManagementReview, review: Review) -> Entry:
    declared = imr.author or next(iter(latest_of_each(imr.declarations.all())), None)
    imr.involvement.review = review
    if declared:
        declared.imr = imr
    args = [review.reference, imr.involvement_id]
    return Entry(
        kind="author",
        who=declared.full_name if declared else "Nobody named",
        part=f"Author of the {imr.kind.noun} of {imr.involvement.agency}",
        declaration=declared,
        declare_href=reverse("evidence:declare-author", args=args),
        replace_href=reverse("evidence:declare-author", args=args),
        changed_with=Permission.IMR_WRITE,
    )


def authors_declared(held: Held, today: date) -> Mapping[str, Question]:
    reports = standing_reports(
        involvement__review__in=held.reviews(Permission.INDEPENDENCE_DECIDE),
        involvement__imr__author__isnull=False,
    ).exclude(involvement__imr__author__user=held.user)
    author = "involvement__imr__author__"
    columns = {"answers": f"{author}answers", "decided": f"{author}decided", "tier": "tier"}
    return {
        "rows": told_in_review(
            reports, "involvement__review__", declaration=f"{author}pk", **columns
        )
    }


def decide(found: Mapping[str, list[Row]], today: date) -> list[WorkItem]:
    parts = [(row, capacity_of(REPORTS[row["tier"]])) for row in found["rows"]]
    return [to_decide(row, "author", part) for row, part in parts if waits(row, part)]


connections_to_decide = Task(authors_declared, decide)
