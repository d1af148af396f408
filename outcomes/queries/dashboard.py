"""How the actions of a partnership stand, counted by agency, theme or age."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, QuerySet

from actionplans.models import Action, Scope
from actionplans.models.action import ActionQuerySet
from agencies.models import Agency
from outcomes.access import Sight
from outcomes.queries.standings import Age, Standing, with_standing
from outcomes.queries.themes import counted_by_theme
from pages.parts import Filter

AGENCY, THEME, AGE = "agency", "theme", "age"
BY = [Filter("", "By agency"), Filter(THEME, "By theme"), Filter(AGE, "By age")]
HEADS = {AGENCY: "Lead", THEME: "Theme", AGE: "When it was to be done"}
NOBODY, NO_THEME = "nobody", "none"
NEWS = 5  # outcomes that are told


@dataclass(frozen=True)
class Cell:
    standing: Standing
    count: int
    query: str  # the address of its list, after the question mark


@dataclass(frozen=True)
class Line:
    """
    One agency, theme or age. key: what its list is asked by, as it stands in the address.
    cells: one for each standing, in its order.
    """

    name: str
    cells: list[Cell]
    query: str

    @property
    def total(self) -> int:
        return sum(cell.count for cell in self.cells)

    @property
    def waiting(self) -> tuple[int, int]:
        """How many are late, and how many wait to be checked."""
        counts = {cell.standing: cell.count for cell in self.cells}
        return counts[Standing.LATE], counts[Standing.UNVERIFIED]


@dataclass(frozen=True)
class Dashboard:
    """
    head: what the lines are. total: of every action, whatever it is counted under.
    changed: the actions checked last, with what is different.
    """

    head: str
    lines: list[Line]
    total: Line
    scopes: list[Filter]
    changed: list[Action]
    is_by_theme: bool


@dataclass(frozen=True)
class Asked:
    """What the address asks for. Nonsense asks for all."""

    by: str = ""
    scope: str = ""

    @property
    def dimension(self) -> str:
        return self.by if self.by in (THEME, AGE) else AGENCY

    @property
    def kept(self) -> dict[str, str]:
        return {"scope": self.scope} if self.scope in Scope.values else {}


def dashboard_of(sight: Sight, asked: Asked, *, today: date) -> Dashboard:
    """Four queries at the most, whatever the number of actions."""
    every = list(counted(sight.actions, today=today))
    rows = [row for row in every if row["scope"] == asked.scope or not asked.kept]
    lines = {AGENCY: by_agency, THEME: lambda *_: by_theme(sight, asked, today=today), AGE: by_age}
    return Dashboard(
        head=HEADS[asked.dimension],
        lines=lines[asked.dimension](rows, asked.kept),
        total=line_of("All", rows, asked.kept),
        scopes=scopes_of(every),
        changed=changed_last(narrowed(sight.actions, asked)),
        is_by_theme=asked.dimension == THEME,
    )


def narrowed(actions: ActionQuerySet, asked: Asked) -> ActionQuerySet:
    scopes = {f"recommendation__{name}": value for name, value in asked.kept.items()}
    return actions.filter(**scopes)


def counted(actions: ActionQuerySet, *, today: date) -> QuerySet[Any, dict[str, Any]]:
    """Count by everything that a page tells apart but themes, of which an action may have many."""
    rows = with_standing(actions.order_by(), today=today)
    keys = {
        "agency": F("lead__agency"),
        "body": F("lead_words"),
        "scope": F("recommendation__scope"),
    }
    each = rows.values("standing", "age", **keys)
    found: QuerySet[Any, dict[str, Any]] = each.annotate(count=Count("pk"))
    return found


# Lines


def by_agency(rows: Iterable[Mapping[str, Any]], kept: Mapping[str, str]) -> list[Line]:
    """The one with most late actions first; what nobody leads is a line of its own."""
    groups: dict[tuple[Any, str], list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["agency"], row["body"]), []).append(row)
    names = dict(
        Agency.objects.filter(pk__in=[pk for pk, _ in groups if pk]).values_list("pk", "name")
    )
    lines = []
    for (pk, body), found in groups.items():
        if pk:
            lines.append(line_of(names[pk], found, {**kept, "agency": str(pk)}))
        else:
            key = {"body": body} if body else {"agency": NOBODY}
            lines.append(line_of(body or "Nobody yet", found, {**kept, **key}))
    return worst_first(lines)


def by_age(rows: Iterable[Mapping[str, Any]], kept: Mapping[str, str]) -> list[Line]:
    found = list(rows)
    lines = [
        line_of(age.label, [row for row in found if row["age"] == age], {**kept, "age": age.value})
        for age in Age
    ]
    return [line for line in lines if line.total]


def by_theme(sight: Sight, asked: Asked, *, today: date) -> list[Line]:
    """An action counts once under each theme of the learning that its recommendation came of."""
    rows = counted_by_theme(narrowed(sight.actions, asked), today=today)
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["theme"], []).append(row)
    return worst_first(
        line_of(theme_name(theme), found, {**asked.kept, "theme": theme or NO_THEME})
        for theme, found in groups.items()
    )


def theme_name(theme: str) -> str:
    return f"{theme[:1].upper()}{theme[1:]}" or "No theme"


def line_of(name: str, rows: Iterable[Mapping[str, Any]], asked: Mapping[str, str]) -> Line:
    counts = Counter[str]()
    for row in rows:
        counts[row["standing"]] += row["count"]
    cells = [
        Cell(one, counts[one], urlencode({**asked, "standing": one.value})) for one in Standing
    ]
    return Line(name, cells, urlencode(asked))


def worst_first(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (*(-n for n in line.waiting), -line.total, line.name))


def scopes_of(rows: Iterable[Mapping[str, Any]]) -> list[Filter]:
    counts = Counter[str]()
    for row in rows:
        counts[row["scope"]] += row["count"]
    found = [Filter(scope.value, scope.label, counts[scope]) for scope in Scope if counts[scope]]
    return [Filter("", "All", counts.total()), *found]


def changed_last(actions: ActionQuerySet) -> list[Action]:
    """Return the actions done last of which somebody checked what is different now."""
    checked = actions.filter(status="DONE_VERIFIED").exclude(outcome="")
    last = checked.order_by("-completed_on", "-pk").values_list("pk", flat=True)[:NEWS]
    rows = Action.objects.select_related("recommendation__review", "lead__agency")
    return list(rows.filter(pk__in=list(last)).order_by("-completed_on", "-pk"))
