"""The kinds of file that are received, kept and handed out."""

from django.db import models


class DocumentKind(models.TextChoices):
    DOCX = "DOCX", "Word document"
    XLSX = "XLSX", "Excel workbook"
    CSV = "CSV", "CSV file"
    ODT = "ODT", "OpenDocument text (.odt)"
    ODS = "ODS", "OpenDocument spreadsheet (.ods)"
    PDF = "PDF", "PDF"
    EML = "EML", "email (.eml)"
    MSG = "MSG", "Outlook email (.msg)"
    ICS = "ICS", "calendar file (.ics)"
    PNG = "PNG", "PNG picture"
    JPEG = "JPEG", "JPEG picture"
    TXT = "TXT", "text file"

    @property
    def content_type(self) -> str:
        return CONTENT_TYPES[self]

    @property
    def extension(self) -> str:
        return EXTENSIONS[self][0]

    @property
    def extensions(self) -> tuple[str, ...]:
        return EXTENSIONS[self]


OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN = "application/vnd.oasis.opendocument"

CONTENT_TYPES = {
    DocumentKind.DOCX: f"{OFFICE}.wordprocessingml.document",
    DocumentKind.XLSX: f"{OFFICE}.spreadsheetml.sheet",
    DocumentKind.CSV: "text/csv",
    DocumentKind.ODT: f"{OPEN}.text",
    DocumentKind.ODS: f"{OPEN}.spreadsheet",
    DocumentKind.PDF: "application/pdf",
    DocumentKind.EML: "message/rfc822",
    DocumentKind.MSG: "application/vnd.ms-outlook",
    DocumentKind.ICS: "text/calendar; charset=utf-8",
    DocumentKind.PNG: "image/png",
    DocumentKind.JPEG: "image/jpeg",
    DocumentKind.TXT: "text/plain",
}

EXTENSIONS: dict[DocumentKind, tuple[str, ...]] = {
    **{kind: (f".{kind.value.lower()}",) for kind in DocumentKind},
    DocumentKind.JPEG: (".jpg", ".jpeg"),
}

# What people send in place of typing it into a page
CORRESPONDENCE = frozenset(
    {
        DocumentKind.PDF,
        DocumentKind.DOCX,
        DocumentKind.EML,
        DocumentKind.MSG,
        DocumentKind.TXT,
        DocumentKind.PNG,
        DocumentKind.JPEG,
    }
)
