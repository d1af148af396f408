"""When a line of enquiry may be answered, and from where."""

from datetime import date

from agencies.models import Actor
from panels.models import AgreementRound, KeyLineOfEnquiry, Meeting
from panels.rules.terms import check_can_write
from reviews import rules
from reviews.access import Refused
from reviews.models import Review


def check_can_answer(actor: Actor, enquiry: KeyLineOfEnquiry) -> None:
    """
    Refuse answers by somebody who does not write the terms, after the review ended, and to a line
    of a draft: what is not agreed is not asked yet.
    """
    check_can_write(actor, enquiry.terms.review)
    if not enquiry.terms.is_agreed:
        raise Refused("A line is answered once its terms are agreed.")


def check_day(review: Review, answered_on: date, *, today: date) -> None:
    """Refuse days to come, and days before the death."""
    field, called = "answered_on", "The answer"
    rules.check_possible_on(answered_on, field=field, called=called, today=today)
    rules.check_after_death(review, answered_on, field=field, called=called)


def check_source(
    review: Review,
    *,
    meeting: Meeting | None,
    agreement_round: AgreementRound | None,
    otherwise: str,
) -> None:
    """Refuse an answer from nowhere, from two places, or from another review."""
    if sum(map(bool, (meeting, agreement_round, otherwise.strip()))) != 1:
        raise Refused("Say where the answer comes from", field="where")
    if meeting and meeting.review_id != review.pk:
        raise Refused("Choose a meeting of this review", field="where")
    if agreement_round and agreement_round.review_id != review.pk:
        raise Refused("Choose a round of this review", field="where")
