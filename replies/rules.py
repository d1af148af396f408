"""What may be done with a reply, and when."""

from datetime import date

from replies.models import IncomingReply, ReplyKind
from reviews.access import Refused
from reviews.models import AgencyInvolvement

NOT_SAID = "Not said in its reply"


def check_can_settle(reply: IncomingReply) -> None:
    """Refuse to decide twice about a reply, or about one that nobody could read yet."""
    if reply.is_settled:
        raise Refused("This reply was confirmed already. Load the page again.")
    if not reply.is_read:
        raise Refused("This file is still being checked for malware. Try again in a minute.")


def check_is_whole(
    reply: IncomingReply, kind: ReplyKind, part: AgencyInvolvement | None, given_on: date | None
) -> None:
    """Refuse to record a reply of which agency, kind or day is open."""
    if kind == ReplyKind.UNCLEAR:
        raise Refused("Say what kind of reply it is", field="kind")
    if kind == ReplyKind.ASIDE:
        return
    if part is None or part.review_id != reply.review_id:
        raise Refused("Choose the agency it comes from", field="part")
    if kind.is_answer and given_on is None:
        raise Refused("Enter the day of the reply", field="given_on")


def check_can_bring_back(reply: IncomingReply) -> None:
    """Refuse to bring back what is recorded as an answer: answers are superseded, not removed."""
    if not reply.is_settled:
        raise Refused("This reply waits to be confirmed already.")
    if reply.scoping_return_id:
        raise Refused("It is recorded as an answer. Record a later answer of the agency instead.")
