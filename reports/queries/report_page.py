"""The working text as its writers see it: each part with where it comes from and what it lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from django.urls import reverse

from pages.parts import Blocker
from reports.models import ReportSection, SectionKind
from reports.published.marks import Note
from reports.published.numbering import Line, NumberedChapter
from reports.published.papers import every_chapter, report_chapters, summary_chapters
from reports.published.report import PublishedReport
from reports.published.text import texts_of
from reports.queries.assembly.chapters import chosen
from reports.queries.assembly.record import Record
from reports.queries.assembly.requirements import lacking
from reports.queries.assembly.whole import Assembled, Built, Part, assembled, report_from
from reports.queries.typed_out import Said, on_the_record
from reports.readers.marks import REFERENCE
from reviews.checks.register import Register, days_of, names_of
from reviews.checks.true_names import findings
from reviews.models import Review

# Where what is printed of the record is kept, by chapter
SOURCES: dict[str, tuple[tuple[str, str], ...]] = {
    "introduction": (("Notification and decision", "reviews:decision"),),
    "process": (("Notification and decision", "reviews:decision"), ("Panel", "panels:panel")),
    "timescales": (
        ("Notification and decision", "reviews:decision"),
        ("Meetings", "panels:meetings"),
        ("Drafts", "reports:drafts"),
    ),
    "confidentiality": (("People and pseudonyms", "reviews:people"),),
    "terms": (("Terms of reference", "panels:terms"),),
    "terms-in-full": (("Terms of reference", "panels:terms"),),
    "equality": (
        ("Terms of reference", "panels:terms"),
        ("Equality and diversity", "panels:equality"),
    ),
    "methodology": (("Agencies", "evidence:agencies"),),
    "contributors": (("Agencies", "evidence:agencies"), ("Evidence", "evidence:evidence")),
    "panel": (("Panel", "panels:panel"),),
    "author": (("Panel", "panels:panel"),),
    "independence": (("Panel", "panels:panel"),),
    "parallel": (("Parallel processes", "panels:processes"),),
    "chronology": (
        ("Composite chronology", "composite:composite"),
        ("Narrative chronology", "composite:narrative"),
    ),
    "lessons": (("Action plan", "actionplans:plan"),),
    "recommendations": (("Action plan", "actionplans:plan"),),
    "single-agency-plan": (("Action plan", "actionplans:plan"),),
    "multi-agency-plan": (("Action plan", "actionplans:plan"),),
}
DATA, WRITTEN, EMPTY, TO_WRITE = "From the record", "Written", "Empty because", "To be written"
TONES = {DATA: "plain", WRITTEN: "done", EMPTY: "plain", TO_WRITE: "soon"}


@dataclass(frozen=True)
class Source:
    """The record that data on the page comes from."""

    words: str
    href: str


@dataclass(frozen=True)
class PagePart:
    """
    Part of a chapter.

    state: written, from the record, empty because, or to be written. because: why it is empty.
    write_url: empty where it is data, or the reader does not write.
    """

    lines: Sequence[Line]
    state: str
    because: str = ""
    name: str = ""
    write_url: str = ""
    sources: Sequence[Source] = ()

    @property
    def is_data(self) -> bool:
        return self.state == DATA

    @property
    def tone(self) -> str:
        return TONES[self.state]

    @property
    def verb(self) -> str:
        """What its writer does next, said on the link."""
        return "Write" if self.state == TO_WRITE else "Change"


@dataclass(frozen=True)
class PageChapter:
    title: str
    anchor: str
    parts: Sequence[PagePart]
    notes: Sequence[Note] = ()

    @property
    def waits(self) -> bool:
        return any(part.state == TO_WRITE for part in self.parts)


@dataclass(frozen=True)
class WorkingText:
    """
    The whole page. to_write: the sections nobody has written or said to be empty.

    warnings: what the text gives away, once for each place and person, and where to mend it.
    lacks: what a report has to say and this one does not. left_out: chapters, by title, and why.
    """

    chapters: Sequence[PageChapter]
    summary: Sequence[PageChapter]
    appendices: Sequence[PageChapter]
    to_write: Sequence[SectionKind]
    warnings: Sequence[Blocker]
    lacks: Sequence[Blocker]
    left_out: Sequence[tuple[str, str]]


def working_text(record: Record, *, may_write: bool) -> WorkingText:
    whole = assembled(record)
    report = report_from(record, version="", whole=whole)
    printed = report_chapters(report)
    part = partial(page_chapters, record=record, may_write=may_write)
    return WorkingText(
        chapters=part(whole.chapters, [one for one in printed if not one.prefix]),
        summary=part(whole.summary, summary_chapters(report), called="summary"),
        appendices=part(
            whole.appendices, [one for one in printed if one.prefix], called="appendix"
        ),
        to_write=to_write(record, whole),
        warnings=warnings_of(record, report),
        lacks=lacks_of(record, whole, may_write=may_write),
        left_out=[(one.title, one.because) for one in chosen(record.outline) if one.because],
    )


def to_write(record: Record, whole: Assembled) -> list[SectionKind]:
    """Return the sections of the chapters that stand which nobody wrote or said to be empty."""
    rows = (*whole.chapters, *whole.summary, *whole.appendices)
    asked = {part.kind for row in rows for part in row.parts if part.kind}
    return [kind for kind in SectionKind if kind in asked and kind not in record.sections]


def lacks_of(record: Record, whole: Assembled, *, may_write: bool) -> list[Blocker]:
    """Return what a report has to say and this one does not, each with the section to write."""
    return [
        Blocker(
            f"Nothing says yet: {one.words}.",
            href=write_url(record.review, one.section) if may_write and one.section else "",
        )
        for one in lacking(record, whole)
    ]


def page_chapters(
    rows: Sequence[Built],
    printed: Sequence[NumberedChapter],
    *,
    record: Record,
    may_write: bool,
    called: str = "chapter",
) -> list[PageChapter]:
    """Return the chapters of a part of the report. printed: those that have something in them."""
    by_key = {one.chapter.key: one for one in printed}
    return [
        page_chapter(row, by_key.get(row.key), f"{called}-{row.key}", record, may_write)
        for row in rows
    ]


def page_chapter(
    row: Built, found: NumberedChapter | None, anchor: str, record: Record, may_write: bool
) -> PageChapter:
    lines = iter(found.lines if found else ())
    return PageChapter(
        found.title if found else row.title,
        anchor,
        [page_part(row, one, lines, record, may_write) for one in row.parts],
        found.notes if found else (),
    )


def page_part(
    row: Built, part: Part, lines: Iterator[Line], record: Record, may_write: bool
) -> PagePart:
    mine, review = [next(lines) for _ in part.blocks], record.review
    if part.kind is None:
        kept = [Source(words, reverse(name, args=[review.reference]))
                for words, name in SOURCES.get(row.key, ())]  # fmt: skip
        return PagePart(mine, DATA, sources=kept)
    section = record.sections.get(part.kind)
    return PagePart(
        mine,
        state_of(section),
        because=section.empty_because if section else "",
        name=part.kind.label,
        write_url=write_url(review, part.kind) if may_write else "",
    )


def state_of(section: ReportSection | None) -> str:
    if section is None:
        return TO_WRITE
    return EMPTY if section.is_empty else WRITTEN


def write_url(review: Review, kind: SectionKind) -> str:
    return reverse("reports:write-section", args=[review.reference, kind.slug])


def warnings_of(record: Record, report: PublishedReport) -> list[Blocker]:
    """Return what the whole text, as it would print, gives away, and what refers to nothing."""
    found = [one.words for one in findings(texts_of(report), register(record))]
    said = dict.fromkeys([*found, *led_nowhere(report), *typed_out(record)])
    return [Blocker(words) for words in said]


def typed_out(record: Record) -> Iterator[str]:
    """Yield where a section types out what the record says, or words it otherwise."""
    said = Said.of(record.plan, record.extracts, {*record.figures, *record.decided})
    for kind, section in record.sections.items():
        for one in on_the_record(section.text, said):
            yield f"{kind.label}, line {one.line}, {one.words}."


def led_nowhere(report: PublishedReport) -> Iterator[str]:
    for called, one in every_chapter(report):
        for line in one.lines:
            pieces = [piece for words in line.texts for piece in words]
            for label in (label for piece in pieces for label in REFERENCE.findall(piece.text)):
                place = f"paragraph {line.number}" if line.number else one.title
                yield f"{called}, {place}, refers to [@{label}], which names no place."


def register(record: Record) -> Register:
    """Return what print may not carry, from what was read already."""
    return Register(
        names=tuple(names_of(record.people)), days=tuple(days_of(record.review, record.people))
    )
