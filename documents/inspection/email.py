"""What comes attached to an email, whether a text (.eml) or one of Outlook (.msg)."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from io import BytesIO

from documents.inspection import attached
from documents.inspection.refusal import FileRefused
from documents.kinds import DocumentKind

ATTACHED_TO_MSG = "__substg1.0_37010102"


def check_eml(content: bytes) -> None:
    """Raises FileRefused for an email with something attached that is not taken in."""
    try:
        for part in parts_of_eml(content):
            attached.check(part)
    except RecursionError as error:
        raise FileRefused(
            "broken",
            "This email is damaged.",
            {DocumentKind.PDF: "Open it, save it again as a PDF and send that."},
        ) from error


def parts_of_eml(content: bytes) -> Iterator[bytes]:
    for part in message_from_bytes(content, policy=policy.compat32).walk():
        inside = part.get_payload(decode=True)
        if isinstance(inside, bytes):
            yield inside


def check_msg(content: bytes) -> None:
    """Raises FileRefused for an Outlook email with something attached that is not taken in."""
    for part in parts_of_msg(content):
        attached.check(part)


def parts_of_msg(content: bytes) -> Iterator[bytes]:
    """Yield what is attached. What cannot be opened as a container has nothing attached."""
    import olefile

    try:
        container = olefile.OleFileIO(BytesIO(content))
        yield from [
            container.openstream(path).read()
            for path in container.listdir()
            if path[-1] == ATTACHED_TO_MSG
        ]
    except Exception:
        return
