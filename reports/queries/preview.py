"""A section as it would print, among the others, before it is recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from families.queries.extracts import for_drafts
from reports.models import ReportSection, SectionKind
from reports.published.marks import Note
from reports.published.numbering import Line, NumberedChapter
from reports.published.papers import every_chapter
from reports.queries.assembly.record import Record, record_of
from reports.queries.assembly.whole import Assembled, Built, assembled, report_from
from reports.queries.figures import figures_for
from reports.queries.typed_out import Said, on_the_record
from reports.readers.remarks import Remark, on_references, remarks
from reviews.models import Review


@dataclass(frozen=True)
class Preview:
    """Lines under the numbers they would have, with their footnotes, and what is odd by line."""

    lines: Sequence[Line]
    notes: Sequence[Note]
    remarks: Sequence[Remark]


def previewed(review: Review, kind: SectionKind, text: str, *, today: date) -> Preview:
    """Return a section as it would print if it were recorded now."""
    record = with_section(record_of(review, today=today), kind, text)
    whole = assembled(record)
    report = report_from(record, version="", whole=whole)
    lines, notes, labels = list[Line](), list[Note](), set[str]()
    for chapter, own in zip_chapters(whole, [one for _, one in every_chapter(report)]):
        labels |= chapter.marks.places.keys()
        mine = lines_of(own, chapter, kind)
        lines += mine
        places = {line.at for line in mine}
        notes += [note for note in chapter.notes if note.at in places]
    odd = [
        *remarks(text),
        *on_references(text, labels),
        *on_the_record(
            text, Said.of(record.plan, record.extracts, {*record.figures, *record.decided})
        ),
    ]
    return Preview(lines, notes, sorted(odd))


def with_section(record: Record, kind: SectionKind, text: str) -> Record:
    section = ReportSection(review=record.review, kind=kind, number=0, text=text)
    sections = {**record.sections, kind: section}
    extracts = record.extracts or for_drafts(record.review, [text])
    figures = {**record.figures, **figures_for(record.review, [text])}
    return replace(record, sections=sections, extracts=extracts, figures=figures)


def zip_chapters(
    whole: Assembled, printed: Sequence[NumberedChapter]
) -> Iterator[tuple[NumberedChapter, Built]]:
    """Yield each chapter that prints with its parts. Those without a word do not print."""
    built = (*whole.chapters, *whole.appendices, *whole.summary)
    filled = [one for one in built if one.chapter.blocks]
    yield from zip(printed, filled, strict=True)


def lines_of(built: Built, chapter: NumberedChapter, kind: SectionKind) -> list[Line]:
    """Return the lines of one part of a chapter."""
    lines, found = iter(chapter.lines), list[Line]()
    for part in built.parts:
        mine = [next(lines) for _ in part.blocks]
        found += mine if part.kind == kind else []
    return found
