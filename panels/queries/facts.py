"""What of a panel starts and meets deadlines: its chair's appointment, its first meeting."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, Subquery

from panels.models import Meeting, PanelMember, PanelPart
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.queries.asking import Question
from reviews.queries.clock import fact
from reviews.queries.facts import decided_to_review, first_day, passed_on_paper, standing_moves


def chair_owed(reviews: Iterable[int]) -> Question:
    """D7: from the confirmed decision to review, to the independent chair's appointment."""
    owed = Review.objects.filter(pk__in=reviews).annotate(chair_on=chair_appointed())
    return fact(
        owed.exclude(passed_on_paper(Stage.PANEL_FORMED), chair_on__isnull=True),
        review="pk",
        started_on=decided_to_review(),
        met_on="chair_on",
    )


def first_meeting_owed(reviews: Iterable[int]) -> Question:
    """D8: from the independent chair's appointment to the first meeting of the panel."""
    meetings = Meeting.objects.filter(review=OuterRef("pk"), called_off_on__isnull=True)
    owed = Review.objects.filter(pk__in=reviews).annotate(
        met_on=first_day(meetings, "review", "held_on")
    )
    return fact(
        owed.exclude(passed_on_paper(Stage.TOR_AGREED), met_on__isnull=True),
        review="pk",
        started_on=chair_appointed(),
        met_on="met_on",
    )


def chair_appointed() -> Subquery:
    """
    Return the day of the first appointment that came to something: a chair who left before the
    panel was formed is still to be found.
    """
    formed = standing_moves(Stage.PANEL_FORMED).filter(review=OuterRef("review"))
    chairs = PanelMember.objects.filter(
        Q(left_on__isnull=True) | Exists(formed.exclude(moved_on__gt=OuterRef("left_on"))),
        review=OuterRef("pk"),
        part=PanelPart.INDEPENDENT_CHAIR,
    )
    return first_day(chairs, "review", "joined_on")
