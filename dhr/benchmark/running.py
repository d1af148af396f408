"""The whole measurement: every page, as whoever opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from agencies.models import User
from chronologies.models import ChronologySubmission
from dhr.benchmark.measuring import (
    LIMIT,
    Answer,
    Figures,
    Visitor,
    percentile_95,
    without_complaints,
    yardstick,
)
from dhr.benchmark.pages import Page, pages_of, routes, values_of
from dhr.benchmark.people import MAIN, PLAYERS
from dhr.demonstration import people
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, Review

SIGNED_OUT = "signed out"


@dataclass(frozen=True)
class Outcome:
    """
    not_opened: routes of which nobody opened a page; most only take a form or hand out a file.
    broken: pages that answered with a fault.
    """

    figures: list[Figures]
    not_opened: list[str]
    broken: list[str]
    yardstick: float

    @property
    def p95(self) -> float:
        """The 95th percentile over all pages, each opened as often as the others."""
        return percentile_95([one for figures in self.figures for one in figures.times])

    @property
    def too_slow(self) -> list[Figures]:
        return [figures for figures in self.figures if figures.p95 >= LIMIT]

    @property
    def is_kept(self) -> bool:
        return not self.too_slow and not self.broken


def measure_all(*, times: int, say: Callable[[str], None]) -> Outcome:
    say("Opening every page once")
    main, others = visitors()
    with without_complaints():
        visits, not_opened = find_visits(main, others)
    broken = sorted(set[str]().union(*(visitor.broken for visitor in (*main, *others))))
    say(f"Measuring {len(visits)} pages, each {times} times")
    before = yardstick(times=times)
    figures = [visitor.measure(page, times=times) for visitor, page in visits]
    after = yardstick(times=times)
    return Outcome(figures, not_opened, broken, (before + after) / 2)


def find_visits(
    main: list[Visitor], others: list[Visitor]
) -> tuple[list[tuple[Visitor, Page]], list[str]]:
    """Return who opens which page, and the routes that nobody opens."""
    places = [values_of(review, part) for review, part in reviews_to_visit()]
    visits, not_opened = [], []
    for route in routes():
        asked = [pages for values in places if (pages := pages_of(route, values))]
        found = visits_of(asked, main, others)
        visits += found
        if not found:
            not_opened.append(route.name)
    return visits, not_opened


def visits_of(
    asked: list[list[Page]], main: list[Visitor], others: list[Visitor]
) -> list[tuple[Visitor, Page]]:
    """Return who opens the pages of a route, in the first review where somebody does."""
    for visitors, pages in product((main, others), asked):
        found = []
        for visitor, page in product(visitors, pages):
            answer = visitor.looks(page)
            if answer is Answer.NO_PAGE:
                return []
            if answer is Answer.PAGE:
                found.append((visitor, page))
        if found:
            return found
    return []


def visitors() -> tuple[list[Visitor], list[Visitor]]:
    """Return those who open most, and those who are asked where none of them opens a page."""
    users = {who: User.objects.get(email=player.email) for who, player in PLAYERS.items()}
    all_of_them = {who: Visitor(who, user) for who, user in users.items()}
    main = [all_of_them.pop(who) for who in MAIN]
    return main, [*all_of_them.values(), Visitor(SIGNED_OUT, None)]


def reviews_to_visit() -> list[tuple[Review, AgencyInvolvement | None]]:
    """Return the demonstration's reviews, the one with the longest chronology first."""
    longest = ChronologySubmission.objects.order_by("-rows_read").first()
    stages = (Stage.EVIDENCE, Stage.PUBLISHED, Stage.NOTIFIED)
    first = longest.involvement.review if longest else None
    rest = [Review.objects.filter(stage=stage).order_by("pk").first() for stage in stages]
    found = dict.fromkeys(review for review in (first, *rest) if review)
    return [(review, part_of_the_author(review)) for review in found]


def part_of_the_author(review: Review) -> AgencyInvolvement | None:
    parts = review.involvements.select_related("agency")
    return parts.filter(agency__name=people.POLICE_AUTHOR.agency).first() or parts.first()
