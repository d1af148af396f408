"""What the panel shows on a review's home page."""

from datetime import date

from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from pages.templatetags.dates import date_long
from panels.models import Meeting
from panels.models.process import OPEN
from panels.queries.processes import held_back
from panels.queries.rounds import rounds_for
from reviews import access
from reviews.access import Permission
from reviews.models import Review


def panel(review: Review, reader: User, today: date) -> Card | None:
    """Chair, members, next meeting."""
    if not access.has(reader, Permission.PANEL_READ, on=review):
        return None
    members = list(review.panel_members.seated())
    chair = next((member.full_name for member in members if member.is_chair), "")
    meeting = review.meetings.ahead(today).first()
    return Card(
        "Panel",
        reverse("panels:panel", args=[review.reference]),
        counted(len(members), "member") if members else "Nobody yet",
        [
            f"Independent chair: {chair}" if chair else "No independent chair yet",
            next_meeting(meeting, today) if meeting else "No meeting planned",
        ],
    )


def parallel_processes(review: Review, reader: User, today: date) -> Card | None:
    """Which other proceedings run, and what they hold back."""
    if not access.has(reader, Permission.PANEL_READ, on=review):
        return None
    statuses = list(review.parallel_processes.values_list("status", flat=True))
    running = sum(status in OPEN for status in statuses)
    figure = f"{running} under way or expected" if statuses else "None recorded"
    lines = [f"Holding back {effect}" for effect in held_back(review)] if running else []
    path = reverse("panels:processes", args=[review.reference])
    return Card("Parallel processes", path, figure, lines)


def terms(review: Review, reader: User, today: date) -> Card | None:
    """Which version is agreed, what is drafted, and what is out for agreement."""
    if not access.has(reader, Permission.TERMS_READ, on=review):
        return None
    path = reverse("panels:terms", args=[review.reference])
    versions = list(review.terms_of_reference.all())
    if not versions:
        return Card("Terms of reference", path, "Not written yet")
    agreed = next((version for version in versions if version.is_agreed), None)
    figure = f"{agreed.name} agreed" if agreed else f"{versions[0].name}, draft"
    lines = [f"Agreed on {date_long(agreed.agreed_on)}"] if agreed else []
    if agreed and not versions[0].is_agreed:
        lines.append(f"{versions[0].name} is a draft")
    return Card("Terms of reference", path, figure, lines)


def agreement(review: Review, reader: User, today: date) -> Card | None:
    """Which texts are out for agreement, and how the last one ended."""
    if not access.has(reader, Permission.PANEL_READ, on=review):
        return None
    rounds = rounds_for(review, reader)
    if not rounds:
        return None
    path = reverse("panels:rounds", args=[review.reference])
    running = [line for line in rounds if line.round.is_open]
    lines = [f"{one.round.title}: {one.answered} of {one.asked} answered" for one in running]
    figure = f"{counted(len(running), 'text')} out for agreement" if running else "None open"
    return Card("Agreement", path, figure, lines)


def next_meeting(meeting: Meeting, today: date) -> str:
    at = f" at {meeting.starts:%H:%M}" if meeting.starts else ""
    return f"Next meeting: {date_long(meeting.held_on, today)}{at}"


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
