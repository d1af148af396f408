"""A very long chronology on paper: in parts, as it is made, and in one piece."""

import resource
from contextlib import ExitStack
from datetime import date, timedelta
from io import BytesIO
from typing import Any

from pikepdf import Pdf

from composite.operations.exports import say_nothing
from composite.papers.sheet import Sheet
from composite.papers.sheet_pdf import TEMPLATE, context_of, cut_up, parts_of
from composite.papers.sheets import TO_READ, TO_READ_WIDTHS
from dhr.benchmark.files import timed
from documents.long import parts
from documents.rendering import STYLES, paper_html, static_file
from privacy.marking import OFFICIAL_SENSITIVE

SECONDS = 31  # for 10,000 rows of one line
RENDERING, JOINING = 180, 330  # MB, of a process
FIRST = date(2009, 1, 1)


def on_paper(rows: int, *, in_one_piece: bool) -> dict[str, Any]:
    """Return how long it takes and how large its processes become, and the ratio to one piece."""
    sheet = lines(rows)
    cut = list(cut_up(sheet.rows))
    parts.render_parts(parts_of(sheet, cut[:1]), tell=say_nothing)
    rendering = largest()  # a process that joins one part is smaller
    seconds, paper = timed(lambda: parts.render_parts(parts_of(sheet, cut), tell=say_nothing))
    found: dict[str, Any] = {
        "rows": rows,
        "parts": len(cut),
        "pages": pages(paper),
        "in parts, s": round(seconds, 1),
        "limit, s": SECONDS,
        "a process that renders, MB": rendering,
        "limit of rendering, MB": RENDERING,
        "the one that joins, or renders, MB": largest(),
        "limit of joining, MB": JOINING,
    }
    if in_one_piece:
        html = paper_html(TEMPLATE, context_of(sheet, sheet.rows, begins=0), marking="")
        styles = static_file(STYLES).read_text()
        with ExitStack() as need:
            hands = parts.Hands(1, need)
            whole, _ = timed(lambda: hands.render(html, styles))
        found |= {
            "in one piece, s": round(whole, 1),
            "in one piece, MB": largest(),
            "ratio of parts to one piece": round(seconds / whole, 2),
        }
    return found


def lines(rows: int) -> Sheet:
    """Return a table whose rows fit on one line."""
    days = [FIRST + timedelta(days=number * 3000 // rows) for number in range(rows)]
    return Sheet(
        title="Composite chronology",
        reference="",
        marking=OFFICIAL_SENSITIVE,
        about=(),
        heads=TO_READ,
        rows=tuple(
            (f"{day:%d %B %Y}", "Housing", f"Call {number}: a repair was asked for", "Row")
            for number, day in enumerate(days)
        ),
        widths=TO_READ_WIDTHS,
    )


def largest() -> int:
    """Return how large the largest process was that this one started and saw end, in megabytes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def pages(paper: bytes) -> int:
    with Pdf.open(BytesIO(paper)) as opened:
        return len(opened.pages)
