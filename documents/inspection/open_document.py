"""OpenDocument files, as LibreOffice and others write them: what is in them beside the words."""

from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from documents.inspection.links import is_remote
from documents.inspection.refusal import FileRefused
from documents.inspection.xml import CHUNK, check_prolog, feed
from documents.kinds import DocumentKind

OWN_KIND, LONGEST_KIND = "mimetype", 100  # the entry of an archive that says what it is
KINDS = {kind.content_type: kind for kind in (DocumentKind.ODT, DocumentKind.ODS)}
MANIFEST = "META-INF/manifest.xml"
PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml", "manifest.xml")
MACRO_FOLDERS = frozenset({"basic", "dialogs", "scripts"})
BETWEEN = "\n"  # a namespace and a name: in neither can it stand
XLINK = "http://www.w3.org/1999/xlink"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PROTECTED = f"{OASIS}manifest:1.0{BETWEEN}encryption-data"
MACROS = frozenset({"event-listener", "execute-macro", "script"})
TEMPLATE = "template"
PROGRAMS = frozenset({"dde-source", "dde-link", "dde-connection-decl", "applet", "plugin"})
ON_A_CLICK = frozenset({"a", "area-rectangle", "area-circle", "area-polygon"})
PLACES = (f"{XLINK}{BETWEEN}href", f"{OASIS}form:1.0{BETWEEN}image-data")

NEEDS_PASSWORD = FileRefused(
    "password",
    "This file opens only with a password. Open it, save it without one (in LibreOffice choose "
    "Save as and clear “Save with password”) and send the new file.",
)
HAS_MACROS = FileRefused(
    "macros",
    "This file holds macros, which are not taken in. Copy what is needed into a new document, "
    "save that and send it.",
)
TEMPLATE_REFUSED = FileRefused(
    "template",
    "This document fetches its template from another place when it is opened. Copy what is "
    "needed into a new document, save that and send it.",
)
LINK_REFUSED = FileRefused(
    "link",
    "This file fetches something from another place when it is opened, such as a picture or "
    "another spreadsheet. In LibreOffice choose Edit, Links to External Files, Break Link. Save "
    "and send the file again.",
)


def kind_told(archive: ZipFile) -> DocumentKind | None:
    """Return what an archive says that it is; None where it is no OpenDocument that is known."""
    if OWN_KIND not in archive.namelist():
        return None
    with archive.open(OWN_KIND) as entry:
        return KINDS.get(entry.read(LONGEST_KIND).decode("ascii", "replace").strip())


def check(archive: ZipFile) -> None:
    """Raises FileRefused for a password, macros, or what would fetch or start something."""
    names = archive.namelist()
    if any(MACRO_FOLDERS & set(name.lower().split("/")[:-1]) for name in names):
        raise HAS_MACROS
    # the manifest says which other parts are unreadable for a password
    for name in sorted(names, key=lambda name: name != MANIFEST):
        if name.lower().endswith(PARTS):
            with archive.open(name) as part:
                check_prolog(part.read(CHUNK), part)
            with archive.open(name) as part:
                read(part)


def read(part: IO[bytes]) -> None:
    parser = expat.ParserCreate(namespace_separator=BETWEEN)
    parser.StartElementHandler = check_element
    while chunk := part.read(CHUNK):
        feed(parser, chunk)
    feed(parser, b"", last=True)


def check_element(name: str, attributes: dict[str, str]) -> None:
    if name == PROTECTED:
        raise NEEDS_PASSWORD
    own = name.rpartition(BETWEEN)[2]
    if own in MACROS:
        raise HAS_MACROS
    fetched = own not in ON_A_CLICK and any(
        is_remote(attributes[place]) for place in PLACES if place in attributes
    )
    if own in PROGRAMS or fetched:
        raise TEMPLATE_REFUSED if own == TEMPLATE else LINK_REFUSED
