"""Put days to people, remind those who have not answered, and take a link back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from audit import trail
from availability import rules
from availability.models import DatesPoll, PollInvitee
from availability.rules import Offer
from guests.operations import links
from messaging import post
from panels.operations.rounds import Invited
from panels.rules.rounds import check_nobody_is_held
from panels.rules.terms import check_gives_nobody_away
from reviews import access
from reviews.access import Permission
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """How the panel would meet, until when people answer, and what they should know."""

    closing_on: date
    mode: str
    place: str = ""
    note: str = ""


@transaction.atomic
def open_poll(
    *,
    review: Review,
    proposal: Proposal,
    offers: Sequence[Offer],
    people: Sequence[Invited],
    today: date,
    by: Actor,
    at: datetime,
) -> DatesPoll:
    """
    Ask people when they can come, and email each: those who open the panel's pages a link to the
    poll, others a secret link of their own.

    Raises Refused without the right, for days among which nothing can be chosen, where nobody or
    somebody twice is asked, for one whose access is held, or for words that give somebody away:
    people without an account read them.
    """
    rules.check_can_run(by, review)
    rules.check_days(review, offers, proposal.closing_on, today=today)
    emails = [one.email for one in people]
    rules.check_people(emails)
    check_nobody_is_held(review, emails)
    shown = {"Note": proposal.note, "Where": proposal.place}
    check_gives_nobody_away(findings(shown, register_of(review)))
    poll = DatesPoll.objects.create(
        review=review,
        **vars(proposal),
        opened_on=today,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    for offer in offers:
        poll.days.create(**vars(offer))
    accounts = accounts_on_the_page(review, emails)
    for one in people:
        invitee = PollInvitee(
            poll=poll, **vars(one), user=accounts.get(one.email.lower()), asked_at=at
        )
        write_to(invitee, "dates_asked", by=by, at=at)
    record("dates.asked", poll, by=by, at=at, people=len(people))
    return poll


@transaction.atomic
def remind(*, poll: DatesPoll, today: date, by: Actor, at: datetime) -> int:
    """
    Email those who have not answered once more, and return how many. A link is replaced by a
    new one; those whose link was taken back, whose access is held, who left the panel since or
    who were reminded today get none.

    Raises Refused without the right, once the last day is past, or for a second time in a day.
    """
    poll = locked(poll)
    rules.check_can_run(by, poll.review)
    rules.check_takes_answers(poll, today=today)
    held = access.held_addresses(poll.review)
    awaited = poll.invitees.awaited().select_related("link", "user")
    waiting = [one for one in awaited if one.can_be_reached and not rules.is_held(one, held)]
    rules.check_some_left_to_remind(waiting, today=today)
    waiting = [one for one in waiting if not rules.was_reminded(one, on=today)]
    for one in waiting:
        one.poll, one.reminded_at = poll, at
        write_to(one, "dates_reminded", by=by, at=at)
    record("dates.reminded", poll, by=by, at=at, people=len(waiting))
    return len(waiting)


@transaction.atomic
def take_back_link(*, invitee: PollInvitee, by: Actor, at: datetime) -> None:
    """Let a secret link open nothing any more, at once. Raises Refused without the right."""
    rules.check_can_run(by, invitee.poll.review)
    if invitee.link:
        links.revoke(link=invitee.link, by=by, at=at)
    record("dates.link_taken_back", invitee.poll, by=by, at=at, invitee_id=invitee.pk)


def accounts_on_the_page(review: Review, emails: Sequence[str]) -> dict[str, User]:
    """Return the people, by email address, who can open the panel's pages."""
    known = User.objects.filter(email__in=[email.lower() for email in emails], is_active=True)
    return {
        user.email: user for user in known if access.has(user, Permission.PANEL_READ, on=review)
    }


def write_to(invitee: PollInvitee, kind: str, *, by: Actor, at: datetime) -> None:
    """Send one email about a poll that is open. Whoever has no account gets a new link."""
    if invitee.user_id is None:
        send_link(f"{kind}_by_link", invitee, until=invitee.poll.closing_on, by=by, at=at)
        return
    invitee.save()
    review = invitee.poll.review
    path = reverse("availability:answer", args=[review.reference, invitee.poll_id])
    post.send(
        kind,
        to=invitee.email,
        review_ref=review.reference,
        path=path,
        by=person_behind(by),
        at=at,
    )


def send_link(kind: str, invitee: PollInvitee, *, until: date, by: Actor, at: datetime) -> None:
    """Email somebody a new link, in the place of an older one."""
    if invitee.link:
        links.revoke(link=invitee.link, by=by, at=at)
    invitee.link = links.send_link(
        kind,
        to=invitee.email,
        review_ref=invitee.poll.review.reference,
        path=lambda secret: reverse("availability:by-link", args=[secret]),
        expires_on=until,
        by=by,
        at=at,
    )
    invitee.save()


def locked(poll: DatesPoll) -> DatesPoll:
    """Return a poll as it stands now, so that an answer and the close cannot cross."""
    return DatesPoll.objects.select_for_update(of=("self",)).get(pk=poll.pk)


def record(event: str, poll: DatesPoll, *, by: Actor, at: datetime, **ids: int) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=poll.review.reference,
        poll_id=poll.pk,
        **ids,
    )
