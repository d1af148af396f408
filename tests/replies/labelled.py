"""
Replies of our own invention, each with what a person would say it is.

They stand in tests/data/replies as people write them, haste and spelling with them: in
`mended_by.txt` those by which the phrases were mended, in `measured_by.txt` those kept aside.
"""

from dataclasses import dataclass
from pathlib import Path

from replies.models import ReplyKind
from tests.replies.bodies import BODIES
from tests.replies.mails import PDF, Sent, word

FOLDER = Path(__file__).parent.parent / "data" / "replies"
MAILBOX = {name: mailbox for name, _, _, _, mailbox in BODIES}
RE = "RE: REF: what does your organisation know?"
AUTOMATIC = {"Auto-Submitted": "auto-replied"}


@dataclass(frozen=True)
class Labelled:
    """about: what it is. body: the name of who sent it."""

    about: ReplyKind
    body: str
    sent: Sent


def labelled(name):
    """Return the replies of one file, in its order."""
    _, *blocks = (FOLDER / f"{name}.txt").read_text().split("\n====\n")
    return [one(block) for block in blocks]


def one(block):
    head, _, words = block.partition("\n\n")
    said = [line.partition(": ")[::2] for line in head.splitlines()]
    files = [value for key, value in said if key == "file"]
    said = dict(said)
    sent = Sent(
        name=said.get("name", ""),
        address=said.get("address", MAILBOX[said["body"]]),
        subject=said.get("subject", RE),
        body=words.strip(),
        style=said.get("style", "outlook"),
        headers=AUTOMATIC if "automatic" in said else {},
        files=tuple(file_of(*value.split(" | ")) for value in files),
    )
    return Labelled(ReplyKind(said["kind"]), said["body"], sent)


def file_of(name, *lines):
    return name, word(*lines) if name.endswith(".docx") else PDF
