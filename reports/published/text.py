"""A report as plain text: what is hashed, put to people, and searched for names."""

from collections.abc import Iterator
from hashlib import sha256

from reports.published.numbering import NumberedChapter, every_chapter
from reports.published.report import Block, Bullets, PublishedReport, Steps, Table


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
                found[f"{called}, paragraph {line.number}"] = "\n".join(block_as_lines(line.block))
            else:
                loose += block_as_lines(line.block)
        found[f"{called}, {one.title}"] = "\n".join(loose)
    return found


def front(report: PublishedReport) -> list[str]:
    said = (report.label, report.title, report.month, report.partnership, report.author)
    return [line for line in (*said, report.completed) if line]


def chapter_as_lines(one: NumberedChapter) -> Iterator[str]:
    for line in one.lines:
        first, *others = block_as_lines(line.block)
        yield f"{line.number} {first}".strip()
        yield from others


def block_as_lines(block: Block) -> list[str]:
    if isinstance(block, Bullets):
        return [f"- {item}" for item in block.items]
    if isinstance(block, Steps):
        return [f"{n}. {item}" for n, item in enumerate(block.items, 1)]
    if isinstance(block, Table):
        return [block.caption, *(" | ".join(row) for row in (block.heads, *block.rows))]
    return [block.text]
