"""What is known of each message beside its words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MessageKind:
    code: str
    subject_line: str
    why: str  # why somebody gets it; shown beside the message in the list of messages sent
    link_is_secret: bool = False  # opens something: forgotten once sent, never listed
    has_link: bool = True
    is_awaited: bool = False  # somebody waits at a page for it: it goes before all other work
    has_lines: bool = False  # lists what waits, as it stands when it is sent: messaging/lines.py
    code_kind: str = "guest_code"  # the message with the code that opens its link, for a guest

    @property
    def template(self) -> str:
        return f"messages/{self.code}.txt"
