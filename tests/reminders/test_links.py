"""Where the line of a reminder leads: to a page that whoever is told of it may open."""

import pytest

from reminders.queries.lines import path_for
from reminders.queries.recipients import OF_AGENCY
from reviews.access import Role
from reviews.deadlines import RULES
from tests.factories.reviews import DeadlineFactory
from tests.house.world import World

OF_PARTS = {"D3", "D9", "D10", "D24", "D25"}


@pytest.mark.django_db
@pytest.mark.slow
def test_everybody_who_is_told_may_open_the_page(client):
    world = World()
    closed = []
    for rule in (rule for rule in RULES.values() if rule.reminders):
        part = world.part if rule.code in OF_PARTS else None
        deadline = DeadlineFactory(review=world.review, code=rule.code, involvement=part)
        for role in sorted({*rule.told, *rule.told_late}):
            where = "agency" if part and role in OF_AGENCY else "review"
            client.force_login(world.people[f"{where}: {Role(role).label}"])
            path = path_for(role, deadline)
            if client.get(path).status_code != 200:
                closed.append((rule.code, role, path))
    assert closed == []


@pytest.mark.django_db
def test_the_path_to_the_familys_page_is_not_told():
    deadline = DeadlineFactory(code="D14")
    reference = deadline.review.reference
    assert path_for("INDEPENDENT_CHAIR", deadline) == f"/reviews/{reference}/"


@pytest.mark.django_db
def test_a_page_that_needs_more_than_is_known_gives_way_to_the_first():
    assert path_for("INDEPENDENT_CHAIR", DeadlineFactory(code="D10")) == "/"
