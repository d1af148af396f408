"""What the reviews of a partnership came to in a reporting year, and where their days went."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from agencies.models import CommunitySafetyPartnership, User
from reviews.access import held_by
from reviews.deadlines import Length, due_after
from reviews.lifecycle import Stage
from reviews.models import Deadline, Review
from reviews.queries.facts import standing_moves
from timescales.dates import ReportingYear, year_of
from timescales.ledger import WORK, Span
from timescales.models import Cause, Hold
from timescales.queries.delay import deadlines_in, holds_in, ledgers_from, spoken_of
from timescales.queries.report import REPORT

DECISION = "D4"
COUNTED = (Stage.HO_SUBMITTED, Stage.PUBLISHED, Stage.CLOSED_NO_REVIEW)
SIX_MONTHS, TWELVE_MONTHS = Length(months=6), Length(months=12)
LONGEST = 10  # waits that are listed
DeadlinesOf = Mapping[int, list[Deadline]]
HoldsOf = Mapping[int, list[Hold]]


@dataclass(frozen=True)
class Course:
    """The days on which a review came to what is counted; None where not, or nobody knows."""

    review: Review
    decided_on: date | None
    decide_by: date | None
    commissioned_on: date | None
    sent_on: date | None
    published_on: date | None
    closed_on: date | None  # without a review

    @property
    def days_to_send(self) -> int | None:
        if self.sent_on is None or self.commissioned_on is None:
            return None
        return (self.sent_on - self.commissioned_on).days

    def is_sent_within(self, length: Length) -> bool:
        started_on, sent_on = self.commissioned_on, self.sent_on
        return bool(started_on and sent_on and sent_on <= due_after(length, started_on=started_on))


@dataclass(frozen=True)
class Count:
    """
    A number, and the reviews behind it.

    is_part: it counts some of those of the last number that is none.
    """

    name: str
    reviews: list[Review]
    is_part: bool = False


@dataclass(frozen=True)
class CauseDays:
    """The days of one cause: those somebody decided, and those only the records speak for."""

    cause: Cause
    decided: int
    proposed: int
    reviews: list[tuple[Review, int]]

    @property
    def days(self) -> int:
        return self.decided + self.proposed


@dataclass(frozen=True)
class Statistics:
    """
    to_on: the last day that is counted: today, in the year that runs.
    median_days: from the decision to the sending of what was sent in the year.
    waits: the longest spans that were not the review's own work, as far as they are in the year.
    unseen: how many reviews of the partnership the reader may not open, and are not in here.
    """

    year: ReportingYear
    to_on: date
    counts: list[Count]
    median_days: float | None
    causes: list[CauseDays]
    waits: list[tuple[Review, Span]]
    unseen: int

    @property
    def days(self) -> int:
        return sum(one.days for one in self.causes)


def open_to(reader: User, place: CommunitySafetyPartnership) -> list[Review]:
    """Return the reviews of a partnership that the reader may open, whether or not they ended."""
    return list(Review.objects.readable_by(reader).filter(partnership=place).order_by("reference"))


def years_of(reviews: Iterable[Review], *, today: date) -> list[ReportingYear]:
    """Return the years of which there is something to count, the last first."""
    last = year_of(today)
    first = min((year_of(review.notified_on) for review in reviews), default=last)
    return [ReportingYear(begins) for begins in range(last.begins, first.begins - 1, -1)]


def statistics_of(
    place: CommunitySafetyPartnership,
    reviews: list[Review],
    year: ReportingYear,
    *,
    reader: User,
    today: date,
) -> Statistics:
    """reviews: those that are open to the reader."""
    held = held_by(reader, but=frozenset())
    deadlines = spoken_of(deadlines_in(reviews), held)
    courses = courses_of(reviews, deadlines)
    sent = [one for one in courses if year.has(one.sent_on)]
    taken = [days for one in sent if (days := one.days_to_send) is not None]
    holds = holds_in(reviews)
    spans = spans_in(year, courses, deadlines, holds, today=today)
    return Statistics(
        year=year,
        to_on=min(year.to_on, today),
        counts=[*counts_of(courses, year), Count("On hold for a day or more",
                                                 on_hold(reviews, holds, year, today=today))],
        median_days=median(taken) if taken else None,
        causes=by_cause(spans),
        waits=longest(spans),
        unseen=Review.objects.filter(partnership=place).count() - len(reviews),
    )  # fmt: skip


# What reviews came to


def courses_of(reviews: list[Review], deadlines: DeadlinesOf) -> list[Course]:
    came_to: dict[tuple[int, str], date] = {}
    moves = standing_moves(*COUNTED).filter(review__in=reviews)
    for move in moves.order_by("moved_on"):
        if move.moved_on:
            came_to.setdefault((move.review_id, move.to_stage), move.moved_on)
    return [course_of(review, deadlines.get(review.pk, []), came_to) for review in reviews]


def course_of(
    review: Review, deadlines: list[Deadline], came_to: Mapping[tuple[int, str], date]
) -> Course:
    by_code = {deadline.code: deadline for deadline in deadlines}
    decision, report = by_code.get(DECISION), by_code.get(REPORT)
    return Course(
        review=review,
        decided_on=decision.met_on if decision else None,
        decide_by=decision.due_on if decision else None,
        commissioned_on=report.started_on if report else None,
        sent_on=came_to.get((review.pk, Stage.HO_SUBMITTED)),
        published_on=came_to.get((review.pk, Stage.PUBLISHED)),
        closed_on=came_to.get((review.pk, Stage.CLOSED_NO_REVIEW)),
    )


def counts_of(courses: list[Course], year: ReportingYear) -> list[Count]:
    decided = [one for one in courses if year.has(one.decided_on)]
    in_time = [one for one in decided if is_in_time(one)]
    sent = [one for one in courses if year.has(one.sent_on)]
    reckoned = [one for one in sent if one.days_to_send is not None]
    six = [one for one in reckoned if one.is_sent_within(SIX_MONTHS)]
    twelve = [one for one in without(reckoned, six) if one.is_sent_within(TWELVE_MONTHS)]
    later = without(reckoned, [*six, *twelve])
    return [
        count("Notified", [one for one in courses if year.has(one.review.notified_on)]),
        count("Decided whether to review", decided),
        count("within one month of the notification", in_time, is_part=True),
        count("later", without(decided, in_time), is_part=True),
        count("Commissioned: to be reviewed", [
            one for one in courses if year.has(one.commissioned_on)]),
        count("Sent to the Home Office", sent),
        count("within six months of the decision", six, is_part=True),
        count("within twelve months", twelve, is_part=True),
        count("later than twelve months", later, is_part=True),
        *unknown([one for one in sent if one.days_to_send is None]),
        count("Published", [one for one in courses if year.has(one.published_on)]),
    ]  # fmt: skip


def unknown(sent: list[Course]) -> list[Count]:
    return [count("after a decision whose day nobody knows", sent, is_part=True)] if sent else []


def is_in_time(one: Course) -> bool:
    return bool(one.decided_on and one.decide_by and one.decided_on <= one.decide_by)


def without(courses: Iterable[Course], these: list[Course]) -> list[Course]:
    return [one for one in courses if one not in these]


def count(name: str, courses: Iterable[Course], *, is_part: bool = False) -> Count:
    return Count(name, [one.review for one in courses], is_part)


def on_hold(
    reviews: list[Review], holds: HoldsOf, year: ReportingYear, *, today: date
) -> list[Review]:
    """Return those that were on hold on a day of the year. On the day it ends a hold is over."""
    until = min(year.to_on, today)

    def lies_in(hold: Hold) -> bool:
        ends_after = max(hold.began_on, year.from_on)
        return hold.began_on <= until and (hold.ended_on is None or hold.ended_on > ends_after)

    return [review for review in reviews if any(map(lies_in, holds.get(review.pk, ())))]


# Where their days went

Spent = list[tuple[Review, Span]]


def spans_in(
    year: ReportingYear,
    courses: list[Course],
    deadlines: DeadlinesOf,
    holds: HoldsOf,
    *,
    today: date,
) -> Spent:
    """
    Return what the days of a year went to, of each review: every day of each once. What is closed
    without a review takes no days from then on.
    """
    reviews = [one.review for one in courses]
    ledgers = ledgers_from(deadlines, reviews, holds=holds, today=today)
    return [
        (one.review, span)
        for one in courses
        for span in within(
            year.from_on, min(year.to_on, one.closed_on or today), ledgers[one.review.pk].spans
        )
    ]


def within(first: date, last: date, spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        begin, end = max(span.from_on, first), min(span.to_on, last)
        if begin <= end:
            yield replace(span, from_on=begin, to_on=end)


def by_cause(spent: Spent) -> list[CauseDays]:
    """Return the causes that took days, the longest first and the reviews' own work last."""
    found = []
    for cause in Cause:
        mine = [(review, span) for review, span in spent if span.cause == cause]
        if not mine:
            continue
        days: dict[Review, int] = {}
        for review, span in mine:
            days[review] = days.get(review, 0) + span.days
        found.append(
            CauseDays(
                cause=cause,
                decided=sum(span.days for _, span in mine if span.is_decided),
                proposed=sum(span.days for _, span in mine if not span.is_decided),
                reviews=sorted(days.items(), key=lambda item: (-item[1], item[0].reference)),
            )
        )
    return sorted(found, key=lambda one: (one.cause == WORK, -one.days, one.cause.label))


def longest(spent: Spent) -> Spent:
    waits = [(review, span) for review, span in spent if span.cause != WORK]
    waits.sort(key=lambda pair: (-pair[1].days, pair[1].from_on, pair[0].reference))
    return waits[:LONGEST]
