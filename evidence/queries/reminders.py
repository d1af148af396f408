"""Whom a reminder would reach."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from evidence.models import ScopingChase, ScopingRequest, ScopingRoute
from reviews.models import Review


@dataclass(frozen=True)
class Chosen:
    """
    Letters without an answer, by what an email from here would do.

    by_email: reached. no_address: to be reminded another way. today_already: emailed today.
    """

    by_email: list[ScopingRequest]
    no_address: list[ScopingRequest]
    today_already: list[ScopingRequest]

    @property
    def everybody(self) -> list[ScopingRequest]:
        return [*self.by_email, *self.no_address, *self.today_already]

    @property
    def words(self) -> str:
        count = len(self.by_email)
        who = "1 agency" if count == 1 else f"{count or 'No'} agencies"
        return f"{who} will be emailed, if you choose email."


def chosen(review: Review, *, parts: Iterable[str], late: bool, today: date) -> Chosen:
    """Return the letters to these agencies, or all that are late, that wait for an answer."""
    waiting = ScopingRequest.objects.late(today) if late else ScopingRequest.objects.waiting()
    rows = waiting.filter(involvement__review=review)
    if not late:
        rows = rows.filter(involvement__in=list(parts))
    rows = rows.select_related("involvement__agency").order_by("involvement__agency__name")
    found = list(rows.prefetch_related("involvement__agency__contacts"))
    emailed = set(
        ScopingChase.objects.filter(
            request__in=found, route=ScopingRoute.EMAIL, chased_on=today
        ).values_list("request", flat=True)
    )
    reachable = [row for row in found if row.involvement.agency.letter_box]
    return Chosen(
        by_email=[row for row in reachable if row.pk not in emailed],
        no_address=[row for row in found if not row.involvement.agency.letter_box],
        today_already=[row for row in reachable if row.pk in emailed],
    )
