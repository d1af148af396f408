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
from tests.proof.lives import agreed_in, lived, went_on
from tests.proof.marking import (
    MARK,
    SHARED,
    field_of,
    marked,
    marker,
    models_with_words,
    texts,
    words_in,
)
from tests.proof.test_addresses import has_no_parts
from tests.proof.worlds import Neighbour, every_address, everything, for_its_agency

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FAMILY = list(apps.get_app_config("families").get_models())
FAMILY_READERS = {Role.CSP_OFFICER, Role.INDEPENDENT_CHAIR, Role.REVIEW_SECRETARY}
NOWHERE = "Zqxnowherecanary"
SEARCHED = {"panels:rounds", "actionplans:plan"}
SEARCHED_BY_POST = "composite:narrow"
SEARCHES = ("q", "words", "search", "name")


def found_by(client, values_of_pages, where=lambda path: True):
    """Return every marker on every page, or on those where one asks, and on which page it was."""
    paths = {path for values in values_of_pages for _, _, path in every_address(values)}
    paths |= {reverse(name) for name in [*PUBLIC, *SIGNED_IN] if has_no_parts(name)}
    paths -= {"/sign-out/"}
    found = {}
    for path in sorted(filter(where, paths)):
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


def searched_by_post(client, values, word):
    """Yield likewise where the word is sent in a form."""
    for page in [path for name, _, path in every_address(values) if name == SEARCHED_BY_POST]:
        plain = client.post(page, {"words": NOWHERE}, follow=True).content.decode()
        answer = client.post(page, {"words": word}, follow=True).content.decode()
        if strip(answer.replace(word, NOWHERE)) != strip(plain):
            yield page, "words"


def strip(said):
    return re.sub(r"[A-Za-z0-9]{64}|nonce-?[^'\"\s]*|nonce=\"[^\"]*\"|csrftoken[^;]*", "", said)


def said_besides():
    """What the trail and the letters say."""
    events = [event.subjects for event in AuditEvent.objects.all()]
    return json.dumps(events) + json.dumps(list(Message.objects.values()), default=str)


# What no record can be marked in, and why the database takes no mark
REFUSED = {
    "AgreementRoundversion": "twenty characters at most",
    "Certificatewithdrawnbecause": "nothing, until it is withdrawn",
    "CompositeExportfault": "nothing, while the file can still be made",
    "CompositeExportstoredas": "nothing, until the file is there",
    "DraftCommentparagraph": "ten characters at most",
    "IdentifierCheckfault": "nothing, once it is done",
    "IdentifierChecksubject": "thirty characters at most",
}
# What was marked and stands on no page inside a review, though its reader has every right
UNSHOWN = {
    "CompositeExportabout": "on the page of whoever asked for the file, and on nobody else's",
    "CompositeExportwanted": "the same as data",
    "GateWaiverreason": "the reason of the move as well, which stands there",
    "IncomingReplymessageid": "only compared, so that one email is not taken twice",
    "KeptTextemptybecause": "in the box of whoever typed it, and in nobody else's",
    "KeptTexttext": "the same",
    "Letterwhomtoring": "in the letter itself, a Word file that the list of letters hands out",
    "PollInviteeemail": "where the link went; the page of the poll names the person",
    "Publicationabout": "on the public pages, which are everybody's",
    "RegisterEntrytakenbackbecause": "with a decision that the register does not list any more",
    "SetAsidereason": "beside the words that it is about, while they stand as they were",
    "Reviewunusualreason": "nothing in the product writes it",
}


# What stands on the page of whoever signs a report by link, and beside its file while it is read
BY_LINK = ("FrontSheet", "SignOffLink")


def unseen(planted, found):
    fields = {field_of(word) for word in planted - found.keys()}
    return {field for field in fields if not field.startswith(BY_LINK)}


def marks_of(whose, models):
    return {marker(whose, field) for model in models for field in texts(model)}


def test_the_owner_finds_every_marked_word_of_a_review(client):
    with marked("other") as planted:
        other = World()
        pages = lived(other)
    every = marks_of("other", models_with_words())
    assert {field_of(word) for word in every - planted} == REFUSED.keys()
    client.force_login(everything(other))

    found = found_by(client, pages)

    assert unseen(planted, found) == UNSHOWN.keys()


def test_nobody_finds_a_word_of_another_review(client, caplog):
    world = World()
    with marked("other"):
        other = World()
        pages = lived(other)
    person = everything(world)
    client.force_login(person)

    with caplog.at_level("DEBUG"):
        found = found_by(client, [world.values, *pages])

    # what is published is everybody's
    public = {word for word, path in found.items() if path.startswith("/library/")}
    assert {word: found[word] for word in found.keys() - public} == {}
    assert not MARK.findall(caplog.text + said_besides())
    word = "ZqxotherChronologyEntrywhathappenedcanary"
    client.cookies.clear()  # one of those pages signed out everywhere
    client.force_login(person)
    assert list(searched(client, world.values, word)) == []
    assert list(searched_by_post(client, world.values, word)) == []


def with_agreed_terms():
    """What a review asks of its agencies, which each of them reads."""
    world = World()
    agreed_in(world.review)
    return world


def test_no_agency_finds_a_word_of_another_in_the_same_review(client, caplog):
    world = with_agreed_terms()
    with marked("neighbour"):
        neighbour = Neighbour(world)
        pages = went_on(neighbour)
    client.force_login(for_its_agency(world))

    with caplog.at_level("DEBUG"):
        found = found_by(client, [world.values, *pages])

    assert found == {}
    assert not MARK.findall(caplog.text + said_besides())


def test_the_neighbour_finds_its_own_words(client):
    world = with_agreed_terms()
    with marked("neighbour") as planted:
        neighbour = Neighbour(world)
        pages = went_on(neighbour)
    person = everything(world)
    for role in INVOLVEMENT_GRANTS:
        admit(person, role, to=neighbour.part)
    client.force_login(person)

    found = found_by(client, pages)

    assert unseen(planted, found) == set()


def test_no_other_part_in_a_review_finds_a_word_of_the_family(client, caplog):
    with marked("family", FAMILY) as planted:
        world = World()
        lived(world)
    person = for_its_agency(world)
    for role in REVIEW_GRANTS.keys() - FAMILY_READERS:
        admit(person, role, to=world.review)
    client.force_login(person)

    with caplog.at_level("DEBUG"):
        found = found_by(client, [world.values])

    assert found == {}
    assert not MARK.findall(caplog.text + said_besides())
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=world.review))
    assert planted == marks_of("family", FAMILY)
    compartment = reverse("families:compartment", args=[world.review.reference])
    found = found_by(client, [world.values], where=lambda path: path.startswith(compartment))
    assert found.keys() == planted


def test_strangers_and_who_is_signed_out_find_no_word_of_anything(client):
    with marked("any"):
        world = World()
        pages = lived(world)
    public = found_by(client, pages)
    client.force_login(UserFactory())
    found = found_by(client, pages)

    assert {
        path for path in [*found.values(), *public.values()] if "/library/" not in path
    } == set()


def test_what_is_called_shared_is_there():
    assert {model.__name__ for model in apps.get_models()} >= SHARED
