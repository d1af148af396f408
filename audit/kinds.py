"""What sort of thing each event of the trail is, for whoever narrows it."""

from enum import StrEnum

from audit.events import EVENTS


class Kind(StrEnum):
    """What sort of thing an event is, for whoever narrows the trail to one."""

    CHANGE = "change"
    READ = "read"
    TAKEN = "taken"
    REFUSAL = "refusal"
    ACCOUNT = "account"

    @property
    def words(self) -> str:
        return KIND_WORDS[self]


KIND_WORDS = {
    Kind.CHANGE: "Changes",
    Kind.READ: "Pages looked at",
    Kind.TAKEN: "Downloads and exports",
    Kind.REFUSAL: "Refusals",
    Kind.ACCOUNT: "Sign-ins and accounts",
}
TAKEN = frozenset(
    {
        "agency_file.taken",
        "imr_by_link.taken",
        "document.downloaded",
        "document.rendered",
        "chronology.exported",
        "portfolio.exported",
        "annual_report.taken",
        "plan.exported",
        "learning.exported",
        "evidence.pack_taken",
        "submission.pack_taken",
    }
)
REFUSALS = frozenset(
    {
        "access.refused",
        "calendar.unknown",
        "document.refused",
        "guest.link_unknown",
        "guest.code_wrong",
    }
)


def kind_of(event: str) -> Kind:
    if event in TAKEN:
        return Kind.TAKEN
    if event in REFUSALS:
        return Kind.REFUSAL
    if event.endswith(".looked_at"):
        return Kind.READ
    return Kind.ACCOUNT if event.startswith("account.") else Kind.CHANGE


def events_of(kind: Kind) -> list[str]:
    return [event for event in EVENTS if kind_of(event) == kind]
