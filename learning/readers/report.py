"""
Read the recommendations and learning points out of a published report.

Chapters are found by their headings, points by numbers, bullets and labels such as "Recommendation
3:". Whatever else stands in these chapters is shown beside them, left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from documents.kinds import DocumentKind
from learning.readers.headings import SAYS, begins, is_heading, label_of
from learning.readers.items import items_in
from learning.readers.lines import CannotReadReport, ReadLine, Take
from learning.readers.paragraphs import Paragraph, paragraphs_of_file, paragraphs_of_text
from learning.readers.tables import lines_of_table

NONE_FOUND = (
    "No recommendations were found in this. Copy them out of the report and paste them, each in a "
    "paragraph of its own."
)
TOO_MANY = "There are more than 150 recommendations in this. Bring it in in two parts."
MOST = 150  # lines that a person can look through on one page


def read_report(content: bytes, kind: DocumentKind) -> list[ReadLine]:
    """Return what a file recommends and teaches. Raises CannotReadReport, in words fit to show."""
    return checked(lines_in(paragraphs_of_file(content, kind)))


def read_pasted(text: str) -> list[ReadLine]:
    """
    Return the same of pasted words. Where they have no chapters, each paragraph is a line.

    Raises CannotReadReport, in words fit to show.
    """
    paragraphs = paragraphs_of_text(text)
    has_chapters = any(
        one.rows or (is_heading(one) and begins(one) is not None) for one in paragraphs
    )
    found = lines_in(paragraphs) if has_chapters else items_in(Take.RECOMMENDATION, paragraphs)
    if not any(one.take != Take.LEFT_OUT for one in found):
        found = items_in(Take.RECOMMENDATION, paragraphs)
    if not any(one.take != Take.LEFT_OUT for one in found):
        found = [replace(one, take=Take.RECOMMENDATION) for one in found]
    return checked(found)


def checked(found: list[ReadLine]) -> list[ReadLine]:
    lines = told_once(found)
    if not any(one.take != Take.LEFT_OUT for one in lines):
        raise CannotReadReport(NONE_FOUND)
    if len(lines) > MOST:
        lines = [one for one in lines if one.take != Take.LEFT_OUT]
    if len(lines) > MOST:
        raise CannotReadReport(TOO_MANY)
    return numbered(lines)


def lines_in(paragraphs: Sequence[Paragraph]) -> list[ReadLine]:
    """Return the lines of every chapter that recommends or teaches, and labelled ones elsewhere."""
    found: list[ReadLine] = []
    take: Take | None = None
    chapter: list[Paragraph] = []
    level = 0
    for one in [*paragraphs, Paragraph("Appendix", level=1)]:
        if one.rows:
            found += ended(take, chapter)
            chapter = []
            found += of_table(one, take)
        elif is_heading(one) and (starts := ends_here(one, take, level)) is not None:
            found += ended(take, chapter)
            chapter, level = [], one.level
            take = starts if starts != Take.LEFT_OUT else None
        else:
            chapter.append(one)
    return found


def ends_here(one: Paragraph, take: Take | None, level: int) -> Take | None:
    """Return what begins with a heading; None where it stands inside the chapter before."""
    starts = begins(one)
    is_deeper = level and one.level > level
    if starts is not None and not (is_deeper and starts in (take, Take.LEFT_OUT)):
        return starts
    if take and level and 0 < one.level <= level and label_of(one) is None:
        return Take.LEFT_OUT
    return None


def ended(take: Take | None, chapter: Sequence[Paragraph]) -> list[ReadLine]:
    """Return the lines of a chapter that ends; outside of one, only what has a label."""
    if take is not None:
        return items_in(take, chapter)
    labelled = [one for place, one in enumerate(chapter) if stands_alone(chapter, place)]
    found = items_in(Take.RECOMMENDATION, labelled)
    return [one for one in found if one.take != Take.LEFT_OUT]


def stands_alone(chapter: Sequence[Paragraph], place: int) -> bool:
    """Test whether a paragraph has a label, or follows a label that has no words of its own."""
    label = label_of(chapter[place])
    if label is not None:
        is_point = label["end"] == ":" or (label["end"] and SAYS.search(label["rest"]))
        return bool(is_point or not label["rest"])
    before = label_of(chapter[place - 1]) if place else None
    return before is not None and not before["rest"]


def of_table(one: Paragraph, take: Take | None) -> list[ReadLine]:
    lines = lines_of_table(one.rows)
    if lines is None and take:
        rows = [" | ".join(dict.fromkeys(cell for cell in row if cell)) for row in one.rows]
        return [ReadLine(take=Take.LEFT_OUT, text=row) for row in rows if row]
    return lines or []


def told_once(found: Sequence[ReadLine]) -> list[ReadLine]:
    """Leave out what a summary says word for word as well."""
    lines: dict[str, ReadLine] = {}
    for one in found:
        key = "".join(letter for letter in one.text.casefold() if letter.isalnum())
        if key and (key not in lines or lines[key].take == Take.LEFT_OUT):
            lines.setdefault(key, one)
    return list(lines.values())


def numbered(lines: Sequence[ReadLine]) -> list[ReadLine]:
    """Count what has no number of its own, apart for recommendations and for learning."""
    counts = dict.fromkeys(Take, 0)
    found = []
    for one in lines:
        counts[one.take] += 1
        is_bare = not one.number and one.take != Take.LEFT_OUT
        found.append(replace(one, number=str(counts[one.take])) if is_bare else one)
    return found
