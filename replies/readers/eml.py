"""Take an email (.eml) apart with the standard library."""

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from django.utils.timezone import get_current_timezone, is_naive

from replies.readers.html_words import words_of
from replies.readers.mail import TNEF, WINMAIL, CannotReadMail, Mail, Piece

AUTOMATIC = ("auto-replied", "auto-generated", "auto-notified")
DEEPEST = 5  # emails in emails in emails


def read_eml(content: bytes) -> Mail:
    """Return what an email says. Raises CannotReadMail for one that is damaged throughout."""
    try:
        message = message_from_bytes(content.removeprefix(b"\xef\xbb\xbf"), policy=policy.default)
        return mail_of(message, depth=0)
    except Exception as fault:  # damage has the standard library raise many things
        raise CannotReadMail("This email is damaged and cannot be read.") from fault


def mail_of(message: Message, *, depth: int) -> Mail:
    name, address = parseaddr(header(message, "From"))
    parts = list(own_parts(message))
    inside = [part for part in parts if part.get_content_type() == "message/rfc822"]
    return Mail(
        name=" ".join(name.split()),
        address=address.lower(),
        subject=" ".join(header(message, "Subject").split()),
        sent_on=day_of(header(message, "Date")),
        message_id=header(message, "Message-ID").strip(),
        answers_to=tuple(
            f"{header(message, 'In-Reply-To')} {header(message, 'References')}".split()
        ),
        is_automatic=says_automatic(message),
        is_bounce=message.get_content_type() == "multipart/report"
        and "delivery-status" in header(message, "Content-Type"),
        about=tuple(recipients_of(parts)),
        text=text_of(parts),
        pieces=tuple(pieces_of(parts)),
        inside=tuple(
            mail_of(one, depth=depth + 1)
            for part in inside
            for one in as_messages(part)
            if depth < DEEPEST
        ),
        left_out=tuple((file_name(part), WINMAIL) for part in parts if is_winmail(part)),
    )


def header(message: Message, name: str) -> str:
    """Return a header as words. One that breaks the rules is taken as it stands."""
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        raw = dict(message.raw_items()) if isinstance(message, EmailMessage) else {}
        return str(raw.get(name, ""))


def own_parts(message: Message) -> Iterator[Message]:
    """Yield the parts of an email, and not those of an email inside it."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.get_payload():
        if isinstance(part, Message):
            is_status = part.get_content_type() == "message/delivery-status"
            yield from [part] if is_status else own_parts(part)


def as_messages(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if part.is_multipart() else []


def says_automatic(message: Message) -> bool:
    auto = header(message, "Auto-Submitted").lower()
    return (
        auto.startswith(AUTOMATIC)
        or bool(header(message, "X-Autoreply") or header(message, "X-Autorespond"))
        or header(message, "Precedence").lower() == "auto_reply"
    )


def day_of(said: str) -> date | None:
    """Return the day in London; None where it says none, or none that there is."""
    try:
        moment = parsedate_to_datetime(said)
        return moment.date() if is_naive(moment) else moment.astimezone(london()).date()
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


london = get_current_timezone


def text_of(parts: list[Message]) -> str:
    """Return the plain words; those of the HTML where there are none, or next to none."""
    own = [part for part in parts if not is_file(part)]
    plain = "\n".join(words(part) for part in own if part.get_content_type() == "text/plain")
    if len(plain.split()) >= 5:
        return plain
    html = "\n".join(
        words_of(words(part)) for part in own if part.get_content_type() == "text/html"
    )
    return html if html.strip() else plain


def words(part: Message) -> str:
    """Return the text of a part, in whatever letters it says it is or looks to be."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    for encoding in (str(part.get_content_charset() or "utf-8"), "utf-8", "cp1252"):
        try:
            return content.decode(encoding).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("latin-1").replace("\r\n", "\n")


def is_file(part: Message) -> bool:
    return bool(part.get_filename()) or part.get_content_disposition() == "attachment"


def file_name(part: Message) -> str:
    return str(part.get_filename() or "unnamed")


def is_winmail(part: Message) -> bool:
    is_named = file_name(part).lower() == "winmail.dat"
    return is_named or part.get_content_type() in ("application/ms-tnef", "application/vnd.ms-tnef")


def pieces_of(parts: list[Message]) -> Iterator[Piece]:
    """Yield the files of an email; an email inside it is one of them."""
    for part in parts:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            for one in as_messages(part):
                subject = " ".join(header(one, "Subject").split())
                yield Piece(str(part.get_filename() or f"{subject or 'email'}.eml"), one.as_bytes())
        elif is_file(part) or kind.startswith(("image/", "application/")):
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and not is_winmail(part) and content[:4] != TNEF:
                yield Piece(file_name(part), content, is_shown=is_shown(part))


def is_shown(part: Message) -> bool:
    """Tell a picture that stands in the words, or a visiting card, from a file that was sent."""
    kind = part.get_content_type()
    in_words = part.get_content_disposition() != "attachment" and bool(part.get("Content-ID"))
    return (kind.startswith("image/") and in_words) or kind in ("text/vcard", "text/x-vcard")


def recipients_of(parts: list[Message]) -> Iterator[str]:
    """Yield the addresses that a returned email could not reach."""
    for part in parts:
        if part.get_content_type() == "message/delivery-status":
            for status in as_messages(part):
                said = header(status, "Final-Recipient") or header(status, "Original-Recipient")
                if "@" in said:
                    yield said.rpartition(";")[2].strip().lower()
