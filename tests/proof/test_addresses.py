"""Every address with something of somebody else's behind it answers as if nothing were there."""

import re

import pytest
from django.db import connection
from django.urls import NoReverseMatch, reverse

from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS
from tests.factories.agencies import UserFactory
from tests.factories.reviews import playing
from tests.house.test_routes import listed
from tests.house.world import World
from tests.proof.worlds import (
    Neighbour,
    every_address,
    everything,
    filled,
    for_its_agency,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Words that differ from answer to answer, and say nothing
VARIES = re.compile(rb"[A-Za-z0-9]{64}|nonce[-=\"A-Za-z0-9+/_]+={0,2}\"?")
WRITES = re.compile(r"^\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+\"?(\w+)", re.IGNORECASE)
# What looking may write: that somebody looked, and who is signed in
MAY_BE_WRITTEN = re.compile(r"^(?:audit_\w+|\w*session\w*)$")


@pytest.fixture
def world():
    return World()


def said(response, path):
    """Return an answer in full, without what differs from answer to answer."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    body = body.replace(path.encode(), b"")
    return response.status_code, VARIES.sub(b"", body), headers(response)


def headers(response):
    varies = {"Set-Cookie", "Content-Security-Policy", "Content-Length"}
    return {name: value for name, value in response.items() if name not in varies}


def missing(client):
    path = reverse("reviews:home", args=["NOWHERE-DHR-1"])
    return said(client.get(path), path)


def differing(client, addresses):
    """Return each address that answers otherwise than one that was never there."""
    nothing = missing(client)
    assert nothing[0] == 404
    found = []
    for name, _, path in addresses:
        response = client.get(path)
        if response.status_code == 405:
            response = client.post(path)
        if said(response, path) != nothing:
            found.append((name, response.status_code))
    return found


def test_another_review_is_not_there_for_whoever_is_everything_in_this_one(client, world):
    client.force_login(everything(world))

    assert differing(client, every_address(World().values)) == []


def test_another_agency_is_not_there_for_the_people_of_this_one(client, world):
    """But for what the chair gave to all: the composite, which shows what was released."""
    client.force_login(for_its_agency(world))
    theirs = Neighbour(world).values
    ours = {path for _, _, path in every_address(world.values)}
    addresses = [one for one in every_address(theirs) if one[2] not in ours]

    assert len(addresses) > 60
    assert differing(client, addresses) == []


def test_no_role_alone_finds_another_review_or_another_agency(client, world):
    """Each role tries its share of the addresses: whoever is everything tried all of them."""
    theirs = list(every_address(World().values))
    found = []
    for number, role in enumerate(REVIEW_GRANTS):
        client.force_login(playing(role, to=world.review))
        found += [(role, *one) for one in differing(client, theirs[number :: len(REVIEW_GRANTS)])]
    ours = {path for _, _, path in every_address(world.values)}
    beside = [one for one in every_address(Neighbour(world).values) if one[2] not in ours]
    for number, role in enumerate(INVOLVEMENT_GRANTS):
        client.force_login(playing(role, to=world.part))
        found += [(role, *one) for one in differing(client, beside[number::4] + theirs[::9])]

    assert found == []


def test_a_stranger_finds_what_was_never_there(client, world):
    client.force_login(UserFactory())

    assert differing(client, every_address(world.values)) == []


def mixed(ours, theirs):
    """Yield addresses of our review in which one number is that of something of theirs."""
    for name, given, _ in every_address(ours):
        for ask in given:
            if not ask.endswith("_id"):
                continue
            other = filled(name, [ask], theirs)[ask]
            if other is not None and other != given[ask]:
                yield name, ask, reverse(name, kwargs={**given, ask: other})


def test_a_number_of_another_review_opens_nothing_under_the_name_of_ones_own(client, world):
    """Whoever may open every page of a review is shown nothing of another by its number."""
    client.force_login(everything(world))
    nothing = missing(client)
    found = []
    for name, ask, path in mixed(world.values, World().values):
        for ask_by in (client.get, client.post):
            response = ask_by(path)
            if response.status_code != 405 and said(response, path)[:2] != nothing[:2]:
                found.append((name, ask, ask_by.__name__, response.status_code))

    assert found == []


def test_who_is_signed_out_learns_nothing_of_what_there_is(client, world):
    """Asked to sign in for what is there and for what is not, in the same words."""
    for name, given, path in every_address(world.values):
        place = "reference" if "reference" in given else "slug"
        elsewhere = reverse(name, kwargs={**given, place: "NOWHERE-DHR-1"})
        here, nowhere = client.get(path), client.get(elsewhere)
        assert (here.status_code, here.content) == (nowhere.status_code, nowhere.content), name
        assert here.status_code in (302, 404), name


class Writing:
    """Notes every statement that changes a table."""

    def __init__(self):
        self.tables = []

    def __call__(self, execute, sql, params, many, context):
        if found := WRITES.match(sql):
            self.tables.append(found[1])
        return execute(sql, params, many, context)


def everything_stored():
    """A sum over every row of every table but those that looking may change."""
    with connection.cursor() as cursor:
        tables = [
            name
            for name in connection.introspection.table_names(cursor)
            if not MAY_BE_WRITTEN.match(name)
        ]
        sums = {}
        for name in tables:
            cursor.execute(
                f'SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM "{name}" t'
            )
            sums[name] = cursor.fetchone()
    return sums


def test_looking_changes_nothing_but_the_trail_and_the_session(client, world):
    """One look writes one line of the trail at most."""
    client.force_login(everything(world))
    pages = [(name, path) for name, _, path in every_address(world.values)]
    pages += [(name, reverse(name)) for name in listed() if has_no_parts(name)]
    before = everything_stored()
    found = []
    for name, path in pages:
        writing = Writing()
        with connection.execute_wrapper(writing):
            response = client.get(path)
            if response.streaming:
                b"".join(response.streaming_content)
        wrong = [table for table in writing.tables if not MAY_BE_WRITTEN.match(table)]
        lines = [table for table in writing.tables if table.startswith("audit_")]
        if wrong or len(lines) > 1:
            found.append((name, wrong, lines))

    assert found == []
    assert everything_stored() == before


def has_no_parts(name):
    try:
        reverse(name)
    except NoReverseMatch:
        return False
    return True
