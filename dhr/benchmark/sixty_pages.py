"""A report of some sixty pages, of invented words, to be printed and timed."""

from documents.rendering import paper_html
from privacy.marking import OFFICIAL_SENSITIVE
from reports.published.report import (
    Block,
    Bullets,
    Chapter,
    Footnote,
    Paragraph,
    PublishedReport,
    Steps,
    SubHeading,
    Table,
)
from reports.queries.printing import TEMPLATE, context_of

CHAPTERS = 11
NOTES = 9  # of a chapter: a hundred in all, as in a long report
SENTENCE = (
    "The panel heard that the surgery had recorded the call on the same day and had asked for a "
    "visit within the week, which did not take place because the duty team had closed the referral "
    "before anybody read it. "
)
HEADS = ("No.", "Reach", "Action", "Lead", "Milestones", "Target", "Done", "Outcome")
WIDTHS = (5, 9, 24, 10, 20, 10, 8, 14)


def report_html() -> str:
    """Return the whole report as the HTML that is laid out on paper."""
    context = context_of(sixty_pages(), paper="overview-report", standing="Draft 1.")
    return paper_html(TEMPLATE, context, marking=OFFICIAL_SENSITIVE)


def sixty_pages() -> PublishedReport:
    return PublishedReport(
        title="Report into the death of Maris",
        label="Domestic homicide review",
        partnership="Northstead Community Safety Partnership",
        month="January 2026",
        version="Draft 1",
        author="Alex Moor",
        completed="September 2026",
        chapters=tuple(chapter(number) for number in range(1, CHAPTERS + 1)),
        summary=(),
        appendices=(plan(),),
        has_marks=True,
    )


def chapter(number: int) -> Chapter:
    """Return headings, paragraphs of two to four sentences, footnotes, lists and a table."""
    blocks: list[Block] = []
    for place in range(12):
        if place % 4 == 0:
            blocks.append(SubHeading(f"What was known in year {place // 4 + 1}"))
        words = SENTENCE * (2 + place % 3)
        if place < NOTES:
            key = f"{number}-{place}"
            words += f"[^{key}]"
            blocks.append(Footnote(key, f"Record of the surgery, {place + 1} March 2024."))
        blocks.append(Paragraph(words))
        if place % 5 == 0:
            blocks.append(Bullets((SENTENCE,) * 3))
    blocks.append(Steps((SENTENCE,) * 2))
    rows = tuple((f"{day} March 2024", "Housing", SENTENCE) for day in range(1, 9))
    blocks.append(Table("What was done", ("When", "Who", "What was done"), rows, (20, 20, 60)))
    return Chapter(f"chapter-{number}", f"What agencies knew, part {number}", tuple(blocks))


def plan() -> Chapter:
    """Return a table too wide for a page that stands upright."""
    words = SENTENCE[:90]
    rows = tuple(
        (str(number), "Local", words, "Housing", words, "March 2027", "", "Families are seen")
        for number in range(1, 31)
    )
    return Chapter(
        "multi-agency-plan", "Action plan", (Table("Actions", HEADS, rows, WIDTHS),), True
    )
