"""
The Word file in which an agency may write its report. Any other layout will do as well.

The outline is local practice: no national template could be confirmed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.document import Document as Paper

from documents import word
from evidence.models import PointKind
from privacy.marking import OFFICIAL_SENSITIVE

NOT_KNOWN = ""  # an empty cell, for the agency to fill in
TO_FILL_IN = (
    "Author, with post",
    "Commissioned in the agency by",
    "Signed off by, with post",
    "Signed off on",
    "Version and date",
)
WITHHELD = (
    "Advice from your lawyers.",
    "What somebody else said in confidence, where the review can do without it.",
    "The health of somebody who is alive, beyond what explains the contact with your agency.",
    "What the police or prosecutors asked you to hold back until a trial has ended.",
    "Anything by which somebody could be found who must not be: an address, a school, a refuge.",
)
ACTION_HEADS = ("Recommendation", "Action", "Who", "By when", "What will be different")
CHRONOLOGY_HEADS = ("Date and time", "Where it is recorded", "What happened", "What was done")


@dataclass(frozen=True, kw_only=True)
class ImrTemplate:
    """
    What one agency is told in its template, as far as its reader may know it.

    due, tier: empty while nothing is asked of the agency, or to whoever may not see what is.
    period: as it prints; `days` the days themselves, for those who may know them.
    people: who they are, and how the review calls them. There is no field for a true name.
    """

    reference: str
    agency: str
    tier: str = NOT_KNOWN
    due: str = NOT_KNOWN
    period: str = NOT_KNOWN
    days: str = NOT_KNOWN
    outside_period: str = ""
    people: Sequence[tuple[str, str]] = ()
    enquiries: Sequence[str] = ()


def imr_template_file(asked: ImrTemplate) -> bytes:
    """Return the template for one agency of one review, with the lines it is asked about."""
    paper = word.new_paper("Individual management review", marking=OFFICIAL_SENSITIVE)
    front_sheet(paper, asked)
    purpose(paper)
    enquiries(paper, asked)
    section(
        paper,
        "3. How you looked, and your independence",
        "Records read, and how you searched them. Staff interviewed, by post. What could not be "
        "found. That you had no part in the events and manage nobody who had.",
    )
    people(paper, asked)
    section(
        paper,
        "5. Your agency, then and since",
        "Its part in all this; policy, staffing and training at the time; what has changed since.",
    )
    chronology(paper)
    analysis(paper, asked)
    for number, kind in enumerate(PointKind, 8):
        section(paper, f"{number}. {kind.label}", kind.prompt)
    plan_at = 8 + len(PointKind)
    word.heading(paper, f"{plan_at}. Action plan of the agency")
    word.paragraph(paper, "Begin what can begin now: nothing needs to wait for the report.")
    word.table(paper, heads=ACTION_HEADS, rows=[[""] * 5] * 3, widths=[4, 4, 2.5, 2.5, 4])
    withheld(paper, number=plan_at + 1)
    section(
        paper,
        f"{plan_at + 2}. Appendices",
        "List what goes with this report: the chronology as a file, policies of the time.",
    )
    return word.as_bytes(paper)


def front_sheet(paper: Paper, asked: ImrTemplate) -> None:
    known = (
        ("Review", asked.reference),
        ("Agency", asked.agency),
        ("What is asked for", asked.tier),
        ("Due on", asked.due),
        ("Period under review", asked.days or asked.period),
        ("Marking", OFFICIAL_SENSITIVE),
    )
    rows = [*known, *((name, NOT_KNOWN) for name in TO_FILL_IN)]
    word.table(paper, heads=["Front sheet", ""], rows=rows, widths=[6, 11])
    if asked.days and asked.period:
        word.paragraph(
            paper,
            f"In what you write, call the period “{asked.period}”: its last day may tell the day "
            "of the death.",
        )


def purpose(paper: Paper) -> None:
    section(
        paper,
        "1. Introduction and purpose",
        "Why this is written, and over which period. It is there to learn: not to find out how "
        "somebody died or who is to blame, and not to discipline anybody.",
    )


def enquiries(paper: Paper, asked: ImrTemplate) -> None:
    word.heading(paper, "2. What the review asks")
    if not asked.enquiries:
        word.paragraph(paper, "The panel has not agreed its lines of enquiry yet.")
    for text in asked.enquiries:
        word.paragraph(paper, text, style="List Number")
    if asked.outside_period:
        word.paragraph(paper, f"Outside the period: {asked.outside_period}")
    word.paragraph(paper, "")


def people(paper: Paper, asked: ImrTemplate) -> None:
    word.heading(paper, "4. The family and household")
    word.paragraph(
        paper,
        "Who lived with whom, and how they are related; a family tree where it helps. Use these "
        "names and no others, in file names too.",
    )
    rows = asked.people or [("", "")]
    word.table(paper, heads=["Who", "Called in this review"], rows=rows, widths=[8.5, 8.5])
    word.paragraph(paper, "")


def chronology(paper: Paper) -> None:
    word.heading(paper, "6. What happened")
    word.paragraph(
        paper,
        "The facts in order, apart from what you think of them. A chronology may go beside this "
        "file instead.",
    )
    word.table(paper, heads=CHRONOLOGY_HEADS, rows=[[""] * 4] * 3, widths=[3, 4, 5, 5])
    word.paragraph(paper, "")


def analysis(paper: Paper, asked: ImrTemplate) -> None:
    word.heading(paper, "7. Analysis")
    word.paragraph(
        paper, "Why it happened as it did, line by line. Say so where your records hold nothing."
    )
    for number, text in enumerate(asked.enquiries, 1):
        section(paper, f"Line of enquiry {number}", text, level=2)


def withheld(paper: Paper, *, number: int) -> None:
    word.heading(paper, f"{number}. What you have left out")
    word.paragraph(
        paper,
        "You may leave these out. Say here that you did, where and why, so that the chair can ask; "
        "a gap nobody is told of looks like a record that was lost.",
    )
    for words in WITHHELD:
        word.paragraph(paper, words, style="List Bullet")
    word.paragraph(paper, "")


def section(paper: Paper, title: str, prompt: str, *, level: int = 1) -> None:
    word.heading(paper, title, level=level)
    word.paragraph(paper, prompt)
    word.paragraph(paper, "")
