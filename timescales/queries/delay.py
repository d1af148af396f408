"""Where the days of a review went: what somebody decided, and what the records propose."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from pages.templatetags.sentences import in_sentence
from reviews.access import Held
from reviews.deadlines.words import NEVER_NAMED
from reviews.models import Deadline, Review
from reviews.queries.deadlines import is_readable
from timescales.ledger import WORK, Span, days_by_cause, filled
from timescales.models import Cause, DelaySpan, Hold
from timescales.queries.report import REPORT

# What a deadline that ran over says of the days it ran over, the strongest first
OVERRUN = {
    "D4": Cause.CSP_DECISION,
    "D7": Cause.PROCUREMENT,
    "D8": Cause.PANEL,
    "D9": Cause.AGENCY_LATE,
    "D10": Cause.AGENCY_QUALITY,
    "D14": Cause.FAMILY,
    "D16": Cause.CSP_DECISION,
    "D19": Cause.CHAIR,
    "D20": Cause.CSP_DECISION,
}
READING = "D10"
WHOLE = {"D17": Cause.HOME_OFFICE}  # every day from the submission to the letter


@dataclass(frozen=True)
class Ledger:
    """
    spans: every day from the notification until the end, once.
    days: by cause, the longest first. signed_on: the day of the sign-off, or today. late: how
    many days that is after the statutory day; negative before it, None without one.
    """

    from_on: date
    to_on: date
    spans: list[Span]
    days: dict[str, int]
    signed_on: date
    late: int | None

    @property
    def undecided(self) -> int:
        return sum(span.days for span in self.spans if not span.is_decided and span.cause != WORK)


def ledger_of(review: Review, *, today: date) -> Ledger:
    return ledgers_of([review], today=today)[review.pk]


def ledgers_of(reviews: Sequence[Review], *, today: date) -> dict[int, Ledger]:
    """Return the ledgers of many reviews by their ids, in as many queries as for one."""
    return ledgers_from(deadlines_in(reviews), reviews, holds=holds_in(reviews), today=today)


def deadlines_in(reviews: Sequence[Review]) -> dict[int, list[Deadline]]:
    """Return every deadline of these reviews. Which of them somebody may see is not asked here."""
    ids = [review.pk for review in reviews]
    rows = Deadline.objects.filter(review__in=ids)
    return by_review(rows.select_related("review", "involvement__agency"))


def spoken_of(deadlines: Mapping[int, list[Deadline]], held: Held) -> dict[int, list[Deadline]]:
    """
    Leave out the family's deadlines where the reader is not in the compartment: days that these
    alone speak for are the review's own work to them.
    """
    return {
        pk: [one for one in of_it if one.rule.reader != NEVER_NAMED or is_readable(one, held)]
        for pk, of_it in deadlines.items()
    }


def holds_in(reviews: Sequence[Review]) -> dict[int, list[Hold]]:
    """Return every hold of these reviews by their ids, in the order in which they began."""
    ids = [review.pk for review in reviews]
    return by_review(Hold.objects.filter(review__in=ids).order_by("began_on"))


def ledgers_from(
    deadlines: Mapping[int, list[Deadline]],
    reviews: Sequence[Review],
    *,
    holds: Mapping[int, list[Hold]],
    today: date,
) -> dict[int, Ledger]:
    """deadlines, holds: all of these reviews, as `deadlines_in` and `holds_in` return them."""
    ids = [review.pk for review in reviews]
    decided = by_review(DelaySpan.objects.filter(review__in=ids).order_by("-decided_at", "-pk"))
    return {
        review.pk: reckoned(
            review,
            deadlines=deadlines.get(review.pk, []),
            holds=holds.get(review.pk, []),
            decided=decided[review.pk],
            today=today,
        )
        for review in reviews
    }


T = TypeVar("T", Deadline, Hold, DelaySpan)


def by_review(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(row)
    return found


def reckoned(
    review: Review,
    *,
    deadlines: list[Deadline],
    holds: list[Hold],
    decided: list[DelaySpan],
    today: date,
) -> Ledger:
    report = next((one for one in deadlines if one.code == REPORT), None)
    to_on = end_of(deadlines, today=today)
    spans = filled(
        review.notified_on,
        to_on,
        decided=spans_of(decided),
        proposed=proposed(holds, deadlines, to_on=to_on),
    )
    signed_on = (report.met_on if report else None) or today
    return Ledger(
        from_on=review.notified_on,
        to_on=to_on,
        spans=spans,
        days=days_by_cause(spans),
        signed_on=signed_on,
        late=(signed_on - report.due_on).days if report and report.due_on else None,
    )


def end_of(deadlines: list[Deadline], *, today: date) -> date:
    """Return the last day that is counted: publication, where it has come to that, or today."""
    published = [one.met_on for one in deadlines if one.code == "D20" and one.met_on]
    return min([today, *published])


def spans_of(decided: Iterable[DelaySpan]) -> list[Span]:
    """Return what was decided, the last decision first: where two overlap, it stands."""
    return [
        Span(from_on=row.from_on, to_on=row.to_on, cause=row.cause, pk=row.pk, note=row.note)
        for row in decided
    ]


def proposed(holds: Iterable[Hold], deadlines: list[Deadline], *, to_on: date) -> Iterator[Span]:
    for hold in holds:
        end = hold.ended_on - timedelta(days=1) if hold.ended_on else to_on
        yield Span(from_on=hold.began_on, to_on=end, cause=hold.cause, why="On hold")
    for code, cause in WHOLE.items():
        for one in deadlines:
            if one.code == code:
                yield Span(
                    from_on=one.started_on,
                    to_on=one.met_on or to_on,
                    cause=cause,
                    why=f"{one.rule.name}: from the {one.rule.starts_from} to {one.rule.met_by}",
                )
    for code in OVERRUN:
        for one in deadlines:
            if one.code == code and one.due_on:
                yield Span(
                    from_on=one.due_on + timedelta(days=1),
                    to_on=one.met_on or to_on,
                    cause=cause_of(one),
                    why=f"{one.rule.name}: after the day it was due",
                )


def cause_of(overrun: Deadline) -> Cause:
    """Return what days over say: of questions on a report, whether its agency owed the answers."""
    if overrun.code == READING and overrun.involvement_id is None:
        return Cause.CHAIR
    return OVERRUN[overrun.code]


# The paragraph of the report


def paragraph(ledger: Ledger) -> str:
    """
    Return the reasons for delay as a paragraph of the report: causes and months, no day, no name.

    Days after the sign-off are left out: the report is about those before it. Empty where the
    report was, or still is, within its time.
    """
    if ledger.late is None or ledger.late <= 0:
        return ""
    spans = list(until(ledger.signed_on, ledger.spans))
    total = f"The review took {length(ledger.late)} longer than the time the guidance allows."
    said = [
        f"{in_sentence(Cause(cause).label)} ({periods(spans, cause)}: {length(days)})"
        for cause, days in days_by_cause(spans).items()
        if cause != WORK
    ]
    if not said:
        return total
    return f"{total} The days beyond the review’s own work went to: {'; '.join(said)}."


def until(last: date, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        if span.from_on <= last:
            yield replace(span, to_on=min(span.to_on, last))


def periods(spans: Iterable[Span], cause: str) -> str:
    """Return the months of a cause: "March to July 2026, November 2026"."""
    return ", ".join(dict.fromkeys(months(span) for span in spans if span.cause == cause))


def months(span: Span) -> str:
    begin, end = span.from_on, span.to_on
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin:%B %Y}"
    if begin.year == end.year:
        return f"{begin:%B} to {end:%B %Y}"
    return f"{begin:%B %Y} to {end:%B %Y}"


def length(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"
