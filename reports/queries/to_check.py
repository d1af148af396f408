"""A draft as the check of identifiers reads it. In PAPERS_TO_CHECK and PAPERS_MADE_OF."""

from collections.abc import Collection

from anonymity.checking.paper import BODY, Line, Paper
from anonymity.checking.subject import MadeOf, PaperToCheck, SubjectToCheck, ToRead
from anonymity.models import Destination
from reports.models import Draft
from reports.published.numbering import Line as Printed
from reports.published.numbering import NumberedChapter
from reports.published.papers import every_chapter
from reports.published.report import PublishedReport
from reports.published.text import front, line_as_lines, plain
from reports.queries.drafts import report_of
from reviews.models import Review

Places = dict[tuple[str, int], str]


def draft_to_check(review: Review, number: int) -> SubjectToCheck | None:
    """
    Return a draft for the checks. What a certificate names is the hash of its frozen text: the
    reading room and numbered prints are made from it alone.
    """
    draft = review.drafts.filter(number=number).first()
    if draft is None:
        return None
    return SubjectToCheck(
        title=draft.name,
        href=draft.get_absolute_url(),
        to_read=[ToRead(draft.name, draft.get_absolute_url())],
        papers=lambda: [draft_paper(draft)],
        destinations=[Destination.FAMILY, Destination.ADVISERS],
        can_replace=True,
    )


def drafts_made_of(review: Review, numbers: Collection[int]) -> dict[int, MadeOf]:
    """Return the hashes of the frozen texts: one query."""
    rows = review.drafts.filter(number__in=numbers).values_list("number", "sha256")
    return {number: MadeOf(frozenset({text})) for number, text in rows}


def draft_paper(draft: Draft) -> PaperToCheck:
    paper, places = paper_of(report_of(draft))
    return PaperToCheck(draft.name, draft.sha256, lambda: paper, places)


def paper_of(report: PublishedReport) -> tuple[Paper, Places]:
    """Return the words of a report, and how people call each place in it."""
    lines: list[Line] = []
    places: Places = {}
    for text in front(report):
        add(lines, places, BODY, text, "Title page")
    for called, one in every_chapter(report):
        add(lines, places, BODY, one.title, f"{called}, {one.title}")
        add_blocks(lines, places, called, one)
    return Paper(tuple(lines)), places


def add_blocks(lines: list[Line], places: Places, called: str, one: NumberedChapter) -> None:
    paragraph = ""
    for line in one.lines:
        paragraph = line.number or paragraph
        place = f"{called}, {f'paragraph {paragraph}' if paragraph else one.title}"
        if line.is_table:
            add_table(lines, places, line, place)
        else:
            for text in line_as_lines(line):
                add(lines, places, BODY, text, place)
    for note in one.notes:
        called_so = f"footnote {note.number}"
        add(lines, places, called_so, note.text, f"{called}, {called_so}")


def add_table(lines: list[Line], places: Places, table: Printed, place: str) -> None:
    """Each table is a part of its own, whose cells are its lines."""
    count = len({line.part for line in lines if line.part.startswith("table")}) + 1
    caption = table.caption_words
    cells = [caption, *map(plain, table.texts[1:])]
    for number, text in enumerate(cells, 1):
        part = f"table {count}"
        lines.append(Line(part, number, text))
        places[part, number] = f"{place}, table “{caption}”" if caption else place


def add(lines: list[Line], places: Places, part: str, text: str, place: str) -> None:
    number = sum(1 for line in lines if line.part == part) + 1
    lines.append(Line(part, number, text))
    places[part, number] = place
