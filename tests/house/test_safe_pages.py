"""No page carries a script, a style or a handler of its own: the policy would stop them."""

import re

import pytest
from django.urls import reverse

from tests.house.test_routes import addresses
from tests.house.world import World
from tests.pages.reading import Html

HTML = "text/html; charset=utf-8"
WHO = (  # between them they open nearly every page
    "review: Independent chair",
    "review: CSP officer",
    "agency: IMR author",
    "post: Administrator",
    "post: Home Office liaison",
)


def inline(page: str) -> list[str]:
    """Return what a page has of its own where only files of ours may be."""
    found = []
    for element in Html(page).elements:
        names = [name for name in element.attrs if name == "style" or name.startswith("on")]
        found += [f"<{element.tag} {name}>" for name in names]
        found += [
            f"<{element.tag} {name}=javascript:>"
            for name in ("href", "src", "action", "formaction")
            if re.match(r"\s*javascript:", element.get(name) or "", re.I)
        ]
        if element.tag == "style" or (element.tag == "script" and not element.get("src")):
            found.append(f"<{element.tag}>")
    return found


@pytest.mark.parametrize(
    "page",
    [
        "<p style='color:red'>",
        "<body onload='x()'>",
        "<script>x()</script>",
        "<style>p {}</style>",
        "<a href=' JavaScript:x()'>",
    ],
)
def test_what_is_looked_for_is_found(page):
    assert len(inline(page)) == 1


def test_what_is_allowed_is_let_through():
    assert inline("<script type=module src=/a.js></script><a href='/once' hx-get='/x'>") == []


@pytest.mark.slow
@pytest.mark.django_db
def test_no_page_carries_a_script_or_a_style_of_its_own(client):
    world = World()
    left = dict(all_addresses(world))
    found, seen = {}, 0
    for who in WHO:
        client.force_login(world.people[who])
        for name, where in list(left.items()):
            answer = client.get(where)
            if answer.streaming:
                b"".join(answer.streaming_content)  # a file
            elif answer.status_code == 200 and answer["Content-Type"] == HTML:
                del left[name]
                seen += 1
                found[name] = inline(answer.content.decode())
    assert {name: what for name, what in found.items() if what} == {}
    assert seen > 100


def all_addresses(world):
    for name, asks in addresses():
        namespace = name.partition(":")[0]
        values = {
            ask: world.values.get(f"{namespace}:{ask}", world.values.get(ask)) for ask in asks
        }
        if None not in values.values():
            yield name, reverse(name, kwargs=values)
