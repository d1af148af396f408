"""Every address has somebody who may open it, and everybody else does not find it."""

import re

import pytest
from django.urls import get_resolver, reverse

from reviews.access import Role
from tests.house.routes import IN_REVIEW, POSTS, PUBLIC, SIGNED_IN
from tests.house.world import STRANGERS, World

LETTERS = {
    "O": f"review: {Role.CSP_OFFICER.label}",
    "C": f"review: {Role.CSP_CHAIR.label}",
    "I": f"review: {Role.INDEPENDENT_CHAIR.label}",
    "S": f"review: {Role.REVIEW_SECRETARY.label}",
    "P": f"review: {Role.PANEL_MEMBER.label}",
    "A": f"review: {Role.ADVISER.label}",
    "N": f"review: {Role.NEIGHBOURING_OFFICER.label}",
    "U": f"review: {Role.AUDITOR.label}",
    "c": f"agency: {Role.AGENCY_CONTACT.label}",
    "a": f"agency: {Role.IMR_AUTHOR.label}",
    "s": f"agency: {Role.SENIOR_SIGN_OFF.label}",
    "p": f"agency: {Role.PANEL_MEMBER.label}",
    "E": f"review: {Role.EMERGENCY_READER.label}",
}
# What the world of the tests has nothing behind: their own tests open these.
NOTHING_BEHIND = {
    "families:answer-entry", "families:original", "families:extract-picture",
    "families:family-picture", "panels:agency-terms-file", "panels:answer-enquiry",
    "panels:answer-file",
    "panels:declaration-file", "panels:give-answer", "panels:minutes-file",
    "panels:round-document", "evidence:scoping-file", "evidence:author-declaration-file",
    "evidence:imr-sign-off", "evidence:imr-give-back", "evidence:imr-send",
    "evidence:imr-query-file", "evidence:change-point", "evidence:remove-point",
    "evidence:move-point-up", "chronologies:sign-off", "chronologies:give-back",
    "chronologies:sign-off-original", "chronologies:original", "chronologies:release",
    "chronologies:take-back",
    "publications:add-item", "publications:remove-item", "publications:let-go",
    "publications:submit", "questions:file",
}  # fmt: skip
ASKS_FOR = re.compile(r"<(?:\w+:)?(\w+)>")


def addresses(patterns=None, namespace="", before=""):
    """Yield the name of every address and what it asks for."""
    for found in patterns if patterns is not None else get_resolver().url_patterns:
        route = before + str(found.pattern)
        if hasattr(found, "url_patterns"):
            yield from addresses(found.url_patterns, found.namespace or namespace, route)
        else:
            name = f"{namespace}:{found.name}" if namespace else found.name
            yield name, ASKS_FOR.findall(route)


def listed():
    groups = [PUBLIC, SIGNED_IN, *POSTS.values(), *IN_REVIEW.values()]
    return [name for group in groups for name in group]


def test_every_address_stands_in_the_list_exactly_once():
    there = [name for name, _ in addresses()]
    assert sorted(listed()) == sorted(there)


@pytest.fixture
def world():
    return World()


def address(world, name):
    """Return an address with something behind it, or None where the world has nothing."""
    asks = dict(addresses())[name]
    namespace = name.partition(":")[0]
    values = {ask: world.values.get(f"{namespace}:{ask}", world.values.get(ask)) for ask in asks}
    return None if None in values.values() else reverse(name, kwargs=values)


def answer(client, where):
    """Ask as a browser would; what only takes a form is sent an empty one."""
    response = client.get(where)
    if response.streaming:
        b"".join(response.streaming_content)
    return client.post(where).status_code if response.status_code == 405 else response.status_code


def of_review():
    return [name for names in IN_REVIEW.values() for name in names]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize(
    "who", [*STRANGERS, "post: Administrator", f"review: {Role.HOME_OFFICE_LIAISON.label}"]
)
def test_strangers_find_nothing_in_a_review(client, world, who):
    client.force_login(world.people[who])
    found = {name: answer(client, where) for name in of_review() if (where := address(world, name))}
    assert {name: code for name, code in found.items() if code != 404} == {}


@pytest.mark.slow
@pytest.mark.django_db
def test_who_is_signed_out_is_asked_to_sign_in(client, world):
    closed = {*listed()} - {*PUBLIC}
    found = {name: client.get(where) for name in closed if (where := address(world, name))}
    assert {
        name for name, answer in found.items() if not answer.url.startswith("/sign-in/")
    } == set()


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("letter", LETTERS)
def test_each_role_opens_what_is_listed_for_it_and_nothing_else(client, world, letter):
    client.force_login(world.people[LETTERS[letter]])
    wrong = {}
    for roles, names in IN_REVIEW.items():
        for name in names:
            where = address(world, name)
            if where is None or name in NOTHING_BEHIND or (letter in roles and takes_form(name)):
                continue
            code = answer(client, where)
            if (code == 404) is (letter in roles):
                wrong[name] = code
    assert wrong == {}


def takes_form(name):
    """Test whether an address changes something at once: its own tests send it what it needs."""
    return name in FORMS_ONLY


FORMS_ONLY = {
    "agencies:bring-back-body", "postoffice:chasing", "postoffice:discard", "postoffice:take-back",
    "families:remove-date", "families:release-extract", "panels:begin-terms",
    "panels:drop-characteristic",
    "panels:drop-enquiry", "panels:enquiry-down", "panels:enquiry-up", "panels:mark-not-done",
    "panels:remind-round", "panels:remove-item", "panels:remove-process-date",
    "panels:reopen-minutes", "panels:take-back-link", "panels:withdraw-paper",
    "evidence:imr-begin", "evidence:mark-answers-read", "evidence:remove-imr-query",
    "composite:export", "composite:export-picture", "composite:drop-export", "composite:narrow",
    "composite:agency-narrow", "composite:look-again", "composite:bring-back",
    "composite:move-paragraph", "composite:reopen", "composite:weigh", "composite:comment",
    "composite:take-back-question", "anonymity:ask", "anonymity:take-back",
    "chronologies:mend-row", "chronologies:set-aside-row", "chronologies:bring-back-row",
    "chronologies:give-date", "chronologies:submit",
    "publications:remove-point",
    "reports:reading-code-by-telephone",
    "replies:bring-back", "replies:confirm",
    "reports:keep-section",
    "actionplans:withdraw-plan",
    "actionplans:take-over", "actionplans:remove-evidence", "actionplans:not-reached",
    "actionplans:record-plan-file",
    "availability:remind", "availability:take-back-link",
    "questions:drop", "questions:mark-read", "questions:take-back",
}  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(("post", "names"), POSTS.items())
def test_pages_of_a_partnership_open_for_its_posts(client, world, post, names):
    holders = {"any": "CSP officer"}.get(post, post).split(" or ")
    strangers = (("stranger", False), ("another agency", False), ("another review", False))
    for who, opens in (*((f"post: {holder}", True) for holder in holders), *strangers):
        client.force_login(world.people[who])
        for name in names:
            if opens and name in {"agencies:remove-contact", "learning:drop-reading"}:
                continue
            code = answer(client, address(world, name))
            assert (code != 404) is opens, (who, name, code)
