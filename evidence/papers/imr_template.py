"""
The Word file in which an agency may write its report. Any other layout will do as well.

The outline is local practice: no national template could be confirmed.
"""

from collections.abc import Sequence

from docx.document import Document as Paper

from documents import word
from evidence.models import PointKind

MARKING = "OFFICIAL-SENSITIVE"
FRONT = (
    "Agency",
    "Author, with post",
    "Commissioned in the agency by",
    "Signed off by, with post",
    "Date",
)
ACTION_HEADS = ("Recommendation", "Action", "Who", "By when", "What will be different")


def imr_template_file(*, reference: str, agency: str, enquiries: Sequence[str]) -> bytes:
    """Return the template for one agency of one review, with the lines it is asked about."""
    paper = word.new_paper("Individual management review", marking=MARKING)
    facts = {"Review": reference, "Agency": agency}
    rows = [("Review", reference), *((name, facts.get(name, "")) for name in FRONT)]
    word.table(paper, heads=["Front sheet", ""], rows=rows, widths=[6, 11])
    section(
        paper,
        "1. Introduction",
        "Why this is written, over which period. Use the pseudonyms that the review has chosen.",
    )
    section(
        paper,
        "2. How you looked, and your independence",
        "Records read, staff interviewed by post, what could not be found. Your post, and that you "
        "neither gave nor managed the service.",
    )
    section(
        paper,
        "3. Your agency then and since",
        "Its part, policy, staffing and training at the time, and what has changed.",
    )
    section(paper, "4. What happened", "The facts in order. A chronology may go beside this file.")
    word.heading(paper, "5. Analysis")
    for number, text in enumerate(enquiries, 1):
        section(paper, f"Line of enquiry {number}", text, level=2)
    for number, kind in enumerate(PointKind, 6):
        section(paper, f"{number}. {kind.label}", kind.prompt)
    word.heading(paper, "11. Action plan of the agency")
    word.table(paper, heads=ACTION_HEADS, rows=[[""] * 5] * 3, widths=[4, 4, 2.5, 2.5, 4])
    return word.as_bytes(paper)


def section(paper: Paper, title: str, prompt: str, *, level: int = 1) -> None:
    word.heading(paper, title, level=level)
    word.paragraph(paper, prompt)
    word.paragraph(paper, "")
