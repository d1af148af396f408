"""Answer in a round, on the page, by link or for somebody; and settle what was objected to."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, User, person_behind
from audit import trail
from audit.models import ActorKind
from panels.models import AgreementAnswer, AgreementDisposition, AgreementInvitee
from panels.operations.invitations import record, tell_of_entry
from panels.operations.rounds import locked
from panels.queries.tally import own_answer
from panels.rules import rounds as rules


@transaction.atomic
def give_answer(
    *, invitee: AgreementInvitee, answer: str, comment: str = "", by: User, at: datetime
) -> AgreementAnswer:
    """
    Answer on the page, as the person who was asked. Later answers stand in place of earlier ones.

    Raises Refused to anybody else, after the close, or for an objection without words.
    """
    invitee.round = locked(invitee.round)
    rules.check_can_answer(by, invitee)
    rules.check_answer(answer, comment)
    given = invitee.answers.create(answer=answer, comment=comment, recorded_at=at, recorded_by=by)
    record("agreement.answered", invitee.round, by=by, at=at, invitee_id=invitee.pk, answer=answer)
    return given


@transaction.atomic
def answer_by_link(
    *, invitee: AgreementInvitee, answer: str, comment: str = "", today: date, at: datetime
) -> AgreementAnswer:
    """
    Answer by a secret link, without an account.

    Raises Refused where the link no longer stands, or for an objection without words.
    """
    invitee.round = locked(invitee.round)
    rules.check_link_stands(invitee, today=today)
    rules.check_answer(answer, comment)
    given = invitee.answers.create(answer=answer, comment=comment, by_link=True, recorded_at=at)
    trail.record(
        "agreement.answered",
        by=ActorKind.SIGNED_OUT,
        at=at,
        review_ref=invitee.round.review.reference,
        round_id=invitee.round_id,
        invitee_id=invitee.pk,
        answer=answer,
    )
    return given


@transaction.atomic
def record_answer(
    *,
    invitee: AgreementInvitee,
    answer: str,
    comment: str = "",
    entered_because: str = "",
    provenance: dict[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> AgreementAnswer:
    """
    Enter an answer that came by email, telephone, post or in a meeting, and email whoever gave it
    that it was entered. A late one is kept, and so is one that comes after the close, which no
    longer counts.

    entered_because: why it stands in place of what they answered themselves, where they did.
    provenance: the fields of `documents.models.Provenance`.

    Raises Refused without the right, for an impossible day, for an objection without words, or
    without a reason in place of their own answer.
    """
    invitee.round = locked(invitee.round)
    rules.check_can_run(by, invitee.round.review)
    own = own_answer(invitee)
    rules.check_can_enter(
        invitee, provenance["given_on"], own=own, because=entered_because, today=today
    )
    rules.check_answer(answer, comment)
    given = invitee.answers.create(
        answer=answer,
        comment=comment,
        entered_because=entered_because.strip() if own else "",
        recorded_at=at,
        recorded_by=person_behind(by),
        **provenance,
    )
    tell_of_entry(invitee, by=by, at=at)
    record(
        "agreement.answer_recorded",
        invitee.round,
        by=by,
        at=at,
        invitee_id=invitee.pk,
        answer=answer,
    )
    return given


@transaction.atomic
def settle(
    *, answer: AgreementAnswer, kind: str, words: str, by: Actor, at: datetime
) -> AgreementDisposition:
    """
    Say what becomes of an objection or a comment, and why; again, to say it differently. It does
    not change the outcome of a round that is closed.

    Raises Refused without the right or a reason, or for plain agreement.
    """
    asked_round = answer.invitee.round
    rules.check_can_run(by, asked_round.review)
    rules.check_can_settle(answer, words)
    settled, _ = AgreementDisposition.objects.update_or_create(
        answer=answer,
        defaults={
            "kind": kind,
            "words": words,
            "recorded_at": at,
            "recorded_by": person_behind(by),
        },
    )
    record("agreement.settled", asked_round, by=by, at=at, answer_id=answer.pk, kind=kind)
    return settled
