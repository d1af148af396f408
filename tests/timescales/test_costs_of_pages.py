"""What the pages of a review's time ask of the database, whatever there is."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from reviews.access import Role
from reviews.lifecycle import Stage
from tests.factories.reviews import DeadlineFactory, DecisionFactory, ReviewFactory, playing
from tests.factories.timescales import (
    DelaySpanFactory,
    ExtensionFactory,
    HoldFactory,
    HoldLookFactory,
    YearlyLookFactory,
)
from tests.reviews.clock import follow

SAVEPOINTS = 2  # of a test


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Role.CSP_OFFICER, Role.PANEL_MEMBER])
@pytest.mark.parametrize("rows", [3, 30])
@pytest.mark.parametrize(
    "page", ["timescales:timescale", "timescales:delays", "reminders:register"]
)
def test_they_ask_as_often_whatever_there_is(
    client, page, rows, role, django_assert_max_num_queries
):
    review = ReviewFactory(at_stage=Stage.EVIDENCE, notified_on=date(2026, 1, 5))
    DecisionFactory(review=review, decided_on=date(2026, 1, 20))
    reader = playing(role, to=review)
    for number in range(rows):
        day = date(2026, 2, 1) + timedelta(days=number)
        hold = HoldFactory(review=review, began_on=day, ended_on=day)
        HoldLookFactory(hold=hold)
        ExtensionFactory(review=review, due_on=date(2026, 12, 1) + timedelta(days=number))
        DelaySpanFactory(review=review, from_on=day, to_on=day)
        YearlyLookFactory(review=review, looked_on=day)
    follow(review.pk)
    for number in range(rows):
        DeadlineFactory(review=review, code="D9", subject=f"request-{number}")
    client.force_login(reader)
    with django_assert_max_num_queries(15 + SAVEPOINTS):
        status = client.get(reverse(page, args=[review.reference])).status_code
    assert status == (404 if role == Role.PANEL_MEMBER and page != "timescales:timescale" else 200)
