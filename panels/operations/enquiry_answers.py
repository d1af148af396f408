"""Answer a line of enquiry, by a day and from a source."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from panels.models import AgreementRound, EnquiryAnswer, KeyLineOfEnquiry, Meeting
from panels.operations.terms import record
from panels.rules import enquiry_answers as rules


@dataclass(frozen=True, kw_only=True)
class Answer:
    """meeting, agreement_round, otherwise: where it comes from; exactly one of them."""

    text: str
    answered_on: date
    meeting: Meeting | None = None
    agreement_round: AgreementRound | None = None
    otherwise: str = ""


@transaction.atomic
def answer_enquiry(
    *, enquiry: KeyLineOfEnquiry, answer: Answer, today: date, by: Actor, at: datetime
) -> EnquiryAnswer:
    """
    Write what the panel has found or concluded on a line by a day. Earlier answers stay.

    enquiry: the line as the version agreed last that has it words it.

    Raises Refused without the right, for a line of a draft, for an impossible day, or where it
    comes from nowhere.
    """
    rules.check_can_answer(by, enquiry)
    review = enquiry.terms.review
    rules.check_day(review, answer.answered_on, today=today)
    rules.check_source(
        review,
        meeting=answer.meeting,
        agreement_round=answer.agreement_round,
        otherwise=answer.otherwise,
    )
    written = EnquiryAnswer.objects.create(
        review=review,
        enquiry=enquiry,
        answered_on=answer.answered_on,
        text=answer.text.strip(),
        meeting=answer.meeting,
        round=answer.agreement_round,
        otherwise=answer.otherwise.strip(),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("terms.line_answered", enquiry.terms, by=by, at=at, answer_id=written.pk)
    return written
