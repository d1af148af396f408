"""Make letters, put an edited file in the place of a made one, and take away what was not sent."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import prefetch_related_objects

from agencies.models import Actor, Agency, person_behind
from anonymity.checking.files.opening import CannotOpen, paper_of
from audit import trail
from documents import intake
from documents.kinds import DocumentKind
from documents.models import Document, FileNotOpen
from letters import rules
from letters.models import Letter, LetterKind
from letters.queries.writing import (
    About,
    Wish,
    head_of,
    letter_as_file,
    usual_addressee,
    whom_to_ring,
)
from publications.models import QaSubmission
from reviews.access import Refused
from reviews.models import Review
from reviews.operations.involvements import add_agencies

WORD = frozenset({DocumentKind.DOCX})


@transaction.atomic
def make_letter(
    *,
    review: Review,
    kind: LetterKind,
    wish: Wish,
    submission: QaSubmission | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> Letter:
    """
    Make one letter that goes to no agency. Sends nothing.

    Raises Refused without the right, where the record does not hold yet what it would say, or for
    a true name in what goes to who never hears it.
    """
    rules.check_can_make(by, review, kind)
    rules.check_is_due(kind, review)
    about = About(kind=kind, review=review, submission=submission, wish=wish)
    return keep(about, today=today, by=by, at=at)


@transaction.atomic
def make_for_agencies(
    *,
    review: Review,
    kind: LetterKind,
    agencies: Iterable[Agency],
    wish: Wish,
    today: date,
    by: Actor,
    at: datetime,
) -> list[Letter]:
    """
    Make a letter to each of some agencies; those not in the review yet are brought into it. One
    that waits to be sent to an agency is made anew, so that none is there twice. Sends nothing.

    Raises Refused without the right, for nobody, or where one of them is asked for nothing.
    """
    rules.check_can_make(by, review, kind)
    chosen = list(agencies)
    if not chosen:
        raise Refused("Choose at least one agency.")
    if set(chosen) - {part.agency for part in review.involvements.select_related("agency")}:
        add_agencies(review=review, agencies=chosen, today=today, by=by, at=at)
    parts = list(review.involvements.filter(agency__in=chosen).select_related("agency"))
    prefetch_related_objects(parts, "agency__contacts", "evidence_requests")
    for part in parts:
        rules.check_is_due(kind, review, part=part)
    for letter in review.letters.unsent().filter(kind=kind, part__in=parts):
        take_away(letter=letter, by=by, at=at)
    wishes = {part: replace(wish, addressee=usual_addressee(kind, part)) for part in parts}
    if len(parts) == 1 and wish.addressee.strip():
        wishes = {parts[0]: wish}
    return [
        keep(
            About(kind=kind, review=review, part=part, wish=wishes[part]),
            today=today,
            by=by,
            at=at,
        )
        for part in parts
    ]


def keep(about: About, *, today: date, by: Actor, at: datetime) -> Letter:
    """Write one letter, and keep its file as it was made."""
    content = letter_as_file(about, head=head_of(about.review.partnership), today=today)
    if about.kind.facts.names_nobody:
        rules.check_names_nobody(about.review, paper_of(content, name="letter.docx").whole)
    letter = Letter(
        review=about.review,
        kind=about.kind,
        part=about.part,
        submission=about.submission,
        addressee=about.wish.addressee or usual_addressee(about.kind, about.part),
        your_reference=about.wish.your_reference,
        answer_by=about.wish.answer_by,
        whom_to_ring=whom_to_ring(about),
        made_at=at,
        made_by=person_behind(by),
    )
    letter.made = intake.receive(
        ContentFile(content, name=f"{letter.file_name}.docx"),
        accept=WORD,
        by=person_behind(by),
        at=at,
        review_ref=about.review.reference,
    )
    letter.save()
    record("letter.made", letter, by=by, at=at)
    return letter


@transaction.atomic
def replace_file(*, letter: Letter, file: Document, by: Actor, at: datetime) -> Letter:
    """
    Put an edited file in the place of the one that was made, which stays kept.

    Raises Refused without the right, once it was sent, or for a true name in a letter to who never
    hears it, also while nobody can tell what the file says.
    """
    locked = lock(letter)
    rules.check_can_change(by, locked)
    if locked.facts.names_nobody:
        rules.check_names_nobody(locked.review, words_of(file), field="file")
    locked.edited = file
    locked.save(update_fields=["edited"])
    record("letter.edited", locked, by=by, at=at)
    return locked


def words_of(file: Document) -> str:
    """Return all that a file says. Raises Refused for one that nobody can read."""
    try:
        with file.open() as opened:
            return paper_of(opened.read(), name=file.original_name).whole
    except (CannotOpen, FileNotOpen) as reason:
        raise Refused(str(reason), field="file") from reason


@transaction.atomic
def take_away(*, letter: Letter, by: Actor, at: datetime) -> None:
    """Take a letter away that was not sent. Raises Refused without the right, or once it was."""
    locked = lock(letter)
    rules.check_can_change(by, locked)
    record("letter.taken_away", locked, by=by, at=at)
    locked.delete()


def let_go_with_round(submission: QaSubmission, *, by: Actor, at: datetime) -> None:
    """
    Take away the letters that were made to go with a round which is let go: none of them was
    sent, since a letter is recorded as sent after its round. Raises Refused without the right.
    """
    for letter in Letter.objects.filter(submission=submission):
        take_away(letter=letter, by=by, at=at)


def lock(letter: Letter) -> Letter:
    """Let two people who change one letter wait for each other."""
    rows = Letter.objects.select_for_update(of=("self",)).select_related(
        "review__partnership", "part__agency", "submission"
    )
    found = rows.filter(pk=letter.pk).first()
    if found is None:
        raise Refused("This letter was taken away meanwhile.")
    return found


def record(event: str, letter: Letter, *, by: Actor, at: datetime) -> None:
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=letter.review.reference,
        letter_id=letter.pk,
        kind=letter.kind,
    )
