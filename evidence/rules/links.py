"""Until when somebody without an account can answer by a link, and what they must say of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from evidence.models import ScopingLink
from evidence.models.return_kind import BY_PARTNERSHIP
from guests.rules import CLOSED
from reviews import rules
from reviews.access import Refused, allows

LASTS = timedelta(days=28)  # product default, from the day it is sent
AFTER_DUE = timedelta(days=14)  # or this long after the answer is due, where that is later


@dataclass(frozen=True, kw_only=True)
class Guest:
    """Who answers by a link, as they say themselves."""

    full_name: str
    job_title: str


def last_day(due_on: date, *, today: date) -> date:
    """Return the last day of a link that is sent today."""
    return max(today + LASTS, due_on + AFTER_DUE)


def check_link_stands(link: ScopingLink, *, today: date) -> None:
    """
    Refuse a link that is over, taken back or used; whose letter is answered, or is not the last
    one to the agency; or whose review has ended.
    """
    if not link.link.is_open(today):
        raise Refused(CLOSED)
    request = link.request
    answered = request.returns.exclude(return_kind__in=BY_PARTNERSHIP)
    is_last = request.involvement.scoping_requests.last() == request
    is_running = allows(rules.check_is_open, request.involvement.review)
    if answered.exists() or not (is_last and is_running):
        raise Refused(CLOSED)


@dataclass(frozen=True, kw_only=True)
class MoreTime:
    """That an answer will come later: by when, and why."""

    until_on: date | None
    records_secured: bool
    reason: str


def missing(asked: MoreTime) -> dict[str, str]:
    """Return what a request for more time still lacks, each with the words that ask for it."""
    found = {}
    if asked.until_on is None:
        found["until_on"] = "Enter the day by which you can answer"
    if not asked.reason.strip():
        found["reason"] = "Say why you need more time"
    return found


def check_more_time(asked: MoreTime, *, today: date) -> None:
    """Refuse to ask for time until a day that is past or not said, or without a reason."""
    for field, words in missing(asked).items():
        raise Refused(words, field=field)
    if asked.until_on and asked.until_on <= today:
        raise Refused("The day must be after today", field="until_on")
