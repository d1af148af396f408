"""docs/asvs.md says how the product stands to a standard; here it is held to what it names."""

import ast
import re
from collections import Counter
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from django.apps import apps
from django.conf import settings
from django.forms import BaseForm

from accounts import halfway, lockouts
from documents.forms import ReceivedFileField
from guests import access, http, models, rules

ROOT = Path(settings.BASE_DIR)
PAGE = (ROOT / "docs" / "asvs.md").read_text()
STATES = ("met", "not met", "does not apply", "not shown")
NUMBER = re.compile(r"V(?:5|6|7|8|16)\.[1-9]\.[1-9][0-9]?")
TEST = re.compile(r"`(tests/[\w/]+\.py)::((?:\w+::)?\w+)`")
# How many requirements of levels 1 and 2 each section has; those of level 3 come after them
ASKED = {
    "V5.1": 1, "V5.2": 3, "V5.3": 2, "V5.4": 3,
    "V6.1": 3, "V6.2": 12, "V6.3": 4, "V6.4": 4, "V6.5": 5, "V6.6": 3, "V6.8": 4,
    "V7.1": 3, "V7.2": 4, "V7.3": 2, "V7.4": 5, "V7.5": 2, "V7.6": 2,
    "V8.1": 2, "V8.2": 3, "V8.3": 1, "V8.4": 1,
    "V16.1": 1, "V16.2": 5, "V16.3": 4, "V16.4": 3, "V16.5": 3,
}  # fmt: skip


def table(start):
    """Return the cells of each row of the tables whose head begins like this."""
    found, is_wanted = [], False
    for line in PAGE.splitlines():
        if not line.startswith("|"):
            is_wanted = False
        elif is_wanted and not line.startswith("|-"):
            found.append([cell.strip() for cell in line.strip("|").split("|")])
        elif line.startswith(f"| {start} |"):
            is_wanted = True
    return found


ROWS = table("Number")


def test_every_requirement_of_both_levels_stands_there_once():
    asked = [f"{section}.{n + 1}" for section, many in ASKED.items() for n in range(many)]
    assert [row[0] for row in ROWS] == asked
    assert all(NUMBER.fullmatch(number) for number in asked)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_is_told_in_full(row):
    _, asks, state, why, shown = row
    assert state in STATES
    assert asks
    assert why or state == "met", "says why"
    if state == "met":
        assert TEST.search(shown), "what is met names a test that shows it"
    assert TEST.sub("", shown).replace("<br>", "").strip() == "", "tests only, or nothing"


def test_the_rows_are_counted():
    counted = Counter(row[2] for row in ROWS)
    assert [(state, int(many)) for state, many in table("State")] == [
        (state, counted[state]) for state in STATES
    ]


@cache
def names_in(path):
    """Return what a file of tests holds: functions, classes, and the functions of these."""
    names = set()
    for node in ast.parse((ROOT / path).read_text()).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            inside = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
            names |= {f"{node.name}::{name}" for name in inside}
    return {name for name in names if re.match(r"(?:Test\w*::)?test_|Test\w*$", name)}


def test_every_test_that_is_named_is_there():
    missing = [
        f"{row[0]}: {path}::{name}"
        for row in ROWS
        for path, name in TEST.findall(row[4])
        if not (ROOT / path).is_file() or name not in names_in(path)
    ]
    assert missing == []


def test_every_link_leads_to_a_document():
    links = re.findall(r"\]\(([^)#:]+)\)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []


def minutes(length):
    return f"{length.total_seconds() / 60:g} minutes"


def test_the_numbers_are_those_of_the_code():
    at_one_address, of_an_account, of_an_address = lockouts.LIMITS.values()
    assert dict(table("What is limited")) == {
        "Wrong passwords and codes for one account from one address": str(at_one_address),
        "Wrong passwords and codes for one account from anywhere": str(of_an_account),
        "An address where the owner signed in, at which the line above does not count": (
            f"{lockouts.KNOWN_FOR.days} days"
        ),
        "Wrong passwords and codes from one address": str(of_an_address),
        "How long that locks out": minutes(settings.AXES_COOLOFF_TIME),
        "Between the two steps of a sign-in": minutes(halfway.LASTS),
        "A session that is not used": minutes(settings.SESSION_IDLE),
        "A session in any case": f"{settings.SESSION_COOKIE_AGE // 3600} hours",
        "Since the sign-in, to change how one signs in": minutes(settings.CONFIRMED_FOR),
        "A link to set a password": f"{settings.PASSWORD_RESET_TIMEOUT // 86400} days",
        "A code for a guest's link": minutes(models.CODE_LIVES),
        "Wrong tries at one code": str(models.WRONG_CODES),
        "Codes for one link in an hour": str(rules.CODES_OF_LINK),
        "Codes from one network in an hour": str(rules.CODES_FROM_NETWORK),
        "Wrong codes from one network in an hour": str(rules.TRIES_FROM_NETWORK),
        "Unknown links from one network in an hour": str(access.UNKNOWN_LINKS),
        "A guest's visit": f"{http.VISIT_LASTS // 60} minutes",
    }


def modules_of_forms():
    """Yield every module of forms of ours, but of the room that only offers the field."""
    for app in apps.get_app_configs():
        if (ROOT / app.name).is_dir() and app.name != "documents":
            for found in walk_packages([str(ROOT / app.name)], f"{app.name}."):
                if found.name.startswith(f"{app.name}.forms"):
                    yield import_module(found.name)


def test_the_kinds_of_file_are_those_that_pages_take():
    taken = {
        (one.__module__.partition(".")[0], ", ".join(sorted(field.accept)))
        for module in modules_of_forms()
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, BaseForm) and one.__module__ == module.__name__
        for field in one.base_fields.values()
        if isinstance(field, ReceivedFileField)
    }
    said = [(app.strip("`"), kinds) for app, _, kinds in table("Pages of")]
    assert sorted(said) == sorted(taken)
