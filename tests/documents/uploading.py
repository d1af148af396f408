"""Every address that takes a file, found by opening every page as whoever may, and its forms."""

import sys
from dataclasses import dataclass
from html.parser import HTMLParser

from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms import BaseForm
from django.urls import get_resolver

from documents.forms import ReceivedFileField
from tests.house.routes import IN_REVIEW, POSTS
from tests.house.test_routes import LETTERS, address


@dataclass
class Form:
    """A form as a page shows it: what it would send by itself, and what it asks."""

    action: str
    values: dict[str, str]
    files: list[str]
    texts: list[str]


class Forms(HTMLParser):
    """Reads the forms of a page that are sent."""

    def __init__(self, at):
        super().__init__()
        self.at, self.found = at, []
        self.form = self.area = self.choice = None

    def handle_starttag(self, tag, attrs):
        asked = {name: value or "" for name, value in attrs}
        if tag == "form" and asked.get("method") == "post":
            self.form = Form(asked.get("action") or self.at, {}, [], [])
            self.found.append(self.form)
        elif self.form is not None and tag in ("input", "textarea", "select", "option"):
            getattr(self, tag)(asked)

    def input(self, asked):
        name, kind = asked.get("name"), asked.get("type", "text")
        if not name:
            return
        if kind == "file":
            self.form.files.append(name)
        elif kind == "radio":
            self.form.values.setdefault(name, asked["value"])
        elif kind != "checkbox" or "checked" in asked:
            self.form.values[name] = asked.get("value", "on" if kind == "checkbox" else "")
        if kind in ("text", "email", "search"):
            self.form.texts.append(name)

    def textarea(self, asked):
        self.area = asked["name"]
        self.form.texts.append(self.area)
        self.form.values[self.area] = ""

    def select(self, asked):
        self.choice = asked["name"]

    def option(self, asked):
        if self.choice and asked.get("value"):
            self.form.values.setdefault(self.choice, asked["value"])

    def handle_data(self, words):
        if self.area:
            self.form.values[self.area] += words

    def handle_endtag(self, tag):
        if tag in ("textarea", "select"):
            self.area = self.choice = None
        elif tag == "form":
            self.form = None


def forms_at(client, where):
    answer = client.get(where)
    if answer.status_code != 200 or answer.streaming or "html" not in answer["Content-Type"]:
        if answer.streaming:
            b"".join(answer.streaming_content)
        return []
    found = Forms(where)
    found.feed(answer.content.decode())
    return found.found


def views(patterns=None, namespace=""):
    """Give every address by name, with the module of its view."""
    for found in patterns if patterns is not None else get_resolver().url_patterns:
        if hasattr(found, "url_patterns"):
            yield from views(found.url_patterns, found.namespace or namespace)
        else:
            yield f"{namespace}:{found.name}", sys.modules[found.callback.__module__]


def addresses_that_may_take_files():
    """Return the names of the addresses whose module knows a form with a file."""
    return {name for name, module in views() if any(map(asks_for_file, vars(module).values()))}


def asks_for_file(thing):
    return (
        isinstance(thing, type)
        and issubclass(thing, BaseForm)
        and any(
            isinstance(f, ReceivedFileField) for f in getattr(thing, "base_fields", {}).values()
        )
    )


def every_form(client, world, *, only=()):
    """Give (name of the address, who, form) for each form that anybody of a review finds."""
    rooms = [(LETTERS[roles[0]], names) for roles, names in IN_REVIEW.items()]
    rooms += [(f"post: {post}", names) for post, names in POSTS.items()]
    rooms += [(LETTERS["a"], AUTHORS)]
    for who, names in rooms:
        if who not in world.people:
            continue
        client.force_login(world.people[who])
        for name in names:
            if (name in only or not only) and (where := address(world, name)):
                for form in forms_at(client, where):
                    yield name, who, form


AUTHORS = ("chronologies:chronology",)  # where an author finds a form, and the officer another


def send(client, form, *, file=None, **typed):
    """Send a form as it stands, with this file (name and bytes) wherever one is asked for."""
    files = {name: SimpleUploadedFile(*file) for name in form.files} if file else {}
    return client.post(form.action, {**form.values, **typed, **files})
