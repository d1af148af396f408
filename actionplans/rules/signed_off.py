"""What the partnership signed off stays in the plan, under its number."""

from actionplans.models import Action, Recommendation
from reviews.access import Refused
from reviews.lifecycle import SIGNED_OFF
from reviews.models import Review

STAYS = "The partnership signed this plan off, so nothing is taken out of it. "


def check_action_may_go(review: Review) -> None:
    """Refuse to remove an action once the partnership signed the plan off."""
    if review.stage in SIGNED_OFF:
        raise Refused(
            f"{STAYS}Report that the action cannot be done, or that something else takes its "
            "place, and why."
        )


def check_recommendation_may_go(review: Review) -> None:
    """Refuse to remove a recommendation once the partnership signed the plan off."""
    if review.stage in SIGNED_OFF:
        raise Refused(
            f"{STAYS}Record that its addressee does not accept it, or report that its actions "
            "cannot be done, and why."
        )


def check_number_stands(review: Review, row: Action | Recommendation, number: int | None) -> None:
    """Refuse another number once the partnership signed the plan off: others cite it."""
    if review.stage in SIGNED_OFF and number not in (None, row.number):
        raise Refused(
            f"The partnership signed this plan off, and others cite its numbers. This stays "
            f"number {row.number}.",
            field="number",
        )
