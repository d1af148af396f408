"""The numbers of a report, the same on a page, on paper and as plain text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from reports.published.report import (
    Block,
    Bullets,
    Chapter,
    Paragraph,
    PublishedReport,
    Steps,
    SubHeading,
    Table,
)


@dataclass(frozen=True)
class Line:
    """A block with its number. Only paragraphs have one; what follows belongs to the last."""

    block: Block
    number: str = ""

    @property
    def is_paragraph(self) -> bool:
        return isinstance(self.block, Paragraph)

    @property
    def is_heading(self) -> bool:
        return isinstance(self.block, SubHeading)

    @property
    def is_bullets(self) -> bool:
        return isinstance(self.block, Bullets)

    @property
    def is_steps(self) -> bool:
        return isinstance(self.block, Steps)

    @property
    def is_table(self) -> bool:
        return isinstance(self.block, Table)


@dataclass(frozen=True)
class NumberedChapter:
    chapter: Chapter
    number: str
    prefix: str = ""

    @property
    def title(self) -> str:
        return f"{self.prefix}{self.number}. {self.chapter.title}"

    @property
    def anchor(self) -> str:
        """Where a link to it leads. An appendix may share its key with a chapter."""
        return f"{'appendix' if self.prefix else 'chapter'}-{self.chapter.key}"

    @property
    def is_wide(self) -> bool:
        """Test whether it has a table that needs a page on its side."""
        return any(line.is_table and len(line.block.heads) > 5 for line in self.lines)  # type: ignore[union-attr]

    @property
    def lines(self) -> list[Line]:
        count, found = 0, []
        for block in self.chapter.blocks:
            is_numbered = isinstance(block, Paragraph)
            count += is_numbered
            found.append(Line(block, f"{self.number}.{count}" if is_numbered else ""))
        return found

    @property
    def numbers(self) -> list[str]:
        """The numbers of its paragraphs, such as 4.1 and 4.2."""
        return [line.number for line in self.lines if line.number]


def numbered(chapters: Sequence[Chapter]) -> list[NumberedChapter]:
    """Number the chapters that have something in them, from 1; the others do not print."""
    filled = [chapter for chapter in chapters if chapter.blocks]
    return [NumberedChapter(chapter, str(n)) for n, chapter in enumerate(filled, 1)]


def lettered(appendices: Sequence[Chapter]) -> list[NumberedChapter]:
    """Give appendices their letters: Appendix A, whose paragraphs are A.1, A.2 …"""
    filled = [chapter for chapter in appendices if chapter.blocks]
    pairs = zip(ascii_uppercase, filled, strict=False)
    return [NumberedChapter(chapter, letter, "Appendix ") for letter, chapter in pairs]


def every_chapter(report: PublishedReport) -> Iterator[tuple[str, NumberedChapter]]:
    """Yield each chapter that prints, with how its part is called: the report, or its summary."""
    for one in [*numbered(report.chapters), *lettered(report.appendices)]:
        yield "Overview report", one
    for one in numbered(report.summary):
        yield "Executive summary", one
