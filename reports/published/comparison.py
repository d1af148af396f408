"""What changed between two drafts, chapter by chapter, side by side."""

from collections.abc import Iterator

from panels.published.comparison import Change, SectionChanges, changed, unkeyed
from reports.published.numbering import Line, NumberedChapter
from reports.published.papers import SUMMARY, every_chapter
from reports.published.report import PublishedReport
from reports.published.text import line_as_lines, picture_hash

FOOTNOTE = "[footnote]"


def compare(before: PublishedReport, after: PublishedReport) -> list[SectionChanges]:
    """Return the chapters that differ, as the later draft orders them; last those that are gone."""
    old, new = keyed(before), keyed(after)
    found = []
    for place in [*new, *(place for place in old if place not in new)]:
        was, now = old.get(place), new.get(place)
        changes = (*renamed(was, now), *unkeyed(texts(was), texts(now)))
        if changes:
            found.append(SectionChanges(titled(place, now or was), changes))
    return found


def keyed(report: PublishedReport) -> dict[tuple[str, str], NumberedChapter]:
    """Return every chapter by what finds it again under another title or number."""
    return {(part, one.anchor): one for part, one in every_chapter(report)}


def titled(place: tuple[str, str], one: NumberedChapter | None) -> str:
    """Return a title that says in which part a chapter stands, without its number."""
    part, _ = place
    if one is None:
        return part
    before = "Executive summary: " if part == SUMMARY else "Appendix: " if one.prefix else ""
    return f"{before}{one.chapter.title}"


def renamed(was: NumberedChapter | None, now: NumberedChapter | None) -> Iterator[Change]:
    if was and now and was.chapter.title != now.chapter.title:
        yield changed(was.chapter.title, now.chapter.title)


def texts(chapter: NumberedChapter | None) -> list[str]:
    """
    Return what a chapter says, by line, without the numbers of its footnotes: one more at the
    beginning changes nothing in the paragraphs after it.
    """
    if chapter is None:
        return []
    lines = [words for line in chapter.lines for words in said_by(line)]
    return [*lines, *(f"Footnote: {note.text}" for note in chapter.notes)]


def said_by(line: Line) -> list[str]:
    """Return what a line says; of a picture its hash as well, which changes where it does."""
    words = line_as_lines(line, note=FOOTNOTE)
    if line.figure and line.figure.picture:
        words.append(f"Picture, by its hash: {picture_hash(line.figure)}")
    return words
