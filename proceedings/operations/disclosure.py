"""Keep the disclosure register: what there is, when it was shown, what was decided of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from panels.models import ParallelProcess
from proceedings import rules
from proceedings.models import DisclosureItem
from proceedings.operations.recording import hold_numbers, record
from reviews.models import Review


@dataclass(frozen=True, kw_only=True)
class Material:
    """Something that may matter in another body's proceedings, how sensitive it is and whose."""

    process: ParallelProcess
    what: str
    sensitivity: str
    owner: str


@transaction.atomic
def enter_item(*, review: Review, material: Material, by: Actor, at: datetime) -> DisclosureItem:
    """Enter material under the next number. Raises Refused without the right."""
    rules.check_can_write(by, review)
    rules.check_of_review(review, material.process)
    hold_numbers(review)
    last = review.disclosure_items.aggregate(number=Max("number"))["number"] or 0
    item = DisclosureItem.objects.create(
        review=review,
        number=last + 1,
        **vars(material),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    _record("disclosure.entered", item, by=by, at=at)
    return item


@transaction.atomic
def change_item(
    *, item: DisclosureItem, material: Material, by: Actor, at: datetime
) -> DisclosureItem:
    """Mend how material is described. Raises Refused without the right."""
    rules.check_can_write(by, item.review)
    rules.check_of_review(item.review, material.process)
    for name, value in vars(material).items():
        setattr(item, name, value)
    item.save(update_fields=list(vars(material)))
    _record("disclosure.changed", item, by=by, at=at)
    return item


@transaction.atomic
def show_items(
    *,
    review: Review,
    items: Sequence[DisclosureItem],
    shown_on: date,
    shown_to: str,
    today: date,
    by: Actor,
    at: datetime,
) -> None:
    """
    Record that a disclosure officer was shown some of the register.

    What was shown before keeps its day. Raises Refused without the right, for an impossible day,
    or where nothing is chosen.
    """
    rules.check_can_write(by, review)
    rules.check_chosen(items)
    rules.check_day(shown_on, field="shown_on", called="The day", today=today)
    not_shown = review.disclosure_items.not_shown().select_for_update(of=("self",))
    for item in not_shown.filter(pk__in=[one.pk for one in items]):
        item.shown_on, item.shown_to = shown_on, shown_to
        item.save(update_fields=["shown_on", "shown_to"])
        _record("disclosure.shown", item, by=by, at=at)


@transaction.atomic
def settle_item(
    *,
    item: DisclosureItem,
    outcome: str,
    outcome_on: date,
    outcome_note: str = "",
    today: date,
    by: Actor,
    at: datetime,
) -> DisclosureItem:
    """
    Record what was decided of material. A later decision stands in the place of an earlier one.

    Raises Refused without the right, of what nobody was shown, or for an impossible day.
    """
    rules.check_can_write(by, item.review)
    item = item.review.disclosure_items.select_for_update(of=("self",)).get(pk=item.pk)
    rules.check_day(outcome_on, field="outcome_on", called="The day", today=today)
    rules.check_shown(item, outcome_on)
    item.outcome, item.outcome_on, item.outcome_note = outcome, outcome_on, outcome_note
    item.save(update_fields=["outcome", "outcome_on", "outcome_note"])
    _record("disclosure.settled", item, by=by, at=at)
    return item


def _record(event: str, item: DisclosureItem, *, by: Actor, at: datetime) -> None:
    record(event, item.review, by=by, at=at, item=item.number)
