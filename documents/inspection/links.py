"""What a Word or Excel file would fetch from elsewhere as soon as somebody opens it."""

import re
from collections.abc import Callable
from urllib.parse import unquote
from xml.parsers import expat
from zipfile import ZipFile

from documents.inspection.refusal import FileRefused
from documents.inspection.xml import feed

ON_A_CLICK = "/hyperlink"  # fetched only when a person asks for it
TEMPLATE = "/attachedTemplate"
LINKED_BOOKS = "xl/externallinks/"
CHUNK = 64 * 1024
FILE = re.compile(r"file:(/*)(.*)", re.S)
DRIVE = re.compile(r"[a-z]:/")
OnElement = Callable[[str, dict[str, str]], None]
SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:")

TEMPLATE_REFUSED = FileRefused(
    "template",
    "This document fetches its template from another place when it is opened. In Word choose "
    "Developer, Document Template, clear the path, save, and send the file again.",
)
LINK_REFUSED = FileRefused(
    "link",
    "This file fetches something from another place when it is opened, such as a picture or "
    "another workbook. In Word choose File, Info, Edit Links to Files, Break Link; in Excel "
    "choose Data, Edit Links, Break Link. Save and send the file again.",
)


def check(archive: ZipFile) -> None:
    """Raises FileRefused where opening the file would fetch something or start a program."""
    for name in archive.namelist():
        lower = name.lower()
        if lower.endswith(".rels"):
            read(archive, name, check_relationship)
        elif lower.startswith(LINKED_BOOKS) and lower.endswith(".xml"):
            read(archive, name, check_starts_nothing)


def read(archive: ZipFile, name: str, on_element: OnElement) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = on_element
    with archive.open(name) as part:
        while chunk := part.read(CHUNK):
            feed(parser, chunk)
    feed(parser, b"", last=True)


def check_relationship(_name: str, attributes: dict[str, str]) -> None:
    kind, target = attributes.get("Type", ""), attributes.get("Target", "")
    is_outside = attributes.get("TargetMode", "").lower() == "external"
    if is_outside and not kind.endswith(ON_A_CLICK) and is_remote(target):
        raise TEMPLATE_REFUSED if kind.endswith(TEMPLATE) else LINK_REFUSED


def check_starts_nothing(name: str, _attributes: dict[str, str]) -> None:
    """A DDE link asks another program of the computer for its value, and starts it."""
    if name.rpartition(":")[2] == "ddeLink":
        raise LINK_REFUSED


def is_remote(target: str) -> bool:
    """Tell whether a target is on another computer. A template on one's own disk is not."""
    place = unquote(target).strip().replace("\\", "/").lower()
    if found := FILE.fullmatch(place):
        slashes, path = found.groups()
        return not DRIVE.match(path) and (len(slashes) == 2 or len(slashes) > 3)
    if DRIVE.match(place):
        return False
    return place.startswith("//") or bool(SCHEME.match(place))
