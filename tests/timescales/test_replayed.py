"""
Four invented reviews, replayed. Every day below was worked out by hand from the notification,
the decision and the holds; nothing of the code was asked.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from reviews.lifecycle import Stage
from reviews.models import NoticeKind, Standing
from tests.factories.reviews import AT, DecisionFactory, NoticeFactory, ReviewFactory
from tests.factories.timescales import ExtensionFactory, HoldFactory
from timescales.models import Cause

pytestmark = pytest.mark.django_db


@dataclass
class Story:
    """A review and how its deadlines stood on one day: code -> due, agreed, met, standing, days."""

    notified_on: date
    provisional_on: date | None = None
    decided_on: date | None = None
    home_office_told_on: date | None = None
    family_told_on: date | None = None
    holds: list[tuple[Cause, date, date | None]] = field(default_factory=list)
    extensions: list[tuple[date, date]] = field(default_factory=list)  # agreed on, due on
    home_office_told_of_delay_on: list[date] = field(default_factory=list)
    family_told_of_delay_on: list[date] = field(default_factory=list)
    signed_on: date | None = None
    as_of: date = date(2026, 1, 1)
    stood: dict[str, tuple[date, date | None, date | None, str, int]] = field(default_factory=dict)


# Notified on the last of a month in winter; decided provisionally in time and finally too late.
LATE_DECISION = Story(
    notified_on=date(2023, 1, 31),
    provisional_on=date(2023, 2, 24),
    decided_on=date(2023, 3, 20),
    home_office_told_on=date(2023, 4, 3),
    as_of=date(2023, 10, 1),
    stood={
        "D4": (date(2023, 2, 28), None, date(2023, 3, 20), "met late", -20),
        "D5": (date(2023, 3, 20), None, date(2023, 4, 3), "met late", -14),
        "D6": (date(2023, 3, 20), None, None, "overdue", -195),
        "D11": (date(2023, 9, 20), None, None, "overdue", -11),
        "D12": (date(2023, 9, 20), None, None, "overdue", -11),
    },
)

# Twenty months: a trial of 150 days on hold, then a later day agreed, met two days before it. The
# family's first letter is about the hold; what tells them of the later day goes out in October.
LONG_WITH_TRIAL = Story(
    notified_on=date(2022, 1, 14),
    decided_on=date(2022, 2, 10),
    home_office_told_on=date(2022, 2, 10),
    family_told_on=date(2022, 4, 10),
    holds=[(Cause.CRIMINAL, date(2022, 4, 1), date(2022, 8, 29))],
    extensions=[(date(2022, 9, 1), date(2023, 10, 12))],
    home_office_told_of_delay_on=[date(2022, 9, 5)],
    family_told_of_delay_on=[date(2022, 4, 10), date(2022, 10, 3)],
    signed_on=date(2023, 10, 10),
    as_of=date(2024, 1, 1),
    stood={
        "D4": (date(2022, 2, 14), None, date(2022, 2, 10), "met in time", 4),
        "D5": (date(2022, 2, 10), None, date(2022, 2, 10), "met in time", 0),
        "D6": (date(2022, 2, 10), None, date(2022, 4, 10), "met late", -59),
        "D11": (date(2022, 8, 10), date(2023, 10, 12), date(2023, 10, 10), "met in time", 2),
        "D12": (date(2022, 8, 10), date(2023, 1, 7), date(2022, 10, 3), "met in time", 96),
        "D13": (date(2022, 5, 1), None, date(2022, 8, 29), "met late", -120),
    },
)

# Looked at while it is on hold for an inquest: 40 days so far, one more every day.
ON_HOLD_NOW = Story(
    notified_on=date(2023, 10, 31),
    decided_on=date(2023, 11, 30),
    home_office_told_on=date(2023, 12, 4),
    family_told_on=date(2023, 12, 1),
    holds=[(Cause.CORONER, date(2024, 2, 20), None)],
    as_of=date(2024, 3, 31),  # the clocks go forward
    stood={
        "D4": (date(2023, 11, 30), None, date(2023, 11, 30), "met in time", 0),
        "D5": (date(2023, 11, 30), None, date(2023, 12, 4), "met late", -4),
        "D6": (date(2023, 11, 30), None, date(2023, 12, 1), "met late", -1),
        "D11": (date(2024, 5, 30), date(2024, 7, 9), None, "on hold", 100),
        "D12": (date(2024, 5, 30), date(2024, 7, 9), None, "on hold", 100),
        "D13": (date(2024, 3, 21), None, None, "overdue", -10),
    },
)

# Ten months to its sign-off, never extended: a leap day in its six months, which end on 29 August.
NEVER_EXTENDED = Story(
    notified_on=date(2024, 2, 5),
    decided_on=date(2024, 2, 29),
    home_office_told_on=date(2024, 3, 1),
    family_told_on=date(2024, 3, 1),
    signed_on=date(2024, 12, 30),
    as_of=date(2025, 1, 1),
    stood={
        "D4": (date(2024, 3, 5), None, date(2024, 2, 29), "met in time", 5),
        "D5": (date(2024, 2, 29), None, date(2024, 3, 1), "met late", -1),
        "D6": (date(2024, 2, 29), None, date(2024, 3, 1), "met late", -1),
        "D11": (date(2024, 8, 29), None, date(2024, 12, 30), "met late", -123),
    },
)
STORIES = [LATE_DECISION, LONG_WITH_TRIAL, ON_HOLD_NOW, NEVER_EXTENDED]
ASKED = ("D4", "D5", "D6", "D11", "D12", "D13")


def told(story):
    review = ReviewFactory(notified_on=story.notified_on, died_on=story.notified_on)
    for day, standing in (
        (story.provisional_on, Standing.PROVISIONAL),
        (story.decided_on, Standing.CONFIRMED),
    ):
        if day:
            DecisionFactory(review=review, decided_on=day, standing=standing)
    for day, kind in (
        (story.home_office_told_on, NoticeKind.HOME_OFFICE_DECISION),
        (story.family_told_on, NoticeKind.FAMILY_DECISION),
        *((day, NoticeKind.HOME_OFFICE_DELAY) for day in story.home_office_told_of_delay_on),
        *((day, NoticeKind.FAMILY_DELAY) for day in story.family_told_of_delay_on),
    ):
        if day:
            NoticeFactory(review=review, kind=kind, sent_on=day)
    for cause, began_on, ended_on in story.holds:
        look_on = date.fromordinal(began_on.toordinal() + 30)
        HoldFactory(
            review=review, cause=cause, began_on=began_on, ended_on=ended_on, review_on=look_on
        )
    for agreed_on, due_on in story.extensions:
        ExtensionFactory(review=review, agreed_on=agreed_on, due_on=due_on)
    if story.signed_on:
        review.moves.create(
            from_stage=Stage.PANEL_AGREED,
            to_stage=Stage.CSP_SIGNED_OFF,
            moved_on=story.signed_on,
            recorded_at=AT,
        )
    return review


def printed(review, as_of):
    out = StringIO()
    asked = ("--review", review.reference, "--as-of", as_of.isoformat(), "--json")
    call_command("deadlines", *asked, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("story", STORIES)
def test_every_day_is_as_worked_out_by_hand(story):
    lines = printed(told(story), story.as_of)
    stood = {
        line["code"]: (
            date.fromisoformat(line["statutory_due"]),
            line["agreed_due"] and date.fromisoformat(line["agreed_due"]),
            line["met_on"] and date.fromisoformat(line["met_on"]),
            line["standing"],
            line["days"],
        )
        for line in lines
        if line["code"] in ASKED
    }
    assert stood == story.stood


def test_an_earlier_day_knows_nothing_of_later_ones():
    review = told(LONG_WITH_TRIAL)
    before = {line["code"]: line for line in printed(review, date(2022, 3, 1))}
    assert before["D11"]["agreed_due"] is None
    assert before["D11"]["met_on"] is None
    assert before["D11"]["standing"] == "running"
    assert before["D6"]["standing"] == "overdue"
    assert "D13" not in before


def test_the_command_says_on_whose_authority():
    lines = printed(told(LATE_DECISION), date(2023, 2, 1))
    (line,) = (line for line in lines if line["code"] == "D4")
    assert line["label"] == "Decide whether to review"
    assert (line["basis"], line["source"]) == (
        "Statutory guidance",
        "2016 guidance (paragraph not verified)",
    )


def test_the_command_speaks_to_people_as_well():
    out = StringIO()
    call_command("deadlines", "--review", told(NEVER_EXTENDED).reference, stdout=out)
    assert "D11  2024-08-29  met late     Complete the overview report" in out.getvalue()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--review", "NO-DHR-1"), "no review with the reference NO-DHR-1"),
        (("--review", "NO-DHR-1", "--as-of", "soon"), "a day such as 2026-03-31"),
        (("--review", "NO-DHR-1", "--as-of", "9999-12-31"), "from 1990-01-01 to 2199-12-31"),
        (("--review", "NO-DHR-1", "--as-of", "1989-12-31"), "from 1990-01-01 to 2199-12-31"),
    ],
)
def test_what_it_cannot_do_is_said(asked, words):
    with pytest.raises(CommandError, match=words):
        call_command("deadlines", *asked)


def test_the_first_and_the_last_day_it_takes_are_answered():
    review = told(ON_HOLD_NOW)
    assert printed(review, date(1990, 1, 1)) == []
    assert printed(review, date(2199, 12, 31))


def test_the_ledger_is_printed_for_scripts_and_people():
    review = told(LONG_WITH_TRIAL)
    out = StringIO()
    call_command("delay_ledger", "--review", review.reference, "--json", stdout=out)
    ledger = json.loads(out.getvalue())
    assert ledger["days_by_cause"]["CRIMINAL"] == 150
    assert sum(span["days"] for span in ledger["spans"]) == sum(ledger["days_by_cause"].values())
    out = StringIO()
    call_command("delay_ledger", "--review", review.reference, stdout=out)
    assert "2022-04-01 to 2022-08-28   150  proposed  Criminal process" in out.getvalue()
    with pytest.raises(CommandError, match="no review"):
        call_command("delay_ledger", "--review", "NO-DHR-1")
