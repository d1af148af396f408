"""Every letter for the command that writes documents: as it would be made today, and not kept."""

from collections.abc import Callable

from django.utils.timezone import localdate

from agencies.models import Actor, person_behind
from documents.kinds import DocumentKind
from letters import rules
from letters.models import LetterKind
from letters.queries.writing import About, Wish, head_of, letter_as_file, letterhead_of
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review
from reviews.queries.lengths import due_in

OfReview = Callable[..., bytes]


def content(
    kind: LetterKind, review: Review, part: AgencyInvolvement | None, reader: Actor
) -> bytes:
    """Return a letter. Raises Refused as making it does."""
    today = localdate()
    submission = (
        review.qa_submissions.first() if kind == LetterKind.HOME_OFFICE_SUBMISSION else None
    )
    rules.check_can_make(reader, review, kind)
    rules.check_is_due(kind, review, part=part)
    said = letterhead_of(review.partnership)
    person = person_behind(reader)
    wish = Wish(
        answer_by=due_in(review, "D3", started_on=today) if kind.facts.asks_by else None,
        signed_by=said.signed_by or (person.full_name if person else ""),
        signed_by_post=said.signed_by_post,
    )
    about = About(kind=kind, review=review, part=part, submission=submission, wish=wish)
    return letter_as_file(about, head=head_of(review.partnership), today=today)


def check_is_word(kind: DocumentKind) -> None:
    if kind != DocumentKind.DOCX:
        raise Refused("A letter is a Word file, to be edited. Choose docx.")


def of_review(letter: LetterKind) -> OfReview:
    def write(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
        check_is_word(kind)
        return content(letter, review, None, reader)

    return write


def of_agency(letter: LetterKind) -> OfReview:
    def write(part: AgencyInvolvement, *, kind: DocumentKind, reader: Actor) -> bytes:
        check_is_word(kind)
        return content(letter, part.review, part, reader)

    return write


secure_records = of_agency(LetterKind.SECURE_RECORDS)
scoping = of_agency(LetterKind.SCOPING)
imr_request = of_agency(LetterKind.IMR_REQUEST)
publication = of_agency(LetterKind.PUBLICATION)
home_office_decision = of_review(LetterKind.HOME_OFFICE_DECISION)
home_office_submission = of_review(LetterKind.HOME_OFFICE_SUBMISSION)
qa_letter = of_review(LetterKind.QA_LETTER)
home_office_published = of_review(LetterKind.HOME_OFFICE_PUBLISHED)
commissioner_copy = of_review(LetterKind.COMMISSIONER_COPY)
