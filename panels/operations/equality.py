"""Record what the panel sought and concluded on each characteristic."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from panels.models import CharacteristicAnswer
from panels.rules import equality as rules
from reviews.models import Person, Review


@dataclass(frozen=True, kw_only=True)
class Considered:
    """One characteristic of one person, or of everybody, and what became of it."""

    characteristic: str
    person: Person | None = None
    identified_on: date | None = None
    why: str = ""
    expertise: str = ""
    conclusion: str = ""
    concluded_on: date | None = None


@transaction.atomic
def answer_characteristic(
    *, review: Review, considered: Considered, today: date, by: Actor, at: datetime
) -> CharacteristicAnswer:
    """
    Record it, in the place of what was recorded of the same characteristic and person before.

    Raises Refused without the right, for impossible days, for half a conclusion, or where the
    terms of reference do not name it and it has no day and reason of its own.
    """
    rules.check_can_write(by, review)
    rules.check_whose(review, considered.person)
    rules.check_days(considered.identified_on, considered.concluded_on, today=today)
    rules.check_conclusion(considered.conclusion, considered.concluded_on)
    rules.check_has_reason(
        review,
        considered.characteristic,
        considered.person,
        seen_on=considered.identified_on,
        why=considered.why,
    )
    said = dict(vars(considered))
    key = {name: said.pop(name) for name in ("characteristic", "person")}
    answer, _ = CharacteristicAnswer.objects.update_or_create(
        review=review,
        **key,
        defaults={**said, "recorded_at": at, "recorded_by": person_behind(by)},
    )
    trail.record(
        "characteristic.answered",
        by=person_behind(by),
        at=at,
        review_ref=review.reference,
        answer_id=answer.pk,
    )
    return answer
