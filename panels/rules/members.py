from datetime import date

from agencies.models import Actor
from panels.access import role_of
from panels.models import PanelMember, PanelPart
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement, Capacity, Review
from reviews.rules import check_answers

# Their statements are printed in the report.
STATE_INDEPENDENCE = (PanelPart.INDEPENDENT_CHAIR, PanelPart.OVERVIEW_AUTHOR)


def check_can_write(actor: Actor, review: Review) -> None:
    """Refuse changes to the panel by somebody who does not run it, or after the review ended."""
    access.require(actor, Permission.PANEL_WRITE, on=review)
    rules.check_is_open(review)


def check_one_chair(review: Review, part: str, *, but: PanelMember | None = None) -> None:
    """Refuse a second independent chair while one is in place."""
    if part != PanelPart.INDEPENDENT_CHAIR:
        return
    chairs = review.panel_members.seated().filter(part=part)
    if any(chair != but for chair in chairs):
        raise Refused(
            "This review has an independent chair. Record that they have left first.", field="part"
        )


def check_joined(
    member: PanelMember, part: str, joined_on: date | None, reason: str, *, today: date
) -> None:
    """Refuse an impossible first day, or a chair appointed on no day."""
    if part == PanelPart.INDEPENDENT_CHAIR and joined_on is None:
        raise Refused("Enter the day the chair was appointed", field="joined_on")
    rules.check_possible_on(joined_on, field="joined_on", called="The first day", today=today)
    if joined_on and member.left_on and joined_on > member.left_on:
        raise Refused("The first day must be on or before the last", field="joined_on")
    rules.check_reason_before_notification(member.review, joined_on, reason, called="The first day")


def check_agency(review: Review, involvement: AgencyInvolvement | None) -> None:
    """Refuse a seat for an agency that has no part in this review."""
    if involvement and involvement.review_id != review.pk:
        raise Refused("This agency has no part in this review.", field="involvement")


def check_can_admit(actor: Actor, member: PanelMember) -> None:
    """Refuse to admit a member without the right, twice, after leaving, or as an observer."""
    access.require(actor, Permission.ACCESS_MANAGE, on=member.review)
    rules.check_is_open(member.review)
    if member.user_id or member.has_left:
        raise Refused("This member is admitted already, or has left.", field="email")
    if role_of(member) is None:
        raise Refused(
            "An observer is not admitted to the record. Leave the email address empty, or make "
            "them an adviser.",
            field="email",
        )


def check_left(member: PanelMember, left_on: date, *, today: date) -> None:
    """Refuse an impossible last day."""
    if member.has_left:
        raise Refused("It is recorded already that this member left.")
    rules.check_possible_on(left_on, field="left_on", called="The last day", today=today)
    if member.joined_on and left_on < member.joined_on:
        raise Refused("The last day must be on or after the first", field="left_on")


def check_can_declare(actor: Actor, member: PanelMember, *, is_entered_for_them: bool) -> None:
    """
    Refuse a declaration by anybody but the member, unless it is entered for them and says so.

    Whoever writes for the panel may enter it; the member themselves needs to read the panel only.
    """
    rules.check_is_open(member.review)
    if member.user_id and member.user == actor:
        access.require(actor, Permission.PANEL_READ, on=member.review)
        return
    access.require(actor, Permission.PANEL_WRITE, on=member.review)
    if not is_entered_for_them:
        raise Refused("Say how the member's declaration reached you.", field="received_via")


def check_declaration(
    member: PanelMember,
    answers: dict[str, bool],
    *,
    statement: str,
    connections: str,
    posts_held: str = "",
) -> None:
    """Refuse a declaration with a question left open or a connection left unexplained."""
    check_answers(Capacity(member.part), answers, connections=connections, posts_held=posts_held)
    if member.part in STATE_INDEPENDENCE and not statement.strip():
        raise Refused("Write the statement that the report will print", field="statement")
