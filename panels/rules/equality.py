from datetime import date

from panels.models import Characteristic, TermsCharacteristic
from panels.rules.members import check_can_write
from reviews import rules
from reviews.access import Refused
from reviews.models import Person, Review

__all__ = ["check_can_write"]


def check_whose(review: Review, person: Person | None) -> None:
    if person and person.review_id != review.pk:
        raise Refused("Choose somebody of this review", field="person")


def check_days(identified_on: date | None, concluded_on: date | None, *, today: date) -> None:
    """Refuse days to come, and a conclusion before anybody had seen the matter."""
    for day, field, called in (
        (identified_on, "identified_on", "The day it was seen"),
        (concluded_on, "concluded_on", "The conclusion"),
    ):
        rules.check_possible_on(day, field=field, called=called, today=today)
    if identified_on and concluded_on and concluded_on < identified_on:
        raise Refused("The conclusion must be after it was seen", field="concluded_on")


def check_has_reason(
    review: Review, characteristic: str, person: Person | None, *, seen_on: date | None, why: str
) -> None:
    """Ask for day and reason of a characteristic that the terms of reference do not name."""
    named = TermsCharacteristic.objects.filter(
        terms__review=review, characteristic=characteristic, person=person
    )
    if named.exists():
        return
    label = Characteristic(characteristic).label.lower()
    if not seen_on:
        raise Refused(
            f"The terms of reference do not name {label} here. Say when it was seen",
            field="identified_on",
        )
    if not why.strip():
        raise Refused(f"Say why {label} needs consideration", field="why")


def check_conclusion(conclusion: str, concluded_on: date | None) -> None:
    """Ask for both or neither."""
    if conclusion.strip() and not concluded_on:
        raise Refused("Say when the panel concluded this", field="concluded_on")
    if concluded_on and not conclusion.strip():
        raise Refused("Say what the panel concluded", field="conclusion")
