"""Who may write an IMR for an agency, and when."""

from collections.abc import Mapping

from agencies.models import Actor
from evidence.models import IndividualManagementReview
from evidence.models.author_declaration import capacity_of
from evidence.rules.imrs import check_author_may_write, check_is_author
from panels.models import ProcessEffect
from panels.rules.holding_back import what_holds_back
from reviews import access, rules
from reviews.access import Permission, Refused


def check_can_declare(
    actor: Actor, imr: IndividualManagementReview, *, is_entered_for_them: bool
) -> None:
    """Refuse a declaration by anybody but the agency's author, unless it is entered for them."""
    rules.check_is_open(imr.involvement.review)
    if is_entered_for_them:
        access.require(actor, Permission.IMR_WRITE, on=imr.involvement.review)
    else:
        access.require_own(actor, Permission.IMR_WRITE, on=imr.involvement)


def check_declaration(
    imr: IndividualManagementReview, answers: Mapping[str, bool], connections: str
) -> None:
    """Refuse a declaration with a question left open, or a connection left unexplained."""
    rules.check_answers(capacity_of(imr.kind), answers, connections=connections)


def check_can_write(actor: Actor, imr: IndividualManagementReview) -> None:
    """
    Refuse to write unless this person writes for the agency, and there is something to write.

    The partnership goes on only with what it entered itself: an agency's own draft is its own.
    """
    rules.check_is_open(imr.involvement.review)
    if not imr.is_wanted:
        raise Refused("Nothing is asked for now. What was written is kept.")
    if access.has_own(actor, Permission.IMR_WRITE, on=imr.involvement):
        check_is_author(actor, imr)
    else:
        check_can_enter(actor, imr)
    check_author_may_write(imr)
    if imr.latest and imr.latest.waits_for_sign_off:
        raise Refused("This version waits for sign-off. Take it back first to change it.")
    if imr.latest and imr.latest.is_signed_off:
        raise Refused("The last version is signed off. Begin another one to change anything.")


def check_can_enter(actor: Actor, imr: IndividualManagementReview) -> None:
    """Refuse to enter anything for an agency whose own author is writing."""
    access.require(actor, Permission.IMR_WRITE, on=imr.involvement.review)
    if imr.draft and not imr.draft.is_on_behalf:
        raise Refused("The agency’s own author is writing. Its draft cannot be entered for it.")


def check_can_begin(actor: Actor, imr: IndividualManagementReview) -> None:
    """Refuse another version while the last one is still open."""
    rules.check_is_open(imr.involvement.review)
    if not imr.is_wanted:
        raise Refused("Nothing is asked for now. What was written is kept.")
    if access.has_own(actor, Permission.IMR_WRITE, on=imr.involvement):
        check_is_author(actor, imr)
    else:
        check_can_enter(actor, imr)
    if imr.latest is None or not imr.latest.is_signed_off:
        raise Refused("The last version is not signed off yet. Change that one.")


def check_interviews(imr: IndividualManagementReview, values: Mapping[str, object]) -> None:
    """
    Refuse staff who were spoken to while another body's process holds interviews back, unless it
    is said what was agreed: they may be witnesses there.
    """
    if not str(values.get("staff_interviewed", "")).strip():
        return
    if str(values.get("interviews_cleared", "")).strip():
        return
    if said := what_holds_back(imr.involvement.review, ProcessEffect.INTERVIEWS):
        raise Refused(
            f"{' '.join(said)} Say what was agreed about interviews, or that nobody was spoken to",
            field="interviews_cleared",
        )
