"""
Every filter and rule of our own code gone at once: what the database still keeps back.

One person of one agency asks for every page of their own review, of their neighbour's part in it
and of another review, as if each permission were theirs and each list showed everything.
"""

from contextlib import ExitStack
from unittest.mock import patch

import pytest
from django.apps import apps

from families.models.contact import FamilyContactQuerySet
from families.models.entry import EntryQuerySet
from privacy import row_locks
from reviews.models import Permission
from reviews.models.involvement import InvolvementQuerySet
from reviews.models.review import ReviewQuerySet
from tests.house.world import World
from tests.proof.lives import lived, went_on
from tests.proof.marking import field_of, marked
from tests.proof.test_canaries import found_by
from tests.proof.worlds import Neighbour, for_its_agency

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

READABLE = (
    EntryQuerySet,
    FamilyContactQuerySet,
    InvolvementQuerySet,
    ReviewQuerySet,
)
LOCKED = {
    model.__name__ for app in row_locks.APPS for model in apps.get_app_config(app).get_models()
} | {model.__name__ for model in apps.get_models() if model._meta.db_table in row_locks.TABLES}
# Agencies of a review read beside each other that a chronology was sent and how far it is, in rows
# that hold these words too (ADR 24). The rules of the code keep the words back: `test_canaries.py`
WITH_THE_STATE = ("ChronologySubmission", "ChronologySignOff")


@pytest.fixture
def first_lock_alone():
    """Here the database is what is proved."""


@pytest.fixture
def no_rules(client):
    client.raise_request_exception = False  # a page may break; what it says must not leak
    with ExitStack() as gone:
        for queries in READABLE:
            gone.enter_context(patch.object(queries, "readable_by", lambda self, user: self.all()))
        everything = frozenset(permission.value for permission in Permission)
        gone.enter_context(patch("reviews.access.questions._codes", lambda user, on: everything))
        gone.enter_context(patch("chronologies.rules._reads_as_author", lambda *args: True))
        yield


@pytest.fixture
def walk(client, no_rules):
    with marked("family", list(apps.get_app_config("families").get_models())):
        world = World()
        lived(world)
    with marked("neighbour"):
        neighbour = Neighbour(world)
        pages = went_on(neighbour)
    with marked("other"):
        other = World()
        lived(other)
    client.force_login(for_its_agency(world))
    return lambda: {
        word: path
        for word, path in found_by(client, [world.values, *pages, other.values]).items()
        if field_of(word).startswith(tuple(LOCKED)) and "/library/" not in path
    }


def test_no_word_of_a_locked_record_is_found(walk):
    found = walk()
    assert {word for word in found if not field_of(word).startswith(WITH_THE_STATE)} == set()


def test_without_the_second_lock_many_are(walk, second_lock_off):
    assert len(walk()) > 20
