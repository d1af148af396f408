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


def chosen(review: Review, *, which: str, parts: Iterable[str], today: date) -> Chosen:
    """
    Return letters of a review that wait for an answer.

    which: "late" for all that are late, "due" for those of which nobody was reminded lately;
    otherwise those to the agencies named in `parts`.
    """
    letters = ScopingRequest.objects
    rows = {"late": letters.late(today), "due": letters.to_remind(today)}.get(
        which, letters.waiting().filter(involvement__in=list(parts))
    )
    rows = rows.filter(involvement__review=review)
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
