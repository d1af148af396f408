"""How everybody's first page is put together."""

from datetime import date, timedelta

import pytest

from agencies.models import Agency
from reviews.access import Permission, Role
from reviews.models import AgencyInvolvement, Review
from reviews.queries.work import (
    Task,
    WorkItem,
    deadlines_running,
    in_order,
    notices_missing,
    place,
    task,
    tasks,
    together,
    told_in_part,
    told_in_review,
    when,
    work_of,
)
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AgencyInvolvementFactory, ReviewFactory, playing
from tests.reviews.acting import url
from tests.reviews.clock import follow

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 2)


def look(row, today):
    return WorkItem(
        what=f"Look at {row.get('agency', 'it')}",
        why="Somebody asked",
        href="/",
        due_on=row.get("due_on"),
        **place(row),
    )


def reviews_read(held, today):
    mine = Review.objects.filter(pk__in=held.reviews(Permission.REVIEW_READ))
    return told_in_review(mine, "", due_on="notified_on")


class TestOneKindAlone:
    def test_it_asks_what_somebody_holds_and_then_for_the_rows(self, django_assert_num_queries):
        review = ReviewFactory()
        ReviewFactory()
        reader = playing(Role.PANEL_MEMBER, to=review)
        with django_assert_num_queries(2):
            (item,) = task(reviews_read, look)(reader, TODAY)
        assert (item.review_id, item.reference) == (review.pk, review.reference)
        assert item.due_on == date(2026, 1, 5)

    def test_it_asks_no_more_for_whoever_holds_nothing(self, django_assert_num_queries):
        ReviewFactory()
        stranger = UserFactory()
        with django_assert_num_queries(1):
            assert task(reviews_read, look)(stranger, TODAY) == []

    def test_it_may_ask_several_questions_and_decide_over_all_rows(self):
        review = ReviewFactory()
        count = Task(
            lambda held, today: {"mine": reviews_read(held, today), "all": told_in_all()},
            lambda rows, today: [look(row, today) for row in rows["mine"] * len(rows["all"])],
        )
        ReviewFactory()
        assert len(count(playing(Role.ADVISER, to=review), TODAY)) == 2


def told_in_all():
    return told_in_review(Review.objects.all(), "")


def test_rows_of_an_agencys_part_say_what_to_call_it():
    short = AgencyInvolvementFactory(agency__name="Alder Trust", agency__short_name="Alder")
    AgencyInvolvementFactory(agency__name="Birch Police")
    reader = playing(Role.AGENCY_CONTACT, to=short)
    of_parts = task(lambda held, today: told_in_part(AgencyInvolvement.objects.all(), ""), look)
    assert [item.what for item in of_parts(reader, TODAY)] == [
        f"Look at {agency.label}" for agency in Agency.objects.order_by("name")
    ]


def test_rows_are_put_together_by_review_or_by_something_else():
    rows = [
        {"review_id": 1, "part": 5},
        {"review_id": 2, "part": 6},
        {"review_id": 1, "part": 7},
        {"review_id": 1, "part": 5},
    ]
    assert [len(group) for group in together(rows)] == [3, 1]
    assert [len(group) for group in together(rows, "part")] == [2, 1, 1]
    assert together([]) == []


def test_what_has_no_day_comes_after_this_week_and_before_what_has_time():
    def item(what, reference="AA-1", due_on=None, href="/"):
        return WorkItem(
            what=what, why="", href=href, review_id=1, reference=reference, due_on=due_on
        )

    sorted_items = [
        item("Third", due_on=TODAY - timedelta(days=1)),
        item("Second", due_on=TODAY),
        item("First", "BB-2", due_on=TODAY),
        item("Another"),
        item("Any", href="/1/"),
        item("Any", href="/2/"),
        item("Any", "BB-2"),
        item("A report", due_on=TODAY + timedelta(days=8)),
    ]
    assert in_order(reversed(sorted_items), TODAY) == sorted_items
    told = [when(one, TODAY).value for one in sorted_items]
    assert list(dict.fromkeys(told)) == ["Late", "This week", "No day set", "Later"]


class TestOfReviews:
    def test_the_clock_that_runs_for_those_who_can_stop_it(self):
        review = ReviewFactory()
        follow(review.pk)
        (item,) = deadlines_running(playing(Role.CSP_CHAIR, to=review), TODAY)
        assert item.what == "Decide whether to review"
        assert item.href == url("decision", review)
        assert deadlines_running(playing(Role.PANEL_MEMBER, to=review), TODAY) == []

    def test_letters_that_a_decision_asks_for(self):
        review = ReviewFactory(at_stage="COMMISSIONED")
        items = notices_missing(playing(Role.CSP_OFFICER, to=review), TODAY)
        assert [item.what for item in items] == [
            "Tell the Home Office of the decision",
            "Tell the family of the decision",
        ]
        assert {item.href for item in items} == {url("record-notice", review)}


def test_all_kinds_together_cost_two_queries(django_assert_num_queries):
    review = ReviewFactory(at_stage="COMMISSIONED")
    follow(review.pk)
    user = playing(Role.CSP_OFFICER, to=review)
    with django_assert_num_queries(2):
        items = work_of(user, today=TODAY)
    assert {"Complete the overview report", "Tell the family of the decision"} <= {
        item.what for item in items
    }
    assert items == in_order(items, TODAY)
    assert all(isinstance(kind, Task) for kind in tasks().values())
