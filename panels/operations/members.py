"""Seat people on the panel, admit them to the review, and let them go."""

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels import access as seats
from panels.models import PanelMember, PanelPart, ShownAs, Standing
from panels.rules import members as rules
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement, Review
from reviews.operations import admission


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Who sits on the panel, as what, and for whom."""

    part: str
    full_name: str
    is_voting: bool
    writes_report: bool = False
    job_title: str = ""
    involvement: AgencyInvolvement | None = None
    organisation: str = ""
    specialist_knowledge: str = ""
    shown_as: str = ShownAs.NAME
    joined_on: date | None = None
    unusual_reason: str = ""
    also_for: list[str] = field(default_factory=list)
    standing: str = Standing.SEATED
    invited_on: date | None = None
    not_seated_because: str = ""


@transaction.atomic
def add_member(
    *, review: Review, seat: Seat, email: str = "", today: date, by: Actor, at: datetime
) -> PanelMember:
    """
    Seat somebody on the panel; with an email address, admit them to the review too.

    Raises Refused without the right, for a second independent chair, for an impossible day, or
    where the email cannot be admitted: then nobody is seated either.
    """
    rules.check_can_write(by, review)
    member = PanelMember(review=review, recorded_at=at, recorded_by=person_behind(by))
    _write(member, seat, today=today)
    _record("panel.member_added", member, by=by, at=at)
    if email:
        admit_member(member=member, email=email, today=today, by=by, at=at)
    return member


@transaction.atomic
def change_member(
    *, member: PanelMember, seat: Seat, today: date, by: Actor, at: datetime
) -> PanelMember:
    """
    Correct what is recorded of a member. Another part or agency opens other pages to them.

    Raises Refused as `add_member` does, and to somebody who may not admit people where the change
    would open or close something.
    """
    rules.check_can_write(by, member.review)
    before = PanelMember.objects.select_related("review", "involvement", "user").get(pk=member.pk)
    _write(member, seat, today=today)
    if seats.opened_by(before) != seats.opened_by(member) and not member.has_left:
        access.require(by, Permission.ACCESS_MANAGE, on=member.review)
        seats.take_away(before, by=by, at=at)
        seats.give(member, today=today, by=by, at=at)
    _record("panel.member_changed", member, by=by, at=at)
    return member


@transaction.atomic
def admit_member(
    *, member: PanelMember, email: str, today: date, by: Actor, at: datetime
) -> PanelMember:
    """
    Admit a member to what their seat opens, by email. Somebody new gets a link to an account.

    Raises Refused without the right to admit, for a member who has left or has an account, or
    for a part that opens nothing.
    """
    rules.check_can_admit(by, member)
    membership = admission.admit_by_email(
        email=email,
        full_name=member.full_name,
        role=seats.ROLE_OF_PART[member.part],
        to=member.review,
        today=today,
        by=by,
        at=at,
    )
    member.user = membership.user
    member.save(update_fields=["user"])
    seats.give(member, today=today, by=by, at=at)
    return member


@transaction.atomic
def leave_panel(
    *,
    member: PanelMember,
    left_on: date,
    because: str,
    handover: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> PanelMember:
    """
    Record that somebody left the panel. What their seat opened closes at once.

    Raises Refused without the right, or for an impossible day.
    """
    rules.check_can_write(by, member.review)
    rules.check_left(member, left_on, today=today)
    member.left_on, member.left_because, member.handover = left_on, because, handover
    member.save(update_fields=["left_on", "left_because", "handover"])
    seats.take_away(member, by=by, at=at)
    _record("panel.member_left", member, by=by, at=at)
    return member


def _write(member: PanelMember, seat: Seat, *, today: date) -> None:
    rules.check_one_chair(member.review, seat.part, but=member)
    rules.check_joined(member, seat.part, seat.joined_on, seat.unusual_reason, today=today)
    rules.check_agency(member.review, seat.involvement)
    rules.check_standing(member, seat.part, seat.standing, seat.joined_on, seat.not_seated_because)
    for name, value in vars(seat).items():
        setattr(member, name, value)
    if member.part == PanelPart.OVERVIEW_AUTHOR:
        member.writes_report = False  # the part says so already
    member.save()


def _record(event: str, member: PanelMember, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=member.review.reference,
        member_id=member.pk,
        part=member.part,
    )
