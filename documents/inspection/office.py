"""Word and Excel files, which are zip archives of XML, opened with care."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from documents.inspection.refusal import FileRefused
from documents.inspection.xml import BROKEN, check_is_harmless, content_types
from documents.kinds import DocumentKind

MAX_ENTRIES = 5_000
MAX_UNPACKED = 250 * 1024 * 1024
MAX_RATIO = 200  # of an entry above RATIO_FROM; a long table of repeated cells reaches about 100
RATIO_FROM = 1024 * 1024

MAIN_PARTS = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": (
        DocumentKind.DOCX
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": DocumentKind.XLSX,
}


def looks_like(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04")


def kind_of(content: bytes) -> DocumentKind:
    """Return DOCX or XLSX. Raises FileRefused for any other archive, or one that could harm."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            check_size(archive.infolist())
            check_has_no_password(archive.infolist())
            types = content_types(archive)
            check_has_no_macros(archive, types)
            kind = main_kind(types)
            check_is_harmless(archive)
    except (BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise FileRefused("broken", BROKEN) from error
    return kind


def check_size(entries: list[ZipInfo]) -> None:
    """Refuse what unpacks to far more than it seems. Reading stops at the size an entry states."""
    if (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_UNPACKED
        or any(
            entry.file_size > max(RATIO_FROM, MAX_RATIO * entry.compress_size) for entry in entries
        )
    ):
        raise FileRefused(
            "unpacks_too_large",
            "This file unpacks to far more than its size. Copy what is needed into a new "
            "document, save that and send it.",
        )


def check_has_no_password(entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise FileRefused(
            "password", "This archive opens only with a password. Send the documents themselves."
        )


def check_has_no_macros(archive: ZipFile, types: frozenset[str]) -> None:
    names = [name.lower() for name in archive.namelist()]
    if any(
        name.endswith("vbaproject.bin") or name.startswith("xl/macrosheets/") for name in names
    ) or any("macroenabled" in kind.lower() for kind in types):
        raise FileRefused(
            "macros",
            "This file can hold macros, which are not taken in. Choose Save as “Word document "
            "(.docx)” or “Excel workbook (.xlsx)” and send the new file.",
        )


def main_kind(types: frozenset[str]) -> DocumentKind:
    for content_type, kind in MAIN_PARTS.items():
        if content_type in types:
            return kind
    raise FileRefused(
        "unknown",
        "This archive is neither a Word document (.docx) nor an Excel workbook (.xlsx). Send the "
        "documents in it one by one; save other kinds as one of these or as a PDF.",
    )
