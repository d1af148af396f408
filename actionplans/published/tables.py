"""The two tables of an action plan, the same on every page and paper."""

from collections.abc import Iterator
from dataclasses import dataclass

from actionplans.published.plan import PublishedAction, PublishedPlan, PublishedRecommendation

NO_ACTION = "No action agreed yet."


@dataclass(frozen=True)
class Table:
    """
    Rows under heads.

    title: the heading above it. caption: what stands in its rows.
    widths: of the columns, in percent.
    empty: what to say where there are no rows.
    """

    title: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    empty: str


def tables_of(plan: PublishedPlan) -> tuple[Table, Table]:
    """Return the table of single agencies, and the one in the Home Office's columns."""
    return single_agency_table(plan), multi_agency_table(plan)


def single_agency_table(plan: PublishedPlan) -> Table:
    return Table(
        title="Single-agency action plan",
        caption="Consolidated recommendations to single agencies",
        heads=(
            "Rec no",
            "Agency/Source",
            "Action taken or to be taken",
            "Outcome and date of completion",
        ),
        rows=tuple(row for one in plan.single_agency for row in single_agency_rows(one)),
        widths=(8, 20, 38, 34),
        empty="There are no recommendations to single agencies.",
    )


def multi_agency_table(plan: PublishedPlan) -> Table:
    return Table(
        title="Multi-agency action plan",
        caption="Recommendations to several agencies, local, regional and national",
        heads=(
            "Recommendation",
            "Scope of recommendation",
            "Action to take",
            "Lead agency",
            "Key milestones achieved in enacting recommendation",
            "Target date",
            "Date of completion and outcome",
        ),
        rows=tuple(row for one in plan.multi_agency for row in multi_agency_rows(one)),
        widths=(19, 12, 17, 11, 17, 9, 15),
        empty="There are no multi-agency recommendations.",
    )


def single_agency_rows(one: PublishedRecommendation) -> Iterator[tuple[str, ...]]:
    """Yield a row for each action; the first says what was recommended as well."""
    agency = one.agency if one.source.endswith(one.agency) else f"{one.agency}\n{one.source}"
    if not one.actions:
        yield one.number, agency, one.text, NO_ACTION
    for place, action in enumerate(one.actions):
        what = action.action if place else f"{one.text}\n{action.action}"
        by = f"\nBy {action.target}" if action.target else ""
        yield numbered(one.number, place), agency, f"{what}{by}", action.outcome


def multi_agency_rows(one: PublishedRecommendation) -> Iterator[tuple[str, ...]]:
    """Yield a row for each action, in the Home Office's columns."""
    if not one.actions:
        yield (recommended(one), one.scope, NO_ACTION, one.addressee, "", "", "")
    for place, action in enumerate(one.actions):
        first = numbered(one.number, place) if place else recommended(one)
        yield (first, one.scope, *columns_of(action))


def columns_of(action: PublishedAction) -> tuple[str, ...]:
    milestones = "\n".join(action.milestones)
    return action.action, action.lead_agency, milestones, action.target, action.outcome


def recommended(one: PublishedRecommendation) -> str:
    """Return a recommendation with the learning it comes from: "3. Train … (learning point 2)"."""
    if not one.lessons:
        return f"{one.number}. {one.text}"
    noun = "learning point" if len(one.lessons) == 1 else "learning points"
    return f"{one.number}. {one.text}\n({noun} {', '.join(one.lessons)})"


def numbered(number: str, place: int) -> str:
    return f"{number}, continued" if place else number
