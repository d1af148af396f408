"""Write to those who are asked in a round: the first time, as a reminder, and no longer."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from audit import trail
from guests.models import new_secret, secret_hash
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
    new one; those whose link was taken back, or whose access is held, get none.

    Raises Refused without the right, or once the last day is past.
    """
    rules.check_can_run(by, asked_round.review)
    rules.check_can_remind(asked_round, today=today)
    held = access.held_addresses(asked_round.review)
    waiting = [
        one
        for one in people_of(asked_round)
        if not one.current and one.can_be_reached and one.invitee.email.lower() not in held
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
    invitee.token_sha256 = ""
    invitee.save(update_fields=["token_sha256"])
    record("agreement.link_taken_back", invitee.round, by=by, at=at, invitee_id=invitee.pk)


def accounts_that_may_answer(review: Review, emails: Sequence[str]) -> dict[str, User]:
    """Return the people, by email address, who can answer on the page."""
    known = User.objects.filter(email__in=[email.lower() for email in emails], is_active=True)
    return {
        user.email: user for user in known if access.has(user, Permission.AGREEMENT_GIVE, on=review)
    }


def write_to(invitee: AgreementInvitee, kind: str, *, by: Actor, at: datetime) -> None:
    """Send one email. Whoever has no account gets a new secret, of which we keep the hash."""
    path = invitee.round.get_absolute_url()
    if invitee.user_id is None:
        secret = new_secret()
        invitee.token_sha256 = secret_hash(secret)
        path, kind = reverse("panels:agreement-link", args=[secret]), f"{kind}_by_link"
    invitee.save()
    post.send(
        kind,
        to=invitee.email,
        review_ref=invitee.round.review.reference,
        path=path,
        by=person_behind(by),
        at=at,
    )


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
