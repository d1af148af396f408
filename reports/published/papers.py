"""The papers of a report: their chapters under their numbers, and what every mark stands for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from reports.published.marks import Marks, Note, Place
from reports.published.numbering import Line, NumberedChapter, lettered, numbered
from reports.published.report import (
    Chapter,
    Figure,
    Footnote,
    MinorHeading,
    Paragraph,
    PublishedReport,
    SubHeading,
    Table,
)
from reports.readers.blocks import calling, reworded
from reports.readers.marks import MARK, OF_THE_RECORD, REFERENCE, called_in

REPORT, SUMMARY = "Overview report", "Executive summary"
OF_PLAN = ("recommendation-", "learning-point-")  # the same numbers in every paper


def report_chapters(report: PublishedReport) -> list[NumberedChapter]:
    """Return the chapters of the overview report and its appendices, as they print."""
    return marked(report, REPORT)


def summary_chapters(report: PublishedReport) -> list[NumberedChapter]:
    return marked(report, SUMMARY)


def excerpt(chapters: Sequence[NumberedChapter], anchors: Collection[str]) -> list[NumberedChapter]:
    """
    Return chosen chapters under the numbers they have in the whole. What refers to a place that is
    not among them says so in words and leads nowhere.
    """
    kept = [one for one in chapters if one.anchor in anchors]
    here = {line.at for one in kept for line in one.lines}
    return [
        replace(one, marks=replace(one.marks, places=leading(one.marks.places, here, anchors)))
        for one in kept
    ]


def leading(
    places: Mapping[str, Place], lines: Collection[str], anchors: Collection[str]
) -> dict[str, Place]:
    return {
        label: place if place.at in lines or place.anchor in anchors else replace(place, anchor="")
        for label, place in places.items()
    }


def every_chapter(report: PublishedReport) -> Iterator[tuple[str, NumberedChapter]]:
    """Yield each chapter that prints, with how its part is called: the report, or its summary."""
    for part in (REPORT, SUMMARY):
        for one in marked(report, part):
            yield part, one


def loose(chapter: Chapter, *, prefix: str = "") -> NumberedChapter:
    """
    Return what stands in no report, with its footnotes, tables and figures counted; its
    references lead nowhere and are words. prefix: of its anchors.
    """
    bare = NumberedChapter(chapter, "")
    found = Survey((bare,), prefix)
    marks = Marks(notes=found.notes, tables=found.tables, figures=found.figures)
    return replace(bare, marks=marks)


def standing_alone(report: PublishedReport) -> PublishedReport:
    """
    Return a report whose references from one part to the other are words, so that each part can
    go out without the other.
    """
    if not report.has_marks:
        return report
    return replace(
        report,
        chapters=spelt_out(report, report.chapters, REPORT),
        summary=spelt_out(report, report.summary, SUMMARY),
        appendices=spelt_out(report, report.appendices, REPORT),
    )


def spelt_out(
    report: PublishedReport, chapters: Sequence[Chapter], part: str
) -> tuple[Chapter, ...]:
    own = survey(report, part).places
    away = {label: place for label, place in elsewhere(report, part).items() if label not in own}
    word = partial(with_words, places=away)
    return tuple(
        replace(one, blocks=tuple(reworded(block, word) for block in one.blocks))
        for one in chapters
    )


def with_words(text: str, places: Mapping[str, Place]) -> str:
    """Return a text with what its references say in their places."""
    return REFERENCE.sub(
        lambda found: places[found[1]].words if found[1] in places else found[0], text
    )


def marked(report: PublishedReport, part: str) -> list[NumberedChapter]:
    """Return the chapters of one part, each knowing what every mark stands for."""
    found = survey(report, part)
    if not report.has_marks:
        return list(found.chapters)
    marks = found.marks(elsewhere(report, part))
    return [replace(one, marks=marks) for one in found.chapters]


def survey(report: PublishedReport, part: str) -> "Survey":
    if part == SUMMARY:
        return Survey(tuple(numbered(report.summary)), "summary-")
    return Survey((*numbered(report.chapters), *lettered(report.appendices)))


def elsewhere(report: PublishedReport, part: str) -> dict[str, Place]:
    """Return the places of the other part. No link leads there: it is a paper of its own."""
    other = SUMMARY if part == REPORT else REPORT
    called = f"the {other.lower()}"
    return {
        label: Place(place.words if label.startswith(OF_PLAN) else f"{place.words} of {called}")
        for label, place in survey(report, other).places.items()
    }


@dataclass(frozen=True)
class Survey:
    """
    What there is in one paper to be called, counted and referred to.

    prefix: of its anchors, where another paper stands on the same page.
    """

    chapters: tuple[NumberedChapter, ...]
    prefix: str = ""

    def marks(self, others: Mapping[str, Place]) -> Marks:
        """Return what the marks stand for. others: the places of other papers."""
        places = {**others, **self.places}
        notes = {
            key: replace(note, text=with_words(note.text, places))
            for key, note in self.notes.items()
        }
        return Marks(notes, places, self.tables, self.figures)

    @cached_property
    def lines(self) -> list[tuple[NumberedChapter, Line]]:
        return [(one, line) for one in self.chapters for line in one.lines]

    @cached_property
    def tables(self) -> dict[str, int]:
        counted = [
            line.at
            for _, line in self.lines
            if isinstance(line.block, Table) and line.block.is_numbered
        ]
        return {at: number for number, at in enumerate(counted, 1)}

    @cached_property
    def figures(self) -> dict[str, int]:
        found = [line.at for _, line in self.lines if isinstance(line.block, Figure)]
        return {at: number for number, at in enumerate(found, 1)}

    @cached_property
    def notes(self) -> dict[str, Note]:
        """The footnotes by their keys, counted in the order in which they are first called."""
        blocks = [line.block for _, line in self.lines]
        worded = {block.key: block.text for block in blocks if isinstance(block, Footnote)}
        found: dict[str, Note] = {}
        for _, line in self.lines:
            for key in (key for text in calling(line.block) for key in called_in(text)):
                if key in worded and key not in found:
                    number = len(found) + 1
                    anchor = f"{self.prefix}footnote-{number}"
                    found[key] = Note(number, worded[key], line.at, anchor)
        return found

    @cached_property
    def places(self) -> dict[str, Place]:
        """What can be referred to, by label: of two that are called the same, the first."""
        found = {one.anchor: Place(one.called, one.anchor) for one in self.chapters}
        for one, line in self.lines:
            label = getattr(line.block, "label", "")
            if label and label not in found:
                words = self.words_for(label, line, one)
                found[label] = Place(words, f"{self.prefix}at-{label}", line.at)
        return found

    def words_for(self, label: str, line: Line, chapter: NumberedChapter) -> str:
        """Say how a place is called in the middle of a sentence."""
        if label.startswith(OF_THE_RECORD):  # such as "recommendation-3"
            name, _, number = label.rpartition("-")
            return f"{name.replace('-', ' ')} {number}"
        match line.block:
            case Paragraph() if line.number:
                return f"paragraph {line.number}"
            case SubHeading(text=text) | MinorHeading(text=text):
                return f"“{MARK.sub('', text)}” in {chapter.called}"
            case Table() if line.at in self.tables:
                return f"table {self.tables[line.at]}"
            case Figure():
                return f"figure {self.figures[line.at]}"
            case _:
                return chapter.called
