"""What there is in an email, whichever program wrote it."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Piece:
    """
    A file inside an email.

    is_shown: it is part of how the email looks, such as a logo in a signature.
    """

    name: str
    content: bytes
    is_shown: bool = False


@dataclass(frozen=True, kw_only=True)
class Mail:
    """
    An email in words.

    address: of who sent it, in lower case; empty where it does not say.
    answers_to: the Message-IDs that it answers. is_automatic, is_bounce: its headers say so.
    about: the addresses that a returned email could not reach.
    text: its words; lines that it quotes may begin with ">".
    inside: emails that came attached to it.
    left_out: what could not be opened, by name, with the words why.
    """

    name: str = ""
    address: str = ""
    subject: str = ""
    sent_on: date | None = None
    message_id: str = ""
    answers_to: tuple[str, ...] = ()
    is_automatic: bool = False
    is_bounce: bool = False
    about: tuple[str, ...] = ()
    text: str = ""
    pieces: tuple[Piece, ...] = ()
    inside: tuple["Mail", ...] = field(default=())
    left_out: tuple[tuple[str, str], ...] = ()


class CannotReadMail(Exception):
    """An email is damaged. The text says so, fit to show."""


WINMAIL = (
    "Outlook packed its files into this one, which only Outlook opens. Ask the sender for them as "
    "PDF or Word, or as an email in HTML."
)
TNEF = b"\x78\x9f\x3e\x22"  # how such a package begins
