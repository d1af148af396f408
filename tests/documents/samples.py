"""Small invented files of every kind, sound and not."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pikepdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORD_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TYPES = (
    '<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="{}"/></Types>'
)
CSV = b"Date,Source,What happened\r\n3 March 2026,Notes,A repair was asked for\r\n"
TXT = b"Words that were sent, and no more.\n"
ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
EML = b"From: a@agency.example\nTo: b@dhr.example\nDate: Mon, 02 Mar 2026 09:00:00 +0000\n\nYes.\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)
JPEG = b"\xff\xd8\xff\xe0" + bytes(20)


def word() -> bytes:
    made = BytesIO()
    paper = docx.Document()
    paper.add_paragraph("Words that were sent.")
    paper.save(made)
    return made.getvalue()


def excel() -> bytes:
    made = BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Date", "What happened"])
    book.save(made)
    return made.getvalue()


def pdf(*, password: str = "", pages: int = 1) -> bytes:
    made = BytesIO()
    with pikepdf.new() as paper:
        for _ in range(pages):
            paper.add_blank_page()
        encryption = pikepdf.Encryption(owner=password, user=password) if password else False
        paper.save(made, encryption=encryption)
    return made.getvalue()


def archive(**parts: str | bytes) -> bytes:
    """Return an archive. In a name __ is a slash and _ a dot; `types` is [Content_Types].xml."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            path = "[Content_Types].xml" if name == "types" else name.replace("__", "/")
            zipped.writestr(path if "." in path else path.replace("_", "."), content)
    return made.getvalue()


def word_with(**parts: str | bytes) -> bytes:
    """Return something that is a Word document but for these parts."""
    sound = {"types": TYPES.format(WORD), "word__document_xml": "<document/>"}
    return archive(**{**sound, **parts})


def ole(*names: str) -> bytes:
    """Return a container of the old kind with these entries in its directory."""
    entries = b"".join(entry(name) for name in ["Root Entry", *names])
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entries + bytes(256)


def entry(name: str) -> bytes:
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack("<H", len(written) + 2) + bytes(62)
