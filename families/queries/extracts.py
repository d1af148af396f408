"""Extracts: those of one person, what the panel sees of them, and what a draft may print."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from agencies.models import User
from families.models import (
    ExtractKind,
    FamilyContact,
    FamilyExtract,
    Reach,
    Side,
)
from privacy.row_locks import lifted
from reviews.checks.folding import fold
from reviews.models import Review

INSERTS = "[=extract-"  # how a section begins to put one in
FEWEST = 3  # words: fewer are met by chance


def extracts_of(contact: FamilyContact, reader: User) -> list[FamilyExtract]:
    """Return what somebody lets others see, also what they revoked."""
    found = FamilyExtract.objects.readable_by(reader).filter(contact=contact)
    rows = list(found.select_related("picture"))
    for row in rows:
        row.contact, row.review = contact, contact.review
    return rows


@dataclass(frozen=True)
class Shown:
    """An extract as the panel sees it: no word of who gave it, or of who said it may be seen."""

    number: int
    kind: str
    words: str
    picture: str = ""


def before_the_panel(review: Review, side: Side) -> list[Shown]:
    """Return what the panel may see of one side. Its caller has asked access."""
    rows = FamilyExtract.objects.before_the_panel().filter(review=review, side=side)
    with lifted():  # whose words they are stays in the compartment
        return [
            Shown(row.number, row.get_kind_display(), row.words, picture_of(row, review))
            for row in rows
        ]


def picture_of(extract: FamilyExtract, review: Review) -> str:
    if not extract.is_photograph:
        return ""
    return reverse("families:family-picture", args=[review.reference, extract.number])


def for_drafts(review: Review, texts: Iterable[str]) -> dict[str, str]:
    """
    Return the words that these texts may put in, by key: "extract-3". No query where none does.

    They are read for whoever writes or prints the report, who need not open the compartment.
    """
    if not any(INSERTS in text for text in texts):
        return {}
    with lifted():
        return {
            one.key: one.words for one in FamilyExtract.objects.in_drafts().filter(review=review)
        }


def stand_in(words: str, texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the places in which a paragraph of some words stands, whatever its case and signs."""
    held = [fold(part) for part in re.split(r"\n\s*\n", words)]
    signs = [f" {one} " for one in held if len(one.split()) >= FEWEST]
    for place, text in texts.items():
        folded = f" {fold(text)} "
        if any(sign in folded for sign in signs):
            yield place


def may_not_be_published(review: Review) -> list[str]:
    """
    Return the words that may not be public: never allowed so far, or revoked, and not allowed
    anew by another extract. Its caller says that some stand in a text, and neither which nor whose.
    """
    rows = FamilyExtract.objects.filter(review=review).exclude(kind=ExtractKind.PHOTOGRAPH)
    with lifted():
        every = list(rows)
    public = {fold(one.words) for one in every if may_be_public(one)}
    return [one.words for one in every if fold(one.words) not in public]


def may_be_public(extract: FamilyExtract) -> bool:
    return not extract.is_revoked and extract.allowed_to == Reach.PUBLICATION
