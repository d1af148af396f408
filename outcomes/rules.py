"""Rules for the returns that agencies sign off every six months."""

from agencies.models import Actor, User
from outcomes.models import ReturnSignOff, SixMonthReturn
from reviews import access, rules
from reviews.access import Permission, Refused


def check_can_sign_off(
    actor: Actor, returned: SixMonthReturn, *, is_entered_for_them: bool
) -> None:
    """
    Refuse a sign-off by anybody but the agency's own people, unless it is entered for them; one
    of what is signed off already; and any after the review has ended.
    """
    part = returned.involvement
    access.require(actor, Permission.PLAN_UPDATE, on=part)
    rules.check_is_open(part.review)
    if returned.is_signed_off:
        raise Refused("This return is signed off already. Where it changes, it is sent back first.")
    if is_entered_for_them or not isinstance(actor, User):
        return
    if not access.has_own(actor, Permission.PLAN_UPDATE, on=part):
        raise Refused("Say from whom in the agency this comes.", field="on_behalf_of")


def check_can_send_back(actor: Actor, returned: SixMonthReturn) -> ReturnSignOff:
    """
    Return the sign-off that is asked about.

    Raises Refused without the right to write the plan, for what nobody has signed off, to whom
    the agency is their own, and after the review has ended.
    """
    part = returned.involvement
    access.require(actor, Permission.PLAN_WRITE, on=part.review)
    rules.check_is_open(part.review)
    sign_off = returned.last_sign_off
    if sign_off is None or returned.is_sent_back:
        raise Refused("There is nothing to ask about: the agency has not signed it off.")
    rules.check_is_of_no_own_team(actor, part, Permission.PLAN_WRITE)
    return sign_off
