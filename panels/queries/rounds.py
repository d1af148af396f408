"""Rounds of agreement: which there are, and who is asked."""

from datetime import date

from django.db.models import Count, Q, QuerySet

from agencies.models import User
from panels.access import kinds_readable
from panels.models import AgreementInvitee, AgreementRound, SubjectKind, TermsOfReference
from reviews.models import Review


def rounds_for(review: Review, reader: User) -> QuerySet[AgreementRound]:
    """Return the rounds a reader may see, each with how many were asked and how many answered."""
    answered = Count("invitees", filter=Q(invitees__answers__isnull=False), distinct=True)
    return (
        review.agreement_rounds.filter(subject_kind__in=kinds_readable(reader, review))
        .annotate(asked=Count("invitees", distinct=True), answered=answered)
        .select_related("review")
        .order_by("-opened_on", "-pk")
    )


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
    return found
