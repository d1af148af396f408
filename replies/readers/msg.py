"""Take an Outlook email (.msg) apart with python-oxmsg."""

from email import message_from_string, policy
from email.utils import parseaddr
from typing import Any

from replies.readers.eml import day_of, header, london, says_automatic
from replies.readers.html_words import words_of
from replies.readers.mail import TNEF, WINMAIL, CannotReadMail, Mail, Piece

INSIDE = (
    "This is an email inside an Outlook email, which stays in it. Open it in Outlook, save it by "
    "itself and drop that."
)
BOUNCE_CLASS, AUTOMATIC_CLASS = "REPORT.IPM.NOTE.NDR", "IPM.NOTE.RULES."


def read_msg(content: bytes) -> Mail:
    """Return what an Outlook email says. Raises CannotReadMail for one that is damaged."""
    from oxmsg import Message  # here, because few requests need it and all would wait for it

    try:
        return mail_of(Message.load(content))
    except Exception as fault:  # the library meets damage in too many ways to name
        raise CannotReadMail(
            "This Outlook email is damaged and cannot be read. Open it in Outlook, save it anew "
            "and drop that."
        ) from fault


def mail_of(message: Any) -> Mail:
    said = {name.lower(): str(value) for name, value in message.message_headers.items()}
    headers = message_from_string(
        "".join(f"{name}: {' '.join(value.split())}\n" for name, value in said.items()),
        policy=policy.default,
    )
    name, address = parseaddr(str(message.sender or ""))
    kind = str(message.message_class).upper()
    body = str(message.body or "").replace("\r\n", "\n")
    if len(body.split()) < 5 and message.html_body:
        body = words_of(str(message.html_body))
    moment = message.sent_date
    return Mail(
        name=" ".join(name.split()),
        address=address.lower() if "@" in address else "",
        subject=" ".join(str(message.subject or "").split()),
        sent_on=moment.astimezone(london()).date() if moment else day_of(said.get("date", "")),
        message_id=header(headers, "message-id").strip(),
        answers_to=tuple(
            f"{header(headers, 'in-reply-to')} {header(headers, 'references')}".split()
        ),
        is_automatic=says_automatic(headers) or kind.startswith(AUTOMATIC_CLASS),
        is_bounce=kind.startswith(BOUNCE_CLASS),
        text=body,
        **files_of(message),
    )


def files_of(message: Any) -> dict[str, Any]:
    pieces: list[Piece] = []
    left_out: list[tuple[str, str]] = []
    for one in message.attachments:
        name, content = str(one.file_name or "unnamed"), one.file_bytes
        if not content:
            left_out.append((name, INSIDE))
        elif name.lower() == "winmail.dat" or content[:4] == TNEF:
            left_out.append((name, WINMAIL))
        else:
            pieces.append(Piece(name, content, is_shown=is_shown(one, name)))
    return {"pieces": tuple(pieces), "left_out": tuple(left_out)}


def is_shown(one: Any, name: str) -> bool:
    """Tell a logo of a signature, which Outlook numbers, from a picture that was sent."""
    is_picture = str(one.mime_type or "").startswith("image/")
    return is_picture and name.lower().startswith("image0")
