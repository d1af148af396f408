"""
The statistics of a reporting year. Every number below was worked out by hand from the days of four
invented reviews (`test_replayed.py`) and of two more whose days are laid out here.
"""

from datetime import date

import pytest

from reviews.access import Role
from reviews.lifecycle import Stage
from reviews.models import Review
from tests.factories.reviews import (
    DeadlineFactory,
    ReviewFactory,
    admit,
    playing,
)
from tests.factories.timescales import DelaySpanFactory, HoldFactory
from tests.timescales.counting import AFTER, counted, moved
from timescales.dates import ReportingYear, year_of
from timescales.models import Cause
from timescales.queries.statistics import years_of

pytestmark = pytest.mark.django_db


def named(told, names):
    return {one.name: sorted(names[review.pk] for review in one.reviews) for one in told.counts}


NONE = {
    "Notified": [],
    "Decided whether to review": [],
    "within one month of the notification": [],
    "later": [],
    "Commissioned: to be reviewed": [],
    "Sent to the Home Office": [],
    "within six months of the decision": [],
    "within twelve months": [],
    "later than twelve months": [],
    "Published": [],
    "On hold for a day or more": [],
}


class TestByHand:
    @pytest.mark.parametrize(
        ("begins", "numbers", "median"),
        [
            (
                2021,
                {
                    "Notified": ["long"],
                    "Decided whether to review": ["long"],
                    "within one month of the notification": ["long"],
                    "Commissioned: to be reviewed": ["long"],
                },
                None,
            ),
            (
                2022,
                {
                    "Notified": ["late"],
                    "Decided whether to review": ["late"],
                    "later": ["late"],
                    "Commissioned: to be reviewed": ["late"],
                    "On hold for a day or more": ["long"],
                },
                None,
            ),
            (
                2023,
                {
                    "Notified": ["held", "never"],
                    "Decided whether to review": ["held", "never"],
                    "within one month of the notification": ["held", "never"],
                    "Commissioned: to be reviewed": ["held", "never"],
                    "Sent to the Home Office": ["late", "long"],
                    "within six months of the decision": ["late"],
                    "later than twelve months": ["long"],
                    "Published": ["long"],  # on 31 March; the other on 1 April
                    "On hold for a day or more": ["held"],
                },
                406.5,  # between 184 and 629
            ),
            (
                2024,
                {
                    "Sent to the Home Office": ["never"],
                    "within twelve months": ["never"],
                    "Published": ["late"],
                    "On hold for a day or more": ["held"],
                },
                365,
            ),
        ],
    )
    def test_a_year_counts_what_happened_in_it(
        self, place, officer, stories, begins, numbers, median
    ):
        told = counted(place, officer, begins)
        assert named(told, stories) == NONE | numbers
        assert told.median_days == median

    def test_a_hold_is_none_on_the_day_it_ends(self, place, officer):
        review = ReviewFactory(partnership=place, notified_on=date(2024, 1, 1))
        admit(officer, Role.CSP_OFFICER, to=review)
        HoldFactory(review=review, began_on=date(2024, 2, 1), ended_on=date(2024, 4, 1))
        held = [counted(place, officer, begins).counts[-1].reviews for begins in (2023, 2024)]
        assert held == [[review], []]

    def test_what_was_decided_on_paper_is_sent_after_no_known_time(self, place, officer):
        review = ReviewFactory(partnership=place, notified_on=date(2024, 1, 1))
        admit(officer, Role.CSP_OFFICER, to=review)
        moved(review, Stage.HO_SUBMITTED, date(2024, 6, 1))
        told = counted(place, officer, 2024)
        counts = {one.name: one.reviews for one in told.counts}
        assert counts["Sent to the Home Office"] == [review]
        assert counts["after a decision whose day nobody knows"] == [review]
        assert told.median_days is None

    def test_the_parts_are_the_whole(self, place, officer, stories):
        for begins in range(2021, 2026):
            counts = {one.name: len(one.reviews) for one in counted(place, officer, begins).counts}
            assert counts["Decided whether to review"] == (
                counts["within one month of the notification"] + counts["later"]
            )
            assert counts["Sent to the Home Office"] == (
                counts["within six months of the decision"]
                + counts["within twelve months"]
                + counts["later than twelve months"]
            )


class TestDays:
    """From 1 April to 1 August 2025 there are 30 + 31 + 30 + 31 + 1 = 123 days."""

    @pytest.fixture
    def reviews(self, place, officer):
        decided_late = ReviewFactory(partnership=place, notified_on=date(2025, 3, 20))
        DeadlineFactory(
            review=decided_late, code="D4", started_on=date(2025, 3, 20),
            due_on=date(2025, 4, 20), met_on=date(2025, 5, 5),
        )  # fmt: skip
        HoldFactory(
            review=decided_late, cause=Cause.CRIMINAL,
            began_on=date(2025, 6, 1), ended_on=date(2025, 7, 1),
        )  # fmt: skip
        # decided over the last fifteen days of the hold
        DelaySpanFactory(
            review=decided_late, cause=Cause.CORONER,
            from_on=date(2025, 6, 16), to_on=date(2025, 7, 15),
        )  # fmt: skip
        published = ReviewFactory(partnership=place, notified_on=date(2024, 12, 1))
        DelaySpanFactory(
            review=published, cause=Cause.FAMILY,
            from_on=date(2025, 3, 1), to_on=date(2025, 4, 10),
        )  # fmt: skip
        DeadlineFactory(
            review=published, code="D20", started_on=date(2025, 3, 1), due_on=None,
            met_on=date(2025, 4, 20),
        )  # fmt: skip
        for review in (decided_late, published):
            admit(officer, Role.CSP_OFFICER, to=review)
        return decided_late, published

    def test_each_day_of_the_year_is_counted_once(self, place, officer, reviews):
        told = counted(place, officer, 2025, today=date(2025, 8, 1))
        assert [(one.cause, one.decided, one.proposed) for one in told.causes] == [
            (Cause.CORONER, 30, 0),
            (Cause.CRIMINAL, 0, 15),  # 1 to 15 June
            (Cause.CSP_DECISION, 0, 15),  # 21 April to 5 May
            (Cause.FAMILY, 10, 0),  # 1 to 10 April
            (Cause.WORK, 0, 63 + 10),
        ]
        assert told.days == 123 + 20

    def test_a_year_before_keeps_its_own_days(self, place, officer, reviews):
        told = counted(place, officer, 2024, today=date(2025, 8, 1))
        days = {one.cause: one.days for one in told.causes}
        # of the first twelve days, 20 to 31 March; of the second 121, 1 December to 31 March
        assert days == {Cause.FAMILY: 31, Cause.WORK: 12 + 90}

    def test_the_longest_waits_come_first_and_work_is_none(self, place, officer, reviews):
        told = counted(place, officer, 2025, today=date(2025, 8, 1))
        assert [(review, span.cause, span.days) for review, span in told.waits] == [
            (reviews[0], Cause.CORONER, 30),
            (reviews[0], Cause.CSP_DECISION, 15),
            (reviews[0], Cause.CRIMINAL, 15),
            (reviews[1], Cause.FAMILY, 10),
        ]

    def test_what_only_the_familys_deadline_speaks_for_is_work_to_whoever_is_not_inside(
        self, place, officer
    ):
        review = ReviewFactory(partnership=place, notified_on=date(2025, 4, 1))
        DeadlineFactory(
            review=review, code="D14", started_on=date(2025, 4, 1),
            due_on=date(2025, 4, 10), met_on=date(2025, 4, 20),
        )  # fmt: skip
        admit(officer, Role.CSP_OFFICER, to=review)
        leader = playing(Role.CSP_CHAIR, to=review)
        inside, outside = (
            {one.cause: one.days for one in counted(
                place, reader, 2025, today=date(2025, 4, 30)).causes}
            for reader in (officer, leader)
        )  # fmt: skip
        assert inside == {Cause.FAMILY: 10, Cause.WORK: 20}
        assert outside == {Cause.WORK: 30}

    def test_what_is_not_to_be_reviewed_takes_no_days_once_it_is_closed(self, place, officer):
        review = ReviewFactory(partnership=place, notified_on=date(2025, 4, 1))
        moved(review, Stage.CLOSED_NO_REVIEW, date(2025, 4, 30))
        admit(officer, Role.CSP_OFFICER, to=review)
        assert counted(place, officer, 2025).days == 30


class TestYear:
    @pytest.mark.parametrize(
        ("day", "begins"),
        [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2024, 2, 29), 2023)],
    )
    def test_it_begins_on_the_first_of_april(self, day, begins):
        assert year_of(day) == ReportingYear(begins)
        assert year_of(day).has(day)
        assert not ReportingYear(begins + 1).has(day)
        assert not ReportingYear(begins - 1).has(day)

    def test_it_is_called_by_both_of_its_years(self):
        assert (str(ReportingYear(2025)), str(ReportingYear(2099))) == ("2025–26", "2099–00")

    def test_years_go_back_to_the_first_notification(self):
        reviews = [Review(notified_on=date(2024, 3, 31)), Review(notified_on=date(2025, 5, 1))]
        found = years_of(reviews, today=AFTER)
        assert [year.begins for year in found] == [2025, 2024, 2023]
        assert years_of([], today=AFTER) == [ReportingYear(2025)]
