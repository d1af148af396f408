"""A six-month return as a Word file: to fill in by hand, for an agency without an account."""

from documents import word
from outcomes.models import ReturnLine, SixMonthReturn
from pages.templatetags.dates import date_long
from privacy.marking import OFFICIAL_SENSITIVE

HEADS = ("Action", "Target date", "How it stood", "How it stands now", "What is different now")
WIDTHS = (8.2, 2.6, 3.0, 4.2, 7.7)
BOXES = "☐ As before\n☐ Begun\n☐ Done, on the day:\n☐ Cannot be done, because:"


def blank_return(returned: SixMonthReturn) -> bytes:
    part = returned.involvement
    file = word.new_paper(
        f"Six-month return {returned.number}, {part.review.reference}", marking=OFFICIAL_SENSITIVE
    )
    word.turn_landscape(file)
    word.paragraph(
        file,
        f"From {part.agency.name}. Due by {date_long(returned.due_on)}. Say of each action how it "
        "stands, in words without names, and return it to the partnership.",
    )
    rows = [row(line) for line in returned.lines.all()]
    word.table(file, heads=HEADS, rows=rows, widths=WIDTHS)
    word.heading(file, "Who answers for this return", level=2)
    for asked in ("Name", "Post", "Date"):
        word.paragraph(file, f"{asked}:")
    return word.as_bytes(file)


def row(line: ReturnLine) -> list[str]:
    target = date_long(line.target_on) if line.target_on else "None"
    return [f"{line.numbers} {line.text}", target, line.get_status_display(), BOXES, ""]
