"""An invented plan in the shapes that real ones have, as a Word file and as others."""

from io import BytesIO

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

OWN_HEADS = (
    "Rec No",
    "Agency/Source",
    "Action taken or to be taken within agency",
    "Outcome of action, what has been achieved and date of completion",
)
OWN_ROWS = (
    ("1", "Tern Valley Housing", "Ring whoever leaves a tenancy at short notice.",
     "Every officer rings. Completed March 2020."),
    ("2", "", "Remind staff of the leaving form.",
     "Staff were reminded in December 2019. A further reminder will be sent."),
    ("3", "Brackwater Surgery", "Ask whoever comes alone.", "Ongoing. The forum was postponed."),
)  # fmt: skip
HEADS = (
    "Recommendation",
    "Scope of recommendation i.e. local or regional",
    "Action to take",
    "Lead Agency",
    "Key milestones achieved in enacting recommendation",
    "Target Date",
    "Completion Date and Outcome",
)
ROWS = (
    ("Learning Point 1: Training at the front desk", "", "", "", "", "", ""),
    ("1 Review the training of everybody at the front desk.\nMake it part of every induction.",
     "North Sedge", "Write a course of half a day.", "North Sedge Partnership / Surgery",
     "Course agreed October 2018\n\nTried with twelve people by March 2020\nHeld every month",
     "31 October 2020 / November 2020", "March 2020\nCompleted"),
    ("", "", "Count who has been on it.", "Tern Valley Housing", "", "On-going", ""),
    ("Learning Point 2: Family meetings", "", "", "", "", "", ""),
    ("2 Ask families how they wish to be told.", "Local and regional", "Write to both families.",
     "North Sedge", "= two letters\n- one visit",
     "August 2021 (once signed off by Home Office)", ""),
)  # fmt: skip


def word_plan(*, own=OWN_ROWS, rows=ROWS, heads=HEADS, said="", merged=True):
    """Return a Word file with both tables. The second action's recommendation is merged down."""
    file = docx.Document()
    if said:
        file.add_paragraph(said)
    file.add_paragraph("Appendix 3")
    if own:
        table(file, OWN_HEADS, own)
    file.add_paragraph("Appendix 4: action plan")
    made = table(file, heads, rows)
    if merged and rows is ROWS:
        made.cell(2, 0).merge(made.cell(3, 0))
        made.cell(2, 1).merge(made.cell(3, 1))
        made.cell(1, 0).merge(made.cell(1, 6))
    return as_bytes(file)


def table(file, heads, rows):
    made = file.add_table(rows=1 + len(rows), cols=len(heads))
    for number, row in enumerate([heads, *rows]):
        for place, words in enumerate(row):
            made.cell(number, place).text = words
    return made


def as_bytes(file):
    content = BytesIO()
    file.save(content)
    return content.getvalue()


def list_paragraph(file, cell, words, style="List Number"):
    """Add a paragraph that Word numbers by itself."""
    line = cell.add_paragraph(words)
    line.style = file.styles[style]


def footnote(paragraph, number):
    """Call a footnote; the part with its words is not made."""
    run = paragraph.add_run()
    call = OxmlElement("w:footnoteReference")
    call.set(qn("w:id"), str(number))
    run._r.append(call)
