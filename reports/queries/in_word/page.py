"""A Word file that came back beside what stands: section by section, and part by part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from reports.models import ReportSection, ReturnedText, SectionKind
from reports.published.comparison import texts
from reports.published.papers import loose
from reports.published.report import Chapter
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import assembled
from reports.queries.in_word.differences import ComparedLine, compared
from reports.queries.in_word.outline import OutlinedChapter, front_lines, outlined, sum_of
from reports.queries.report_page import SOURCES, Source
from reports.readers.markup import read
from reports.readers.returned import names
from reports.readers.returned.kept import from_data
from reports.readers.returned.places import OfRecord, Returned, Section
from reports.readers.returned.writing import prints_alike
from reviews.checks.register import register_of
from reviews.checks.true_names import findings

TITLE_PAGE = "Title page"


class How(StrEnum):
    """How a section of a file stands to the one of the report. The value is said on the page."""

    CHANGED = "Changed in the file"
    NEW = "New in the file"
    BOTH = "Changed in the file, and here since"
    UNSURE = "Differs from the file"
    EMPTIED = "Without words in the file"
    MISSING = "Not in the file"
    OLDER = "Changed here since"
    SAME = "As in the file"


TAKEN_BY_ITSELF = (How.CHANGED, How.NEW)
CAN_BE_TAKEN = (*TAKEN_BY_ITSELF, How.BOTH, How.UNSURE)
TONES = {How.CHANGED: "soon", How.NEW: "soon", How.BOTH: "late", How.UNSURE: "late",
         How.EMPTIED: "late", How.MISSING: "late"}  # fmt: skip


@dataclass(frozen=True)
class ComparedSection:
    """
    lines: what differs, from the report's words to the file's. since: what was recorded after the
    file was made. based_on: the number of the version that stands; 0 for none.
    """

    kind: SectionKind
    how: How
    based_on: int
    lines: Sequence[ComparedLine] = ()
    standing: ReportSection | None = None
    was: int = 0

    @property
    def name(self) -> str:
        return self.kind.label

    @property
    def tone(self) -> str:
        return TONES.get(self.how, "plain")

    @property
    def can_be_taken(self) -> bool:
        return self.how in CAN_BE_TAKEN

    @property
    def is_chosen(self) -> bool:
        return self.how in TAKEN_BY_ITSELF

    @property
    def is_conflict(self) -> bool:
        return self.how == How.BOTH

    @property
    def is_unsure(self) -> bool:
        return self.how == How.UNSURE

    @property
    def lost_its_words(self) -> bool:
        return self.how in (How.EMPTIED, How.MISSING) and self.standing is not None


@dataclass(frozen=True)
class ComparedPart:
    """
    A part of the record that the file has in other words.

    is_newer: the words of the file were not touched; the record has moved on since.
    """

    title: str
    part: str
    lines: Sequence[ComparedLine]
    is_newer: bool
    sources: Sequence[Source]


@dataclass(frozen=True)
class ReturnedPage:
    """warnings: what the sections that can be taken would give away."""

    reading: Returned
    sections: Sequence[ComparedSection]
    disagreeing: Sequence[ComparedPart]
    warnings: Sequence[str]

    @property
    def to_take(self) -> list[ComparedSection]:
        return [one for one in self.sections if one.can_be_taken]

    @property
    def others(self) -> list[ComparedSection]:
        return [one for one in self.sections if not one.can_be_taken and one.lost_its_words]

    @property
    def older(self) -> list[ComparedSection]:
        return [one for one in self.sections if one.how == How.OLDER]

    @property
    def unchanged(self) -> int:
        return sum(one.how == How.SAME for one in self.sections)


def returned_page(returned: ReturnedText, record: Record) -> ReturnedPage:
    reading = from_data(returned.reading or {})
    versions = versions_of(returned, reading)
    chapters = outlined(record, assembled(record))
    sections = [compared_section(kind, reading, record, versions) for kind in kinds_in(chapters)]
    said = {one.name: reading.sections[one.kind.value] for one in sections if one.can_be_taken}
    found = findings(said, register_of(record.review))
    return ReturnedPage(
        reading,
        sections,
        list(disagreeing(reading, record, chapters)),
        list(dict.fromkeys(one.words for one in found)),
    )


def versions_of(returned: ReturnedText, reading: Returned) -> Mapping[SectionKind, ReportSection]:
    """Return the version that each section of a file was made from, where that is known."""
    numbers = set(reading.versions.values())
    rows = returned.review.report_sections.filter(number__in=numbers)
    return {
        SectionKind(row.kind): row for row in rows if reading.versions.get(row.kind) == row.number
    }


def compared_section(
    kind: SectionKind,
    reading: Returned,
    record: Record,
    versions: Mapping[SectionKind, ReportSection],
) -> ComparedSection:
    standing = record.sections.get(kind)
    theirs, ours = reading.sections.get(kind.value), standing.text if standing else ""
    how = how_it_stands(theirs, standing, versions.get(kind), knows=bool(reading.review))
    lines = compared(lines_of(kind, ours), lines_of(kind, theirs or "")) if theirs else ()
    return ComparedSection(
        kind,
        how,
        based_on=standing.number if standing else 0,
        lines=lines if how in CAN_BE_TAKEN else (),
        standing=standing,
        was=reading.versions.get(kind.value, 0),
    )


def how_it_stands(
    theirs: str | None,
    standing: ReportSection | None,
    was: ReportSection | None,
    *,
    knows: bool,
) -> How:
    """
    Return how the words of a file stand to the version that stands.

    was: the version they were made from. knows: the file says from which versions it was made.
    """
    if theirs is None:
        return How.MISSING
    if prints_alike(theirs, standing.text if standing else ""):
        return How.SAME
    if not theirs:
        return How.EMPTIED
    if was is not None and prints_alike(theirs, was.text):
        return How.OLDER
    if not knows and standing is not None and not standing.is_empty:
        return How.UNSURE
    if (standing.number if standing else 0) != (was.number if was else 0):
        return How.BOTH
    return How.NEW if standing is None or standing.is_empty else How.CHANGED


def lines_of(kind: SectionKind, text: str) -> list[str]:
    return texts(loose(Chapter(kind.slug, kind.label, read(text))))


def kinds_in(chapters: Sequence[OutlinedChapter]) -> list[SectionKind]:
    """Return the sections that the report has, in its order; none of a chapter left out."""
    places = (spot.slot.to for one in chapters for spot in one.spots)
    return [SectionKind(to.kind) for to in places if isinstance(to, Section)]


def disagreeing(
    reading: Returned, record: Record, chapters: Sequence[OutlinedChapter]
) -> Iterator[ComparedPart]:
    """Yield the parts of the record that a file has in other words than the record has now."""
    front = front_lines(record)
    if lines := differing(front, reading.records.get(names.FRONT_PAGE, ())):
        yield part_of(TITLE_PAGE, "", lines, names.FRONT_PAGE, reading, ())
    for chapter in chapters:
        for spot in chapter.spots:
            to = spot.slot.to
            if not isinstance(to, OfRecord):
                continue
            if lines := differing(spot.lines, reading.records.get(to.key, ())):
                yield part_of(
                    chapter.title, chapter.part, lines, to.key, reading,
                    sources(record, chapter.head.chapter),
                )  # fmt: skip


def differing(ours: Sequence[str], theirs: Sequence[str]) -> list[ComparedLine]:
    before, after = ([" ".join(line.split()) for line in side] for side in (ours, theirs))
    return compared(before, after) if before != after else []


def part_of(
    title: str,
    part: str,
    lines: Sequence[ComparedLine],
    key: str,
    reading: Returned,
    kept: Sequence[Source],
) -> ComparedPart:
    is_newer = reading.words.get(key) == sum_of(reading.records.get(key, ()))
    return ComparedPart(title, part, lines, is_newer, kept)


def sources(record: Record, chapter: str) -> list[Source]:
    return [
        Source(words, reverse(name, args=[record.review.reference]))
        for words, name in SOURCES.get(chapter, ())
    ]
