"""A report as plain text: what is hashed, put to people, and searched for names."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256

from reports.published.numbering import Line, NumberedChapter, Words
from reports.published.papers import every_chapter
from reports.published.report import Figure, PublishedReport


def as_text(report: PublishedReport) -> str:
    """Return the whole report as plain text, under the numbers it prints with."""
    lines = [*front(report), ""]
    part = ""
    for called, one in every_chapter(report):
        if called != part:
            lines += [called.upper(), ""]
            part = called
        lines += [one.title, *chapter_as_lines(one), ""]
    return "\n".join(lines)


def text_hash(report: PublishedReport) -> str:
    return sha256(as_text(report).encode()).hexdigest()


def texts_of(report: PublishedReport) -> dict[str, str]:
    """
    Return every text of a report by its place, in words: "Overview report, paragraph 4.2".

    What has no number of its own goes with its chapter: "Overview report, 4. Methodology".
    """
    found = {"Title page": "\n".join(front(report))}
    for called, one in every_chapter(report):
        loose = [one.chapter.title]
        for line in one.lines:
            if line.number:
                found[f"{called}, paragraph {line.number}"] = "\n".join(line_as_lines(line))
            else:
                loose += line_as_lines(line)
        found[f"{called}, {one.title}"] = "\n".join(loose)
        for note in one.notes:
            found[f"{called}, footnote {note.number}"] = note.text
    return found


def front(report: PublishedReport) -> list[str]:
    said = (report.label, report.title, report.month, report.partnership, report.author)
    return [line for line in (*said, report.completed) if line]


def chapter_as_lines(one: NumberedChapter) -> Iterator[str]:
    for line in one.lines:
        for place, words in enumerate(line_as_lines(line)):
            yield f"{line.number} {words}".strip() if place == 0 else words
        if line.figure and line.figure.picture:
            yield f"Picture, by its hash: {picture_hash(line.figure)}"
    for note in one.notes:
        yield f"Footnote {note.number}: {note.text}"


def picture_hash(figure: Figure) -> str:
    """Return what tells one picture from another where it cannot be seen."""
    return sha256(figure.content).hexdigest()


def line_as_lines(line: Line, *, note: str = "") -> list[str]:
    """
    Return a block as plain text; nothing for a footnote, which stands at the end of its chapter.

    note: what stands where a footnote is called; without it, its number in brackets.
    """

    said = partial(plain, note=note)
    if line.is_bullets:
        return [f"- {said(item)}" for item in line.texts]
    if line.is_steps:
        return [f"{n}. {said(item)}" for n, item in enumerate(line.texts, 1)]
    if line.is_quotation:
        return [f"> {said(words)}" for words in line.texts]
    if line.is_table:
        rows = (line.heads, *line.rows)
        return [said(line.caption), *(" | ".join(map(said, row)) for row in rows)]
    if line.figure:
        alt, *drawn = map(said, line.texts[1:])
        return [said(line.caption), f"What it shows: {alt}", *drawn]
    return [said(words) for words in line.texts]


def plain(words: Words, *, note: str = "") -> str:
    """Return words without their marks; `note` stands where a footnote is called, or its number."""
    return "".join(note or f"[{one.text}]" if one.note else one.text for one in words)
