"""
A Word document: its paragraphs and cells, and what hides in it.

Headers and footers, notes, text boxes, comments, struck-out and hidden text, descriptions of
pictures, addresses of links and properties are words as well, and nobody proof-reads them.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from anonymity.checking.paper import BODY, Line, Paper, lines_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, TABLE, CELL, RUN, BOX = (f"{W}{name}" for name in ("p", "tbl", "tc", "r", "txbxContent"))
TEXT, STRUCK_TEXT = f"{W}t", f"{W}delText"
LETTERS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
MOVED_AWAY = f"{W}moveFrom"
MAIN = "word/document.xml"
# Parts of the file by how their names begin, and what each note or margin in them is called
BESIDE = {
    "word/header": "header",
    "word/footer": "footer",
    "word/footnotes": "footnote",
    "word/endnotes": "endnote",
    "word/comments": "comment",
}
NOTES = {f"{W}footnote", f"{W}endnote", f"{W}comment"}
PROPERTIES = "docProps/"
LINKS = ".rels"
DESCRIBED = ("descr", "title", "alt")


def read_word(content: bytes) -> Paper:
    """
    Return the words of a document that the door has found safe and whole (`documents.inspection`).

    Raises KeyError without a main part, BadZipFile and XMLSyntaxError for a damaged file.
    """
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        parts = {name: parsed(archive.read(name)) for name in sorted(names)}
    body = parts[MAIN]
    lines = [*flowing(body, part=BODY), *aside(body)]
    for name, root in parts.items():
        lines += [line for beside in lines_beside(name, root) for line in beside]
    return Paper(tuple(line for line in lines if not line.is_empty))


def parsed(octets: bytes) -> Any:
    return etree.fromstring(octets, etree.XMLParser(resolve_entities=False, no_network=True))


def lines_beside(name: str, root: Any) -> Iterator[Iterator[Line]]:
    """Yield what stands in a part of the file beside its main one."""
    if name.startswith(PROPERTIES):
        yield lines_of("properties", (text for text in root.itertext() if text.strip()))
    if name.endswith(LINKS):
        away = (link.get("Target", "") for link in root if link.get("TargetMode") == "External")
        yield lines_of("link", away)
    called = next((called for start, called in BESIDE.items() if name.startswith(start)), "")
    if called:
        notes = [note for note in root if note.tag in NOTES]
        for number, note in enumerate(notes, 1):
            yield flowing(note, part=f"{called} {number}")
        if not notes:
            yield flowing(root, part=called)
        yield aside(root)


# What is read, in its order


def flowing(root: Any, *, part: str) -> Iterator[Line]:
    """Yield paragraphs, and the cells of each table as parts of their own."""
    paragraphs = tables = 0
    for block in blocks(root):
        if block.tag == PARAGRAPH:
            paragraphs += 1
            yield Line(part, paragraphs, text_of(block))
        else:
            tables += 1
            within = "" if part == BODY else f"{part}, "
            yield from cells(block, part=f"{within}table {tables}")


def blocks(root: Any) -> Iterator[Any]:
    """Yield paragraphs and tables that lie in no other, whatever they are wrapped in."""
    for child in root:
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag not in (FALLBACK, BOX):
            yield from blocks(child)


def cells(table: Any, *, part: str) -> Iterator[Line]:
    """Yield a line for each cell, counted through the table from its first row."""
    for number, cell in enumerate(table.iter(CELL), 1):
        yield Line(part, number, " ".join(text_of(one) for one in cell.findall(PARAGRAPH)))


def text_of(paragraph: Any) -> str:
    """Return what a reader sees of a paragraph; the rest of it stands in parts of its own."""
    return "".join(letters(paragraph))


def letters(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in LETTERS:
            yield LETTERS[child.tag]
        elif child.tag not in (FALLBACK, BOX, MOVED_AWAY) and not is_hidden(child):
            yield from letters(child)


def is_hidden(run: Any) -> bool:
    return run.tag == RUN and run.find(f"{W}rPr/{W}vanish") is not None


# What is not read, and is there


def aside(root: Any) -> Iterator[Line]:
    """Yield what a part of the file holds besides its text."""
    boxes = (
        box for box in root.iter(BOX) if not any(one.tag == FALLBACK for one in box.iterancestors())
    )
    for number, box in enumerate(boxes, 1):
        yield from flowing(box, part=f"text box {number}")
    hidden = (run for run in root.iter(RUN) if is_hidden(run))
    yield from lines_of("hidden text", ("".join(letters(run)) for run in hidden))
    struck = (one.text or "" for one in root.iter(STRUCK_TEXT))
    moved = ("".join(letters(one)) for one in root.iter(MOVED_AWAY))
    yield from lines_of("struck-out text", [*struck, *moved])
    drawn = (one.get(name, "") for one in root.iter() for name in DESCRIBED if is_drawing(one))
    yield from lines_of("description of a picture", drawn)


def is_drawing(element: Any) -> bool:
    return isinstance(element.tag, str) and not element.tag.startswith(W)
