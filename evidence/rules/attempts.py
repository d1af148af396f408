"""When somebody may still try to get an answer out of an agency, and what must be said of it."""

from dataclasses import dataclass
from datetime import date

from evidence.models import ReturnKind, ScopingRequest, ScopingRoute
from reviews.access import Refused
from reviews.models import AgencyInvolvement

# What an agency may have said, or have had said of it, and be tried again.
UNSATISFYING = frozenset({ReturnKind.REFUSED, ReturnKind.NO_RESPONSE, ReturnKind.NOT_PURSUED})


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """
    One attempt: when, how, by whom and with whom, and what it led to.

    escalated_to: the post and body it was taken up to; empty for another try with the same people.
    """

    chased_on: date
    route: str
    note: str
    tried_by: str = ""
    tried_whom: str = ""
    escalated_to: str = ""


def check_can_try(part: AgencyInvolvement) -> ScopingRequest:
    """Return the letter that is unanswered. Refuse where there is none, or it is answered."""
    request = part.scoping_requests.last()
    if request is None:
        raise Refused("This agency has not been asked yet. Record how it was asked first.")
    answer = request.returns.last()
    if answer and answer.kind not in UNSATISFYING:
        raise Refused("This agency has answered. To ask for more, write to it again.")
    return request


def check_attempt(attempt: Attempt) -> None:
    """Refuse an attempt of which nobody says what came of it, or that is an email from here."""
    if attempt.route == ScopingRoute.EMAIL:
        raise Refused("An email from here is sent with Remind, which records it", field="route")
    if not attempt.note.strip():
        raise Refused("Say what came of it, were it nothing", field="note")
