"""The places of a Word file of the report: what stands where, in the order in which it prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from reports.models import PROMPTS, ReportSection, SectionKind
from reports.published.numbering import Line
from reports.published.report import Block, Table
from reports.published.text import line_as_lines
from reports.queries.assembly import front
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import Assembled, Built, Part
from reports.queries.assembly.words import month
from reports.readers.returned import names
from reports.readers.returned.places import OfRecord, Section, Slot
from reports.readers.returned.writing import as_typed

OVERVIEW, SUMMARY, APPENDICES = "Overview report", "Executive summary", "Appendices"
WIDEST = 5  # columns that an upright page holds
NOTHING_BECAUSE = "Nothing is written here, because: {}"
WHAT_IT_IS = (
    "This is the whole report to write in, as it stood when this file was made. Write under the "
    "headings, and where a line says “Write here”. Headings, lists, tables, footnotes and "
    "quotations in Word’s own styles come back as what they are."
)
WHAT_IS_GREY = (
    "What stands on grey comes from the record and is changed there: what is changed here is "
    "shown, and never taken."
)
WHAT_TO_LEAVE = (
    "Leave headings where they are. A mark such as {#first-call} names a place, and [@first-call] "
    "refers to it. Save as a Word document (.docx) and bring it back where you got it."
)
ABOUT = (WHAT_IT_IS, WHAT_IS_GREY, WHAT_TO_LEAVE)


@dataclass(frozen=True)
class Spot:
    """One place of the file: its slot, what it says above, and the blocks that stand in it."""

    slot: Slot
    blocks: tuple[Block, ...]
    prompt: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        said = (words for block in self.blocks for words in line_as_lines(Line(block)))
        return tuple(words for words in said if words)


@dataclass(frozen=True)
class OutlinedChapter:
    title: str
    part: str
    head: Slot
    spots: tuple[Spot, ...]

    @property
    def is_wide(self) -> bool:
        """Test whether it has a table that needs a page on its side."""
        blocks = (block for spot in self.spots for block in spot.blocks)
        return any(isinstance(one, Table) and len(one.heads) > WIDEST for one in blocks)


def front_lines(record: Record) -> tuple[str, ...]:
    """Return what the title page says."""
    said = (
        front.title(record),
        front.label(record),
        front.died_in(record),
        record.review.partnership.name,
        front.author(record),
        month(record.today),
    )
    return tuple(filter(None, said))


def outlined(record: Record, whole: Assembled) -> list[OutlinedChapter]:
    parts = ((OVERVIEW, whole.chapters), (SUMMARY, whole.summary), (APPENDICES, whole.appendices))
    return [outlined_chapter(one, part, record) for part, rows in parts for one in rows]


def outlined_chapter(one: Built, part: str, record: Record) -> OutlinedChapter:
    spots = tuple(spots_of(one, part, record))
    head = Slot(
        mark=names.bookmark_of(names.CHAPTER, f"{part.split()[0]} {one.key}".lower()),
        words=one.title,
        to=spots[0].slot.to,
        part=part,
        chapter=one.key,
    )
    return OutlinedChapter(one.title, part, head, spots)


def spots_of(one: Built, part: str, record: Record) -> Iterator[Spot]:
    for number, made in enumerate(one.parts):
        if made.kind is None:
            yield of_record(one, part, made, number)
            continue
        yield of_section(one, part, made.kind, record.sections.get(made.kind))
        if made.kind == SectionKind.GLOSSARY:  # whose table of terms is the record's
            terms = tuple(block for block in made.blocks if isinstance(block, Table))
            yield of_record(one, part, Part(terms, made.source), number)


def of_record(one: Built, part: str, made: Part, number: int) -> Spot:
    key = f"{part.split()[0]} {one.key} {number}".lower()
    slot = Slot(
        mark=names.bookmark_of(names.RECORD, key),
        words=f"{names.OF_THE_RECORD}: {one.title}",
        to=OfRecord(key),
        part=part,
        chapter=one.key,
        is_heading=False,
    )
    return Spot(slot, made.blocks)


def of_section(one: Built, part: str, kind: SectionKind, section: ReportSection | None) -> Spot:
    slot = Slot(
        mark=names.bookmark_of(names.SECTION, kind.value),
        words=f"Write here: {kind.label}",
        to=Section(kind.value),
        part=part,
        chapter=one.key,
        is_heading=False,
    )
    return Spot(slot, as_typed(section.text) if section else (), prompt_of(kind, section))


def prompt_of(kind: SectionKind, section: ReportSection | None) -> str:
    """Return what stands in an empty section for its writer; nothing in a written one."""
    if section is None:
        return PROMPTS[kind]
    return NOTHING_BECAUSE.format(section.empty_because) if section.is_empty else ""


def slots_of(chapters: Sequence[OutlinedChapter]) -> list[Slot]:
    return [slot for one in chapters for slot in (one.head, *(spot.slot for spot in one.spots))]


def ours(chapters: Sequence[OutlinedChapter]) -> list[str]:
    """Return the paragraphs of the file that are neither the author's nor the record's."""
    spots = [spot for one in chapters for spot in one.spots]
    return [*ABOUT, *PROMPTS.values(), *(spot.prompt for spot in spots if spot.prompt)]


def sum_of(lines: Sequence[str]) -> str:
    """Return a sum of some words, by which it is told later whether they were changed."""
    words = " ".join(" ".join(lines).split())
    return sha256(words.encode()).hexdigest()[:16]
