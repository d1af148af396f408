"""Take out of the parts of a Word file what cannot be written in a report, keeping its words."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from documents.reading.lines import CannotReadWord, SetAside, short

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT, USUAL = b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"
PART = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
MOST_BYTES = 12 * 1024 * 1024  # of what is written in a file: more than a thousand pages

# Elements around words that say how they came there: the words are kept, these are not
AROUND = ("fldSimple", "bdo", "dir", "rubyBase", "ruby", "smartTag", "customXml")
GONE = ("del", "moveFrom")  # struck out by an author who had changes tracked
COME = ("ins", "moveTo")
PICTURES = ("drawing", "pict", "object")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


TOO_LONG = (
    "This file holds more than a report can: it is longer than a thousand pages. Send the part "
    "that you wrote in."
)


class Aside:
    """
    What was taken out so far, and what was seen on the way.

    left: the words that stay. margins: those in the head and foot of pages.
    """

    def __init__(self) -> None:
        self.found: list[SetAside] = []
        self.seen: Counter[str] = Counter()
        self.left: Counter[str] = Counter()
        self.margins: dict[str, None] = {}

    def take(self, what: str, element: Any, *, words: str) -> None:
        paragraph = next(element.iterancestors(f"{W}p"), None)
        near = "" if paragraph is None else own_words(paragraph)
        self.found.append(SetAside(what, words, near=short(near)))
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def without(content: bytes) -> tuple[bytes, Aside]:
    """
    Return a Word file without what is set aside, and what that was.

    Raises CannotReadWord for one that is too long, and whatever lxml and zipfile make of a
    damaged one.
    """
    aside, made = Aside(), BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(made, "w", ZIP_DEFLATED) as target:
        check_length(source)
        for entry in source.infolist():
            part = source.read(entry)
            if PART.fullmatch(entry.filename):
                root = etree.fromstring(part.replace(STRICT, USUAL), PARSER)
                take_out(root, aside)
                aside.left.update(own_words(root).split())
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            elif MARGIN.fullmatch(entry.filename):
                margin = etree.fromstring(part.replace(STRICT, USUAL), PARSER)
                aside.margins.update(dict.fromkeys(paragraphs(margin)))
            target.writestr(entry.filename, part)
    return made.getvalue(), aside


def check_length(archive: ZipFile) -> None:
    written = (one.file_size for one in archive.infolist() if PART.fullmatch(one.filename))
    if sum(written) > MOST_BYTES:
        raise CannotReadWord(TOO_LONG)


def take_out(root: Any, aside: Aside) -> None:
    """Leave in a part only what is read as lines."""
    for name in COME + GONE:
        aside.seen[name] += sum(holds_words(one) for one in root.iter(W + name))
    aside.seen["hidden"] += sum(1 for _one in root.iter(f"{W}vanish"))
    for element in found_in(root, *(W + name for name in GONE)):
        if is_around_words(element):
            element.getparent().remove(element)
    for element in found_in(root, ALTERNATIVES, *(W + name for name in PICTURES)):
        set_picture_aside(element, aside)
    for element in found_in(root, f"{MATH}oMathPara", f"{MATH}oMath"):
        words = "".join(one.text or "" for one in element.iter(f"{MATH}t"))
        aside.take("A formula", element, words=words)
    for element in found_in(root, *(W + name for name in AROUND)):
        unwrap(element)


def found_in(root: Any, *tags: str) -> Iterator[Any]:
    """Yield elements that are still in a part when their turn comes."""
    for element in list(root.iter(*tags)):
        if any(one is root for one in element.iterancestors()):
            yield element


def is_around_words(element: Any) -> bool:
    """Test whether words are marked, and not a paragraph or row, whose mark is empty."""
    return len(element) > 0


def holds_words(element: Any) -> bool:
    return any((one.text or "").strip() for one in element.iter(f"{W}t", f"{W}delText"))


def set_picture_aside(element: Any, aside: Aside) -> None:
    """Take a picture or a text box out, with what it says."""
    choice = first(element, f"{COMPATIBILITY}Choice") if element.tag == ALTERNATIVES else element
    shown = element if choice is None else choice
    boxes = list(shown.iter(f"{W}txbxContent"))
    if boxes:
        words = "\n".join("\n".join(paragraphs(box)) for box in boxes)
        aside.take("A text box", element, words=words)
    else:
        said = [one.get("descr") or one.get("title") or "" for one in shown.iter(f"{DRAWING}docPr")]
        aside.take("A picture", element, words="\n".join(filter(None, said)))


def paragraphs(box: Any) -> Iterator[str]:
    for paragraph in box.iter(f"{W}p"):
        if words := own_words(paragraph).strip():
            yield words


def unwrap(element: Any) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place, child)
    parent.remove(element)


def first(element: Any, tag: str) -> Any:
    return next(element.iterchildren(tag), None)


SPACES = {
    f"{W}tab": " ",
    f"{W}br": " ",
    f"{W}cr": " ",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
BETWEEN = (f"{W}p", f"{W}tc")


def own_words(element: Any) -> str:
    """Return the words of an element, paragraph by paragraph."""
    found: list[str] = []
    for one in element.iter():
        if one.tag == f"{W}t":
            found.append(one.text or "")
        elif one.tag in SPACES:
            found.append(SPACES[one.tag])
        elif one.tag in BETWEEN:
            found.append("\n")
    return "".join(found)
