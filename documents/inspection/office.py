"""Word, Excel and OpenDocument files, which are zip archives of XML, opened with care."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from documents.inspection import foreign, links, ole, open_document
from documents.inspection.refusal import ELSEWHERE, FileRefused, two_kinds
from documents.inspection.xml import BROKEN, check_is_harmless, content_types
from documents.kinds import DocumentKind
from documents.limits import MAX_UNPACKED

MAX_ENTRIES = 5_000
MAX_RATIO = 200  # of an entry above RATIO_FROM; a long table of repeated cells reaches about 100
RATIO_FROM = 1024 * 1024
MACROS = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("xl/macrosheets/", "xl/dialogsheets/")
ZIP, RICH_TEXT = b"PK\x03\x04", b"{\\rtf"
PACKED_PICTURES = (".emz", ".wmz", ".svgz")  # of which Word packs some, as a gzip archive would
CONTROLS = "/activex/"

WITHOUT_MACROS = {  # by the folder of the document in its archive
    "word/": {
        DocumentKind.DOCX: "Choose Save as “Word document (.docx)” and send the new file.",
    },
    "xl/": {
        DocumentKind.XLSX: "Choose Save as “Excel workbook (.xlsx)” and send the new file.",
    },
}
MAIN_PARTS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": (
        DocumentKind.DOCX
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": DocumentKind.XLSX,
}


def looks_like(content: bytes) -> bool:
    return content.startswith(ZIP)


def kind_of(content: bytes) -> DocumentKind:
    """Return what it is. Raises FileRefused for any other archive, or one that could harm."""
    with opened(content) as archive:
        types = checked_types(archive)
        kind = open_document.kind_told(archive)
        if kind is None:
            kind = main_kind(types)
        elif types:
            raise two_kinds()
        else:
            open_document.check(archive)
        check_parts(archive)
        check_objects(archive)
    return kind


def check_inside(content: bytes) -> int:
    """
    Check a file that lies in another, and return its size unpacked. It may hold no third one.

    Raises FileRefused where it is no Office file or could harm.
    """
    with opened(content) as archive:
        if not checked_types(archive):
            raise archive_refused()
        check_parts(archive)
        if any(start.startswith(ZIP) for _entry, start in starts(archive)):
            raise object_refused()
        check_objects(archive)
        return sum(entry.file_size for entry in archive.infolist())


@contextmanager
def opened(content: bytes) -> Iterator[ZipFile]:
    """Open an archive. Whatever the libraries make of a damaged one is a refusal."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            yield archive
    except FileRefused:
        raise
    except Exception as error:
        raise FileRefused("broken", BROKEN) from error


# What is checked, in this order


def checked_types(archive: ZipFile) -> frozenset[str]:
    """Return the content types of an archive that is not too large and holds no macros."""
    entries = archive.infolist()
    check_size(entries)
    check_entries(entries)
    types = content_types(archive)
    check_has_no_macros(archive, types)
    return types


def check_size(entries: list[ZipInfo]) -> None:
    """Refuse what unpacks to far more than it seems. Reading stops at the size an entry states."""
    if (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_UNPACKED
        or any(
            entry.file_size > max(RATIO_FROM, MAX_RATIO * entry.compress_size) for entry in entries
        )
    ):
        raise too_large()


def check_entries(entries: list[ZipInfo]) -> None:
    """Refuse what Office never writes: passwords, rare ways to pack, two parts of one name."""
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileRefused(
            "password", "This archive opens only with a password. Send the documents themselves."
        )
    names = {entry.filename.lower() for entry in entries}
    if len(names) < len(entries) or any(
        entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries
    ):
        raise FileRefused("broken", BROKEN)


def check_has_no_macros(archive: ZipFile, types: frozenset[str]) -> None:
    names = [name.lower() for name in archive.namelist()]
    if any(name.endswith(MACROS) or name.startswith(MACRO_FOLDERS) for name in names) or any(
        "macroenabled" in kind.lower() for kind in types
    ):
        raise FileRefused(
            "macros",
            "This file can hold macros, which are not taken in.",
            WITHOUT_MACROS["xl/" if any(name.startswith("xl/") for name in names) else "word/"],
        )


def main_kind(types: frozenset[str]) -> DocumentKind:
    for content_type, kind in MAIN_PARTS.items():
        if content_type in types:
            return kind
    raise FileRefused(
        "unknown",
        "This is an archive of files, or a document of a kind that is not known here.",
        ELSEWHERE,
    )


def check_parts(archive: ZipFile) -> None:
    check_is_harmless(archive)
    links.check(archive)


def check_objects(archive: ZipFile) -> None:
    """Refuse programs and objects inside. The workbook behind a chart is looked into, and may."""
    unpacked = 0
    for entry, start in starts(archive):
        name = f"/{entry.filename.lower()}"
        check_object(start, name)
        if start.startswith(ZIP):
            unpacked += check_inside(archive.read(entry))
    if unpacked > MAX_UNPACKED:
        raise too_large()


def check_object(start: bytes, name: str) -> None:
    is_foreign = foreign.is_program(start) or (
        foreign.is_archive(start) and not name.endswith(PACKED_PICTURES)
    )
    if is_foreign or CONTROLS in name or start.startswith((ole.START, RICH_TEXT)):
        raise object_refused()


def starts(archive: ZipFile) -> Iterator[tuple[ZipInfo, bytes]]:
    """Yield every entry with its first bytes."""
    for entry in archive.infolist():
        with archive.open(entry) as part:
            yield entry, part.read(512)


def too_large() -> FileRefused:
    return FileRefused(
        "unpacks_too_large",
        "This file unpacks to far more than its size. Copy what is needed into a new "
        "document, save that and send it.",
    )


def object_refused() -> FileRefused:
    return FileRefused(
        "object",
        "Another file or a control is embedded in this file, which is not taken in. Take it out, "
        "save, and send this file and the other one each on its own.",
    )


def archive_refused() -> FileRefused:
    return FileRefused(
        "archive", "This is an archive of files. Send the documents in it one by one."
    )
