"""Who may give back, sign off, send and accept a version, and when."""

from datetime import date

from agencies.models import Actor
from evidence.cycle import ImrState
from evidence.models import ImrVersion, IndividualManagementReview
from evidence.rules.imrs import (
    check_author_is_independent,
    check_author_may_write,
    check_move,
    is_author,
)
from panels.rules.independence import check_may_judge
from reviews import access, rules
from reviews.access import Permission, Refused


def check_can_give_back(actor: Actor, version: ImrVersion, note: str) -> None:
    """Refuse to open a frozen version without the right; a senior person says what to change."""
    imr = version.imr
    rules.check_is_open(imr.involvement.review)
    if not version.waits_for_sign_off:
        raise Refused("This version does not wait for sign-off.")
    if is_author(actor, imr):
        return
    if access.has_own(actor, Permission.IMR_SIGN_OFF, on=imr.involvement):
        if not note.strip():
            raise Refused("Say what is to be changed", field="note")
        return
    access.require(actor, Permission.IMR_WRITE, on=imr.involvement.review)
    if not version.is_on_behalf:
        raise Refused("Only the agency’s own people can take this back.")


def check_can_sign_off(
    actor: Actor, version: ImrVersion, *, name: str, is_entered_for_them: bool
) -> None:
    """
    Refuse a sign-off by the author, twice, or of what was not put to the senior person.

    name: whoever signs off.
    """
    imr = version.imr
    rules.check_is_open(imr.involvement.review)
    if is_entered_for_them:
        access.require(actor, Permission.IMR_SIGN_OFF, on=imr.involvement.review)
        rules.check_is_of_no_own_team(actor, imr.involvement, Permission.IMR_SIGN_OFF)
    else:
        access.require_own(actor, Permission.IMR_SIGN_OFF, on=imr.involvement)
    if version.is_signed_off:
        raise Refused("This version is signed off already.")
    check_author_may_write(imr)
    check_is_not_author(actor, imr, name=name, is_entered_for_them=is_entered_for_them)
    may_be_open = is_entered_for_them and version.is_on_behalf
    if not version.is_frozen and not may_be_open:
        raise Refused("The author has not asked for sign-off yet.")


def check_is_not_author(
    actor: Actor, imr: IndividualManagementReview, *, name: str, is_entered_for_them: bool
) -> None:
    """Refuse a sign-off by the author: the same account, or the same name where it is entered."""
    if not (begins_with_author(name, imr) if is_entered_for_them else is_author(actor, imr)):
        return
    raise Refused(
        f"The author cannot sign off their own {imr.kind.noun}. Somebody senior who did not write "
        "it does.",
        field="on_behalf_of" if is_entered_for_them else "",
    )


def begins_with_author(name: str, imr: IndividualManagementReview) -> bool:
    """Test whether a name, perhaps with a post behind it, is the author's."""
    author = words(imr.author.full_name) if imr.author else []
    return bool(author) and words(name)[: len(author)] == author


def words(name: str) -> list[str]:
    return name.casefold().replace(",", " ").split()


def check_signed_off_on(
    imr: IndividualManagementReview, day: date, reason: str, *, field: str, today: date
) -> None:
    """Refuse an impossible day; ask why where it comes before the evidence was asked for."""
    review = imr.involvement.review
    rules.check_possible_on(day, field=field, called="The sign-off", today=today)
    rules.check_after_death(review, day, field=field, called="The sign-off")
    first = imr.involvement.evidence_requests.first()
    if first and day < first.asked_on and not reason.strip():
        raise Refused(
            "This day comes before it was asked for. Check it, or say why it is right",
            field="unusual_reason",
        )


def check_can_send(actor: Actor, version: ImrVersion, received_on: date, *, today: date) -> None:
    """Refuse to send what is not signed off, was sent already, or on an impossible day."""
    imr = version.imr
    rules.check_is_open(imr.involvement.review)
    access.require(actor, Permission.IMR_SIGN_OFF, on=imr.involvement)
    if not version.is_signed_off:
        raise Refused("This version is not signed off yet.")
    if version.received_on:
        raise Refused("This version has been sent already.")
    rules.check_possible_on(received_on, field="received_on", called="The day", today=today)
    if received_on < version.sign_off.signed_off_on:
        raise Refused(
            "It must reach the panel on or after the day it was signed off", field="received_on"
        )


def check_can_accept(
    actor: Actor, version: ImrVersion, accepted_on: date, reason: str, *, today: date
) -> None:
    """Refuse to accept without the right, what is not in, or on an impossible day."""
    imr = version.imr
    access.require(actor, Permission.IMR_ACCEPT, on=imr.involvement.review)
    rules.check_is_open(imr.involvement.review)
    if version.received_on is None or version != imr.received:
        raise Refused("Only the last version that reached the panel can be accepted.")
    rules.check_is_of_no_own_team(actor, imr.involvement, Permission.IMR_ACCEPT)
    check_may_judge(actor, imr.involvement.review)
    check_author_is_independent(imr)
    check_move(imr, ImrState.ACCEPTED_BY_PANEL)
    rules.check_possible_on(accepted_on, field="accepted_on", called="The day", today=today)
    if accepted_on < version.received_on and not reason.strip():
        raise Refused(
            "This day comes before it was received. Check it, or say why it is right",
            field="unusual_reason",
        )


def check_can_take_back(actor: Actor, imr: IndividualManagementReview, reason: str) -> None:
    """Refuse to take an acceptance back without the right or a reason."""
    access.require(actor, Permission.IMR_ACCEPT, on=imr.involvement.review)
    rules.check_is_open(imr.involvement.review)
    if not imr.is_accepted:
        raise Refused("The panel has not accepted this.")
    if not reason.strip():
        raise Refused("Say why the acceptance is taken back", field="reason")
