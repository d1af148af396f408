"""Build emails as people and programs send them, from invented words."""

from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP

from documents.kinds import CONTENT_TYPES, DocumentKind
from tests.documents import samples

OUR_LETTER = """\
From: Domestic Homicide Reviews <reviews@dhr.example>
Sent: 06 January 2026 09:30
To: {to}
Subject: {reference}: what does your organisation know?

We have been told of a death. Our reference: {reference}
Secure your records, search them and tell us what you know. If you hold no record of any of these
people, say which systems you searched and under which names. If you cannot share, say why.
Could you confirm receipt? A short report or an IMR may follow.
"""
SMALL_PRINT = (
    "This email and any attachments are confidential. If you are not the intended recipient you "
    "must not disclose or use the information in it."
)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """
    An email to make. files: names and bytes. style: how its program writes: "outlook" quotes our
    letter with header lines, "phone" with "On … wrote:", "bare" not at all, "html" is HTML alone.
    """

    name: str = ""
    address: str
    subject: str
    body: str
    date: str = "Tue, 20 Jan 2026 10:12:00 +0000"
    files: tuple[tuple[str, bytes], ...] = ()
    style: str = "outlook"
    headers: dict[str, str] = field(default_factory=dict)
    charset: str = "utf-8"


def eml(sent: Sent, *, reference: str = "TA-DHR-7") -> bytes:
    made = EmailMessage(policy=SMTP)
    made["From"] = f'"{sent.name}" <{sent.address}>' if sent.name else sent.address
    made["To"] = "reviews@csp.example"
    made["Subject"] = sent.subject.replace("REF", reference)
    if sent.date:
        made["Date"] = sent.date
    for name, value in sent.headers.items():
        made[name] = value
    words = with_quoted(sent, reference=reference)
    if sent.style == "html":
        lines = "".join(f"<p>{line}</p>" for line in words.split("\n") if line)
        made.set_content(f"<html><head><style>p {{}}</style></head><body>{lines}</body></html>",
                         subtype="html")  # fmt: skip
    else:
        made.set_content(words, charset=sent.charset)
    for name, content in sent.files:
        maintype, subtype = type_of(name)
        made.add_attachment(content, maintype=maintype, subtype=subtype, filename=name)
    return made.as_bytes()


def with_quoted(sent: Sent, *, reference: str) -> str:
    body = sent.body.replace("REF", reference)
    quoted = OUR_LETTER.format(to=sent.address, reference=reference)
    if sent.style == "outlook":
        return f"{body}\n\n{SMALL_PRINT}\n\n{quoted}"
    if sent.style == "phone":
        lines = "".join(f"> {line}\n" for line in quoted.splitlines())
        who = "Domestic Homicide Reviews <reviews@dhr.example>"
        return f"{body}\n\nSent from my iPhone\n\nOn 6 Jan 2026, at 09:30, {who} wrote:\n{lines}"
    return body


def type_of(name: str) -> tuple[str, str]:
    ending = name.rpartition(".")[2].upper()
    kind = CONTENT_TYPES.get(DocumentKind.__members__.get(ending), "application/octet-stream")
    maintype, _, subtype = kind.partition(";")[0].partition("/")
    return maintype, subtype


def word(*lines: str) -> bytes:
    """A Word file with these words."""
    import io

    import docx

    paper, made = docx.Document(), io.BytesIO()
    for line in lines:
        paper.add_paragraph(line)
    paper.save(made)
    return made.getvalue()


PDF, PNG = samples.pdf(), samples.PNG
