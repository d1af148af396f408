"""The two tables of an action plan, the same on every page and paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actionplans.published.plan import PublishedAction, PublishedPlan, PublishedRecommendation
from actionplans.readers.plan import UNDER_NO_HEADING

NO_ACTION = "No action agreed yet."
CONSOLIDATED_HEADS = (
    "Rec no",
    "Agency/Source",
    "Action taken or to be taken",
    "Outcome and date of completion",
)
HOME_OFFICE_HEADS = (
    "Recommendation",
    "Scope of recommendation",
    "Action to take",
    "Lead agency",
    "Key milestones achieved in enacting recommendation",
    "Target date",
    "Date of completion and outcome",
)
WIDTH_OF_OTHER = 10  # percent, before all are made to fit


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
    asked = [one for one in plan.recommendations if one.is_consolidated]
    others = other_heads(asked)
    return Table(
        title="Single-agency action plan",
        caption="Consolidated recommendations to single agencies",
        heads=(*CONSOLIDATED_HEADS, *others),
        rows=tuple(under_headings(asked, others)),
        widths=fitted((8, 20, 38, 34), len(others)),
        empty="There are no recommendations to single agencies.",
    )


def multi_agency_table(plan: PublishedPlan) -> Table:
    asked = [one for one in plan.recommendations if not one.is_consolidated]
    others = other_heads(asked)
    return Table(
        title="Multi-agency action plan",
        caption="Recommendations to several agencies, local, regional and national",
        heads=(*HOME_OFFICE_HEADS, *others),
        rows=tuple(under_headings(asked, others)),
        widths=fitted((19, 14, 16, 11, 16, 9, 15), len(others)),
        empty="There are no multi-agency recommendations.",
    )


def other_heads(asked: Sequence[PublishedRecommendation]) -> tuple[str, ...]:
    """Return the columns beside the layout's own that plans brought in have words in."""
    actions = (action for one in asked for action in one.actions)
    return tuple(dict.fromkeys(heading for action in actions for heading, _words in action.others))


def fitted(widths: tuple[int, ...], others: int) -> tuple[int, ...]:
    whole = sum(widths) + others * WIDTH_OF_OTHER
    return tuple(width * 100 // whole for width in (*widths, *[WIDTH_OF_OTHER] * others))


def under_headings(
    asked: Sequence[PublishedRecommendation], others: Sequence[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the rows, and a row where those under another heading, or none, begin."""
    heading = ""
    for one in asked:
        rows = rows_of(one, others)
        if one.heading != heading:
            heading = one.heading
            yield (heading or UNDER_NO_HEADING, *[""] * (len(rows[0]) - 1))
        yield from rows


def rows_of(one: PublishedRecommendation, others: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """Return a row for each action; the first says what was recommended as well."""
    rows = single_agency_rows(one) if one.is_consolidated else multi_agency_rows(one)
    beside = [other_cells(action, others) for action in one.actions] or [("",) * len(others)]
    return [(*row, *cells) for row, cells in zip(rows, beside, strict=True)]


def other_cells(action: PublishedAction, others: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        "\n".join(words for heading, words in action.others if heading == other) for other in others
    )


def single_agency_rows(one: PublishedRecommendation) -> Iterator[tuple[str, ...]]:
    """Yield a row for each action; the first says what was recommended as well."""
    number = one.plan_number if one.layout else one.number
    is_source = not one.source or one.source.endswith(one.agency)
    agency = one.agency if is_source else f"{one.agency}\n{one.source}"
    asked = one.words or one.text
    if not one.actions:
        yield number, agency, asked, NO_ACTION
    for place, action in enumerate(one.actions):
        is_one = action.action in ("", asked)  # a plan that was brought in says both in one
        what = asked if is_one else f"{asked}\n{action.action}"
        by = f"\nBy {action.target}" if action.target else ""
        words = action.action if place else what
        yield numbered(number, place), agency, f"{words}{by}", action.outcome


def multi_agency_rows(one: PublishedRecommendation) -> Iterator[tuple[str, ...]]:
    """Yield a row for each action, in the Home Office's columns."""
    if not one.actions:
        yield (recommended(one), one.scope, NO_ACTION, one.addressee, "", "", "")
    for place, action in enumerate(one.actions):
        number = one.plan_number if one.layout else one.number
        first = numbered(number, place) if place else recommended(one)
        yield (first, one.scope, *columns_of(action))


def columns_of(action: PublishedAction) -> tuple[str, ...]:
    milestones = "\n".join(action.milestones)
    return action.action, action.lead_agency, milestones, action.target, action.outcome


def recommended(one: PublishedRecommendation) -> str:
    """Return a recommendation with the learning it comes from: "3. Train … (learning point 2)"."""
    number = one.plan_number or one.number
    words = one.words or f"{number}. {one.text}"
    if not one.lessons:
        return words
    noun = "learning point" if len(one.lessons) == 1 else "learning points"
    return f"{words}\n({noun} {', '.join(one.lessons)})"


def numbered(number: str, place: int) -> str:
    if not place:
        return number
    return f"{number}, continued" if number else "continued"
