"""
Read a Word document (.docx) into lines, by way of mammoth.

mammoth follows styles, numbering, merged cells, fields and notes, and gives HTML; what it would
pass over is taken out before and kept. See docs/adr/0036-reports-written-in-word.md.
"""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from lxml import etree

from documents.reading.aside import Aside, without
from documents.reading.lines import (
    NOTE,
    CannotReadWord,
    Line,
    LineKind,
    ReadWord,
    SetAside,
    note_call,
    short,
)
from documents.reading.properties import properties_of

log = logging.getLogger(__name__)
BROKEN = (
    "This Word file cannot be read to its end: a part of it is damaged or not closed. Open it in "
    "Word, choose Save as “Word document (.docx)” and send the new file."
)
HEADING = re.compile(r"h([1-6])")
NOTE_TO = re.compile(r"#((?:footnote|endnote)-(?!ref-)\w+)")
COMMENT_TO = re.compile(r"#comment-\w+")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
LISTS = {"ul": LineKind.BULLET, "ol": LineKind.STEP}
EMPHASIS = ("strong", "em", "s", "u")
UNKNOWN_STYLE = re.compile(r"Unrecognised (?:paragraph) style: (.+) \(Style ID: .+\)")
PLAIN_STYLES = {
    "normal", "body text", "list paragraph", "no spacing", "text body", "list", "none",
    "table text",  # of our own tables
}  # fmt: skip
STYLES = """
b => strong
u => u
comment-reference => sup
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p:unordered-list(1) => ul > li:fresh
p:ordered-list(1) => ol > li:fresh
p:unordered-list(2) => ul > li.deeper:fresh
p:ordered-list(2) => ol > li.deeper:fresh
p:unordered-list(3) => ul > li.deeper:fresh
p:ordered-list(3) => ol > li.deeper:fresh
p:unordered-list(4) => ul > li.deeper:fresh
p:ordered-list(4) => ol > li.deeper:fresh
p:unordered-list(5) => ul > li.deeper:fresh
p:ordered-list(5) => ol > li.deeper:fresh
"""


def read_word(content: bytes, *, styles: Mapping[str, str]) -> ReadWord:
    """
    Return the lines of a Word file in their order, and everything else in it.

    styles: what the caller calls the paragraph and table styles it knows, by their names in Word.

    Tracked changes are read as if they were accepted, and `remarks` say so. Raises CannotReadWord
    for a file that is damaged.
    """
    try:
        clean, aside = without(content)
        html, messages = as_html(clean, styles)
        root = etree.fromstring(f"<body>{html}</body>", PARSER)
        properties = properties_of(content)
    except CannotReadWord:
        raise
    except Exception as error:  # whatever the libraries make of a damaged file
        log.warning("A Word file cannot be read: %s", type(error).__name__)
        raise CannotReadWord(BROKEN) from error
    reading = Reading(root)
    lines = tuple(reading.lines())
    missed = aside.left - words_of(lines, reading.notes)
    return ReadWord(
        lines,
        reading.notes,
        reading.note_marks,
        aside=(*aside.found, *reading.comments, *passed_over(missed)),
        remarks=(*tracked(aside), *reading.remarks(), *unknown_styles(messages)),
        margins=tuple(aside.margins),
        properties=properties,
    )


def as_html(content: bytes, styles: Mapping[str, str]) -> tuple[str, list[str]]:
    import mammoth  # takes a while to load, and only the worker needs it

    own = "\n".join(
        f"{element}[style-name='{name}'] => {tag}.{called}:fresh"
        for name, called in styles.items()
        for element, tag in (("p", "p"), ("table", "table"))
    )
    found = mammoth.convert_to_html(
        BytesIO(content), style_map=f"{own}\n{STYLES}", ignore_empty_paragraphs=False
    )
    return found.value, [message.message for message in found.messages]


class Reading:
    """The lines of a page that mammoth made."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self.notes: dict[str, str] = {}
        self.note_marks: dict[str, tuple[str, ...]] = {}
        self.comments: list[SetAside] = []
        self.emphasised = self.deeper = 0
        self.loose_marks: list[str] = []
        self.read_ends()

    def read_ends(self) -> None:
        """Read notes and comments, which stand last, and take them away."""
        said = {}
        for item in list(self.root.iter("li")):
            if (item.get("id") or "").startswith(("footnote-", "endnote-")):
                self.notes[item.get("id")] = without_arrow(" ".join(map(self.text, item)))
                self.note_marks[item.get("id")] = tuple(marks_of(item))
        for name in list(self.root.iter("dt")):
            words = without_arrow(" ".join(map(self.text, name.getnext())))
            said[f"#{name.get('id')}"] = words
        for call in self.root.iter("a"):
            if call.get("href") in said:
                near = self.text(next(call.iterancestors("p", "li", "td", "th", *HEADINGS), call))
                words = said[call.get("href")]
                self.comments.append(SetAside("A comment in the margin", words, short(near)))
        for last in list(self.root)[-2:]:
            if last.tag == "dl" or (last.tag == "ol" and is_notes(last)):
                self.root.remove(last)

    def lines(self) -> Iterator[Line]:
        for element in self.root:
            yield from self.lines_of(element)

    def lines_of(self, element: Any) -> Iterator[Line]:
        if element.tag == "table":
            yield self.table(element)
        elif element.tag in LISTS:
            for item in element:
                self.deeper += item.get("class") == "deeper"
                yield from self.line(item, LISTS[element.tag])
        elif heading := HEADING.fullmatch(element.tag):
            yield from self.line(element, LineKind.HEADING, level=int(heading[1]))
        elif element.tag == "a":  # a bookmark between paragraphs
            self.loose_marks += marks_of(element)
        else:
            yield from self.line(element, LineKind.TEXT)

    def line(self, element: Any, kind: LineKind, *, level: int = 0) -> Iterator[Line]:
        text, marks = self.text(element), marks_of(element)
        if text.strip() or marks:
            marks, self.loose_marks = [*self.loose_marks, *marks], []
            style = element.get("class") or ""
            yield Line(kind, text.strip(), level, style if style != "deeper" else "", tuple(marks))

    def table(self, element: Any) -> Line:
        rows = [row for row in element.iter("tr") if next(row.iterancestors("table")) is element]
        heads = sum(row.getparent().tag == "thead" for row in rows)
        grid = self.grid(rows)
        width = max(map(len, grid), default=0)
        marks = (*self.loose_marks, *marks_of(element))
        self.loose_marks = []
        return Line(
            LineKind.TABLE,
            style=element.get("class") or "",
            marks=marks,
            rows=tuple((*row, *[""] * (width - len(row))) for row in grid),
            heads=heads,
        )

    def grid(self, rows: Sequence[Any]) -> list[list[str]]:
        """Return the cells by row. One that spans others stands in the first, they are empty."""
        below: dict[int, int] = {}  # how many more rows a cell above reaches into, by column
        found = []
        for row in rows:
            cells: list[str] = []
            for cell in row:
                skip(cells, below)
                across, down = (int(cell.get(name, "1")) for name in ("colspan", "rowspan"))
                words = [self.text(one).strip() for one in cell]
                for place in range(across):
                    below[len(cells)] = down - 1
                    cells.append("" if place else " ".join(filter(None, words)))
            skip(cells, below)
            found.append(cells)
        return found

    def text(self, element: Any) -> str:
        """Return the words of an element, with the calls of its notes."""
        if call := NOTE_TO.fullmatch(element.get("href") or ""):
            return note_call(call[1])
        if element.tag == "a" and COMMENT_TO.fullmatch(element.get("href") or ""):
            return ""
        if element.tag == "br":
            return " "
        if element.tag in EMPHASIS and "".join(element.itertext()).strip():
            self.emphasised += next(element.iterancestors("th"), None) is None  # heads are bold
        inner = [element.text or ""]
        for child in element:
            inner += [self.text(child), child.tail or ""]
        return "".join(inner) + (" " if element.tag in APART else "")

    def remarks(self) -> Iterator[str]:
        if self.emphasised:
            yield (
                "Bold, italic or underlined words are read as plain words: a report has one style."
            )
        if self.deeper:
            yield "A list inside a list is read as one list."


def skip(cells: list[str], below: dict[int, int]) -> None:
    """Leave the columns empty that a cell of a row above reaches into."""
    while below.get(len(cells), 0) > 0:
        below[len(cells)] -= 1
        cells.append("")


APART = ("p", "li", "td", "th", "tr")  # whose words are not those of what follows
HEADINGS = tuple(f"h{level}" for level in range(1, 7))


def is_notes(element: Any) -> bool:
    return len(element) > 0 and (element[0].get("id") or "").startswith(("footnote-", "endnote-"))


def without_arrow(words: str) -> str:
    """Return a note without the arrow back that mammoth adds."""
    return words.rstrip().removesuffix("↑").strip()


def marks_of(element: Any) -> list[str]:
    found = [one.get("id") for one in element.iter("a") if one.get("id")]
    return [one for one in found if not one.startswith(("footnote-ref-", "endnote-ref-"))
            and not one.startswith("comment-ref-")]  # fmt: skip


def words_of(lines: tuple[Line, ...], notes: Mapping[str, str]) -> Counter[str]:
    """Count the words that were read."""
    found = Counter[str]()
    for text in [*notes.values(), *(one.text for one in lines)]:
        found.update(NOTE.sub("", text).split())
    for one in lines:
        for row in one.rows:
            found.update(word for cell in row for word in NOTE.sub("", cell).split())
    return found


def passed_over(missed: Counter[str]) -> Iterator[SetAside]:
    """Name words of the file that came out in no line, whatever the reason."""
    words = [word for word in missed.elements() if any(c.isalnum() for c in word)]
    if words:
        yield SetAside("Words whose place could not be read", " ".join(words))


def tracked(aside: Aside) -> Iterator[str]:
    seen = aside.seen
    if seen["ins"] or seen["del"] or seen["moveTo"] or seen["moveFrom"]:
        come, gone = seen["ins"] + seen["moveTo"], seen["del"] + seen["moveFrom"]
        yield (
            f"Changes were tracked in this file ({come} added, {gone} struck out). It is read as "
            "if all of them were accepted."
        )
    if seen["hidden"]:
        yield "Some words in this file are hidden in Word. They are read like the others."


def unknown_styles(messages: list[str]) -> Iterator[str]:
    found = [match[1] for one in messages if (match := UNKNOWN_STYLE.fullmatch(one))]
    names = [one for one in dict.fromkeys(found) if one.lower() not in PLAIN_STYLES]
    if names:
        yield (
            "Paragraphs in styles that a report does not have are read as plain paragraphs: "
            f"{', '.join(names)}."
        )
