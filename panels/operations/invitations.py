"""Write to those who are asked in a round: the first time, as a reminder, and no longer."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from audit import trail
from guests.operations import links
from messaging import post
from panels.models import AgreementInvitee, AgreementRound
from panels.queries.tally import people_of
from panels.rules import rounds as rules
from reviews import access
from reviews.access import Permission
from reviews.models import Review


@transaction.atomic
def remind(*, asked_round: AgreementRound, today: date, by: Actor, at: datetime) -> int:
    """
    Email those who have not answered once more, and return how many. A link is replaced by a
    new one; those whose link was taken back, whose access is held, or who left the panel since
    get none.

    Raises Refused without the right, or once the last day is past.
    """
    rules.check_can_run(by, asked_round.review)
    rules.check_can_remind(asked_round, today=today)
    held = access.held_addresses(asked_round.review)
    waiting = [
        one
        for one in people_of(asked_round)
        if one.is_awaited and one.can_be_reached and one.invitee.email.lower() not in held
    ]
    for one in waiting:
        one.invitee.reminded_at = at
        write_to(one.invitee, "agreement_reminded", by=by, at=at)
    record("agreement.reminded", asked_round, by=by, at=at, people=len(waiting))
    return len(waiting)


@transaction.atomic
def take_back_link(*, invitee: AgreementInvitee, by: Actor, at: datetime) -> None:
    """Let a secret link open nothing any more, at once. Raises Refused without the right."""
    rules.check_can_run(by, invitee.round.review)
    if invitee.link:
        links.revoke(link=invitee.link, by=by, at=at)
    record("agreement.link_taken_back", invitee.round, by=by, at=at, invitee_id=invitee.pk)


def accounts_that_may_answer(review: Review, emails: Sequence[str]) -> dict[str, User]:
    """Return the people, by email address, who can answer on the page."""
    known = User.objects.filter(email__in=[email.lower() for email in emails], is_active=True)
    return {
        user.email: user for user in known if access.has(user, Permission.AGREEMENT_GIVE, on=review)
    }


def write_to(invitee: AgreementInvitee, kind: str, *, by: Actor, at: datetime) -> None:
    """Send one email. Whoever has no account gets a new link, in the place of an older one."""
    ref = invitee.round.review.reference
    if invitee.user_id is None:
        if invitee.link:
            links.revoke(link=invitee.link, by=by, at=at)
        invitee.link = links.send_link(
            f"{kind}_by_link",
            to=invitee.email,
            review_ref=ref,
            path=lambda secret: reverse("panels:agreement-link", args=[secret]),
            expires_on=invitee.round.closing_on,
            by=by,
            at=at,
        )
        invitee.save()
        return
    invitee.save()
    path = invitee.round.get_absolute_url()
    post.send(kind, to=invitee.email, review_ref=ref, path=path, by=person_behind(by), at=at)


def tell_of_entry(invitee: AgreementInvitee, *, by: Actor, at: datetime) -> None:
    """
    Email somebody that an answer was entered for them, so that they can object to one that they
    never gave. It opens nothing that they could not open before.
    """
    review = invitee.round.review
    if invitee.email.lower() in access.held_addresses(review):
        return
    has_page = invitee.user_id is not None
    post.send(
        "agreement_entered" if has_page else "agreement_entered_told",
        to=invitee.email,
        review_ref=review.reference,
        path=invitee.round.get_absolute_url() if has_page else "",
        by=person_behind(by),
        at=at,
    )


@transaction.atomic
def ask_successor(
    *, invitee: AgreementInvitee, email: str, today: date, by: Actor, at: datetime
) -> AgreementInvitee:
    """
    Ask whoever came after somebody who left the panel without an answer, in their place. The
    link of who left opens nothing any more.

    Raises Refused without the right, after the last day, where nobody left or came after them,
    for somebody whose access is held, or twice.
    """
    asked_round = invitee.round
    rules.check_can_run(by, asked_round.review)
    rules.check_can_remind(asked_round, today=today)
    successor = rules.successor_to_ask(invitee)
    rules.check_nobody_is_held(asked_round.review, [email])
    rules.check_asked_once(asked_round, email)
    if invitee.link:
        links.revoke(link=invitee.link, by=by, at=at)
    accounts = accounts_that_may_answer(asked_round.review, [email])
    instead = AgreementInvitee(
        round=asked_round,
        full_name=successor.full_name,
        organisation=successor.body[:200],
        email=email,
        user=accounts.get(email.lower()),
        member=successor,
        in_place_of=invitee,
        asked_at=at,
    )
    write_to(instead, "agreement_asked", by=by, at=at)
    record("agreement.successor_asked", asked_round, by=by, at=at, invitee_id=instead.pk)
    return instead


def record(
    event: str, asked_round: AgreementRound, *, by: Actor, at: datetime, **ids: int | str
) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=asked_round.review.reference,
        round_id=asked_round.pk,
        **ids,
    )
