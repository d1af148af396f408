"""Turn the lines of a Word file into the small markup, as `reports.readers.markup` reads it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, groupby, pairwise

from documents.reading import Line, LineKind
from documents.reading.lines import NOTE
from reports.readers.blocks import (
    Block,
    Bullets,
    Footnote,
    Quotation,
    reworded,
    texts_in,
)
from reports.readers.marks import NOTE as CALL
from reports.readers.markup import ESCAPED, begin, read
from reports.readers.returned.names import KEY

SIGNS = {1: "##", 2: "##"}
MINOR = "###"
SCOPE = "text"


def as_markup(lines: Sequence[Line], notes: Mapping[str, str], keys: Mapping[str, str]) -> str:
    """
    Return the text of one section.

    notes: the words of every note of the file. keys: those notes had when the file was made.
    """
    written = [*chunks(lines)]
    taken = {key for text in written for key in CALL.findall(text)}
    here = {note for text in written for note in NOTE.findall(text)}
    name, own = namer(taken, {note: keys[note] for note in here & keys.keys()}), list[str]()

    def call(found: re.Match[str]) -> str:
        if found[1] not in notes:
            return ""
        own.append(found[1])
        return f"[^{name(found[1])}]"

    body = "\n\n".join(NOTE.sub(call, text) for text in written)
    said = [f"[^{name(one)}]: {plain(notes[one])}" for one in dict.fromkeys(own)]
    return "\n\n".join(filter(None, [body, "\n".join(said)]))


def namer(taken: set[str], keys: Mapping[str, str]) -> Callable[[str], str]:
    """
    Return what names notes: by the key that one had, or else by a number that is free.

    taken: keys that stand in the text as they were typed, such as a second call of a note.
    """
    named: dict[str, str] = {}
    used, numbers = set[str](), map(str, count(1))
    reserved = taken | set(keys.values())

    def name(note: str) -> str:
        if note not in named:
            own = keys.get(note, "")
            if not own or own in used:
                own = next(one for one in numbers if one not in reserved)
            used.add(own)
            named[note] = own
        return named[note]

    return name


def key_of(marks: Sequence[str]) -> str:
    """Return the key that a bookmark in a note keeps; empty for none."""
    return next((found[1] for one in marks if (found := KEY.fullmatch(one))), "")


def chunks(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the text of each block. Lines of one list, and of one quotation, are one block."""
    above_rows = {id(line) for line, after in pairwise(lines) if after.kind == LineKind.TABLE}
    caption = ""
    for (kind, style, _), group in groupby(lines, key=run_of):
        run = list(group)
        if kind == LineKind.TABLE:
            yield table(run[0], caption)
            caption = ""
        elif kind in (LineKind.BULLET, LineKind.STEP):
            yield "\n".join(listed(run))
        elif style == "quote":
            yield "\n>\n".join(f"> {plain(line.text)}" for line in run)
        else:
            for line in run:
                if id(line) in above_rows and line.style == "caption":
                    caption = plain(line.text)
                else:
                    yield written(line, is_above_rows=id(line) in above_rows)


def run_of(line: Line) -> tuple[LineKind, str, int]:
    """Return what lines have in common that are one block. Every table is its own."""
    return (
        line.kind,
        "quote" if line.style == "quote" else "",
        (id(line) if line.kind == LineKind.TABLE else 0),
    )


def listed(run: Sequence[Line]) -> Iterator[str]:
    for number, line in enumerate(run, 1):
        sign = "-" if line.kind == LineKind.BULLET else f"{number}."
        yield f"{sign} {plain(line.text)}"


def written(line: Line, *, is_above_rows: bool) -> str:
    """Return a heading or a paragraph, whose words stay words whatever sign they begin with."""
    words = plain(line.text)
    if line.kind == LineKind.HEADING:
        return f"{SIGNS.get(line.level, MINOR)} {words}"
    looks_like_a_sign = begin(words, is_above_rows=is_above_rows)[0] or ESCAPED.fullmatch(words)
    return f"\\{words}" if looks_like_a_sign else words


def table(line: Line, caption: str) -> str:
    heads, *rows = line.rows or (("",),)
    dashes = tuple("---" for _ in heads)
    said = [f"| {' | '.join(map(cell, row))} |" for row in (heads, dashes, *rows)]
    return "\n".join([*([f"Table: {caption}"] if caption else []), *said])


def cell(words: str) -> str:
    return plain(words).replace("|", "\\|")


def plain(text: str) -> str:
    """Return words on one line."""
    return " ".join(text.split("\n")).strip()


# Whether two texts print alike


def as_typed(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text with the keys of its notes as they are typed."""
    blocks = read(text, scope=SCOPE)
    own = {f"[^{one.key}]": f"[^{typed(one.key)}]" for one in blocks if isinstance(one, Footnote)}

    def back(words: str) -> str:
        return CALL.sub(lambda found: own.get(found[0], found[0]), words)

    return tuple(
        Footnote(typed(one.key), one.text) if isinstance(one, Footnote) else reworded(one, back)
        for one in blocks
    )


def typed(key: str) -> str:
    return key.removeprefix(f"{SCOPE}-")


def prints_alike(one: str, other: str) -> bool:
    """Test whether two texts of a section are the same report, however they are typed."""
    return canonical(read(one)) == canonical(read(other))


def canonical(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with notes by number, at the end; lists that stand together are one list."""
    numbers = {key: str(number) for number, key in enumerate(called(blocks), 1)}

    def number(text: str) -> str:
        return CALL.sub(lambda found: f"[^{numbers.get(found[1], found[1])}]", text)

    body = [reworded(one, number) for one in blocks if not isinstance(one, Footnote)]
    notes = [
        Footnote(numbers[one.key], one.text)
        for one in blocks
        if isinstance(one, Footnote) and one.key in numbers
    ]
    return [*joined(body), *sorted(notes, key=lambda one: int(one.key))]


def called(blocks: Sequence[Block]) -> list[str]:
    worded = {one.key for one in blocks if isinstance(one, Footnote)}
    found = [key for one in blocks for text in texts_in(one) for key in CALL.findall(text)]
    return [key for key in dict.fromkeys(found) if key in worded]


def joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join what Word cannot tell from one block: lists and quotations that follow each other."""
    last: Block | None = None
    for block in blocks:
        if isinstance(block, Bullets) and isinstance(last, Bullets):
            last = Bullets((*last.items, *block.items))
        elif isinstance(block, Quotation) and isinstance(last, Quotation):
            last = Quotation((*last.paragraphs, *block.paragraphs))
        else:
            if last is not None:
                yield last
            last = block
    if last is not None:
        yield last
