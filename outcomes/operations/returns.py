"""Sign a six-month return off for an agency, and send one back with a question."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from actionplans.models import Action
from actionplans.operations.progress import Report, report_progress
from agencies.models import Actor, person_behind
from audit import trail
from outcomes import rules
from outcomes.models import (
    ReturnAnswer,
    ReturnLine,
    ReturnQuestion,
    ReturnSignOff,
    SixMonthReturn,
)
from outcomes.models.six_month_return import print_of
from reviews.access import Refused

AS_BEFORE = "As before: confirmed in the six-month return."


@dataclass(frozen=True, kw_only=True)
class Said:
    """
    What the agency says of one line.

    claims: the status it claims; empty where that stays as it was.
    words: what was done, or why not. Without either the line stands as before.
    on: the day it is true of; where it is done, the day it was done.
    read: the print of the words that they answer, as `ReturnLine.words_now`. Empty where they
    read no others than those of the return.
    """

    line: ReturnLine
    on: date
    claims: str = ""
    words: str = ""
    read: str = ""

    @property
    def is_as_before(self) -> bool:
        return not self.claims and not self.words.strip()

    @property
    def report(self) -> Report:
        words = AS_BEFORE if self.is_as_before else self.words
        return Report(on=self.on, words=words, claims=self.claims)


@dataclass(frozen=True, kw_only=True)
class SignedBy:
    full_name: str
    job_title: str
    signed_off_on: date


@transaction.atomic
def sign_off(
    *,
    returned: SixMonthReturn,
    said: Sequence[Said],
    signed: SignedBy,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> ReturnSignOff:
    """
    Record what an agency says of all its actions at once, with who answers for it. Each answer is
    an entry in the log of its action, and changes its status where it claims another.

    provenance: the fields of `documents.models.Provenance`; empty where the agency's own people
    sign on the page.

    Raises Refused to anybody else, for a return that waits for nothing, where an action is left
    out, where what is asked has changed since they read it, and where a line cannot be reported
    so: its field is then that of `field_of`.
    """
    returned = held(returned)
    rules.check_can_sign_off(by, returned, is_entered_for_them=bool(provenance))
    check_day(signed.signed_off_on, today=today)
    hold_actions(returned)
    answered = {one.line.pk: one for one in said}
    for line in lines_to_answer(returned):
        if line.pk not in answered:
            raise Refused("Answer for every action of the return")
        check_words_read(line, answered[line.pk].read)
    made = ReturnSignOff.objects.create(
        six_month_return=returned,
        recorded_at=at,
        recorded_by=person_behind(by),
        **vars(signed),
        **provenance,
    )
    for one in said:
        answer(made, one, provenance=provenance, today=today, by=by, at=at)
    record("return.signed_off", returned, by=by, at=at)
    return made


def answer(
    made: ReturnSignOff,
    one: Said,
    *,
    provenance: Mapping[str, Any],
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    if one.line.action is None:
        raise Refused("An action of this return was taken out of the plan meanwhile. Look again.")
    try:
        note = report_progress(
            action=one.line.action,
            report=one.report,
            provenance=provenance,
            today=today,
            by=by,
            at=at,
        )
    except Refused as refusal:
        said = f"Action {one.line.numbers}: {refusal}"
        raise Refused(said, field=field_of(one.line, refusal.field)) from refusal
    ReturnAnswer.objects.create(
        sign_off=made, line=one.line, note=note, is_as_before=one.is_as_before
    )


@transaction.atomic
def send_back(
    *, returned: SixMonthReturn, words: str, today: date, by: Actor, at: datetime
) -> ReturnQuestion:
    """
    Send a signed return back with a question. It waits for the agency again.

    Raises Refused without the right, for what is not signed off, and without a question.
    """
    returned = held(returned)
    sign_off = rules.check_can_send_back(by, returned)
    if not words.strip():
        raise Refused("Enter the question", field="words")
    question = ReturnQuestion.objects.create(
        sign_off=sign_off,
        words=words.strip(),
        asked_on=today,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("return.sent_back", returned, by=by, at=at)
    return question


def held(returned: SixMonthReturn) -> SixMonthReturn:
    """Return a return for changing, held until the transaction ends."""
    rows = SixMonthReturn.objects.select_for_update(of=("self",))
    rows = rows.select_related("involvement__review__partnership", "involvement__agency")
    return rows.prefetch_related("sign_offs__question").get(pk=returned.pk)


def lines_to_answer(returned: SixMonthReturn) -> list[ReturnLine]:
    """Return the lines whose actions the agency still leads, and that are not finished."""
    lines = returned.lines.select_related("action__recommendation__review", "action__lead")
    return [line for line in lines if line.is_to_answer]


def hold_actions(returned: SixMonthReturn) -> None:
    """Keep what is asked as it stands until the return is signed."""
    rows = Action.objects.filter(return_lines__six_month_return=returned).order_by("pk")
    list(rows.select_for_update(of=("self",)).values_list("pk"))


def check_words_read(line: ReturnLine, read: str) -> None:
    """Refuse an answer to other words than those that stand in the plan now."""
    if (read or print_of(line)) != line.words_now:
        raise Refused(
            f"What is asked of action {line.numbers} has changed since you opened this page. "
            "Read it again, and say how it stands.",
            field=field_of(line, "words"),
        )


def check_day(day: date, *, today: date) -> None:
    if day > today:
        raise Refused("The day it was signed must be today or in the past", field="signed_off_on")


def field_of(line: ReturnLine, name: str) -> str:
    """Return what the form calls a field of a line."""
    return f"{name or 'words'}_{line.pk}"


def record(event: str, returned: SixMonthReturn, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=returned.involvement.review.reference,
        return_id=returned.pk,
        involvement_id=returned.involvement_id,
    )
