"""The actions behind a number of the dashboard."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Lower, Trim

from actionplans.models import Action, LearningPoint, Scope
from actionplans.models.action import ActionQuerySet
from agencies.models import Agency
from outcomes.access import Sight
from outcomes.queries.dashboard import NO_THEME, NOBODY, theme_name
from outcomes.queries.standings import Age, Standing, at_standing, of_age

LABELS: dict[str, Callable[[str], str]] = {
    "standing": lambda value: Standing(value).label,
    "age": lambda value: Age(value).label,
    "scope": lambda value: Scope(value).label,
    "theme": lambda value: theme_name("" if value == NO_THEME else value),
    "body": str,
}
KNOWN = {"standing": Standing.values, "age": Age.values, "scope": Scope.values}
ASKED = (*LABELS, "agency")
A_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What the address asks for: fields of ASKED with what each is to be. Nonsense is left out."""

    asked: dict[str, str]

    def words(self) -> str:
        """Say what is shown; nothing where it is everything. Asks for the name of an agency."""
        said = [say(self.asked[name]) for name, say in LABELS.items() if name in self.asked]
        if agency := self.asked.get("agency"):
            found = Agency.objects.filter(pk=int(agency)).first() if agency != NOBODY else None
            said.append(found.name if found else "Nobody leads it yet")
        return " · ".join(said)


def wanted(asked: dict[str, str]) -> Wanted:
    found = {name: asked[name] for name in ASKED if asked.get(name)}
    for name, values in KNOWN.items():
        if name in found and found[name] not in values:
            del found[name]
    if "agency" in found and found["agency"] != NOBODY and not is_number(found["agency"]):
        del found["agency"]
    return Wanted(found)


def is_number(words: str) -> bool:
    return words.isascii() and words.isdigit() and len(words) < len(str(2**63))


def page_of(sight: Sight, one: Wanted, *, number: str | None, today: date) -> Page[Action]:
    """
    Return one page of the actions, the earliest target date first, with what a row shows of them.

    Which they are is asked before what they say: sorting words of a great many would take longer.
    """
    rows = sight.actions
    for name, value in one.asked.items():
        rows = NARROWING[name](rows, value, today)
    ids = rows.order_by(F("target_on").asc(nulls_last=True), "pk").values_list("pk", flat=True)
    page: Any = Paginator(ids, A_PAGE).get_page(number)
    shown = Action.objects.select_related("recommendation__review", "lead__agency")
    found = shown.in_bulk(list(page.object_list))
    page.object_list = [found[pk] for pk in page.object_list]
    return cast(Page[Action], page)


def of_agency(rows: ActionQuerySet, value: str, today: date) -> ActionQuerySet:
    if value == NOBODY:
        return rows.filter(lead=None, lead_words="")
    return rows.filter(lead__agency=int(value))


def of_theme(rows: ActionQuerySet, value: str, today: date) -> ActionQuerySet:
    points = LearningPoint.objects.filter(recommendations=OuterRef("recommendation"))
    named = points.annotate(key=Lower(Trim("theme")))
    if value == NO_THEME:
        return rows.filter(~Exists(named) | Exists(named.filter(key="")))
    return rows.filter(Exists(named.filter(key=value.lower())))


NARROWING: dict[str, Callable[[ActionQuerySet, str, date], ActionQuerySet]] = {
    "standing": lambda rows, value, today: rows.filter(at_standing(today)[Standing(value)]),
    "age": lambda rows, value, today: rows.filter(of_age(today)[Age(value)]),
    "scope": lambda rows, value, today: rows.filter(recommendation__scope=value),
    "body": lambda rows, value, today: rows.filter(lead=None, lead_words=value),
    "agency": of_agency,
    "theme": of_theme,
}
