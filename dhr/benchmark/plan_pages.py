"""Pages that look across many plans, and the bare SQL each is compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db import connection
from django.urls import reverse

from agencies.models import User
from dhr.benchmark.measuring import Figures, Visitor, milliseconds
from dhr.benchmark.pages import Page
from dhr.benchmark.plans import READERS, SLUG
from privacy.row_locks import lifted

SEARCH, NARROW = "learning:learning", "learning:narrow"
SEARCHING = ("CSP officer of every review",)  # a panel member searches nothing


@dataclass(frozen=True)
class Compared:
    """What opening a page took somebody, beside the bare SQL. Times are milliseconds."""

    figures: Figures
    bare: float

    @property
    def p95(self) -> float:
        return self.figures.p95

    @property
    def ratio(self) -> float:
        return self.figures.median / self.bare

    def line(self) -> str:
        one = self.figures
        return (
            f"{one.page:<44} {one.who:<28} {one.queries:>7} {one.median:>8.1f} {one.p95:>8.1f}"
            f" {self.bare:>9.1f} {self.ratio:>6.2f}"
        )

    def as_data(self) -> dict[str, Any]:
        return {
            "page": self.figures.page,
            "who": self.figures.who,
            "queries": self.figures.queries,
            "median_ms": round(self.figures.median, 1),
            "p95_ms": round(self.figures.p95, 1),
            "bare_sql_ms": round(self.bare, 1),
            "ratio": round(self.ratio, 2),
        }


@dataclass(frozen=True)
class Measured:
    """
    A page to measure.

    name: of its route; `query` follows the question mark, `values` stand in the address.
    sql: the bare question to the database, for everything there is.
    words: what is searched for in what was learnt, before the page is opened.
    """

    name: str
    sql: str
    values: tuple[Any, ...] = ()
    query: str = ""
    readers: tuple[str, ...] = tuple(READERS)
    words: str = ""

    def measure(self, times: int) -> Iterator[Compared]:
        """Open it as each of its readers. Raises AssertionError where it does not open."""
        path = reverse(self.name, args=self.values) + self.query
        bare = median(milliseconds(asked, self.sql) for _ in range(times))
        for who in self.readers:
            visitor = Visitor(who, User.objects.get(email=READERS[who]))
            if self.words:
                visitor.client.post(reverse(NARROW, args=self.values), {"words": self.words})
            code = visitor.client.get(path).status_code
            if code != 200:
                raise AssertionError(f"{path} answers {code} to {who}")
            page = Page(f"{self.name}{self.query} {self.words}".strip(), path)
            yield Compared(visitor.measure(page, times=times), bare)


def asked(sql: str, params: Mapping[str, Any] | None = None) -> None:
    with lifted(), connection.cursor() as cursor:
        cursor.execute(sql, params)
        cursor.fetchall()


ONE_COUNT = """
    SELECT lead.agency_id, action.status, action.target_on < current_date, count(*)
    FROM actionplans_action action
    JOIN actionplans_recommendation recommendation ON recommendation.id = action.recommendation_id
    JOIN reviews_review review ON review.id = recommendation.review_id
    JOIN agencies_communitysafetypartnership place ON place.id = review.partnership_id
    LEFT JOIN reviews_agencyinvolvement lead ON lead.id = action.lead_id
    WHERE place.slug = 'bench-plans'
    GROUP BY 1, 2, 3
"""
THEMES = """
    SELECT lower(trim(point.theme)), action.status, action.target_on < current_date,
        count(DISTINCT action.id)
    FROM actionplans_action action
    JOIN actionplans_recommendation recommendation ON recommendation.id = action.recommendation_id
    JOIN reviews_review review ON review.id = recommendation.review_id
    JOIN agencies_communitysafetypartnership place ON place.id = review.partnership_id
    JOIN actionplans_recommendation_learning_points link
        ON link.recommendation_id = recommendation.id
    JOIN actionplans_learningpoint point ON point.id = link.learningpoint_id
    WHERE place.slug = 'bench-plans'
    GROUP BY 1, 2, 3
"""
LATE = """
    SELECT action.*, review.reference
    FROM actionplans_action action
    JOIN actionplans_recommendation recommendation ON recommendation.id = action.recommendation_id
    JOIN reviews_review review ON review.id = recommendation.review_id
    JOIN agencies_communitysafetypartnership place ON place.id = review.partnership_id
    WHERE place.slug = 'bench-plans' AND action.status IN ('NOT_STARTED', 'IN_PROGRESS')
        AND action.target_on < current_date
    ORDER BY action.target_on, action.id LIMIT 50
"""
FOUND = """
    SELECT lesson.*
    FROM learning_lesson lesson
    JOIN agencies_communitysafetypartnership place ON place.id = lesson.partnership_id
    WHERE place.slug = 'bench-plans'
        AND lesson.words @@ websearch_to_tsquery('english', '{words}')
    ORDER BY lesson.published_on DESC LIMIT 25
"""
LATEST = """
    SELECT lesson.*
    FROM learning_lesson lesson
    JOIN publications_publication publication ON publication.id = lesson.publication_id
    JOIN agencies_communitysafetypartnership place ON place.id = lesson.partnership_id
    WHERE place.slug = 'bench-plans' AND publication.taken_down_on IS NULL
    ORDER BY lesson.published_on DESC LIMIT 25
"""
BY_YEAR = """
    SELECT link.theme_id, extract(year from lesson.published_on), lesson.kind, count(*)
    FROM learning_lesson lesson
    JOIN learning_lesson_themes link ON link.lesson_id = lesson.id
    JOIN agencies_communitysafetypartnership place ON place.id = lesson.partnership_id
    WHERE place.slug = 'bench-plans'
    GROUP BY 1, 2, 3
"""
PAGES = (
    Measured("outcomes:dashboard", ONE_COUNT, (SLUG,)),
    Measured("outcomes:dashboard", THEMES, (SLUG,), "?by=theme"),
    Measured("outcomes:dashboard", ONE_COUNT, (SLUG,), "?by=age"),
    Measured("outcomes:actions", LATE, (SLUG,), "?standing=late"),
    Measured("outcomes:actions", LATE, (SLUG,), "?theme=carers&standing=late"),
    Measured(SEARCH, LATEST, (SLUG,), readers=SEARCHING),
    Measured(SEARCH, FOUND.format(words="training"), (SLUG,), readers=SEARCHING, words="training"),
    Measured(
        SEARCH,
        FOUND.format(words="interpreter -housing"),
        (SLUG,),
        "?scope=LOCAL&state=going",
        readers=SEARCHING,
        words="interpreter -housing",
    ),
    Measured("learning:themes", BY_YEAR, (SLUG,), readers=SEARCHING),
)
