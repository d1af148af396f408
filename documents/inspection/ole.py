"""
The old container of Microsoft Office, told by the names in its directory.

Outlook still writes it, so does Office when it sets a password; .doc and .xls are the past.
"""

from collections.abc import Iterator

from documents.inspection.refusal import FileRefused, needs_password, unknown
from documents.kinds import DocumentKind

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTRY = 128  # bytes of a directory entry: a name of up to 64, its length, then the rest
PROTECTED = "EncryptedPackage"  # what Word and Excel call the file inside one with a password
MACROS = ("_VBA_PROJECT", "VBA", "_VBA_PROJECT_CUR")

REFUSALS = {
    PROTECTED: needs_password(),
    "WordDocument": FileRefused(
        "old_word",
        "This is a Word document of the old kind (.doc).",
        {
            DocumentKind.DOCX: "Open it in Word, choose Save as “Word document (.docx)” and send "
            "the new file."
        },
    ),
    "Workbook": FileRefused(
        "old_excel",
        "This is an Excel workbook of the old kind (.xls).",
        {
            DocumentKind.XLSX: "Open it in Excel, choose Save as “Excel workbook (.xlsx)” and send "
            "the new file."
        },
    ),
}
REFUSALS["Book"] = REFUSALS["Workbook"]


def looks_like(content: bytes) -> bool:
    return content.startswith(START)


def kind_of(content: bytes) -> DocumentKind:
    """Return MSG, the only kind still taken in. Raises FileRefused for all others."""
    names = set(directory_names(content))
    if "__properties_version1.0" in names:
        return DocumentKind.MSG
    raise next((REFUSALS[name] for name in REFUSALS if name in names), unknown())


def is_protected(content: bytes) -> bool:
    """Tell whether this is a Word or Excel file behind a password."""
    return looks_like(content) and PROTECTED in directory_names(content)


def check_has_no_macros(content: bytes) -> None:
    if not {*MACROS}.isdisjoint(directory_names(content)):
        raise FileRefused("macros", "This file can hold macros, which are not taken in.")


def directory_names(content: bytes) -> Iterator[str]:
    """Return what has the shape of a directory entry: a name and, after it, its right length."""
    for start in range(512, len(content) - ENTRY + 1, ENTRY):
        length = int.from_bytes(content[start + 64 : start + 66], "little")
        if 2 < length <= 64 and length % 2 == 0:
            yield content[start : start + length - 2].decode("utf-16-le", "replace")
