"""What of the Home Office and of publication starts and meets deadlines."""

from collections.abc import Iterable

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Greatest, Least, TruncDate

from publications.models import (
    Choice,
    FamilyView,
    PublicationDecision,
    QaLetter,
    QaOutcome,
    QaSubmission,
)
from reviews.lifecycle import Stage
from reviews.models import Notice, NoticeKind, Review, Standing
from reviews.queries.asking import Question
from reviews.queries.clock import fact, numbered
from reviews.queries.facts import first_day, first_letter, moved_to, passed_on_paper

ANSWERED = (Stage.CLEARED, Stage.CLEARED_WITH_CHANGES, Stage.FURTHER_WORK)
OF_LETTER = "submission__review"
ARRIVED = Coalesce("arrived_on", "given_on")


def submission_owed(reviews: Iterable[int]) -> Question:
    """D16: from the sign-off by the partnership to the first round that was sent."""
    rounds = QaSubmission.objects.filter(review=OuterRef("pk"))
    owed = Review.objects.filter(pk__in=reviews).annotate(
        sent_on=first_day(rounds, "review", "submitted_on")
    )
    return fact(
        owed.exclude(passed_on_paper(Stage.HO_SUBMITTED), sent_on__isnull=True),
        review="pk",
        started_on=moved_to(Stage.CSP_SIGNED_OFF),
        met_on="sent_on",
    )


def letter_owed(reviews: Iterable[int]) -> Question:
    """D17: from each round that was sent to the letter about it."""
    rounds = QaSubmission.objects.submitted().filter(review__in=reviews)
    return fact(
        rounds.exclude(passed_on_paper(*ANSWERED, review="review"), letter__isnull=True),
        subject=numbered("round", "round"),
        started_on="submitted_on",
        met_on=Coalesce("letter__arrived_on", "letter__given_on"),
    )


def letter_to_share(reviews: Iterable[int]) -> Question:
    """D18: from each letter to the day when both the family and the panel have it."""
    shared = letters_of(reviews).annotate(
        family_on=shared_on(NoticeKind.QA_LETTER_FAMILY),
        panel_on=shared_on(NoticeKind.QA_LETTER_PANEL),
        both_on=Case(
            When(family_on__isnull=False, panel_on__isnull=False,
                 then=Greatest("family_on", "panel_on")),
        ),
    )  # fmt: skip
    before_here = Q(came_on__lt=TruncDate(f"{OF_LETTER}__recorded_at"))
    return fact(
        shared.exclude(
            before_here, ~Q(**{f"{OF_LETTER}__adopted_reason": ""}), both_on__isnull=True
        ),
        review=f"{OF_LETTER}_id",
        subject=numbered("round", "submission__round"),
        started_on="came_on",
        met_on="both_on",
    )


def revision_owed(reviews: Iterable[int]) -> Question:
    """D19: from each letter that asks for changes to the next round, or to clearance."""
    rounds = QaSubmission.objects.filter(
        review=OuterRef(OF_LETTER), round__gt=OuterRef("submission__round")
    )
    revised = letters_of(reviews).annotate(
        revised_on=Least(
            first_day(rounds, "review", "submitted_on"), moved_to(Stage.CLEARED, review=OF_LETTER)
        )
    )
    return fact(
        revised.exclude(outcome=QaOutcome.CLEARED).exclude(
            passed_on_paper(Stage.CLEARED, review=OF_LETTER), revised_on__isnull=True
        ),
        review=f"{OF_LETTER}_id",
        subject=numbered("round", "submission__round"),
        started_on="came_on",
        met_on="revised_on",
    )


def publication_owed(reviews: Iterable[int]) -> Question:
    """D20: from clearance to publication, or to the decision not to; the family agrees a day."""
    confirmed = Q(standing=Standing.CONFIRMED)
    withheld = Case(When(confirmed, choice=Choice.WITHHOLD, then="decided_on"))
    agreed = Case(When(confirmed, family_view=FamilyView.AGREED, then="planned_on"))
    owed = Review.objects.filter(pk__in=reviews).annotate(
        out_on=Least(moved_to(Stage.PUBLISHED, Stage.WITHHELD), decided_last(withheld))
    )
    return fact(
        owed.exclude(passed_on_paper(Stage.PUBLISHED, Stage.WITHHELD), out_on__isnull=True),
        review="pk",
        started_on=moved_to(Stage.CLEARED),
        agreed_on=decided_last(agreed),
        met_on="out_on",
    )


def published_report_to_send(reviews: Iterable[int]) -> Question:
    """D21: from publication to the letter that sends the Home Office what was published."""
    return letter_after(reviews, Stage.PUBLISHED, NoticeKind.HOME_OFFICE_PUBLISHED)


def copy_to_commissioner(reviews: Iterable[int]) -> Question:
    """
    D22: from clearance to the copy for the Commissioner; D23, in a regime by which the Secretary
    of State has one too.
    """
    return letter_after(reviews, Stage.CLEARED, NoticeKind.COMMISSIONER_COPY)


def letter_after(reviews: Iterable[int], stage: Stage, kind: NoticeKind) -> Question:
    """Return the letter owed from a stage on, unless both may have been before this system."""
    owed = Review.objects.filter(pk__in=reviews).annotate(written_on=first_letter(kind))
    return fact(
        owed.exclude(passed_on_paper(stage), written_on__isnull=True),
        review="pk",
        started_on=moved_to(stage),
        met_on="written_on",
    )


def letters_of(reviews: Iterable[int]) -> QuerySet[QaLetter]:
    """Return the Home Office's letters with the day from which one can act on them."""
    return QaLetter.objects.filter(**{f"{OF_LETTER}__in": reviews}).annotate(came_on=ARRIVED)


def shared_on(kind: NoticeKind) -> Subquery:
    """Return the day from which somebody has a letter: those about earlier rounds do not count."""
    sent = Notice.objects.filter(
        review=OuterRef(OF_LETTER), kind=kind, sent_on__gte=OuterRef("given_on")
    )
    return first_day(sent, "review", "sent_on")


def decided_last(day: Case) -> Subquery:
    """Return a day out of the decision about publication that stands: the last one."""
    decisions = PublicationDecision.objects.filter(review=OuterRef("pk"))
    return Subquery(decisions.annotate(day=day).order_by("-recorded_at", "-pk").values("day")[:1])
