"""Answer a poll, on the page, by link or for somebody. A later answer replaces an earlier one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from audit.models import ActorKind
from availability import rules
from availability.models import DayAnswer, PollAnswer, PollInvitee
from availability.operations.asking import locked, record


@dataclass(frozen=True, kw_only=True)
class Said:
    """
    What somebody says to all days of a poll.

    choices: a value of `Can` by the id of each day.
    """

    choices: Mapping[int, str]
    remark: str = ""


@transaction.atomic
def give_answer(
    *, invitee: PollInvitee, said: Said, today: date, by: User, at: datetime
) -> PollAnswer:
    """
    Answer on the page, as the person who was asked.

    Raises Refused to anybody else, after the last day, or where a day is left out.
    """
    invitee.poll = locked(invitee.poll)
    rules.check_can_answer(by, invitee, today=today)
    given = _write(invitee, said, recorded_at=at, recorded_by=by)
    record("dates.answered", invitee.poll, by=by, at=at, invitee_id=invitee.pk)
    return given


@transaction.atomic
def answer_by_link(*, invitee: PollInvitee, said: Said, today: date, at: datetime) -> PollAnswer:
    """
    Answer by a secret link, without an account.

    Raises Refused where the link no longer stands, after the last day, or where a day is left out.
    """
    invitee.poll = locked(invitee.poll)
    rules.check_link_stands(invitee, today=today)
    rules.check_takes_answers(invitee.poll, today=today)
    given = _write(invitee, said, by_link=True, recorded_at=at)
    trail.record(
        "dates.answered",
        by=ActorKind.SIGNED_OUT,
        at=at,
        review_ref=invitee.poll.review.reference,
        poll_id=invitee.poll_id,
        invitee_id=invitee.pk,
    )
    return given


@transaction.atomic
def record_answer(
    *,
    invitee: PollInvitee,
    said: Said,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> PollAnswer:
    """
    Enter an answer that came by telephone, email or in a meeting; also after the last day.

    provenance: the fields of `documents.models.Provenance`.

    Raises Refused without the right, once the poll is closed, for an impossible day, or where a
    day is left out.
    """
    invitee.poll = locked(invitee.poll)
    rules.check_can_run(by, invitee.poll.review)
    rules.check_is_open(invitee.poll)
    rules.check_given_on(invitee.poll, provenance["given_on"], today=today)
    given = _write(invitee, said, recorded_at=at, recorded_by=person_behind(by), **provenance)
    record("dates.answer_recorded", invitee.poll, by=by, at=at, invitee_id=invitee.pk)
    return given


def _write(invitee: PollInvitee, said: Said, **how: Any) -> PollAnswer:
    rules.check_choices(invitee.poll, said.choices)
    given = PollAnswer.objects.create(invitee=invitee, remark=said.remark, **how)
    DayAnswer.objects.bulk_create(
        DayAnswer(answer=given, day_id=day_id, can=can) for day_id, can in said.choices.items()
    )
    return given
