"""Which rows of a table are headings, and which of the two layouts stands under them."""

import re
from collections.abc import Sequence

from actionplans.readers.columns import PlanColumn, meant_by, meant_by_all, plain
from actionplans.readers.found import CONSOLIDATED, HOME_OFFICE, Section
from chronologies.readers.grid import GridRow, Merged

C = PlanColumn
ASKING = re.compile(r"(what|which|who|when|how|should|ha(s|ve)|is|are)\b(\s+\S+){3,}\?", re.I)
A_NUMBER = re.compile(r"[A-Z]{0,4} ?\d{1,3}(\.\d{1,2})*[a-z]?[.)]?")
LONGEST = 160
LONGEST_OF_SECOND = 60
# What every plan has a column of; what else tells that a row is a heading
SAYS_WHAT = frozenset({C.RECOMMENDATION, C.ACTION, C.LEARNING})
SAYS_WHO_OR_WHEN = frozenset({C.LEAD, C.AGENCY, C.TARGET, C.COMPLETION, C.OUTCOME, C.OWNER})
CONSOLIDATED_COLUMNS = frozenset({C.NUMBER, C.AGENCY, C.COMPLETION, C.OUTCOME, C.OTHER})


def is_heading(row: GridRow, *, before: Section | None) -> bool:
    """
    Tell whether a row names columns: what is to be done, by whom or by when, and little else.

    Below a heading a row must name three, so that nobody's short words are taken for one.
    """
    words = [cell.text for cell in row.cells if cell.is_own]
    if not words or any(len(one) > LONGEST for one in words):
        return False
    if before and repeats(row, before):
        return True
    meant = [meant_by(one) for one in words]
    named = {column for column in meant if column is not C.OTHER}
    tells = bool(named & SAYS_WHAT) and bool(named & (SAYS_WHO_OR_WHEN | {C.SCOPE, C.NUMBER}))
    wanted = 3 if before else 2
    return tells and len(named) >= wanted and len(named) * 2 > len(words)


def repeats(row: GridRow, section: Section) -> bool:
    """Tell whether a row says again what stands at the head of the table."""
    words = [plain(cell.text) for cell in row.cells if cell.is_own]
    heads = [plain(heading) for heading in section.headings]
    return len(words) > 1 and all(word in heads for word in words)


def goes_on(row: GridRow, *, heading: GridRow) -> bool:
    """
    Tell whether a row is the second line of a heading: merged with it, or "i.e. local", or the
    columns that lie under one heading.
    """
    own = [cell.text.strip() for cell in row.cells if cell.is_own]
    if not own or any(len(text) > LONGEST_OF_SECOND for text in own):
        return False
    if any(cell.merged is Merged.ABOVE for cell in row.cells):
        return True
    if all(is_wide(heading, place) for place, cell in enumerate(row.cells) if cell.is_own):
        return True
    is_short = len(own) * 2 <= sum(cell.is_own for cell in heading.cells)
    return is_short and all(text[0].islower() or text[0] in "(/&" for text in own)


def is_wide(heading: GridRow, place: int) -> bool:
    """Tell whether a heading stands over more columns than this one."""
    return any(heading.cell(one).merged is Merged.LEFT for one in (place, place + 1))


def is_explaining(row: GridRow) -> bool:
    """Tell whether a row asks what the columns are for, as the Home Office's own form does."""
    own = [cell.text for cell in row.cells if cell.is_own]
    asking = [text for text in own if ASKING.match(text.strip())]
    return len(own) > 2 and len(asking) * 2 > len(own)


def section_of(
    table: str,
    rows: Sequence[GridRow],
    *,
    below: Sequence[GridRow],
    width: int,
    chosen: Sequence[PlanColumn] | None,
) -> Section:
    """Return what the rows of a heading mean. chosen: what a person said of the columns."""
    headings = tuple(heading_at(rows, place) for place in range(width))
    meant = tuple(chosen) if chosen and len(chosen) == width else meant_over(headings, below)
    layout = layout_of(meant)
    if layout == HOME_OFFICE and C.LEAD not in meant and C.AGENCY in meant:
        meant = tuple(C.LEAD if column is C.AGENCY else column for column in meant)
    return Section(
        table=table,
        heading_rows=tuple(row.own_row for row in rows),
        headings=headings,
        columns=meant,
        layout=layout,
    )


def meant_over(headings: Sequence[str], below: Sequence[GridRow]) -> tuple[PlanColumn, ...]:
    """Return what headings mean; one that is empty over nothing but numbers is their column."""
    meant = list(meant_by_all(headings))
    empty = [place for place, words in enumerate(headings) if not words]
    if C.NUMBER not in meant and (found := [p for p in empty if counts(p, below)]):
        meant[found[0]] = C.NUMBER
    return tuple(meant)


def counts(place: int, rows: Sequence[GridRow]) -> bool:
    """Tell whether a column holds nothing but numbers; titles across the table are none of it."""
    full = [row for row in rows if sum(cell.is_own for cell in row.cells) > 1]
    words = [row.cell(place).text.strip() for row in full if row.cell(place).is_own]
    return bool(words) and all(map(A_NUMBER.fullmatch, words))


def heading_at(rows: Sequence[GridRow], place: int) -> str:
    cells = [row.cell(place) for row in rows]
    words = (cell.text for cell in cells if cell.merged is not Merged.ABOVE)
    return " ".join(" ".join(words).split())


def layout_of(columns: Sequence[PlanColumn]) -> str:
    """
    Return CONSOLIDATED for the plain table of agencies' own recommendations, else HOME_OFFICE.

    It says in one column what each agency does, and in another what became of it.
    """
    named = set(columns)
    says_what = named & {C.RECOMMENDATION, C.ACTION}
    is_plain = len(says_what) == 1 and named <= CONSOLIDATED_COLUMNS | says_what
    return CONSOLIDATED if C.AGENCY in named and is_plain else HOME_OFFICE
