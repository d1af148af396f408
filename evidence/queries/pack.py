"""
The commissioning pack of an agency: everything it is asked, on paper, with a slip to send back.

Whoever has one made has been let in to know the true names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from agencies.models import User
from documents.rendering import render_pdf
from evidence.models import EvidenceRequest
from evidence.papers.pack import Addressee, Fixed
from evidence.queries.evidence_letter import (
    EvidenceLetter,
    evidence_letter_for,
    letter_of,
    told_to,
    with_requests,
)
from privacy.marking import OFFICIAL_SENSITIVE
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review

TITLE = "What the review asks of you"
NOTHING_ASKED = "Nothing is asked of this agency, so there is no pack to print."


@dataclass(frozen=True)
class Pack:
    """What one agency is asked, for whose attention, and where the answer goes on paper."""

    part: AgencyInvolvement
    letter: EvidenceLetter
    to: Addressee
    send_to: str
    printed_on: date

    @property
    def file_name(self) -> str:
        to = "" if self.to == Addressee.AGENCY else f"-{self.to}"
        return f"{self.part.review.reference}-pack-{self.part.agency.slug}{to}"


def pack_of(
    reader: User, part: AgencyInvolvement, *, to: Addressee = Addressee.AGENCY, today: date
) -> Pack:
    """Return an agency's pack. Raises Refused where nothing is asked of it."""
    return packed(evidence_letter_for(reader, part), part, to=to, today=today)


def packed(
    letter: EvidenceLetter | None, part: AgencyInvolvement, *, to: Addressee, today: date
) -> Pack:
    if letter is None or not letter.request.asks.asks_for_something:
        raise Refused(NOTHING_ASKED)
    return Pack(part, letter, to, send_to(part.review), today)


def packs_of(reader: User, review: Review, *, today: date) -> Sequence[Pack]:
    """Return the packs of all agencies that are asked for something, by name."""
    standing = EvidenceRequest.objects.standing().filter(involvement__review=review)
    wanted = [row.involvement_id for row in standing if row.asks.asks_for_something]
    parts = review.involvements.filter(pk__in=wanted).select_related("agency")
    told = told_to(reader, review)
    found = []
    asked = list(parts.prefetch_related("agency__contacts"))
    with_requests(asked)
    for part in asked:
        part.review = review
        letter = letter_of(part, told)
        found.append(packed(letter, part, to=Addressee.AGENCY, today=today))
    if not found:
        raise Refused("Nothing is asked of any agency yet, so there is no pack to print.")
    return found


def send_to(review: Review) -> str:
    """Return where paper goes back to: the partnership, with the address of its letterhead."""
    head = getattr(review.partnership, "letterhead", None)
    lines = [str(review.partnership), head.address if head else ""]
    return "\n".join(line for line in lines if line)


def on_paper(pack: Pack) -> bytes:
    """Return the pack as a PDF. Raises RenderingUnavailable where none can be made."""
    contact = pack.part.agency.single_point
    context = {
        "title": TITLE,
        "reference": pack.part.review.reference,
        "review": pack.part.review,
        "part": pack.part,
        "contact": contact,
        "letter": pack.letter,
        "to": pack.to,
        "fixed": Fixed(),
        "send_to": pack.send_to,
        "printed_on": pack.printed_on,
    }
    return render_pdf("documents/commissioning_pack.html", context, marking=OFFICIAL_SENSITIVE)
