"""Put a text to people until a day, and close the round with its outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from panels.models import (
    AgreementInvitee,
    AgreementRound,
    Meeting,
    PanelMember,
    RoundOutcome,
    Silence,
    TermsOfReference,
)
from panels.operations.invitations import accounts_that_may_answer, record, write_to
from panels.queries.minutes_paper import minutes_as_subject
from panels.queries.subjects import RoundSubject, terms_as_subject
from panels.queries.tally import people_of, tally
from panels.queries.terms import gives_away, published
from panels.rules import rounds as rules
from panels.rules import terms as terms_rules
from panels.rules.meetings import check_has_minutes, check_minutes_are_draft
from reviews.access import Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import findings
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Invited:
    """Somebody to be asked."""

    full_name: str
    email: str
    organisation: str = ""
    member: PanelMember | None = None


@dataclass(frozen=True, kw_only=True)
class Question:
    """How a text is put: until when, what people should know."""

    closing_on: date
    note: str = ""


@transaction.atomic
def open_round(
    *,
    review: Review,
    subject: RoundSubject,
    people: Sequence[Invited],
    question: Question,
    today: date,
    by: Actor,
    at: datetime,
) -> AgreementRound:
    """
    Put a text to people, and email each: those who may answer on the page a link to it, others
    a secret link of their own.

    Raises Refused without the right, where nobody or somebody twice is asked, for a day in the
    past, for a note that gives somebody away, or while a round about the same thing is open.
    """
    rules.check_can_run(by, review)
    emails = [one.email for one in people]
    rules.check_can_open(
        review, subject.kind, subject.key, emails, question.closing_on, today=today
    )
    rules.check_nobody_is_held(review, emails)
    terms_rules.check_gives_nobody_away(findings({"Note": question.note}, register_of(review)))
    asked_round = AgreementRound.objects.create(
        review=review,
        subject_kind=subject.kind,
        subject_key=subject.key,
        label=subject.label,
        version=subject.version,
        sha256=subject.sha256,
        text=subject.text,
        document=subject.document,
        is_sensitive=subject.is_sensitive,
        silence=Silence.NOTHING,
        **vars(question),
        opened_on=today,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    accounts = accounts_that_may_answer(review, emails)
    for one in people:
        invitee = AgreementInvitee(
            round=asked_round, **vars(one), user=accounts.get(one.email.lower()), asked_at=at
        )
        write_to(invitee, "agreement_asked", by=by, at=at)
    record("agreement.asked", asked_round, by=by, at=at, people=len(people))
    return asked_round


@transaction.atomic
def ask_about_terms(
    *,
    terms: TermsOfReference,
    people: Sequence[Invited],
    question: Question,
    today: date,
    by: Actor,
    at: datetime,
) -> AgreementRound:
    """
    Put a draft of the terms of reference to people.

    Raises Refused as `open_round` does, for a version that is agreed, and for a text that could
    never be agreed because it gives somebody away.
    """
    rules.check_can_run(by, terms.review)
    if terms.is_agreed:
        raise Refused("This version is agreed already.")
    terms_rules.check_gives_nobody_away(gives_away(terms.review, published(terms)))
    return open_round(
        review=terms.review,
        subject=terms_as_subject(terms),
        people=people,
        question=question,
        today=today,
        by=by,
        at=at,
    )


@transaction.atomic
def ask_about_minutes(
    *,
    meeting: Meeting,
    people: Sequence[Invited],
    question: Question,
    today: date,
    by: Actor,
    at: datetime,
) -> AgreementRound:
    """
    Put draft minutes to people. Raises Refused as `open_round` does, for minutes that are
    agreed, and where there are none.
    """
    rules.check_can_run(by, meeting.review)
    meeting = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)  # words stay
    check_minutes_are_draft(meeting)
    check_has_minutes(meeting)
    return open_round(
        review=meeting.review,
        subject=minutes_as_subject(meeting),
        people=people,
        question=question,
        today=today,
        by=by,
        at=at,
    )


@transaction.atomic
def close_round(
    *, asked_round: AgreementRound, today: date, by: Actor, at: datetime
) -> AgreementRound:
    """
    Close a round and say what it came to. Answers that come later are kept but do not count.

    Raises Refused without the right, while people still have time to answer, or while an
    objection is not settled.
    """
    asked_round = locked(asked_round)
    rules.check_can_run(by, asked_round.review)
    people = people_of(asked_round)
    unsettled = [one.invitee.full_name for one in people if one.is_unsettled]
    silent = sum(one.is_awaited for one in people)
    rules.check_can_close(asked_round, silent=silent, unsettled=unsettled, today=today)
    count = tally(people)
    _close(
        asked_round,
        count.outcome(silence_agrees=asked_round.counts_silence),
        count.in_words(silence_agrees=asked_round.counts_silence),
        today=today,
        by=by,
        at=at,
    )
    record("agreement.closed", asked_round, by=by, at=at, outcome=asked_round.outcome)
    return asked_round


@transaction.atomic
def withdraw_round(
    *, asked_round: AgreementRound, reason: str, today: date, by: Actor, at: datetime
) -> AgreementRound:
    """
    End a round that asked the wrong thing or the wrong people. What was answered is kept.

    Raises Refused without the right or a reason, or once it is closed.
    """
    asked_round = locked(asked_round)
    rules.check_can_run(by, asked_round.review)
    rules.check_is_open(asked_round)
    if not reason.strip():
        raise Refused("Say why the round is withdrawn", field="reason")
    _close(asked_round, RoundOutcome.WITHDRAWN, f"Withdrawn: {reason}", today=today, by=by, at=at)
    record("agreement.withdrawn", asked_round, by=by, at=at)
    return asked_round


def locked(asked_round: AgreementRound) -> AgreementRound:
    """Return the round as it stands now, so that an answer and the close cannot cross."""
    return AgreementRound.objects.select_for_update(of=("self",)).get(pk=asked_round.pk)


def _close(
    asked_round: AgreementRound,
    outcome: RoundOutcome,
    words: str,
    *,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    asked_round.outcome, asked_round.outcome_words = outcome, words
    asked_round.closed_on, asked_round.closed_at = today, at
    asked_round.closed_by = person_behind(by)
    asked_round.save()
