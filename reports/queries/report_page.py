"""The working text as its writers see it: each part with where it comes from and what it lacks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from pages.parts import Blocker
from reports.models import ReportSection, SectionKind
from reports.published.numbering import Line, NumberedChapter, lettered, numbered
from reports.published.text import texts_of
from reports.queries.assembly.record import Record
from reports.queries.assembly.whole import Assembled, Built, Part, assembled, report_from
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
    "equality": (("Terms of reference", "panels:terms"),),
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

    @property
    def waits(self) -> bool:
        return any(part.state == TO_WRITE for part in self.parts)


@dataclass(frozen=True)
class WorkingText:
    """
    The whole page. to_write: the sections nobody has written or said to be empty.

    warnings: what the text gives away, once for each place and person, and where to mend it.
    """

    chapters: Sequence[PageChapter]
    summary: Sequence[PageChapter]
    appendices: Sequence[PageChapter]
    to_write: Sequence[SectionKind]
    warnings: Sequence[Blocker]


def working_text(record: Record, *, may_write: bool) -> WorkingText:
    whole = assembled(record)
    rows = {
        "chapter": page_chapters(whole.chapters, record, may_write=may_write),
        "summary": page_chapters(whole.summary, record, may_write=may_write, part="summary"),
        "appendix": page_chapters(whole.appendices, record, may_write=may_write, part="appendix"),
    }
    return WorkingText(
        chapters=rows["chapter"],
        summary=rows["summary"],
        appendices=rows["appendix"],
        to_write=[kind for kind in SectionKind if kind not in record.sections],
        warnings=warnings_of(record, whole),
    )


def page_chapters(
    rows: Sequence[Built], record: Record, *, may_write: bool, part: str = "chapter"
) -> list[PageChapter]:
    number = lettered if part == "appendix" else numbered
    by_key = {one.chapter.key: one for one in number([row.chapter for row in rows])}
    return [page_chapter(row, by_key, record, may_write, part) for row in rows]


def page_chapter(
    row: Built, by_key: Mapping[str, NumberedChapter], record: Record, may_write: bool, part: str
) -> PageChapter:
    found = by_key.get(row.key)
    lines = iter(found.lines if found else ())
    return PageChapter(
        found.title if found else row.title,
        f"{part}-{row.key}",
        [page_part(row, one, lines, record, may_write) for one in row.parts],
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


def warnings_of(record: Record, whole: Assembled) -> list[Blocker]:
    """Return what the whole text, as it would print, gives away."""
    found = findings(texts_of(report_from(record, version="", whole=whole)), register(record))
    return [Blocker(words) for words in dict.fromkeys(one.words for one in found)]


def register(record: Record) -> Register:
    """Return what print may not carry, from what was read already."""
    return Register(
        names=tuple(names_of(record.people)), days=tuple(days_of(record.review, record.people))
    )
