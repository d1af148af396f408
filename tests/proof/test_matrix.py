"""Each role alone, before every record in every state: product and oracle agree."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role, remove
from reviews.models import Membership
from tests.factories.agencies import UserFactory
from tests.factories.reviews import AT, admit, playing
from tests.proof.agreeing import differences
from tests.proof.scene import Asked, Scene

pytestmark = pytest.mark.django_db

SWITCHES = ("closed", "open", "ended")


@pytest.fixture
def scene():
    return Scene()


def turn(scene, how):
    """Everything withheld; everything released, received and sent; and the review ended so."""
    is_open = how != "closed"
    for part in scene.parts:
        part.release(is_open)
        part.receive(AT.date() if is_open else None)
        part.accept(is_open)
    scene.release_draft(is_open)
    scene.send(is_open)
    scene.end(how == "ended")


def places(scene):
    here, there = scene.parts
    yield from ((role, scene.review) for role in REVIEW_GRANTS)
    yield from product(INVOLVEMENT_GRANTS, (here.of, there.of))


@pytest.mark.slow
@pytest.mark.parametrize("how", SWITCHES)
def test_each_role_alone_reads_and_does_what_the_matrix_says(scene, how, client):
    turn(scene, how)
    wrong = []
    for role, place in places(scene):
        user = playing(role, to=place)
        client.force_login(user)
        wrong += differences(Asked(user, scene, scene.parts[0]), client)
        Membership.objects.filter(user=user).update(removed_at=AT)
        user.groups.clear()

    assert wrong == []


@pytest.mark.slow
def test_reports_between_sign_off_and_acceptance_are_the_chairs(scene):
    scene.parts[0].receive(AT.date())
    wrong = []
    for role, place in places(scene):
        wrong += differences(Asked(playing(role, to=place), scene, scene.parts[0]))

    assert wrong == []


def test_a_stranger_reads_and_does_nothing(scene, client):
    turn(scene, "open")
    stranger = UserFactory()
    client.force_login(stranger)

    assert differences(Asked(stranger, scene, scene.parts[0]), client) == []


def endings(scene, user):
    rows = Membership.objects.filter(user=user, review=scene.review)
    yesterday = timezone.localdate() - timedelta(days=1)
    yield "removed", lambda: [remove(membership=row, by=user, at=AT) for row in rows]
    yield "run out", lambda: rows.update(until_on=yesterday)
    yield "past its moment", lambda: rows.update(until_at=timezone.now() - timedelta(minutes=1))
    yield "held", lambda: rows.update(held_at=AT)
    yield "out of the group", lambda: user.groups.clear()


@pytest.mark.parametrize("which", range(5))
def test_a_revocation_bites_on_the_next_request(scene, client, which):
    user = playing(Role.INDEPENDENT_CHAIR, to=scene.review)
    admit(user, Role.IMR_AUTHOR, to=scene.parts[0].of)
    client.force_login(user)
    home = scene.review.get_absolute_url()
    assert client.get(home).status_code == 200

    [_, end] = list(endings(scene, user))[which]
    end()

    assert client.get(home).status_code == 404
    if which != 4:  # a group is derived: its membership stands, and it is the group that decides
        assert differences(Asked(user, scene, scene.parts[0])) == []


def test_who_may_no_longer_sign_in_is_asked_to_on_the_next_request(scene, client):
    user = playing(Role.CSP_OFFICER, to=scene.review)
    client.force_login(user)
    assert client.get(scene.review.get_absolute_url()).status_code == 200

    user.is_active = False
    user.save()

    assert client.get(scene.review.get_absolute_url()).status_code in (302, 404)
    assert differences(Asked(user, scene, scene.parts[0])) == []
