"""
Record that letters were sent, and what came back. Nothing is sent from here.

Where the review has a record of its own for what a letter does, that record is written by the
operation that always writes it, and meets its deadline there.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from documents.models import Document
from evidence.models import ScopingRequest, ScopingRoute
from evidence.operations import asking
from letters import rules
from letters.models import Letter, LetterKind
from letters.operations.giving import log_what_it_gives
from letters.operations.making import lock, record
from reviews.access import Refused
from reviews.models import Notice, NoticeRoute
from reviews.operations import decisions

SCOPING_ROUTES = {
    NoticeRoute.EMAIL: ScopingRoute.OTHER_EMAIL,
    NoticeRoute.POST: ScopingRoute.POST,
    NoticeRoute.PORTAL: ScopingRoute.PORTAL,
    NoticeRoute.BY_HAND: ScopingRoute.IN_PERSON,
}


@transaction.atomic
def mark_sent(
    *,
    letter: Letter,
    sent_on: date,
    route: str,
    file: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Letter:
    """
    Record that a letter was sent, and by it whatever of the review that is: that somebody was
    told, an agency asked, or the report given to somebody.

    file: what was really sent, where it is not the file that is here.

    Raises Refused without the right, twice, for an impossible day, or for a letter that goes with
    a round which is not sent.
    """
    locked = lock(letter)
    rules.check_can_change(by, locked)
    rules.check_sent(locked, sent_on, today=today)
    locked.sent_file = file or locked.current
    locked.sent_on, locked.route = sent_on, route
    locked.sent_recorded_at, locked.sent_recorded_by = at, person_behind(by)
    log_what_it_gives(locked, today=today, by=by, at=at)
    locked.notice = told(locked, today=today, by=by, at=at)
    locked.scoping_request = asked(locked, today=today, by=by, at=at)
    locked.save()
    record("letter.sent", locked, by=by, at=at)
    return locked


@transaction.atomic
def mark_all_sent(
    *, letters: Sequence[Letter], sent_on: date, route: str, today: date, by: Actor, at: datetime
) -> list[Letter]:
    """Record of several letters that they were sent on one day. Raises Refused for nobody's."""
    if not letters:
        raise Refused("Choose at least one letter.", field="letters")
    return [
        mark_sent(letter=letter, sent_on=sent_on, route=route, today=today, by=by, at=at)
        for letter in letters
    ]


def told(letter: Letter, *, today: date, by: Actor, at: datetime) -> Notice | None:
    """
    Return the notice that a letter is, writing it where none is recorded of that day: letters to
    many agencies on one day are one notice.
    """
    kind = letter.facts.notice
    if kind is None or letter.sent_on is None:
        return None
    there = letter.review.notices.filter(kind=kind, sent_on=letter.sent_on).last()
    return there or decisions.record_notice(
        review=letter.review,
        kind=kind,
        sent_on=letter.sent_on,
        route=letter.route,
        reference=letter.your_reference,
        letter=None if letter.part else letter.sent_file,
        today=today,
        by=by,
        at=at,
    )


def asked(letter: Letter, *, today: date, by: Actor, at: datetime) -> ScopingRequest | None:
    """Return the request to an agency that a letter is, likewise."""
    if letter.kind != LetterKind.SCOPING or letter.part is None or letter.sent_on is None:
        return None
    route = SCOPING_ROUTES.get(NoticeRoute(letter.route))
    if route is None:
        raise Refused("Choose how it reached the agency", field="route")
    there = letter.part.scoping_requests.filter(sent_on=letter.sent_on).last()
    return there or asking.record_letter(
        involvement=letter.part,
        sent_on=letter.sent_on,
        route=route,
        sent_to=letter.addressee.splitlines()[0],
        letter=asking.Letter(
            due_on=letter.answer_by or letter.sent_on, whom_to_ring=letter.whom_to_ring
        ),
        copy=letter.sent_file,
        today=today,
        by=by,
        at=at,
    )


@transaction.atomic
def record_reply(
    *,
    letter: Letter,
    replied_on: date,
    reply: str = "",
    file: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Letter:
    """
    Record what came back to a letter. Recording it again puts it right.

    Raises Refused without the right, before it was sent, for an impossible day, without words or
    file, or where another record of the review holds the answer.
    """
    locked = lock(letter)
    rules.check_can_answer(by, locked)
    rules.check_replied_on(locked, replied_on, today=today)
    file = file or locked.reply_file
    if not (reply.strip() or file):
        raise Refused("Say what they answered, or attach it", field="reply")
    locked.replied_on, locked.reply, locked.reply_file = replied_on, reply.strip(), file
    locked.save(update_fields=["replied_on", "reply", "reply_file"])
    record("letter.answered", locked, by=by, at=at)
    return locked
