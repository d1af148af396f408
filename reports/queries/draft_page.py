"""A draft as a page shows it: its paragraphs, with what was said of each beside it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pages.parts import Blocker
from reports.models import DraftPart
from reports.published.numbering import Line, NumberedChapter
from reports.published.papers import report_chapters, summary_chapters
from reports.published.report import PublishedReport
from reports.queries.comments import ShownComment
from reviews.checks.true_names import Finding


@dataclass(frozen=True)
class ReadLine:
    line: Line
    comments: Sequence[ShownComment]


@dataclass(frozen=True)
class ReadChapter:
    chapter: NumberedChapter
    lines: Sequence[ReadLine]


def chapters_of(report: PublishedReport, part: str) -> list[NumberedChapter]:
    """Return the chapters of the report with its appendices, or of its summary."""
    return summary_chapters(report) if part == DraftPart.SUMMARY else report_chapters(report)


def read_with(
    report: PublishedReport, part: str, comments: Iterable[ShownComment]
) -> list[ReadChapter]:
    """Return one part of a draft, each paragraph with the comments on it."""
    by_number: dict[str, list[ShownComment]] = defaultdict(list)
    for one in comments:
        if one.comment.part == part and one.comment.paragraph:
            by_number[one.comment.paragraph].append(one)
    return [
        ReadChapter(one, [ReadLine(line, by_number.get(line.number, [])) for line in one.lines])
        for one in chapters_of(report, part)
    ]


def on_the_whole(part: str, comments: Iterable[ShownComment]) -> list[ShownComment]:
    mine = (one for one in comments if one.comment.part == part)
    return [one for one in mine if not one.comment.paragraph]


def reasons_to_wait(found: Iterable[Finding]) -> list[Blocker]:
    """Return what keeps a draft from being released, once for each place and person."""
    return [Blocker(words) for words in dict.fromkeys(one.words for one in found)]
