"""
What a seat on the panel opens in the review, for a member who has an account; and the doors to
members, meetings, terms and rounds.
"""

from datetime import date, datetime

from django.db.models import CharField, OuterRef, Subquery
from django.db.models.functions import Cast
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import Actor, User
from panels.models import (
    AgreementRound,
    Meeting,
    PanelMember,
    PanelPart,
    ParallelProcess,
    SubjectKind,
    TermsOfReference,
)
from reviews import access
from reviews.access import Permission, Role
from reviews.models import AgencyInvolvement, Membership, Review

# An observer is told what others choose to tell. The author writes what the chair reads, so has
# the rights of the chair's support, which neither accept nor release.
ROLE_OF_PART: dict[str, Role] = {
    PanelPart.INDEPENDENT_CHAIR: Role.INDEPENDENT_CHAIR,
    PanelPart.OVERVIEW_AUTHOR: Role.REVIEW_SECRETARY,
    PanelPart.PANEL_MEMBER: Role.PANEL_MEMBER,
    PanelPart.ADVISER: Role.ADVISER,
    PanelPart.SECRETARY: Role.REVIEW_SECRETARY,
}


# Whoever may read the thing itself may read what was put to people.
READ_BY: dict[str, Permission] = {
    SubjectKind.TERMS: Permission.TERMS_READ,
    SubjectKind.DRAFT: Permission.DRAFT_READ,
    SubjectKind.SIGN_OFF: Permission.DRAFT_READ,
    SubjectKind.QA_ANSWERS: Permission.QA_READ,
    SubjectKind.MINUTES: Permission.PANEL_READ,
}


def role_of(member: PanelMember) -> Role | None:
    """Return the role that a seat admits to; None for a seat that opens nothing."""
    return ROLE_OF_PART.get(member.part)


def agency_part_of(member: PanelMember) -> AgencyInvolvement | None:
    """Return the agency's part that a seat opens besides the review: a panel member's own."""
    return member.involvement if member.part == PanelPart.PANEL_MEMBER else None


def give(member: PanelMember, *, today: date, by: Actor, at: datetime) -> None:
    """Admit a member to all that the seat opens. Safe to call twice."""
    role = role_of(member)
    if member.user is None or role is None:
        return
    places: list[access.Place] = [member.review]
    if part := agency_part_of(member):
        places.append(part)
    for place in places:
        access.admit(user=member.user, role=role, to=place, from_on=today, by=by, at=at)


def take_away(member: PanelMember, *, by: Actor, at: datetime) -> None:
    """End what the seat opens, but for what another seat of the same person opens too."""
    others = (
        PanelMember.objects.seated()
        .filter(review=member.review, user=member.user)
        .exclude(pk=member.pk)
        .select_related("involvement")
    )
    kept = {key for other in others for key in opened_by(other)}
    ending = opened_by(member) - kept
    standing = Membership.objects.filter(
        user=member.user, review=member.review, removed_at__isnull=True
    ).select_related("user", "group", "review")
    for membership in standing:
        if (membership.role, membership.involvement_id) in ending:
            access.remove(membership=membership, by=by, at=at)


def opened_by(member: PanelMember) -> set[tuple[str, int | None]]:
    """Return the memberships a seat stands for, as role and agency's part."""
    role, part = role_of(member), agency_part_of(member)
    if member.user_id is None or role is None:
        return set()
    return {(role, None), (role, part.pk)} if part else {(role, None)}


def member_or_404(actor: User, reference: str, pk: int, permission: Permission) -> PanelMember:
    """Return a member of a panel for a page. Raises Http404 as `access.review_or_404` does."""
    review = access.review_or_404(actor, reference, permission)
    seats = review.panel_members.select_related("user", "involvement__agency", "successor")
    return get_object_or_404(seats.prefetch_related("declarations"), pk=pk)


def declaring_member_or_404(actor: User, reference: str, pk: int) -> PanelMember:
    """Return a member for their declaration: to themselves, and to whoever runs the panel."""
    member = member_or_404(actor, reference, pk, Permission.PANEL_READ)
    if member.user != actor and not access.has(actor, Permission.PANEL_WRITE, on=member.review):
        raise Http404
    return member


def meeting_or_404(actor: User, reference: str, number: int, permission: Permission) -> Meeting:
    """
    Return a meeting for a page, by its number in the review, with the open round about its
    minutes as `asked_in_round`. Raises Http404 likewise.
    """
    review = access.review_or_404(actor, reference, permission)
    rounds = AgreementRound.objects.open().filter(
        review=OuterRef("review"),
        subject_kind=SubjectKind.MINUTES,
        subject_key=Cast(OuterRef("pk"), CharField()),
    )
    meetings = review.meetings.select_related("minutes", "minutes_agreed_at")
    return get_object_or_404(
        meetings.annotate(asked_in_round=Subquery(rounds.values("pk")[:1])), number=number
    )


def process_or_404(actor: User, reference: str, pk: int, permission: Permission) -> ParallelProcess:
    """Return a parallel process for a page. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, permission)
    return get_object_or_404(review.parallel_processes.prefetch_related("dates"), pk=pk)


def review_with_terms_or_404(actor: User, reference: str) -> Review:
    """Return a review to somebody who reads its terms of reference, drafts or agreed ones only."""
    try:
        return access.review_or_404(actor, reference, Permission.TERMS_READ)
    except Http404:
        return access.review_or_404(actor, reference, Permission.TERMS_READ_PSEUDONYMISED)


def draft_or_404(actor: User, reference: str) -> TermsOfReference:
    """Return the draft of the terms of reference to whoever writes it. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, Permission.TERMS_WRITE)
    return get_object_or_404(review.terms_of_reference.drafts().select_related("review"))


def kinds_readable(actor: User, review: Review) -> list[str]:
    """Return the kinds of text that somebody may read where they were put to people."""
    return [kind for kind, code in READ_BY.items() if access.has(actor, code, on=review)]


def round_or_404(actor: User, reference: str, pk: int, permission: Permission) -> AgreementRound:
    """Return a round to somebody who may also read what it is about. Raises Http404 likewise."""
    review = access.review_or_404(actor, reference, permission)
    readable = review.agreement_rounds.filter(subject_kind__in=kinds_readable(actor, review))
    return get_object_or_404(readable.select_related("document", "closed_by"), pk=pk)
