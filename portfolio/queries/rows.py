"""How each review of a partnership stands: in time or not, waiting for whom, at what cost."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from agencies.models import CommunitySafetyPartnership, User
from costs.queries.sums import Sums, sums_of
from reviews.access import Permission, held_by
from reviews.models import Deadline, Review
from reviews.queries.deadlines import is_readable
from timescales.forecast import Forecast
from timescales.ledger import WORK
from timescales.models import Cause
from timescales.queries.delay import Ledger, deadlines_in, holds_in, ledgers_from, spoken_of
from timescales.queries.pace import forecasts_of
from timescales.queries.report import REPORT

# Said already by the day of the report: it is that day, or leads to another
OF_THE_REPORT = frozenset({REPORT, "D12"})


@dataclass(frozen=True)
class Wait:
    """What a review waits for the longest, and on whom."""

    what: str
    on: str
    days: int
    over: int

    @property
    def words(self) -> str:
        over = f", {self.over} late" if self.over else ""
        return f"{self.what}: {self.days} day{'' if self.days == 1 else 's'}{over}"


@dataclass(frozen=True)
class Row:
    """
    One review. report: the deadline of its overview report, once decided. sums: what it costs;
    None for a reader who does not see that.
    """

    review: Review
    report: Deadline | None
    forecast: Forecast | None
    wait: Wait | None
    ledger: Ledger
    sums: Sums | None
    today: date

    @property
    def signed_on(self) -> date | None:
        return self.report.met_on if self.report else None

    @property
    def stands_on(self) -> date | None:
        return self.report.stands_on if self.report else None

    @property
    def over(self) -> int:
        """How many days past the day that stands, today or at the sign-off; none before it."""
        return max(self._past(self.signed_on or self.today), 0)

    @property
    def likely_over(self) -> int:
        """The same of the day on which it was signed off or is likely to be; negative before it."""
        likely = self.forecast.expected_on if self.forecast else self.today
        return self._past(self.signed_on or likely)

    @property
    def will_be_late(self) -> bool:
        return self.likely_over > 0

    @property
    def says(self) -> str:
        """In a word: signed off, late, likely to be late, or in time."""
        if self.signed_on:
            return "Signed off late" if self.over else "Signed off in time"
        if self.stands_on is None:
            return "No report is due yet"
        if self.over:
            return "Late"
        return "Likely to be late" if self.will_be_late else "In time"

    @property
    def tone(self) -> str:
        if self.over:
            return "late"
        if self.signed_on:
            return "done"
        return "soon" if self.will_be_late else "plain"

    @property
    def most_days(self) -> tuple[str, int] | None:
        """What most days until the sign-off were lost to, the review's own work left out."""
        until, lost = self.signed_on or self.ledger.to_on, Counter[str]()
        for span in self.ledger.spans:
            if span.cause != WORK and span.from_on <= until:
                lost[span.cause] += (min(span.to_on, until) - span.from_on).days + 1
        most = lost.most_common(1)
        return (Cause(most[0][0]).label, most[0][1]) if most else None

    def _past(self, day: date) -> int:
        return (day - self.stands_on).days if self.stands_on else 0


def rows_of(partnership: CommunitySafetyPartnership, reader: User, *, today: date) -> list[Row]:
    """
    Return every review of a partnership that somebody may open, ended ones too; the one that is
    latest against the day that stands comes first, those signed off last.
    """
    held = held_by(reader, but=frozenset())
    reviews = list(
        Review.objects.filter(
            partnership=partnership, pk__in=held.reviews(Permission.REVIEW_READ)
        ).order_by("reference")
    )
    ids = {review.pk for review in reviews}
    every = deadlines_in(reviews)
    due = {pk: [one for one in every[pk] if one.due_on and is_readable(one, held)] for pk in ids}
    holds = holds_in(reviews)
    likely = forecasts_of(reviews, holds=holds, today=today)
    ledgers = ledgers_from(spoken_of(every, held), reviews, holds=holds, today=today)
    shown = ids & held.reviews(Permission.COSTS_READ)
    sums = sums_of(shown)
    rows = [
        Row(
            review=review,
            report=next((one for one in due[review.pk] if one.code == REPORT), None),
            forecast=likely[review.pk],
            wait=longest_wait(due[review.pk], review, today=today),
            ledger=ledgers[review.pk],
            sums=sums.get(review.pk, Sums()) if review.pk in shown else None,
            today=today,
        )
        for review in reviews
    ]
    return sorted(rows, key=lateness)


def longest_wait(due: Iterable[Deadline], review: Review, *, today: date) -> Wait | None:
    """Return what has been awaited for the longest, of all that is owed still."""
    running = [one for one in due if one.is_running and one.code not in OF_THE_REPORT]
    if review.has_ended or not running:
        return None
    first = min(running, key=lambda one: (one.started_on, one.due_on or date.max, one.pk))
    return Wait(
        what=first.rule.name,
        on=str(first.involvement.agency) if first.involvement else first.rule.owner,
        days=(today - first.started_on).days,
        over=max((today - (first.stands_on or today)).days, 0),
    )


def lateness(row: Row) -> tuple[bool, bool, int, str]:
    is_done, has_no_day = row.signed_on is not None, row.stands_on is None
    return (is_done, has_no_day, -row.likely_over, row.review.reference)
