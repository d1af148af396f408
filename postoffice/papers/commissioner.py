"""How recommendations to other bodies stand, for the Domestic Abuse Commissioner."""

from collections.abc import Sequence

from documents import word
from documents.delimited import csv_of

HEADS = (
    "Review", "No.", "Recommendation", "Scope", "Addressed to", "Sent", "Received",
    "Answer", "Answered", "What they said", "How it stands",
)  # fmt: skip
WIDTHS = (2.2, 1, 4.8, 1.8, 2.8, 2.2, 2.2, 2.2, 2.2, 2.3, 2)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    return csv_of(HEADS, rows)


def as_paper(title: str, rows: Sequence[Sequence[str]], *, counted: str, dated: str) -> bytes:
    """Return the list as a Word file, lying on its side."""
    paper = word.new_paper(title, marking="")
    word.turn_landscape(paper)
    word.paragraph(paper, f"{counted} As of {dated}.")
    word.table(paper, heads=list(HEADS), rows=[list(row) for row in rows], widths=list(WIDTHS))
    return word.as_bytes(paper)
