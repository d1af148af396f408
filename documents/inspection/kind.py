from collections.abc import Set

from documents.inspection import email, foreign, office, ole, one_kind, pdf, picture, text
from documents.inspection.refusal import ELSEWHERE, FileRefused, with_article
from documents.kinds import DocumentKind

# What LibreOffice writes by itself, and what it is saved as where that will not do
SAVED_AS = {
    DocumentKind.ODT: (DocumentKind.DOCX, "Word document (.docx)"),
    DocumentKind.ODS: (DocumentKind.XLSX, "Excel workbook (.xlsx)"),
}


def kind_of(content: bytes, *, accept: Set[DocumentKind]) -> DocumentKind:
    """
    Return what a file is.

    Text can be read in more than one way: an email is also a text file. The most exact reading
    that is accepted here counts.

    Raises FileRefused for a file that is not safe, not whole, not known or not of these kinds.
    """
    try:
        readings = possible_kinds(content)
    except FileRefused as refusal:
        raise refusal.where(accept) from refusal
    for kind in readings:
        if kind in accept:
            return kind
    if readings == [DocumentKind.TXT] and DocumentKind.CSV in accept:
        raise text.without_columns(content)
    raise of_another_kind(readings[0]).where(accept)


def of_another_kind(kind: DocumentKind) -> FileRefused:
    """Return what is said of a file that is whole and harmless, and not wanted here."""
    if kind not in SAVED_AS:
        return FileRefused("wrong_kind", f"This is {with_article(kind.label)}.", ELSEWHERE)
    better, called = SAVED_AS[kind]
    return FileRefused(
        "open_document",
        f"This is an {kind.label}, which is not read here.",
        {
            better: f"Open it in the program it was made with, choose Save as “{called}” and send "
            "the new file."
        },
    )


def possible_kinds(content: bytes) -> list[DocumentKind]:
    """Return every way to read a file, the most exact first. Raises FileRefused for harm."""
    foreign.check(content)
    one_kind.check(content)
    readings = readings_of(content)
    if readings[0] == DocumentKind.EML:
        email.check_eml(content)
    elif readings[0] == DocumentKind.MSG:
        email.check_msg(content)
    return readings


def readings_of(content: bytes) -> list[DocumentKind]:
    for part in (office, ole, pdf, picture):
        if part.looks_like(content):
            return [part.kind_of(content)]
    return text.kinds_of(content)
