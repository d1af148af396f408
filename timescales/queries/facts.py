"""What of holds and extensions starts and meets deadlines."""

from collections.abc import Iterable

from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, Greatest, TruncDate

from reviews.lifecycle import ENDED, Stage
from reviews.models import Notice, NoticeKind, Review
from reviews.queries.asking import Question
from reviews.queries.clock import fact
from reviews.queries.facts import decided_to_review, first_day, moved_to
from timescales.models import Extension, Hold, HoldLook, YearlyLook


def extension_owed(reviews: Iterable[int]) -> Question:
    """
    D12: from the decision to review until a later day is agreed and Home Office and family are
    told of it in writing; none once the report is signed off.
    """
    owing = Review.objects.filter(pk__in=reviews).annotate(
        agreed_on=first_day(Extension.objects.filter(review=OuterRef("pk")), "review", "agreed_on"),
        home_office_on=first_letter_since("agreed_on", NoticeKind.HOME_OFFICE_DELAY),
        family_on=first_letter_since("agreed_on", NoticeKind.FAMILY_DELAY),
        told_on=Case(
            When(
                home_office_on__isnull=False,
                family_on__isnull=False,
                then=Greatest("home_office_on", "family_on"),
            )
        ),
        signed_on=moved_to(Stage.CSP_SIGNED_OFF),
    )
    return fact(
        owing.exclude(told_on__isnull=True, signed_on__isnull=False),
        review="pk",
        started_on=decided_to_review(),
        met_on="told_on",
    )


def first_letter_since(day: str, kind: NoticeKind) -> Subquery:
    """day: the column of the review that holds the day from which on a letter counts."""
    letters = Notice.objects.filter(review=OuterRef("pk"), kind=kind, sent_on__gte=OuterRef(day))
    return first_day(letters, "review", "sent_on")


def look_owed(reviews: Iterable[int]) -> Question:
    """D13: from the beginning of a hold, or its last look, to the next look or its end."""
    last = HoldLook.objects.filter(hold=OuterRef("pk")).values("looked_on")[:1]
    return fact(
        Hold.objects.filter(review__in=reviews),
        started_on=Coalesce(Subquery(last), F("began_on")),
        due_on="review_on",
        met_on="ended_on",
        subject=Concat(Value("hold-"), Cast("pk", CharField())),
    )


def yearly_look_owed(reviews: Iterable[int]) -> Question:
    """
    D31: from the decision to review, or the last look, for as long as the review goes on.

    Of one that was taken over, from the day it was: what was looked at before is on paper.
    """
    last = YearlyLook.objects.filter(review=OuterRef("pk")).values("looked_on")[:1]
    decided = Review.objects.filter(pk__in=reviews).annotate(decided_on=decided_to_review())
    going_on = decided.filter(decided_on__isnull=False).exclude(stage__in=ENDED)
    return fact(
        going_on,
        review="pk",
        started_on=Coalesce(Subquery(last), Greatest("decided_on", TruncDate("recorded_at"))),
    )
