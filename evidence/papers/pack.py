"""What stands in every commissioning pack, whoever it goes to, and a slip to send back with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidence.models import PointKind
from evidence.papers.imr_template import WITHHELD


class Addressee(StrEnum):
    """For whose attention in the agency a pack is printed."""

    AGENCY = "agency"
    CALDICOTT = "caldicott"
    NAMED_GP = "named-gp"

    @property
    def label(self) -> str:
        return ATTENTION[self][0]

    @property
    def why(self) -> str:
        return ATTENTION[self][1]


ATTENTION = {
    Addressee.AGENCY: ("", ""),
    Addressee.CALDICOTT: (
        "The Caldicott Guardian",
        (
            "You are asked as the person who decides for your organisation what is shared of "
            "health and care records. The legal basis for each living person, and whether they "
            "were asked, stand beside their names. What you hold back, say on the slip at the "
            "end, with why."
        ),
    ),
    Addressee.NAMED_GP: (
        "The Named GP for safeguarding",
        (
            "You are asked to look for the records of these people at the practice, or at each "
            "practice that you answer for, and to write for them or to help them write. Say on the "
            "slip at the end for which practices you answer."
        ),
    ),
}

# The outline of a report, as the Word template has it, to be written by hand or typed elsewhere.
OUTLINE: Sequence[tuple[str, str]] = (
    ("Front sheet", "Agency, author with post, who commissioned it, who signs it off, the date."),
    (
        "How you looked, and your independence",
        "Records read, how they were searched, who was seen.",
    ),
    ("Your agency, then and since", "Its part in all this; policy, staffing and training."),
    ("What happened", "The facts in order, apart from what you think of them."),
    ("Analysis", "Why it happened as it did, line of enquiry by line of enquiry."),
    *((kind.label, kind.prompt) for kind in PointKind),
    ("What you have left out", "What, where and why, so that the chair can ask."),
)
SENT = (
    "Report (IMR, short report or summary)",
    "Chronology",
    "A letter",
    "Other papers",
    "Nothing: we searched and found nothing",
    "Nothing: we are not the right body, or will not take part. Why:",
)
SLIP = (
    "For which services or practices this answers",
    "Systems and records searched, and by whom",
    "What is held back, and on what legal basis",
    "With whom that was agreed, and when",
    "Number of pages sent",
    "Name and post",
    "Signature",
    "Date",
)


@dataclass(frozen=True, kw_only=True)
class Fixed:
    """The words of a pack that no review changes."""

    withheld: Sequence[str] = WITHHELD
    outline: Sequence[tuple[str, str]] = OUTLINE
    sent: Sequence[str] = SENT
    slip: Sequence[str] = SLIP
