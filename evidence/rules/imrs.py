"""What every rule about an IMR rests on. The same rules serve short reports and summaries."""

from agencies.models import Actor
from evidence.cycle import IMR_CYCLE, ImrState
from evidence.models import IndividualManagementReview
from reviews.access import Refused
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
            f"{imr.author.full_name} had a part in the events, so cannot write the "
            f"{imr.kind.noun}. The agency names somebody else."
        )
