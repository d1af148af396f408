"""
The small markup of authored text, read into blocks.

docs/report-markup.md describes it for those who write. Whatever is none of its signs is a
paragraph, word for word: nothing that was typed is ever lost.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from reports.readers import tables
from reports.readers.blocks import (
    Block,
    Bullets,
    Footnote,
    MinorHeading,
    Paragraph,
    Quotation,
    Steps,
    SubHeading,
    Table,
    calling,
    reworded,
)
from reports.readers.marks import FOOTNOTE, called_in, footnote, labelled, with_scope

SIGNS = {
    "minor": re.compile(r"#{3,6}\s+(.+)"),
    "heading": re.compile(r"#{1,2}\s+(.+)"),
    "bullets": re.compile(r"[-*•·]\s+(.+)"),
    "steps": re.compile(r"\d{1,3}[.)]\s+(.+)"),
    "quotation": re.compile(r">\s+(.+)"),
    "note": re.compile(rf"({FOOTNOTE.pattern})"),
    "table": re.compile(r"(\|.*)"),
}
OF_ONE_LINE = ("heading", "minor")  # what stands on the next line is something else
RUNS = {"": "paragraph", "caption": "table"}  # what begins a run of another name
CAPTION_SIGN = "Table:"
CAPTION = re.compile(r"Table:\s*\S.*")
ESCAPED = re.compile(
    r"\\([-*•·#>|\[\\].*|\d{1,3}[.)].*|Table:.*)"
)  # words, whatever they begin with
PARTED = ">"  # alone on its line, between two paragraphs of a quotation


@dataclass
class Run:
    """Lines that belong together, without their signs. `first`: the number of the first, from 1."""

    kind: str
    first: int
    lines: list[str]

    @property
    def is_caption_alone(self) -> bool:
        return self.kind == "table" and len(self.lines) == 1 and not tables.is_row(self.lines[0])


@dataclass(frozen=True)
class Found:
    """A block and the number of its first line. `oddities`: what to tell its writer, by line."""

    line: int
    block: Block
    oddities: tuple[tuple[int, str], ...] = ()


def read(text: str, *, scope: str = "text") -> tuple[Block, ...]:
    """
    Return the blocks of a text, in its order.

    scope: sets its footnotes apart from those of the other texts of a report, which are counted
    from 1 as well.
    """
    return tuple(with_own_notes([found.block for found in blocks_of(text)], scope))


def blocks_of(text: str) -> list[Found]:
    """Return the blocks as typed, before the calls and the words of footnotes are matched."""
    return [found for run in runs_of(text) for found in blocks_in(run)]


def runs_of(text: str) -> Iterator[Run]:
    run: Run | None = None
    lines = [line.strip() for line in text.splitlines()]
    for number, line in enumerate(lines, 1):
        following = next(filter(None, lines[number : number + 2]), "")
        kind, words = begin(line, is_above_rows=tables.is_row(following))
        if run and goes_on(run, kind, line):
            add_to(run, kind, words)
        elif run is None or line or not run.is_caption_alone:
            if run:
                yield run
            run = Run(RUNS.get(kind, kind), number, [words]) if line else None
    if run:
        yield run


def begin(line: str, *, is_above_rows: bool) -> tuple[str, str]:
    """Return what a line begins and its words without the sign; no kind where it goes on."""
    if escaped := ESCAPED.fullmatch(line):
        return "", escaped[1]
    for kind, sign in SIGNS.items():
        if found := sign.fullmatch(line):
            return kind, found[1].strip()
    return "caption" if is_above_rows and CAPTION.fullmatch(line) else "", line


def goes_on(run: Run, kind: str, line: str) -> bool:
    """Test whether a line belongs to what stands above it."""
    if not line or run.kind in OF_ONE_LINE:
        return False
    if not kind:
        return run.kind != "table"
    return kind == run.kind and kind != "note"


def add_to(run: Run, kind: str, words: str) -> None:
    if kind:
        run.lines.append(words)
    elif run.kind == "quotation" and words == PARTED:
        run.lines.append("")
    else:
        run.lines[-1] = f"{run.lines[-1]} {words}".strip()


def blocks_in(run: Run) -> Iterator[Found]:
    match run.kind:
        case "heading":
            yield Found(run.first, SubHeading(*labelled(run.lines[0])))
        case "minor":
            yield Found(run.first, MinorHeading(*labelled(run.lines[0])))
        case "bullets":
            yield Found(run.first, Bullets(tuple(run.lines)))
        case "steps":
            yield Found(run.first, Steps(tuple(run.lines)))
        case "quotation":
            yield Found(run.first, Quotation(paragraphs_of(run.lines)))
        case "note":
            key, words = footnote(run.lines[0])
            yield Found(run.first, Footnote(key, words))
        case "table":
            yield from table(run)
        case _:
            yield from (Found(run.first, Paragraph(*labelled(words))) for words in run.lines)


def paragraphs_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the paragraphs of a quotation: an empty line parts them."""
    groups = groupby(lines, key=bool)
    return tuple(" ".join(group) for has_words, group in groups if has_words)


def table(run: Run) -> Iterator[Found]:
    """Read a table. What looks like one and is none prints line by line, word for word."""
    has_caption = not tables.is_row(run.lines[0])
    rows, first = run.lines[has_caption:], run.first + has_caption
    if why := tables.why_not(rows):
        for at, line in enumerate(run.lines):
            odd = ((first, why),) if at == 0 else ()
            yield Found(run.first + at, Paragraph(*labelled(line)), odd)
        return
    caption, label = labelled(run.lines[0].removeprefix(CAPTION_SIGN)) if has_caption else ("", "")
    grid = tables.grid(rows, first)
    widths = tables.widths(grid.heads, grid.rows)
    made = Table(caption.strip(), grid.heads, grid.rows, widths, label, is_numbered=True)
    yield Found(run.first, made, grid.oddities)


def with_own_notes(blocks: Sequence[Block], scope: str) -> Iterator[Block]:
    """
    Give footnotes keys that are the text's own. One that nothing calls, or that is there
    already, is a paragraph.
    """
    live, told = live_notes(blocks), set[str]()
    for block in blocks:
        if not isinstance(block, Footnote):
            yield reworded(block, lambda text: with_scope(text, live, scope))
        elif block.key in live and block.key not in told:
            told.add(block.key)
            yield Footnote(f"{scope}-{block.key}", block.text)
        else:
            yield Paragraph(f"[^{block.key}]: {block.text}")


def live_notes(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the keys of the notes that are both called and worded."""
    worded = {block.key for block in blocks if isinstance(block, Footnote)}
    return frozenset(worded.intersection(calls_in(blocks)))


def calls_in(blocks: Iterable[Block]) -> list[str]:
    return [key for block in blocks for text in calling(block) for key in called_in(text)]
