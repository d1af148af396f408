"""
The archive that an agency takes home: an index to read, and every file under its hash.

The index is there twice, as HTML and, where this computer can lay out paper, as PDF.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from documents.intake import plain_name
from documents.models import Document, FileNotOpen
from documents.rendering import RenderingUnavailable, paper_html, render_pdf
from pages.parts import Row
from privacy.marking import OFFICIAL_SENSITIVE

TEMPLATE = "documents/agency_file.html"
EARLIEST = (1980, 1, 1, 0, 0, 0)
CHUNK = 1 << 16
NOT_THERE = "This file cannot be opened, so it is not in here: {reason}"
DAMAGED = "What is kept of this file is not the one that was received, so it is not in here."


@dataclass(frozen=True)
class Packed:
    """A file as the index names it. path: in the archive; empty where it is not in there."""

    document: Document
    path: str
    remark: str = ""


@dataclass(frozen=True)
class PackedItem:
    title: str
    remark: str
    rows: Sequence[Row]
    packed: Sequence[Packed]


@dataclass(frozen=True)
class PackedSection:
    """A section of the index. Its items are (title, remark, rows, files), each file once packed."""

    title: str
    items: Sequence[PackedItem]


Told = tuple[str, str, Sequence[Row], Sequence[Document]]


def write_home_file(
    target: IO[bytes],
    sections: Sequence[tuple[str, Sequence[Told]]],
    context: Mapping[str, object],
) -> None:
    """
    Write the archive.

    sections: each with its title, and what it tells of: title, remark, lines, files. context: what
    the index says beside them; see its template.

    A file that is not open, or is not what was received, is named in the index with the reason.
    """
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        named = (one for _title, items in sections for *_, files in items for one in files)
        once = {one.pk: one for one in named}
        packed = {
            pk: packed_in(archive, number, one) for number, (pk, one) in enumerate(once.items(), 1)
        }
        told = [
            PackedSection(
                title,
                [
                    PackedItem(name, remark, rows, [packed[one.pk] for one in files])
                    for name, remark, rows, files in items
                ],
            )
            for title, items in sections
        ]
        whole = {**context, "sections": told}
        html = paper_html(TEMPLATE, whole, marking=OFFICIAL_SENSITIVE)
        archive.writestr(entry("index.html"), html)
        try:
            pdf = render_pdf(TEMPLATE, whole, marking=OFFICIAL_SENSITIVE)
        except RenderingUnavailable:
            pdf = b""
        if pdf:
            archive.writestr(entry("index.pdf"), pdf)
    target.seek(0)


def packed_in(archive: ZipFile, number: int, document: Document) -> Packed:
    path = f"files/{number:03} {plain_name(document.original_name)}"
    try:
        with document.open() as source:
            content = source.read()
    except FileNotOpen as closed:
        return Packed(document, "", NOT_THERE.format(reason=closed))
    except OSError:
        return Packed(document, "", DAMAGED)
    if sha256(content).hexdigest() != document.sha256:
        return Packed(document, "", DAMAGED)
    archive.writestr(entry(path), content)
    return Packed(document, path)


def entry(path: str) -> ZipInfo:
    """Return a place in the archive without a day: the same file gives the same bytes."""
    made = ZipInfo(path, EARLIEST)
    made.compress_type = ZIP_DEFLATED
    return made
