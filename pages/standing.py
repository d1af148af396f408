"""
What stood when a page was opened, so that nobody writes over what somebody else changed since.

A page that changes a record carries, for each field, a short sum of what it said. When it comes
back they are compared with what stands now: a field that was left alone keeps that, and of one that
both changed it is shown.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, cast

from django import forms
from django.db import models
from django.utils.choices import flatten_choices

from pages.templatetags.dates import date_long

NAME = "as_it_stood"
LONGEST_SHOWN = 300  # letters
SUM_LETTERS = 10


def field_of(standing: Mapping[str, Any]) -> forms.Field:
    return forms.CharField(widget=forms.HiddenInput, required=False, initial=sums_of(standing))


def sums_of(standing: Mapping[str, Any], *, before: Mapping[str, str] | None = None) -> str:
    """Return the sums of what stands, by field, as a page carries them; `before` those it had."""
    return json.dumps({**(before or {}), **{one: sum_of(now) for one, now in standing.items()}})


def sum_of(value: Any) -> str:
    said = json.dumps(plain(value), default=str, sort_keys=True)
    return sha256(said.encode()).hexdigest()[:SUM_LETTERS]


def plain(value: Any) -> Any:
    """Return a value so that the same says the same: records by their number, nothing as ""."""
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, list | tuple | set | models.QuerySet):
        return sorted(map(str, map(plain, value)))
    return "" if value is None else value


NOTHING = sum_of(None)
SIMPLE = (str, bool, date, type(None))  # values that a form takes as its record has them


def stood_in(posted: str) -> Mapping[str, str]:
    """Return the sums that a page carried; none where it carried nothing of ours."""
    try:
        stood = json.loads(posted or "{}")
    except ValueError:
        return {}
    return stood if isinstance(stood, dict) else {}


def changed_since(stood: Mapping[str, str], standing: Mapping[str, Any]) -> list[str]:
    """
    Return the fields that say something else than when the page was opened. One that is not told
    of said nothing.
    """
    names = dict.fromkeys([*standing, *stood]) if stood else {}
    return [name for name in names if stood.get(name, NOTHING) != sum_of(standing.get(name))]


def is_left_alone(given: Any, stands: Any, stood: str) -> bool:
    """Test whether a field came back as it was opened, so that what stands now can be kept."""
    is_simple = isinstance(given, SIMPLE) and isinstance(stands, SIMPLE)
    return is_simple and sum_of(given) == stood


def as_given(stands: Any, *, like: Any) -> Any:
    """Return what stands as a form gives it: nothing is an empty text, or a box without a tick."""
    if stands is not None:
        return stands
    if isinstance(like, bool):
        return False
    return "" if isinstance(like, str) else None


def words_for(label: str, field: forms.Field, value: Any) -> str:
    """Say that a field was changed meanwhile, what it says now, and how to go on."""
    this = f"“{label}” was changed while you had this page open."
    return f"{this} It says now: {shown(field, value)}. Send this again to put yours in its place"


def shown(field: forms.Field, value: Any) -> str:
    if isinstance(value, bool):
        return "ticked" if value else "not ticked"
    words = " ".join(words_of(field, value).split())
    if not words:
        return "nothing"
    short = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN].rstrip()}…"
    return f"“{short}”"


def words_of(field: forms.Field, value: Any) -> str:
    said = plain(value)
    if isinstance(field, forms.ChoiceField):
        chosen = set(said) if isinstance(said, list) else {str(said)}
        offered: Iterable[tuple[Any, Any]] = flatten_choices(cast("Any", field.choices))
        return ", ".join(str(label) for key, label in offered if str(key) in chosen)
    if isinstance(value, date):
        return date_long(value)
    return ", ".join(said) if isinstance(said, list) else str(said)
