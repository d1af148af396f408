"""The whole report, put together."""

from collections.abc import Sequence
from dataclasses import dataclass

from reports.models import SectionKind
from reports.published.report import Block, Chapter, PublishedReport
from reports.queries.assembly import front
from reports.queries.assembly.chapters import standing
from reports.queries.assembly.glossary import glossary
from reports.queries.assembly.inserted import with_insertions
from reports.queries.assembly.outline import APPENDICES, SUMMARY, Maker, Planned
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import month
from reports.readers.blocks import Footnote, texts_in
from reports.readers.markup import read


@dataclass(frozen=True)
class Part:
    """Blocks that came together: from the record, or from one authored section."""

    blocks: tuple[Block, ...]
    source: Maker | SectionKind

    @property
    def kind(self) -> SectionKind | None:
        return self.source if isinstance(self.source, SectionKind) else None

    @property
    def is_data(self) -> bool:
        return self.kind is None


@dataclass(frozen=True)
class Built:
    """A chapter and where each of its parts comes from."""

    key: str
    title: str
    parts: tuple[Part, ...]

    @property
    def chapter(self) -> Chapter:
        blocks = tuple(block for part in self.parts for block in part.blocks)
        is_data = all(part.is_data for part in self.parts if part.blocks)
        return Chapter(self.key, self.title, blocks, is_data)


@dataclass(frozen=True)
class Assembled:
    """A report with the origin of every part, for the page on which it is written."""

    chapters: tuple[Built, ...]
    summary: tuple[Built, ...]
    appendices: tuple[Built, ...]


def assembled(record: Record) -> Assembled:
    own = standing(record.outline)
    chapters, summary, appendices = (
        tuple(built(one, record) for one in rows) for rows in (own, SUMMARY, APPENDICES)
    )
    terms = glossary(record, text_of([*chapters, *summary, *appendices]))
    last = Built("glossary", "Glossary", (Part(tuple(terms), SectionKind.GLOSSARY),))
    return Assembled(chapters, summary, (*appendices, last))


def built(one: Planned, record: Record) -> Built:
    return Built(one.key, one.title, tuple(part(source, record) for source in one.parts))


def part(source: Maker | SectionKind, record: Record) -> Part:
    if not isinstance(source, SectionKind):
        return Part(tuple(source(record)), source)
    section = record.sections.get(source)
    if section is None:
        return Part((), source)
    blocks = read(section.text, scope=source.slug)
    return Part(
        with_insertions(blocks, record.plan, record.extracts, record.decided, record.figures),
        source,
    )


def text_of(chapters: Sequence[Built]) -> str:
    blocks = (block for one in chapters for part in one.parts for block in part.blocks)
    return "\n".join("\n".join((*texts_in(block), *note_in(block))) for block in blocks)


def note_in(block: Block) -> tuple[str, ...]:
    return (block.text,) if isinstance(block, Footnote) else ()


def report_from(record: Record, *, version: str, whole: Assembled | None = None) -> PublishedReport:
    """
    Return the report as it would print now.

    version: such as "Draft 3". whole: where it is put together already.
    """
    whole = whole or assembled(record)
    parts = (whole.chapters, whole.summary, whole.appendices)
    chapters, summary, appendices = (tuple(one.chapter for one in part) for part in parts)
    return titled(
        record, version=version, chapters=chapters, summary=summary, appendices=appendices
    )


def titled(
    record: Record,
    *,
    version: str,
    chapters: tuple[Chapter, ...],
    summary: tuple[Chapter, ...],
    appendices: tuple[Chapter, ...],
) -> PublishedReport:
    """Return chapters as a report, under what the record has for the title page."""
    return PublishedReport(
        title=front.title(record),
        label=front.label(record),
        partnership=record.review.partnership.name,
        month=front.died_in(record),
        version=version,
        author=front.author(record),
        completed=month(record.today),
        has_marks=True,
        chapters=chapters,
        summary=summary,
        appendices=appendices,
    )
