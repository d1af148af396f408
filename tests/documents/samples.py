"""Small invented files of every kind, sound and not."""

import struct
from email.message import EmailMessage
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pikepdf
from msoffcrypto.method.ecma376_agile import ECMA376Agile

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


def open_document(kind: str, **parts: str | bytes) -> bytes:
    """Return what LibreOffice saves by itself, in little. parts: named as for `archive`."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        zipped.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        for name, content in {"content_xml": "<office/>", **parts}.items():
            zipped.writestr(name.replace("__", "/").replace("_", "."), content)
    return made.getvalue()


def word_with(**parts: str | bytes) -> bytes:
    """Return something that is a Word document but for these parts."""
    sound = {"types": TYPES.format(WORD), "word__document_xml": "<document/>"}
    return archive(**{**sound, **parts})


def word_and(name: str, content: bytes) -> bytes:
    """Return a Word document as Word writes it, with one more part."""
    made = BytesIO(word())
    with ZipFile(made, "a", ZIP_DEFLATED) as zipped:
        zipped.writestr(name, content)
    return made.getvalue()


def ole(*names: str) -> bytes:
    """Return a container of the old kind with these entries in its directory."""
    entries = b"".join(entry(name) for name in ["Root Entry", *names])
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + entries + bytes(256)


def entry(name: str) -> bytes:
    written = name.encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack("<H", len(written) + 2) + bytes(62)


def protected(content: bytes, *, password: str) -> bytes:
    """Return a Word or Excel file behind a password, as Office encrypts it."""
    return ECMA376Agile.encrypt(password, BytesIO(content))


def relationships(*targets: tuple[str, str], outside: bool = True) -> str:
    """Return a part that names what a file belongs with: the end of the type, and the target."""
    mode = ' TargetMode="External"' if outside else ""
    lines = "".join(
        f'<Relationship Id="r{number}" Type="http://schemas.example/relationships/{kind}"'
        f' Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(targets)
    )
    return f'<?xml version="1.0"?><Relationships>{lines}</Relationships>'


def acting_pdf(**actions: pikepdf.Object) -> bytes:
    """Return a PDF whose catalogue has these entries."""
    made = BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        for name, action in actions.items():
            paper.Root[f"/{name}"] = action
        paper.save(made)
    return made.getvalue()


def pdf_with(content: bytes, *, name: str = "attached") -> bytes:
    made = BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.attachments[name] = content
        paper.save(made)
    return made.getvalue()


def email_with(content: bytes, *, name: str = "attached") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@agency.example", "b@dhr.example"
    message["Date"] = "Mon, 02 Mar 2026 09:00:00 +0000"
    message.set_content("It is attached.")
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def excel_of(*rows: list[str]) -> bytes:
    made = BytesIO()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(made)
    return made.getvalue()


# Malware that is none: the string every scanner knows, in two halves so that this file is not it
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + rb"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
