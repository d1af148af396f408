from datetime import date

from agencies.models import Actor
from panels.access import role_of
from panels.models import PanelMember, PanelPart, Standing
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


def check_standing(
    member: PanelMember, part: str, standing: str, joined_on: date | None, because: str
) -> None:
    """Refuse a chair who is not there, or a seat that nobody took and that opens something."""
    if part == PanelPart.INDEPENDENT_CHAIR and standing != Standing.SEATED:
        raise Refused("The independent chair sits on the panel", field="standing")
    if standing != Standing.INVITED:
        if because:
            raise Refused("They took the seat. Leave this empty", field="not_seated_because")
        return
    if joined_on:
        raise Refused(
            "Somebody who has not taken the seat has not joined. Leave the day empty",
            field="joined_on",
        )
    if member.user_id or member.has_left or (member.pk and member.attendance.exists()):
        raise Refused(
            "They have been on the panel. Record that they left instead", field="standing"
        )


def check_hand_over(
    member: PanelMember, successor: PanelMember, handed_over_on: date, *, today: date
) -> None:
    """Refuse a handover by somebody who is still there, to nobody of this panel, or too early."""
    if not member.has_left:
        raise Refused("Record first that they left the panel.")
    if successor.pk == member.pk or successor.review_id != member.review_id:
        raise Refused("Choose another member of this panel", field="successor")
    if successor.has_left or successor.is_invited_only:
        raise Refused("Choose somebody who sits on the panel now", field="successor")
    rules.check_possible_on(
        handed_over_on, field="handed_over_on", called="The handover", today=today
    )
    if member.joined_on and handed_over_on < member.joined_on:
        raise Refused("They had not joined on that day", field="handed_over_on")


def check_debrief(member: PanelMember, answer: str, offered_on: date, *, today: date) -> None:
    """Refuse a debrief on an impossible day, or of somebody who never took their seat."""
    if not answer:
        return
    if member.is_invited_only:
        raise Refused(f"{member.full_name} never sat on the panel.")
    rules.check_possible_on(offered_on, field="offered_on", called="The offer", today=today)


def check_can_admit(actor: Actor, member: PanelMember) -> None:
    """Refuse to admit a member without the right, twice, after leaving, or as an observer."""
    access.require(actor, Permission.ACCESS_MANAGE, on=member.review)
    rules.check_is_open(member.review)
    if member.user_id or member.has_left:
        raise Refused("This member is admitted already, or has left.", field="email")
    if member.is_invited_only:
        raise Refused(
            "They have not taken the seat yet. Leave the email address empty.", field="email"
        )
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
    if member.is_invited_only:
        raise Refused("They never took the seat. Say why not in the record of the member.")
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
