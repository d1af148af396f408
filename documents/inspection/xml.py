"""XML parts of archives. Their formats have no DOCTYPE, so whoever brings one means harm."""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from documents.inspection.refusal import FileRefused

CHUNK = 64 * 1024
CONTENT_TYPES = "[Content_Types].xml"
MAX_CONTENT_TYPES = 4 * 1024 * 1024
TOOLBARS = "Configurations2/"  # of which LibreOffice leaves some empty
PARTS = (".xml", ".rels", ".vml")
BROKEN = (
    "This file is damaged and cannot be opened. Open it on your computer, save it again and send "
    "the new file."
)


class Enough(Exception):
    """The first element has begun: nothing can be declared any more."""


def enough(*_ignored: object) -> None:
    raise Enough


def refuse_doctype(*_ignored: object) -> None:
    raise FileRefused(
        "entities",
        "This file holds declarations that Word and Excel never write. Copy what is needed into "
        "a new document, save that and send it.",
    )


def refuse_declarations(
    _name: str, _system: str | None, _public: str | None, has_declarations: bool
) -> None:
    if has_declarations:
        refuse_doctype()


def content_types(archive: ZipFile) -> frozenset[str]:
    """Return the content types an archive declares; none where it is no Office file."""
    if CONTENT_TYPES not in archive.namelist():
        return frozenset()
    found: set[str] = set()

    def note(_name: str, attributes: dict[str, str]) -> None:
        found.add(attributes.get("ContentType", ""))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = note
    with archive.open(CONTENT_TYPES) as part:
        feed(parser, part.read(MAX_CONTENT_TYPES), last=True)
    return frozenset(found)


def check_is_harmless(archive: ZipFile) -> None:
    """Refuse an archive with a part that declares entities, in whatever encoding."""
    for entry in archive.infolist():
        with archive.open(entry) as part:
            start = part.read(CHUNK)
            if not start and entry.filename.startswith(TOOLBARS):
                continue
            if entry.filename.lower().endswith(PARTS):
                check_prolog(start, part)
            elif looks_like_markup(start):
                check_declares_nothing(start, part)


def check_prolog(
    start: bytes, rest: IO[bytes], *, on_doctype: Callable[..., None] = refuse_doctype
) -> None:
    """Read a part as far as its first element. Raises FileRefused for a DOCTYPE, or no XML."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = on_doctype
    parser.StartElementHandler = enough
    try:
        chunk = start
        while chunk:
            feed(parser, chunk)
            chunk = rest.read(CHUNK)
        feed(parser, b"", last=True)
    except Enough:
        pass


def check_declares_nothing(start: bytes, rest: IO[bytes]) -> None:
    """Check a drawing or page inside, which may name its DOCTYPE, or be no XML at all."""
    try:
        check_prolog(start, rest, on_doctype=refuse_declarations)
    except FileRefused as refusal:
        if refusal.code == "entities":
            raise


def feed(parser: expat.XMLParserType, chunk: bytes, *, last: bool = False) -> None:
    try:
        parser.Parse(chunk, last)
    except (expat.ExpatError, LookupError, ValueError) as error:  # or an encoding nobody knows
        raise FileRefused("broken", BROKEN) from error


def looks_like_markup(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"
