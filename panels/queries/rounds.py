"""Rounds of agreement: which there are, and who is asked."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet

from agencies.models import User
from guests.access import link_behind
from panels.access import kinds_readable
from panels.models import (
    AgreementInvitee,
    AgreementRound,
    Meeting,
    SubjectKind,
    TermsOfReference,
)
from reviews.models import Review


@dataclass(frozen=True)
class RoundLine:
    """One round in a list: how many were asked, and how many have answered."""

    round: AgreementRound
    asked: int
    answered: int


def rounds_for(review: Review, reader: User) -> list[RoundLine]:
    """Return the rounds a reader may see, latest first."""
    rounds = review.agreement_rounds.filter(subject_kind__in=kinds_readable(reader, review))
    counts = AgreementInvitee.objects.filter(round__in=rounds).values("round").order_by()
    answered = Count("pk", filter=Q(answers__isnull=False), distinct=True)
    by_round = {
        row["round"]: (row["asked"], row["answered"])
        for row in counts.annotate(asked=Count("pk", distinct=True), answered=answered)
    }
    return [
        RoundLine(found, *by_round.get(found.pk, (0, 0)))
        for found in rounds.select_related("review")
    ]


def rounds_about(terms: TermsOfReference) -> QuerySet[AgreementRound]:
    return AgreementRound.objects.of(SubjectKind.TERMS, terms.pk).filter(review=terms.review_id)


def rounds_about_minutes(meeting: Meeting) -> QuerySet[AgreementRound]:
    return AgreementRound.objects.of(SubjectKind.MINUTES, meeting.pk).filter(
        review=meeting.review_id
    )


def invitation_of(asked_round: AgreementRound, user: User) -> AgreementInvitee | None:
    """Return what somebody was asked in a round, where they were asked at all."""
    return asked_round.invitees.filter(user=user).first()


def invitee_behind(secret: str, *, origin: str, at: datetime) -> AgreementInvitee | None:
    """Return whose link this is, whether or not it is still open; a guess is noted."""
    link = link_behind(secret, origin=origin, at=at)
    found = AgreementInvitee.objects.filter(link=link) if link else AgreementInvitee.objects.none()
    return found.select_related("round__review", "link", "member").first()
