from collections.abc import Set

from documents.inspection import email, foreign, office, ole, one_kind, pdf, picture, text
from documents.inspection.refusal import FileRefused
from documents.kinds import DocumentKind

# What LibreOffice writes by itself, and what it is saved as where that will not do
SAVED_AS = {
    DocumentKind.ODT: "Word document (.docx)",
    DocumentKind.ODS: "Excel workbook (.xlsx)",
}


def kind_of(content: bytes, *, accept: Set[DocumentKind]) -> DocumentKind:
    """
    Return what a file is.

    Text can be read in more than one way: an email is also a text file. The most exact reading
    that is accepted here counts.

    Raises FileRefused for a file that is not safe, not whole, not known or not of these kinds.
    """
    readings = possible_kinds(content)
    for kind in readings:
        if kind in accept:
            return kind
    if readings == [DocumentKind.TXT] and DocumentKind.CSV in accept:
        raise FileRefused(
            "no_columns",
            "No columns were found in this text. In your spreadsheet choose Save as and "
            "“CSV UTF-8 (comma delimited)”.",
        )
    if readings[0] in SAVED_AS:
        what, better = readings[0].label, SAVED_AS[readings[0]]
        raise FileRefused(
            "open_document",
            f"This is an {what}, which is not read here. Open it in the program it was made "
            f"with, choose Save as “{better}” and send the new file.",
        )
    raise FileRefused(
        "wrong_kind",
        f"This is {with_article(readings[0].label)}. Send {one_of(accept)} instead.",
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


def one_of(kinds: Set[DocumentKind]) -> str:
    """Return kinds as words: "a Word document, a PDF or an email (.eml)"."""
    named = [with_article(kind.label) for kind in DocumentKind if kind in kinds]
    return " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def with_article(noun: str) -> str:
    return f"{'an' if noun[0] in 'AEIOaeio' else 'a'} {noun}"
