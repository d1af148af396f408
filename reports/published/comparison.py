"""What changed between two drafts, chapter by chapter, side by side."""

from panels.published.comparison import SectionChanges, unkeyed
from reports.published.numbering import lettered, numbered
from reports.published.report import Chapter, PublishedReport
from reports.published.text import block_as_lines


def compare(before: PublishedReport, after: PublishedReport) -> list[SectionChanges]:
    """Return the chapters that differ, as the later draft orders them; last those that are gone."""
    old, new = titled(before), titled(after)
    titles = [*new, *(title for title in old if title not in new)]
    found = []
    for title in titles:
        changes = tuple(unkeyed(texts(old.get(title)), texts(new.get(title))))
        if changes:
            found.append(SectionChanges(title, changes))
    return found


def titled(report: PublishedReport) -> dict[str, Chapter]:
    """Return every chapter by a title that is its own, without its number."""
    chapters = {one.chapter.title: one.chapter for one in numbered(report.chapters)}
    chapters |= {f"Appendix: {one.chapter.title}": one.chapter
                 for one in lettered(report.appendices)}  # fmt: skip
    return chapters | {
        f"Executive summary: {one.chapter.title}": one.chapter for one in numbered(report.summary)
    }


def texts(chapter: Chapter | None) -> list[str]:
    blocks = chapter.blocks if chapter else ()
    return [line for block in blocks for line in block_as_lines(block)]
