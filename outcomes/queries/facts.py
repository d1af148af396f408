"""What of six-month returns starts and meets deadlines."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef, Subquery

from actionplans.queries.facts import progress_of
from outcomes.models import ReturnSignOff, SixMonthReturn
from reviews.models import AgencyInvolvement
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered


def first_return_owed(reviews: Iterable[int]) -> Question:
    """D24, until an agency is asked for a return: from clearance to words on every action."""
    asked = SixMonthReturn.objects.filter(involvement=OuterRef("pk"))
    parts = AgencyInvolvement.objects.filter(~Exists(asked), review__in=reviews)
    return progress_of(parts)


def return_owed(reviews: Iterable[int]) -> Question:
    """D24, once it is asked: from the last return to the sign-off of this one that stands."""
    standing = ReturnSignOff.objects.filter(
        six_month_return=OuterRef("pk"), question__isnull=True
    ).order_by("-pk")
    return fact(
        SixMonthReturn.objects.filter(involvement__review__in=reviews),
        review="involvement__review_id",
        part=F("involvement_id"),
        subject=numbered("return"),
        started_on="from_on",
        due_on="due_on",
        met_on=Subquery(standing.values("signed_off_on")[:1]),
    )
