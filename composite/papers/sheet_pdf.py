"""A table as a PDF: at once where it is short, in parts where it is long."""

from collections.abc import Iterator, Sequence

from composite.papers.sheet import Sheet, Tell
from documents.long.parts import Part, render_parts
from documents.rendering import paper_html, render_pdf

TEMPLATE = "documents/composite_chronology.html"
MOST_ROWS = 900  # of a part
MOST_LETTERS = 110_000  # of a part: with the rows, what a process renders in 180 MB

Rows = Sequence[tuple[str, ...]]


def sheet_pdf(sheet: Sheet, *, tell: Tell) -> bytes:
    """
    Return the table on paper (PDF/UA-1).

    Raises RenderingUnavailable when Pango is missing, and PartFailed.
    """
    cut = list(cut_up(sheet.rows))
    if len(cut) < 2:
        context = context_of(sheet, sheet.rows, begins=0)
        return render_pdf(TEMPLATE, context, marking=sheet.marking)
    laid_out = [0]
    for rows in cut:
        laid_out.append(laid_out[-1] + len(rows))
    return render_parts(parts_of(sheet, cut), tell=lambda made: tell(laid_out[made]))


def cut_up(rows: Rows) -> Iterator[Rows]:
    """Yield the rows in parts that one process lays out without taking much memory."""
    begins = letters = 0
    for place, row in enumerate(rows):
        length = sum(map(len, row))
        if place > begins and (place - begins == MOST_ROWS or letters + length > MOST_LETTERS):
            yield rows[begins:place]
            begins, letters = place, 0
        letters += length
    yield rows[begins:]


def parts_of(sheet: Sheet, cut: Sequence[Rows]) -> Iterator[Part]:
    begins = 0
    for rows in cut:
        context = context_of(sheet, rows, begins=begins)
        yield Part(
            heading=str(context["caption"]),
            html=paper_html(TEMPLATE, context, marking=sheet.marking),
        )
        begins += len(rows)


def context_of(sheet: Sheet, rows: Rows, *, begins: int) -> dict[str, object]:
    """Return what the template takes for the rows that begin at a place, counted from 0."""
    total = len(sheet.rows)
    is_all = len(rows) == total
    return {
        "title": sheet.title,
        "reference": sheet.reference,
        "about": sheet.about,
        "is_first": begins == 0,
        "caption": f"{total:,} entries"
        if is_all
        else f"Entries {begins + 1:,} to {begins + len(rows):,} of {total:,}",
        "heads": sheet.heads,
        "widths": sheet.widths,
        "rows": rows,
    }
