"""What every rule about an IMR rests on. The same rules serve short reports and summaries."""

from agencies.models import Actor
from evidence.cycle import IMR_CYCLE, ImrState
from evidence.models import IndividualManagementReview
from reviews.access import Refused
from reviews.models import Judged
from reviews.state_machine import TransitionRefused


def check_move(imr: IndividualManagementReview, to: ImrState) -> None:
    """Refuse a move that the cycle does not have."""
    try:
        IMR_CYCLE.find(imr.state, to)
    except TransitionRefused as refusal:
        raise Refused(str(refusal)) from refusal


def is_author(actor: Actor, imr: IndividualManagementReview) -> bool:
    return bool(imr.author and imr.author.user_id and imr.author.user == actor)


def check_is_author(actor: Actor, imr: IndividualManagementReview) -> None:
    """Refuse somebody of the agency who is not named as the author."""
    if imr.author is None:
        raise Refused("First confirm who writes it, and that they are independent.")
    if not is_author(actor, imr):
        raise Refused(
            f"{imr.author.full_name} is named as the author. Whoever takes over confirms first "
            "that they are independent."
        )


def check_author_may_write(imr: IndividualManagementReview) -> None:
    """Refuse an IMR by nobody, or by somebody who had a part in the events."""
    if imr.author is None:
        raise Refused("First confirm who writes it, and that they are independent.")
    if not imr.author_may_write:
        raise Refused(
            f"{imr.author.full_name} {why_not(imr)}, so cannot write the {imr.kind.noun}. "
            "The agency names somebody else."
        )


def why_not(imr: IndividualManagementReview) -> str:
    declined = imr.author and imr.author.judged_for(imr.kind) == Judged.DECLINED
    return "has a connection that was declined" if declined else "had a part in the events"


def check_author_is_independent(imr: IndividualManagementReview) -> None:
    """Refuse a report whose author's connection nobody has decided on, besides the above."""
    check_author_may_write(imr)
    if imr.author and not imr.author.judged_for(imr.kind).lets_act:
        raise Refused(
            f"{imr.author.full_name} declared a connection, and the chair of the partnership has "
            "not accepted it yet."
        )
