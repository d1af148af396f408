"""Record what the Home Office says of a round: that it has it, when it meets, and its letter."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from agencies.models import Actor, person_behind
from publications.models import QaLetter, QaReceipt, QaSubmission
from publications.operations.submissions import record
from publications.readers.letters import words_of
from publications.rules import submissions as rules


@transaction.atomic
def record_receipt(
    *,
    submission: QaSubmission,
    received_on: date,
    home_office_reference: str = "",
    board_on: date | None = None,
    provenance: dict[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> QaReceipt:
    """
    Record that the Home Office has a round, under which reference and when its board meets.
    Recording it again puts it right.

    board_on: may lie ahead.
    provenance: the fields of `documents.models.Provenance`.

    Raises Refused without the right, before the round was sent, or for an impossible day.
    """
    rules.check_can_record(by, submission.review)
    rules.check_is_sent(submission)
    rules.check_not_before_sending(
        submission, received_on, field="received_on", called="The receipt", today=today
    )
    if board_on:
        rules.check_not_before_sending(
            submission,
            board_on,
            field="board_on",
            called="The board",
            today=max(today, board_on),
        )
    receipt, _ = QaReceipt.objects.update_or_create(
        submission=submission,
        defaults={
            "received_on": received_on,
            "home_office_reference": home_office_reference,
            "board_on": board_on,
            "recorded_at": at,
            "recorded_by": person_behind(by),
            **provenance,
        },
    )
    record("submission.received", submission, by=by, at=at)
    return receipt


@transaction.atomic
def record_letter(
    *,
    submission: QaSubmission,
    outcome: str,
    text: str = "",
    arrived_on: date | None = None,
    provenance: dict[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> QaLetter:
    """
    Record the Home Office's letter about a round. Recording it again puts it right.

    text: what it says; left open, it is read out of the file where that can be read.
    provenance: whose letter it is, of which day, how it came, and the letter itself.

    Raises Refused without the right, before the round was sent, or for an impossible day.
    """
    rules.check_can_record(by, submission.review)
    rules.check_is_sent(submission)
    days = (("given_on", provenance["given_on"]), ("arrived_on", arrived_on))
    for field, day in days:
        rules.check_not_before_sending(
            submission, day, field=field, called="The letter", today=today
        )
    read = words_of(provenance["original"]) if provenance.get("original") else ""
    said = text.strip() or read
    letter, _ = QaLetter.objects.update_or_create(
        submission=submission,
        defaults={
            "outcome": outcome,
            "arrived_on": arrived_on,
            "text": said,
            "is_typed": bool(said) and said.split() != read.split(),
            "recorded_at": at,
            "recorded_by": person_behind(by),
            **provenance,
        },
    )
    record("submission.letter_recorded", submission, by=by, at=at, outcome=outcome)
    return letter
