"""What terms of reference and rounds ask of a person, for the first page of everyone."""

from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from agencies.models import User
from panels.models import (
    AgreementAnswer,
    AgreementInvitee,
    AgreementRound,
    AnswerKind,
    TermsOfReference,
)
from panels.queries.work import held
from reviews.access import Permission
from reviews.lifecycle import ENDED, Stage
from reviews.models import Review
from reviews.queries.work import WorkItem


def texts_to_answer(user: User, today: date) -> list[WorkItem]:
    """Rounds in which somebody is asked and has not answered."""
    asked = (
        AgreementInvitee.objects.unanswered()
        .filter(user=user, round__closed_on__isnull=True)
        .filter(round__review__in=held(user, Permission.AGREEMENT_GIVE))
        .exclude(round__review__stage__in=ENDED)
        .select_related("round__review")
        .order_by("round__closing_on", "pk")
    )
    return [
        WorkItem(
            what=f"Answer whether you agree: {one.round.title.lower()}",
            why=f"You were asked. {one.round.get_silence_display()}",
            href=reverse("panels:give-answer", args=[one.round.review.reference, one.round_id]),
            review_id=one.round.review_id,
            reference=one.round.review.reference,
            due_on=one.round.closing_on,
        )
        for one in asked
    ]


def rounds_to_close(user: User, today: date) -> list[WorkItem]:
    """Rounds whose last day is past, or in which everybody has answered."""
    waiting = AgreementInvitee.objects.unanswered().filter(round=OuterRef("pk"))
    rounds = (
        AgreementRound.objects.open()
        .filter(Q(closing_on__lt=today) | ~Exists(waiting))
        .filter(review__in=held(user, Permission.AGREEMENT_RECORD))
        .exclude(review__stage__in=ENDED)
        .select_related("review")
        .order_by("closing_on", "pk")
    )
    return [
        WorkItem(
            what=f"Close the round: {found.title.lower()}",
            why="The last day to answer is past"
            if found.is_over(today)
            else "Everybody has answered",
            href=found.get_absolute_url(),
            review_id=found.review_id,
            reference=found.review.reference,
            due_on=found.closing_on,
        )
        for found in rounds
    ]


def objections_to_settle(user: User, today: date) -> list[WorkItem]:
    """Objections that stand and that nobody has said anything about, one line for each round."""
    later = AgreementAnswer.objects.filter(
        invitee=OuterRef("invitee"), recorded_at__gt=OuterRef("recorded_at")
    )
    unsettled = AgreementAnswer.objects.filter(
        ~Exists(later),
        answer=AnswerKind.OBJECT,
        disposition__isnull=True,
        invitee__round=OuterRef("pk"),
    )
    rounds = (
        AgreementRound.objects.filter(
            Exists(unsettled), review__in=held(user, Permission.AGREEMENT_RECORD)
        )
        .exclude(review__stage__in=ENDED)
        .select_related("review")
        .order_by("closing_on", "pk")
    )
    return [
        WorkItem(
            what=f"Settle what was objected to: {found.title.lower()}",
            why="Every objection gets an answer",
            href=found.get_absolute_url(),
            review_id=found.review_id,
            reference=found.review.reference,
            due_on=found.closing_on,
        )
        for found in rounds
    ]


def terms_to_agree(user: User, today: date) -> list[WorkItem]:
    """Reviews with a panel and without terms of reference that are agreed."""
    agreed = TermsOfReference.objects.agreed().filter(review=OuterRef("pk"))
    reviews = (
        Review.objects.filter(~Exists(agreed), pk__in=held(user, Permission.TERMS_WRITE))
        .filter(stage=Stage.PANEL_FORMED)
        .order_by("pk")
    )
    return [
        WorkItem(
            what="Have the terms of reference agreed",
            why="The panel is formed; evidence is asked for under them",
            href=reverse("panels:terms", args=[review.reference]),
            review_id=review.pk,
            reference=review.reference,
        )
        for review in reviews
    ]
