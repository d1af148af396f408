"""What of a review itself starts and meets deadlines: the decision, its letters, the sign-off."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from reviews.lifecycle import Stage
from reviews.models import Decision, Notice, NoticeKind, Outcome, Review, StageMove, Standing
from reviews.queries.asking import Question
from reviews.queries.clock import fact

TO_REVIEW = [Outcome.REVIEW, Outcome.JOINT]


def decision_owed(reviews: Iterable[int]) -> Question:
    """D4: from the notification to the confirmed decision, or the stage that followed it."""
    met_on = Coalesce(decided(), moved_to(Stage.COMMISSIONED, Stage.NOT_TO_REVIEW))
    owed = Review.objects.filter(pk__in=reviews).exclude(lost_the_day())
    return fact(owed, review="pk", started_on="notified_on", met_on=met_on)


def report_owed(reviews: Iterable[int]) -> Question:
    """D11: from the confirmed decision to review, to the sign-off by the partnership."""
    return fact(
        Review.objects.filter(pk__in=reviews),
        review="pk",
        started_on=decided_to_review(),
        met_on=moved_to(Stage.CSP_SIGNED_OFF),
    )


def letter_to_home_office(reviews: Iterable[int]) -> Question:
    """D5: from the confirmed decision to the letter that tells the Home Office."""
    return letter_owed(reviews, NoticeKind.HOME_OFFICE_DECISION)


def letter_to_family(reviews: Iterable[int]) -> Question:
    """D6: from the confirmed decision to the letter that tells the family."""
    return letter_owed(reviews, NoticeKind.FAMILY_DECISION)


def letter_owed(reviews: Iterable[int], kind: NoticeKind) -> Question:
    decision = (Stage.COMMISSIONED, Stage.NOT_TO_REVIEW)
    written = Review.objects.filter(pk__in=reviews).annotate(first_letter_on=first_letter(kind))
    return fact(
        written.exclude(passed_on_paper(*decision), first_letter_on__isnull=True),
        review="pk",
        started_on=Coalesce(decided(), moved_to(*decision)),
        met_on="first_letter_on",
    )


# Days that are read from what is recorded


def decided(**where: Any) -> Subquery:
    """Return the day of the first confirmed decision."""
    confirmed = Decision.objects.filter(review=OuterRef("pk"), standing=Standing.CONFIRMED, **where)
    return first_day(confirmed, "review", "decided_on")


def decided_to_review() -> Coalesce:
    """Return the day that starts the report's clock; where none is recorded, that of the stage."""
    return Coalesce(decided(outcome__in=TO_REVIEW), moved_to(Stage.COMMISSIONED))


def first_letter(*kinds: NoticeKind) -> Subquery:
    return first_day(
        Notice.objects.filter(review=OuterRef("pk"), kind__in=kinds), "review", "sent_on"
    )


def moved_to(*stages: Stage, review: str = "pk") -> Subquery:
    """
    Return the day a review first came to one of these stages by a move that still stands.

    review: the column that holds the review's id.
    """
    return first_day(standing_moves(*stages).filter(review=OuterRef(review)), "review", "moved_on")


def passed_on_paper(*stages: Stage, review: str = "pk") -> Exists:
    """
    Match where the review came to one of these stages before this system. Of the steps until
    then, what is not recorded was done, or was done without: nobody is asked for it now.
    """
    moves = standing_moves(*stages).filter(review=OuterRef(review), before_this_system=True)
    return Exists(moves)


def standing_moves(*stages: Stage) -> QuerySet[StageMove]:
    taken_back = StageMove.objects.filter(
        review=OuterRef("review"),
        from_stage=OuterRef("to_stage"),
        is_step_back=True,
        pk__gt=OuterRef("pk"),
    )
    moves = StageMove.objects.filter(to_stage__in=stages, is_step_back=False)
    return moves.filter(~Exists(taken_back))


def first_day(rows: QuerySet[Any], by: str, day: str) -> Subquery:
    """Return the first of the days that rows hold, as a value for each review."""
    return Subquery(rows.order_by().values(by).annotate(first=Min(day)).values("first"))


def lost_the_day() -> Q:
    """Match the adopted reviews whose decision was made on a day that nobody knows."""
    moves = standing_moves(Stage.COMMISSIONED, Stage.NOT_TO_REVIEW)
    return Q(
        Exists(moves.filter(review=OuterRef("pk"), moved_on__isnull=True)),
        ~Exists(Decision.objects.filter(review=OuterRef("pk"), standing=Standing.CONFIRMED)),
    )
