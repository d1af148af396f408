"""Who writes the register of decisions, and what each entry must say."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from agencies.models import Actor
from decisions.models import Forum, RegisterEntry
from panels.models import AgreementRound, Meeting
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import Review

# What is in words, by its field, as its form calls it
WORDED = {"about": "What it is about", "reason": "Why", "prints_at": "Where it prints"}


@dataclass(frozen=True, kw_only=True)
class Decided:
    """
    What was decided and why, who decided it where and when, and where it prints.

    side: of the family compartment, where it says something that only its readers may know.
    """

    kind: str
    about: str
    reason: str
    forum: str
    decided_on: date
    meeting: Meeting | None = None
    round: AgreementRound | None = None
    prints_at: str = ""
    side: str = ""


def check_can_write(actor: Actor, review: Review, *, side: str = "") -> None:
    """Refuse whoever does not run the panel; of the family, whoever may not open its door."""
    if not access.has(actor, Permission.PANEL_WRITE, on=review):
        raise Refused(
            "Your role in this review does not let you write in the register of decisions: the "
            "CSP’s officers, the independent chair and their support do. You can read it.",
            href=reverse("decisions:register", args=[review.reference]),
        )
    if side:
        access.require(actor, Permission.FAMILY_READ, on=review)
    rules.check_is_open(review)


def check_decided(review: Review, decided: Decided, *, today: date) -> None:
    """
    Refuse an impossible day, a forum that is not said or not of this review, and a meeting that
    is still to come or was on another day.
    """
    rules.check_possible_on(
        decided.decided_on, field="decided_on", called="The decision", today=today
    )
    if not decided.side:
        said = {field: getattr(decided, field) for field in WORDED}
        rules.check_names_nobody(review, said, called=WORDED)
    wanted = {Forum.MEETING: decided.meeting, Forum.ROUND: decided.round}
    for forum, place in wanted.items():
        if (decided.forum == forum) != (place is not None):
            raise Refused(f"Choose the {forum.value.lower()}, and none otherwise", field="where")
        if place and place.review_id != review.pk:
            raise Refused("Choose a meeting or a round of this review", field="where")
    if decided.meeting:
        check_decided_at(decided.meeting, decided.decided_on, today=today)


def check_decided_at(meeting: Meeting, decided_on: date, *, today: date) -> None:
    """Refuse a decision at a meeting that was not held, or not on that day."""
    if meeting.is_called_off:
        raise Refused(f"{meeting.name} was called off. Choose another one", field="where")
    if meeting.held_on > today:
        raise Refused(
            f"{meeting.name} is still to come. Choose where it was decided", field="where"
        )
    if meeting.held_on != decided_on:
        day = f"{meeting.held_on.day} {meeting.held_on:%B %Y}"
        raise Refused(f"{meeting.name} was on {day}. Enter that day", field="decided_on")


def check_stands(entry: RegisterEntry) -> None:
    if not RegisterEntry.objects.filter(pk=entry.pk).standing().exists():
        raise Refused("Somebody changed this decision meanwhile. Look at it as it stands now.")
