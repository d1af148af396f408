"""Write a letter: its words filled from the record, on the letterhead of its partnership."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from agencies.models import CommunitySafetyPartnership, Letterhead
from documents.models import FileNotOpen
from families.models import FamilyContact, Route
from letters.models import FamilyDraft, LetterKind, Recipient
from letters.papers.letter_file import Head, LetterPaper, letter_file
from letters.papers.words import lines_of
from letters.queries.saying import NAMES, people_of, values_of
from pages.templatetags.dates import date_long
from privacy.marking import OFFICIAL_SENSITIVE
from publications.models import QaSubmission
from reviews.models import AgencyInvolvement, Review

USUAL_ADDRESSEE = {
    Recipient.HOME_OFFICE: "Domestic homicide review enquiries\nHome Office",
    Recipient.PANEL: "To the members of the review panel and its chair",
    Recipient.COMMISSIONER: "Domestic Abuse Commissioner for England and Wales",
}
SUBJECT_OF_DRAFT = {
    FamilyDraft.DECISION: "After the death in your family",
    FamilyDraft.QA_LETTER: "What the Home Office wrote about the report",
    FamilyDraft.PUBLICATION: "When the report is to be published",
}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What whoever writes a letter says of it: everything else is read from the record."""

    addressee: str = ""
    your_reference: str = ""
    answer_by: date | None = None
    whom_to_ring: str = ""
    signed_by: str = ""
    signed_by_post: str = ""


@dataclass(frozen=True, kw_only=True)
class About:
    """Which letter it is."""

    kind: LetterKind
    review: Review
    part: AgencyInvolvement | None = None
    submission: QaSubmission | None = None
    wish: Wish = field(default_factory=Wish)


def letter_as_file(about: About, *, head: Head, today: date) -> bytes:
    """Return a letter as a Word file. The caller has asked access before."""
    review, wish = about.review, about.wish
    values = values_of(about.kind, review, part=about.part, submission=about.submission)
    values |= {"answer_by": wish.answer_by, "whom_to_ring": whom_to_ring(about)}
    return letter_file(
        LetterPaper(
            head=head,
            marking=OFFICIAL_SENSITIVE,
            our_reference=review.reference,
            your_reference=wish.your_reference,
            dated=date_long(today),
            addressee=wish.addressee or usual_addressee(about.kind, about.part),
            subject=subject_of(about.kind, review),
            salutation="colleague" if about.kind.facts.to != Recipient.PANEL else "all",
            lines=lines_of(words_of(about.kind, values)),
            people=people_of(about.kind, review),
            signed_by=wish.signed_by,
            signed_by_post=wish.signed_by_post,
        )
    )


def whom_to_ring(about: About) -> str:
    """Return whom a letter says to ring: as wished, or as the agency was told when it was asked."""
    last = about.part.evidence_requests.last() if about.part else None
    return about.wish.whom_to_ring or (last.whom_to_ring if last else "")


def draft_as_file(
    draft: FamilyDraft,
    contact: FamilyContact | None,
    *,
    review: Review,
    wish: Wish,
    head: Head,
    today: date,
) -> bytes:
    """Return a draft for the family, kept nowhere. The caller has asked access before."""
    is_through = contact is not None and contact.route != Route.DIRECT
    values: dict[str, Any] = values_of(draft, review)
    values["route"] = f"the {contact.get_route_display().lower()}" if contact and is_through else ""
    values["language"] = contact.language if contact else ""
    name = contact.name if contact else "[name]"
    return letter_file(
        LetterPaper(
            head=head,
            marking=f"DRAFT  {OFFICIAL_SENSITIVE}",
            our_reference=review.reference,
            your_reference="",
            dated=date_long(today),
            addressee=name,
            subject=SUBJECT_OF_DRAFT[draft],
            salutation=name,
            lines=lines_of(words_of(draft, values)),
            signed_by=wish.signed_by,
            signed_by_post=wish.signed_by_post,
        )
    )


def words_of(kind: LetterKind | FamilyDraft, values: dict[str, Any]) -> str:
    return render_to_string(f"letters/words/{kind.slug}.txt", values)


def subject_of(kind: LetterKind, review: Review) -> str:
    name = NAMES.get(review.display_label, "review").capitalize()
    return f"{name} {review.reference}: {kind.facts.subject}"


def usual_addressee(kind: LetterKind, part: AgencyInvolvement | None) -> str:
    """Return to whom a letter goes unless somebody says otherwise, line by line."""
    if part is None:
        return USUAL_ADDRESSEE[Recipient(kind.facts.to)]
    contact = part.agency.single_point
    who = [contact.full_name, contact.job_title] if contact else ["Whoever answers for reviews"]
    return "\n".join(filter(None, [*who, part.agency.name]))


def head_of(partnership: CommunitySafetyPartnership) -> Head:
    """Return the letterhead of a partnership, with its logo while that can be opened."""
    said = letterhead_of(partnership)
    return Head(
        partnership=partnership.name,
        address=said.address,
        telephone=said.telephone,
        email=said.email,
        logo=logo_of(said),
    )


def letterhead_of(partnership: CommunitySafetyPartnership) -> Letterhead:
    found = Letterhead.objects.select_related("logo").filter(partnership=partnership).first()
    return found or Letterhead(partnership=partnership)


def logo_of(letterhead: Letterhead) -> bytes:
    if letterhead.logo is None:
        return b""
    try:
        with letterhead.logo.open() as stored:
            return stored.read()
    except FileNotOpen:  # it waits for the scanner: the letter goes without it
        return b""
