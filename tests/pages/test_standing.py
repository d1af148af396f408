"""Nobody writes over what somebody else changed while a page was open."""

import json
from datetime import date

import pytest
from django import forms as django_forms
from django.http import QueryDict
from django.urls import reverse

from pages import fields, forms
from pages.standing import NAME, sums_of
from reviews.access import Role
from tests.documents.uploading import forms_at, send
from tests.factories.families import FamilyContactFactory
from tests.factories.reviews import playing
from tests.house.routes import IN_REVIEW
from tests.house.test_routes import LETTERS, address
from tests.house.world import World
from tests.pages.reading import Html

STOOD = {"name": "Pat", "way": "POST", "ways": ["POST"], "on": date(2026, 3, 2), "is_told": True}
WAYS = [("POST", "By post"), ("CALL", "By telephone"), ("FAX", "By fax")]


class ReachForm(forms.Form):
    name = fields.LineField(label="Full name", required=False)
    way = django_forms.ChoiceField(label="How?", choices=WAYS)
    ways = django_forms.MultipleChoiceField(label="Ways", choices=WAYS, required=False)
    on = fields.DateField(label="When?", called="The day", required=False)
    is_told = django_forms.BooleanField(label="Told", required=False)


def posted(stood=STOOD, **said):
    data = QueryDict(mutable=True)
    told = {
        "name": "Pat", "way": "POST", "ways": ["POST"], "is_told": "on",
        "on_day": "2", "on_month": "3", "on_year": "2026", **said,
    }  # fmt: skip
    for name, value in told.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    data[NAME] = sums_of(stood)
    return data


def test_what_nobody_changed_meanwhile_is_taken():
    form = ReachForm(posted(name="Pat Reed"), changing=STOOD)
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Pat Reed"
    assert NAME not in form.cleaned_data


# What is typed here in each field, what somebody else made of it since, and what is said of that
BOTH = [
    (
        {"name": "Sam"},
        {"name": "Patricia"},
        "“Full name” was changed while you had this page open.",
    ),
    (
        {"name": "Sam"},
        {"name": "Patricia"},
        "“Patricia”. Send this again to put yours in its place",
    ),
    ({"name": "Sam"}, {"name": ""}, "It says now: nothing."),
    ({"name": "Sam"}, {"name": "x" * 400}, f"It says now: “{'x' * 300}…”."),
    ({"way": "FAX"}, {"way": "CALL"}, "It says now: “By telephone”."),
    ({"ways": ["CALL"]}, {"ways": ["POST", "CALL"]}, "It says now: “By post, By telephone”."),
    ({"on_day": "9"}, {"on": date(2026, 3, 5)}, "It says now: “5 March 2026”."),
]


@pytest.mark.parametrize(("typed", "now", "words"), BOTH)
def test_what_both_changed_is_shown_and_taken_the_second_time(typed, now, words):
    stands = {**STOOD, **now}
    form = ReachForm(posted(**typed), changing=stands)
    assert not form.is_valid()
    (name,) = now
    assert words in form.errors[name][0]

    shown = Html(str(form))
    again = posted(**typed)
    again[NAME] = shown.find("input", name=NAME)["value"]
    assert ReachForm(again, changing=stands).is_valid()


@pytest.mark.parametrize(
    "now", [{"name": "Patricia"}, {"name": ""}, {"way": "CALL"}, {"on": None}, {"is_told": False}]
)
def test_what_was_left_alone_keeps_what_somebody_else_made_of_it(now):
    form = ReachForm(posted(), changing={**STOOD, **now})
    assert form.is_valid()
    (name,) = now
    assert form.cleaned_data[name] == now[name]


def test_what_was_empty_when_it_was_opened_is_not_written_over_either():
    stands = {"way": "POST", "on": date(2026, 3, 5), "name": "Patricia"}
    left = posted({"way": "POST"}, name="", on_day="", on_month="", on_year="")
    form = ReachForm(left, changing=stands)
    assert form.is_valid()
    assert (form.cleaned_data["on"], form.cleaned_data["name"]) == (stands["on"], "Patricia")
    gone = {"name", "is_told"}
    emptied = ReachForm(posted(), changing={k: v for k, v in STOOD.items() if k not in gone})
    assert emptied.is_valid()
    assert (emptied.cleaned_data["name"], emptied.cleaned_data["is_told"]) == ("", False)


def test_what_was_left_alone_is_kept_although_the_page_came_back_with_an_error():
    stands = {**STOOD, "name": "Patricia"}
    form = ReachForm(posted(way="FAX", on_day="41"), changing=stands)
    assert not form.is_valid()
    again = posted(way="FAX")
    again[NAME] = Html(str(form)).find("input", name=NAME)["value"]
    second = ReachForm(again, changing=stands)
    assert second.is_valid()
    assert second.cleaned_data["name"] == "Patricia"


def test_the_same_change_twice_is_no_conflict():
    assert ReachForm(posted(name="Sam"), changing={**STOOD, "name": "Sam"}).is_valid()


@pytest.mark.parametrize("stood", ["", "{", "[]", json.dumps({"name": 3, "other": "x"})])
def test_a_page_that_carries_nothing_of_ours_does_no_harm(stood):
    data = posted()
    data[NAME] = stood
    ReachForm(data, changing=STOOD).is_valid()


@pytest.mark.django_db
def test_two_windows_on_one_contact_of_the_family(client):
    contact = FamilyContactFactory()
    client.force_login(playing(Role.INDEPENDENT_CHAIR, to=contact.review))
    where = reverse("families:change-contact", args=[contact.review.reference, contact.pk])
    first, second = (forms_at(client, where)[-1] for _ in range(2))

    assert send(client, first, reached_at="0100 000 0000").status_code == 302
    assert send(client, second, preference="Never at work.").status_code == 302
    contact.refresh_from_db()
    assert (contact.reached_at, contact.preference) == ("0100 000 0000", "Never at work.")

    refused = send(client, second, reached_at="0200 000 0000")
    assert "It says now: “0100 000 0000”." in refused.content.decode()
    contact.refresh_from_db()
    assert contact.reached_at == "0100 000 0000"


@pytest.mark.django_db
@pytest.mark.slow
def test_every_page_that_changes_something_carries_what_stood(client):
    world, carries = World(), {}
    for roles, names in IN_REVIEW.items():
        client.force_login(world.people[LETTERS[roles[0]]])
        for name in names:
            page = client.get(address(world, name))
            if page.streaming:
                b"".join(page.streaming_content)
                continue
            form = page.context.get("form") if page.context else None
            if getattr(form, "changing", None):
                carries[name] = f'name="{form.add_prefix(NAME)}"' in page.content.decode()
    assert not [name for name, does in carries.items() if not does]
    assert len(carries) > 20
