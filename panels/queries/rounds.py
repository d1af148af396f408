"""Rounds of agreement: which there are, and who is asked."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from agencies.models import User
from panels.access import kinds_readable
from panels.models import AgreementInvitee, AgreementRound, SubjectKind, TermsOfReference
from reviews import access
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


def invitation_of(asked_round: AgreementRound, user: User) -> AgreementInvitee | None:
    """Return what somebody was asked in a round, where they were asked at all."""
    return asked_round.invitees.filter(user=user).first()


def invitee_of_link(token: str, *, today: date) -> AgreementInvitee | None:
    """Return whose secret this is, while the link stands: until the round's last day or close."""
    found = (
        AgreementInvitee.objects.holding(token)
        .select_related("round__review")
        .prefetch_related("answers")
        .first()
    )
    if found is None or not found.round.is_open or found.round.is_over(today):
        return None
    is_held = found.email.lower() in access.held_addresses(found.round.review)
    return None if is_held else found
