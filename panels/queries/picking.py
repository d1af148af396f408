"""The clauses that may be taken into a draft, with those it has already marked."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from clauses.access import keeps, own_library
from clauses.models import ClauseKind, ClauseWording, Library
from clauses.queries import shelf
from clauses.queries.shelf import Asked
from panels.models import KeyLineOfEnquiry, TermsOfReference, TermsSection
from reviews.models import Review


@dataclass(frozen=True)
class Offer:
    """A clause on the page. is_there: the draft has it already."""

    wording: ClauseWording
    is_there: bool

    @property
    def is_own(self) -> bool:
        return self.wording.clause.owner_id is not None


@dataclass(frozen=True)
class Offers:
    kind: ClauseKind
    offers: list[Offer]


def libraries_for(review: Review, reader: User, *, today: date) -> list[Library]:
    """Return where whoever drafts takes from: the partnership's, and a chair their own."""
    own = own_library(reader, today=today)
    return [Library(partnership=review.partnership), *([own] if own else [])]


def kept_by(review: Review, reader: User, *, today: date) -> list[Library]:
    """Return the libraries that a line of a review may be put into by this person."""
    libraries = libraries_for(review, reader, today=today)
    return [one for one in libraries if keeps(reader, one, today=today)]


def offers(terms: TermsOfReference, libraries: list[Library], asked: Asked) -> list[Offers]:
    """Return the clauses that were looked for, under their kinds."""
    there = there_already(terms)
    rows = shelf.found(shelf.to_choose_from(libraries), asked)
    return [
        Offers(group.kind, [Offer(one, one.clause_id in there) for one in group.wordings])
        for group in shelf.grouped(rows)
    ]


def there_already(terms: TermsOfReference) -> set[int]:
    """Return the clauses that a version took, whatever became of their words."""
    lines = KeyLineOfEnquiry.objects.filter(terms=terms, taken_from__isnull=False)
    sections = TermsSection.taken_from.through.objects.filter(termssection__terms=terms)
    return set(
        lines.values_list("taken_from__clause", flat=True).union(
            sections.values_list("clausewording__clause", flat=True)
        )
    )
