"""May somebody be asked, may they answer, and may it end: raises Refused in words fit to show."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.utils.timezone import localdate

from agencies.models import Actor, User
from availability.models import Can, DatesPoll, OfferedDay, PollInvitee
from panels.rules.meetings import check_when
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

CLOSED = "This poll is closed."
LINK_CLOSED = "This link is no longer open."


@dataclass(frozen=True)
class Offer:
    """A day on which the panel could meet, with its times by the clock in London."""

    held_on: date
    starts: time | None = None
    ends: time | None = None


def check_can_run(actor: Actor, review: Review) -> None:
    """Refuse polls to whoever may not plan a meeting, or after the review ended."""
    access.require(actor, Permission.PANEL_WRITE, on=review)
    rules.check_is_open(review)


def check_days(review: Review, offers: Sequence[Offer], closing_on: date, *, today: date) -> None:
    """Refuse days among which there is nothing to choose, or on which nobody could meet."""
    if len(offers) < 2:
        raise Refused("Offer at least 2 days, so that people can choose")
    if len({(offer.held_on, offer.starts) for offer in offers}) != len(offers):
        raise Refused("The same day and time stands here twice. Offer it once")
    for offer in offers:
        if offer.held_on <= today:
            raise Refused("Every day must be in the future")
        check_when(review, offer.held_on, offer.starts, offer.ends, reason="")
    if closing_on < today:
        raise Refused("The last day to answer must be today or later", field="closing_on")
    if closing_on >= min(offer.held_on for offer in offers):
        raise Refused(
            "The last day to answer must be before the first of the days", field="closing_on"
        )


def check_people(emails: Sequence[str]) -> None:
    """Refuse a poll that asks nobody, or somebody twice."""
    if not emails:
        raise Refused("Choose who is asked")
    if len({email.lower() for email in emails}) != len(emails):
        raise Refused("Two people have the same email address. Ask each person once")


def check_is_open(poll: DatesPoll) -> None:
    rules.check_is_open(poll.review)
    if not poll.is_open:
        raise Refused(CLOSED)


def check_takes_answers(poll: DatesPoll, *, today: date) -> None:
    check_is_open(poll)
    if poll.is_over(today):
        raise Refused(
            "The last day to answer is past. Ring the person who runs the review: they can still "
            "enter your answer."
        )


def check_can_answer(actor: User, invitee: PollInvitee, *, today: date) -> None:
    """Refuse an answer on the page by anybody but the person asked, or after the last day."""
    access.require(actor, Permission.PANEL_READ, on=invitee.poll.review)
    if invitee.user_id != actor.pk:
        raise Refused("You were not asked in this poll.")
    check_takes_answers(invitee.poll, today=today)


def check_choices(poll: DatesPoll, choices: Mapping[int, str]) -> None:
    """Refuse an answer that leaves out a day, or says something else of it."""
    if set(choices) != set(poll.days.values_list("pk", flat=True)):
        raise Refused("Answer for each of the days")
    if not set(choices.values()) <= set(Can.values):
        raise Refused("Choose one of the answers for each day")


def check_link_stands(invitee: PollInvitee, *, today: date) -> None:
    """
    Refuse a link that was taken back, after its last day or the end of the review, once the poll
    is closed without a meeting, or of somebody who left the panel or whose access is held.
    """
    poll = invitee.poll
    rules.check_is_open(poll.review)
    link = invitee.link
    if link is None or not link.is_open(today) or not (poll.is_open or poll.meeting_id):
        raise Refused(LINK_CLOSED)
    if invitee.has_left or is_held(invitee, access.held_addresses(poll.review)):
        raise Refused(LINK_CLOSED)


def is_held(invitee: PollInvitee, held: Collection[str]) -> bool:
    """Test whether nothing is sent to somebody: a link would go round the hold on their access."""
    return invitee.email.lower() in held


def was_reminded(invitee: PollInvitee, *, on: date) -> bool:
    return invitee.reminded_at is not None and localdate(invitee.reminded_at) == on


def check_some_left_to_remind(waiting: Collection[PollInvitee], *, today: date) -> None:
    """Refuse a second reminder in a day: a button that is pressed twice would send it."""
    if waiting and all(was_reminded(one, on=today) for one in waiting):
        raise Refused("Everybody who has not answered was reminded today. Try again tomorrow.")


def check_given_on(poll: DatesPoll, given_on: date, *, today: date) -> None:
    """Refuse to enter an answer for somebody that they cannot have given on that day."""
    rules.check_possible_on(given_on, field="given_on", called="The answer", today=today)
    if given_on < poll.opened_on:
        raise Refused("They were asked only after that day", field="given_on")


def check_day(poll: DatesPoll, day: OfferedDay, *, today: date) -> None:
    """Refuse to choose a day that nobody was asked about, or that is over."""
    if day.poll_id != poll.pk:
        raise Refused("Choose one of the days that were offered")
    if day.held_on < today:
        raise Refused("This day is past. Choose another one, or close the poll without a meeting.")


def check_reason(because: str) -> None:
    if not because.strip():
        raise Refused("Say why no meeting comes of it", field="because")
