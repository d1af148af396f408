"""What this app shows on a review's home page."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from agencies.models import User
from pages.parts import Card
from pages.templatetags.dates import date_long
from pages.templatetags.sentences import in_sentence
from reviews.access import Permission
from reviews.deadlines import days_left
from reviews.models import Review
from reviews.queries.asking import Question, told
from reviews.queries.cards import CardKind, Rows
from timescales.models import Cause
from timescales.queries.report import REPORT


def asked_of_time(review: Review, reader: User, today: date) -> Mapping[str, Question]:
    report = review.deadlines.filter(code=REPORT)
    return {
        "report": told(report, due_on="due_on", agreed_on="agreed_on", met_on="met_on"),
        "holds": told(review.holds.running(), cause="cause", began_on="began_on"),
    }


def how_long(review: Review, rows: Rows, today: date) -> Card:
    return Card(
        "Timescale",
        reverse("timescales:timescale", args=[review.reference]),
        figure(rows, today),
        [
            f"On hold since {date_long(hold['began_on'])}: {because(hold['cause'])}"
            for hold in rows["holds"]
        ],
    )


def because(cause: str) -> str:
    return in_sentence(Cause(cause).label)


def figure(rows: Rows, today: date) -> str:
    if not rows["report"]:
        return "No report is due yet"
    report = rows["report"][0]
    if report["met_on"]:
        return f"Signed off on {date_long(report['met_on'])}"
    days = days_left(report["agreed_on"] or report["due_on"], today=today)
    count = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{count} to the report" if days >= 0 else f"Report {count} late"


timescale = CardKind((Permission.REVIEW_READ,), asked_of_time, how_long)
