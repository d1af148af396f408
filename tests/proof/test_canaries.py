"""
Marked words of another review, of another agency and of the family, looked for wherever those who
have no right to them can look.
"""

import json
import re

import pytest
from django.apps import apps
from django.urls import reverse

from audit.models import AuditEvent
from messaging.models import Message
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Role
from tests.factories.agencies import UserFactory
from tests.factories.reviews import admit, playing
from tests.house.routes import PUBLIC, SIGNED_IN
from tests.house.world import World
from tests.proof.marking import MARK, field_of, marked, texts, words_in
from tests.proof.test_addresses import has_no_parts
from tests.proof.worlds import Neighbour, every_address, everything, for_its_agency

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FAMILY = list(apps.get_app_config("families").get_models())
FAMILY_READERS = {Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY}
NOWHERE = "Zqxnowherecanary"
SEARCHED = {"chronologies:composite", "panels:rounds", "actionplans:plan"}
SEARCHES = ("q", "words", "search", "name")


def found_by(client, values_of_pages):
    """Return every marker on every page, and on which page it was."""
    paths = {path for values in values_of_pages for _, _, path in every_address(values)}
    paths |= {reverse(name) for name in [*PUBLIC, *SIGNED_IN] if has_no_parts(name)}
    paths -= {"/sign-out/"}
    found = {}
    for path in sorted(paths):
        response = client.get(path)
        said = words_in(response)
        if response.status_code == 405:
            said += words_in(client.post(path))
        for word in MARK.findall(said):
            found.setdefault(word, path)
    return found


def searched(client, values, word):
    """Yield where a search for a marked word answers otherwise than one for a word of nobody's."""
    pages = [reverse("reviews:list"), reverse("publications:library")]
    pages += [path for name, _, path in every_address(values) if name in SEARCHED]
    for page in pages:
        for name in SEARCHES:
            plain = client.get(page, {name: NOWHERE}).content.decode()
            answer = client.get(page, {name: word}).content.decode()
            if strip(answer.replace(word, NOWHERE)) != strip(plain):
                yield page, name


def strip(said):
    return re.sub(r"[A-Za-z0-9]{64}|nonce-?[^'\"\s]*|nonce=\"[^\"]*\"|csrftoken[^;]*", "", said)


def said_besides():
    """What the trail and the letters say."""
    events = [event.subjects for event in AuditEvent.objects.all()]
    return json.dumps(events) + json.dumps(list(Message.objects.values()), default=str)


# What was marked and stands on no page inside a review, though its reader has every right
UNSHOWN = {
    "AgreementRoundsubjectkey",  # a key of ours
    "ChronologySignOfffullname",  # on the page of the file that was signed off, not of this one
    "GuestLinkreviewref",  # the link's page shows the reference of the review itself
    "Publicationabout",  # on the public pages, which are everybody's
}


def test_the_owner_finds_every_marked_word_of_a_review(client):
    with marked("other", None) as planted:
        other = World()
    client.force_login(everything(other))

    found = found_by(client, [other.values])

    assert len(planted) > 60
    assert {field_of(word) for word in planted - found.keys()} == UNSHOWN


def test_nobody_finds_a_word_of_another_review(client, caplog):
    world = World()
    with marked("other", None):
        other = World()
    client.force_login(everything(world))

    with caplog.at_level("DEBUG"):
        found = found_by(client, [world.values, other.values])

    # what is published is everybody's
    public = {word for word, path in found.items() if path.startswith("/library/")}
    assert {word: found[word] for word in found.keys() - public} == {}
    assert not MARK.findall(caplog.text + said_besides())
    word = "ZqxotherChronologyEntrywhathappenedcanary"
    assert list(searched(client, world.values, word)) == []


def test_no_agency_finds_a_word_of_another_in_the_same_review(client, caplog):
    world = World()
    with marked("neighbour", None):
        neighbour = Neighbour(world)
    client.force_login(for_its_agency(world))

    with caplog.at_level("DEBUG"):
        found = found_by(client, [world.values, neighbour.values])

    assert found == {}
    assert not MARK.findall(caplog.text + said_besides())


def test_the_neighbour_finds_its_own_words(client):
    world = World()
    with marked("neighbour", None) as planted:
        neighbour = Neighbour(world)
    person = playing(Role.CSP_OFFICER, to=world.review)
    for role in INVOLVEMENT_GRANTS:
        admit(person, role, to=neighbour.part)
    client.force_login(person)

    assert planted - found_by(client, [neighbour.values]).keys() == set()


def test_no_other_part_in_a_review_finds_a_word_of_the_family(client, caplog):
    with marked("family", FAMILY) as planted:
        world = World()
    person = for_its_agency(world)
    for role in REVIEW_GRANTS.keys() - FAMILY_READERS:
        admit(person, role, to=world.review)
    client.force_login(person)

    with caplog.at_level("DEBUG"):
        found = found_by(client, [world.values])

    assert found == {}
    assert not MARK.findall(caplog.text + said_besides())
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=world.review))
    assert planted
    assert found_by(client, [world.values]).keys() == planted


def test_strangers_and_who_is_signed_out_find_no_word_of_anything(client):
    with marked("any", None):
        world = World()
    public = found_by(client, [world.values])
    client.force_login(UserFactory())
    found = found_by(client, [world.values])

    assert {
        path for path in [*found.values(), *public.values()] if "/library/" not in path
    } == set()


def test_every_record_with_words_can_be_marked():
    """Each model in which somebody writes carries markers, but for what is shared by all."""
    of_reviews = [
        model
        for name in ("reviews", "panels", "families", "evidence", "chronologies", "actionplans",
                     "reports", "publications")
        for model in apps.get_app_config(name).get_models()
    ]  # fmt: skip
    assert sum(bool(texts(model)) for model in of_reviews) > 40
