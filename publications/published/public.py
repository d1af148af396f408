"""
What the world reads of a review. Pages of the library are built from these types alone.

There is no field for a true name, a birth date or a day of the case: a review is a title, and its
only day is the day it was published.
"""

from dataclasses import dataclass, replace
from datetime import date

from publications.published.letter import PublishedLetter
from reports.published.papers import standing_alone
from reports.published.report import PublishedReport

Content = PublishedReport | PublishedLetter
PLAN = "-plan"  # how the keys of the plan's appendices end


@dataclass(frozen=True, kw_only=True)
class SupportLine:
    """Who listens to a reader whom this touches."""

    name: str
    telephone: str
    hours: str


@dataclass(frozen=True, kw_only=True)
class PublicEntry:
    """One review in the list of the library."""

    reference: str
    title: str
    about: str
    label: str
    partnership: str
    kind: str
    published_on: date


@dataclass(frozen=True, kw_only=True)
class PublicWithdrawal:
    """That a review was public and is no longer. Neither its title nor why: that may tell too."""

    reference: str
    partnership: str
    published_on: date
    withdrawn_on: date


@dataclass(frozen=True, kw_only=True)
class PublicItem:
    """One thing to read: as a page under its slug, and as a PDF of so many bytes."""

    slug: str
    name: str
    size: int


@dataclass(frozen=True, kw_only=True)
class PublicReply:
    """What a public body answered to a recommendation, as it was released: a month, no person."""

    body: str
    answer: str
    month: str
    words: str


@dataclass(frozen=True, kw_only=True)
class PublicRecommendation:
    number: str
    text: str
    state: str
    replies: tuple[PublicReply, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PublicReview:
    entry: PublicEntry
    items: tuple[PublicItem, ...]
    recommendations: tuple[PublicRecommendation, ...]


SUPPORT_LINES = (
    SupportLine(
        name="National Domestic Abuse Helpline",
        telephone="0808 2000 247",
        hours="free, day and night",
    ),
    SupportLine(
        name="Live Fear Free, for Wales",
        telephone="0808 80 10 800",
        hours="free, day and night",
    ),
    SupportLine(name="Samaritans", telephone="116 123", hours="free, day and night"),
)


def the_report(report: PublishedReport) -> PublishedReport:
    """Return the overview report as it goes out: no draft number, no summary."""
    return replace(standing_alone(report), version="", summary=())


def the_summary(report: PublishedReport) -> PublishedReport:
    return replace(standing_alone(report), version="", chapters=(), appendices=())


def the_plan(report: PublishedReport) -> PublishedReport:
    """Return the action plan alone: the appendices that hold it."""
    plan = tuple(one for one in report.appendices if one.key.endswith(PLAN))
    return replace(report, version="", chapters=(), summary=(), appendices=plan)
