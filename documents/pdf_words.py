"""
The words of a PDF, its properties and its outline: enough to search it for what must not be there.

It follows the fonts' own tables from codes to letters. A scan, or a font without a table, gives
no words: then a person has to say what stands there.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

LINE_BREAK = re.compile(r"(?<=\w)[-\u2010]\n+(?=\w)")
GAP = -180  # thousandths of the font's size: a wider step to the right is a space
HEX = rb"<([0-9A-Fa-f\s]*)>"
RANGE = re.compile(rb"\s*".join([HEX, HEX, rb"(\[.*?\]|<[0-9A-Fa-f\s]*>)"]), re.S)
PAIR = re.compile(HEX + rb"\s*" + HEX)
SINGLE = re.compile(HEX)
BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end(?:bfchar|bfrange)", re.S)
MOVES_A_LINE = {"Td", "TD", "T*", "Tm", "ET"}
SHOWS = {"Tj", "TJ", "'", '"'}
UNKNOWN = "\ufffd"


def words_of_pdf(content: bytes) -> str:
    """
    Return the text of every page, one line under another, and with it the same with the words
    whole that the end of a line takes apart. Raises `pikepdf.PdfError`.
    """
    import pikepdf  # here, because few requests need it and all would wait for it

    with pikepdf.open(BytesIO(content)) as paper:
        pages = ["".join(shown_on(page)) for page in paper.pages]
    return joined("\n".join(pages))


def properties_of_pdf(content: bytes) -> str:
    """Return what a reader's program shows of a PDF besides its pages. Raises likewise."""
    import pikepdf

    with pikepdf.open(BytesIO(content)) as paper:
        told = [str(value) for value in paper.docinfo.values()]
        with paper.open_metadata(set_pikepdf_as_editor=False) as metadata:
            told += [str(value) for value in metadata.values()]
        with paper.open_outline() as outline:
            told += list(titles(outline.root))
        told += list(paper.attachments)
    return "\n".join(told)


def notes_of_pdf(content: bytes) -> list[str]:
    """
    Return what is pinned to the pages or hidden in the tags: notes, the fields of a form, where
    links lead, what pictures are described as. Raises likewise.
    """
    import pikepdf

    with pikepdf.open(BytesIO(content)) as paper:
        pinned = [word for page in paper.pages for word in pinned_to(page)]
        return [*pinned, *described(paper)]


def pinned_to(page: Any) -> Iterator[str]:
    for note in page.get("/Annots", []):
        action = note.get("/A")
        told = [note.get(key) for key in ("/Contents", "/V", "/TU")]
        told.append(action.get("/URI") if action is not None else None)
        yield from (str(one) for one in told if one is not None)


def described(paper: Any) -> Iterator[str]:
    """Yield descriptions and replacement words, wherever they stand among the objects."""
    import pikepdf

    for one in paper.objects:
        if isinstance(one, pikepdf.Dictionary):
            yield from (str(one[key]) for key in ("/Alt", "/ActualText", "/E") if key in one)


def titles(entries: Any) -> Iterator[str]:
    for entry in entries:
        yield entry.title
        yield from titles(entry.children)


def joined(text: str) -> str:
    """Return a text with the words that a line's end took apart, beside it as it stands."""
    together = LINE_BREAK.sub("", text)
    return text if together == text else f"{text}\n{together}"


def shown_on(page: Any) -> Iterator[str]:
    """Yield what a page shows, in the order it is drawn."""
    import pikepdf

    fonts = {name: Letters(font) for name, font in fonts_of(page).items()}
    letters: Letters | None = None
    for step in pikepdf.parse_content_stream(page):
        operands, verb = step.operands, str(step.operator)
        if verb == "Tf":
            letters = fonts.get(str(operands[0]))
        elif verb in MOVES_A_LINE:
            yield "\n"
        elif verb in SHOWS and letters:
            yield from shown(operands[-1], letters)


def fonts_of(page: Any) -> dict[str, Any]:
    found = page.resources.get("/Font", {}) if page.get("/Resources") is not None else {}
    return dict(found.items())


def shown(operand: Any, letters: "Letters") -> Iterator[str]:
    import pikepdf

    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            yield letters.read(bytes(piece))
        elif float(piece) < GAP:
            yield " "


class Letters:
    """What each code of a font stands for."""

    def __init__(self, font: Any) -> None:
        self.is_wide = str(font.get("/Subtype")) == "/Type0"
        table = font.get("/ToUnicode")
        self.table = table_of(table.read_bytes()) if table is not None else {}
        own = font.get("/Encoding")
        self.is_plain = not self.is_wide and (own is None or str(own).endswith("Encoding"))

    def read(self, codes: bytes) -> str:
        width = 2 if self.is_wide else 1
        numbers = (codes[n : n + width] for n in range(0, len(codes), width))
        return "".join(self.letter(int.from_bytes(code, "big")) for code in numbers)

    def letter(self, code: int) -> str:
        if code in self.table:
            return self.table[code]
        if self.is_plain:
            return bytes([code]).decode("cp1252", errors="replace")
        return UNKNOWN


def table_of(program: bytes) -> dict[int, str]:
    """Return the table in a font's ToUnicode program."""
    table: dict[int, str] = {}
    for kind, body in BLOCK.findall(program):
        if kind == b"bfchar":
            table |= {number(code): text(letters) for code, letters in PAIR.findall(body)}
        else:
            for first, last, target in RANGE.findall(body):
                table |= spread(number(first), number(last), target)
    return table


def spread(first: int, last: int, target: bytes) -> dict[int, str]:
    """Return the letters of a range of codes: one after another, or each given."""
    last = min(last, first + 0xFFFF)
    if target.startswith(b"["):
        given = [text(letters) for letters in SINGLE.findall(target)]
        return dict(zip(range(first, last + 1), given, strict=False))
    start = text(target.strip(b"<>"))
    if not start:
        return {}
    head, tail = start[:-1], ord(start[-1])
    most = min(last, first + 0x10FFFF - tail)
    return {code: head + chr(tail + code - first) for code in range(first, most + 1)}


def number(code: bytes) -> int:
    return int(b"".join(code.split()) or b"0", 16)


def text(letters: bytes) -> str:
    digits = b"".join(letters.split()).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("utf-16-be", errors="replace")
