"""My work offers what the clock says somebody owes, once, and to nobody else."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.urls import reverse

from reviews.access import REVIEW_GRANTS, Role
from reviews.deadlines import RULES, find
from reviews.lifecycle import Stage
from reviews.models import Review
from reviews.queries.work import deadlines_running
from tests.factories.reviews import (
    AgencyInvolvementFactory,
    DeadlineFactory,
    ReviewFactory,
    playing,
)

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 2)
OFFERED = sorted(set(settings.CLOCK_FACTS) - set(settings.CLOCK_TASKS))
OF_AGENCY = {"D24"}


@pytest.fixture
def part():
    return AgencyInvolvementFactory(
        review__at_stage=Stage.EVIDENCE, agency__name="Alder Trust", agency__short_name="Alder"
    )


@pytest.fixture
def review(part):
    return part.review


def offered(user):
    return [(item.what, item.due_on) for item in deadlines_running(user, TODAY)]


def test_of_every_deadline_some_task_speaks_and_of_none_twice():
    assert set(settings.CLOCK_TASKS) <= set(settings.CLOCK_FACTS)
    for code, tasks in settings.CLOCK_TASKS.items():
        assert tasks, code
        assert set(tasks) <= set(settings.REVIEW_TASKS), code


@pytest.mark.parametrize("code", OFFERED)
def test_each_role_that_is_told_can_open_where_it_is_met(client, review, part, code):
    regime = "DARDR" if code == "D23" else "DHR_2016"
    rule = find(code, regime_code=regime)
    Review.objects.filter(pk=review.pk).update(regime_code=regime)
    owner = part if code in OF_AGENCY else None
    DeadlineFactory(review=review, code=code, involvement=owner)
    for role in rule.told:
        user = playing(Role(role), to=owner or review)
        (item,) = deadlines_running(user, TODAY)
        assert item.what == f"{rule.name}: Alder" if owner else rule.name
        assert (item.why, item.reference) == (rule.authority, review.reference)
        client.force_login(user)
        assert client.get(item.href).status_code == 200, (role, item.href)


@pytest.mark.parametrize("code", settings.CLOCK_TASKS)
def test_what_another_task_tells_of_is_not_told_twice(review, part, code):
    DeadlineFactory(review=review, code=code)
    DeadlineFactory(review=review, code=code, involvement=part, subject="its own")
    for role in RULES[code].told:
        assert not offered(playing(Role(role), to=review if role in REVIEW_GRANTS else part))


def test_it_is_due_on_the_day_that_stands(review):
    DeadlineFactory(review=review, due_on=date(2026, 7, 20), agreed_on=date(2026, 9, 1))
    officer = playing(Role.CSP_OFFICER, to=review)
    assert offered(officer) == [(RULES["D11"].name, date(2026, 9, 1))]
    review.deadlines.update(agreed_on=None)
    assert offered(officer) == [(RULES["D11"].name, date(2026, 7, 20))]


def test_what_is_met_or_over_is_not_offered(review):
    deadline = DeadlineFactory(review=review, met_on=TODAY)
    officer = playing(Role.CSP_OFFICER, to=review)
    assert not offered(officer)
    deadline.met_on = None
    deadline.save()
    assert offered(officer)
    Review.objects.update(stage=Stage.RETENTION)
    assert not offered(officer)


def test_several_of_one_rule_are_one_line_due_on_the_soonest(review):
    for day in (9, 4, 6):
        DeadlineFactory(
            review=review, code="D14", subject=f"draft-{day}", due_on=date(2026, 3, day)
        )
    chair = playing(Role.INDEPENDENT_CHAIR, to=review)
    assert offered(chair) == [(RULES["D14"].name, date(2026, 3, 4))]
    assert not offered(playing(Role.CSP_OFFICER, to=review))
    assert not offered(playing(Role.PANEL_MEMBER, to=review))


def test_an_agency_owes_its_own_and_the_panel_of_the_review_none(review, part):
    other = AgencyInvolvementFactory(review=review)
    for one in (part, other):
        DeadlineFactory(review=review, code="D24", involvement=one, subject=f"agency-{one.pk}")
    contact, member = playing(Role.AGENCY_CONTACT, to=part), playing(Role.PANEL_MEMBER, to=review)
    (item,) = deadlines_running(contact, TODAY)
    assert item.href == reverse("outcomes:agency-returns", args=[review.reference, part.pk])
    assert not offered(member)


def test_nothing_is_owed_in_another_review_or_once_the_part_has_ended(review):
    DeadlineFactory(review=review)
    officer = playing(Role.CSP_OFFICER, to=ReviewFactory())
    assert not offered(officer)
    former = playing(Role.CSP_OFFICER, to=review)
    assert offered(former)
    former.memberships.update(until_on=date(2026, 2, 1))
    assert not offered(former)


def test_what_is_due_in_a_year_waits_for_its_time(review):
    officer = playing(Role.CSP_OFFICER, to=review)
    yearly = DeadlineFactory(review=review, code="D31", due_on=TODAY + timedelta(days=191))
    assert not offered(officer)
    review.deadlines.update(due_on=TODAY + timedelta(days=190))
    assert offered(officer) == [(yearly.rule.name, TODAY + timedelta(days=190))]
