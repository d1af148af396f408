"""May this letter be written, sent or answered now? Every rule raises `Refused`."""

from collections.abc import Collection
from datetime import date
from enum import Enum

from django.db.models import Exists
from django.utils.timezone import localtime

from agencies.models import Actor
from families.rules import check_can_write
from letters.access import READ
from letters.models import FamilyDraft, Letter, LetterKind
from pages.templatetags.dates import date_long
from publications.models import Publication, PublicationDecision, QaSubmission
from reviews import access
from reviews import rules as review_rules
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Decision, Review

LARGEST_LOGO = 300_000  # bytes: it goes into every letter


def check_can_make(actor: Actor, review: Review, kind: LetterKind) -> None:
    """Refuse a letter by somebody whose role does not write it, or after the review ended."""
    access.require(actor, READ, on=review)
    access.require(actor, kind.facts.written_by, on=review)
    review_rules.check_is_open(review)


def check_can_change(actor: Actor, letter: Letter) -> None:
    """Refuse changes to a letter likewise, and to one that was sent: it is what it was."""
    access.require(actor, letter.facts.written_by, on=letter.review)
    review_rules.check_is_open(letter.review)
    if letter.is_sent:
        raise Refused("This letter was sent. It stays as it went.")


def check_can_answer(actor: Actor, letter: Letter) -> None:
    """Refuse an answer to a letter that was not sent, or whose answer another record holds."""
    access.require(actor, letter.facts.written_by, on=letter.review)
    review_rules.check_is_open(letter.review)
    if not letter.is_sent:
        raise Refused("Record first that the letter was sent.")
    if letter.facts.answered_where:
        raise Refused(f"The answer to this letter is recorded on {letter.facts.answered_where}.")


def check_can_draft(actor: Actor, review: Review, draft: FamilyDraft) -> None:
    """Refuse a draft for the family to whoever does not hold the pen of the compartment."""
    check_can_write(actor, review)
    review_rules.check_is_open(review)
    check_is_due(draft, review)


class Recorded(Enum):
    """What must be on record before a letter can speak of it, with the words that ask for it."""

    DECISION = "Record the decision first: the letter tells of it."
    ROUND = "Put a round together first: the letter goes with it."
    QA_LETTER = "Record the letter of the Home Office first."
    CHOICE = "Decide on publication first: the letter says what is published, and when."
    PUBLICATION = "Publish the report first: the letter says where it is to be read."


NEEDS: dict[LetterKind | FamilyDraft, Recorded] = {
    LetterKind.HOME_OFFICE_DECISION: Recorded.DECISION,
    LetterKind.HOME_OFFICE_SUBMISSION: Recorded.ROUND,
    LetterKind.QA_LETTER: Recorded.QA_LETTER,
    LetterKind.PUBLICATION: Recorded.CHOICE,
    LetterKind.COMMISSIONER_COPY: Recorded.QA_LETTER,
    LetterKind.HOME_OFFICE_PUBLISHED: Recorded.PUBLICATION,
    FamilyDraft.DECISION: Recorded.DECISION,
    FamilyDraft.QA_LETTER: Recorded.QA_LETTER,
    FamilyDraft.PUBLICATION: Recorded.CHOICE,
}


def recorded_of(review: Review) -> frozenset[Recorded]:
    """Return what a review has on record of all that letters speak of. One query."""
    rounds = QaSubmission.objects.filter(review=review)
    there = Review.objects.filter(pk=review.pk).values_list(
        Exists(Decision.objects.filter(review=review)),
        Exists(rounds),
        Exists(rounds.answered()),
        Exists(PublicationDecision.objects.filter(review=review)),
        Exists(Publication.objects.filter(review=review)),
    )
    return frozenset(one for one, is_there in zip(Recorded, there.get(), strict=True) if is_there)


def missing(kind: LetterKind | FamilyDraft, recorded: Collection[Recorded]) -> str:
    """Return what must be recorded before a letter can say it; nothing where it can."""
    needed = NEEDS.get(kind)
    return needed.value if needed and needed not in recorded else ""


def check_is_due(
    kind: LetterKind | FamilyDraft, review: Review, *, part: AgencyInvolvement | None = None
) -> None:
    """Refuse a letter about something of which there is no record yet."""
    if words := missing(kind, recorded_of(review)):
        raise Refused(words)
    if kind == LetterKind.IMR_REQUEST and part and not is_asked(part):
        raise Refused(f"Nothing is asked of {part.agency} yet. Ask for evidence first.")


def is_asked(part: AgencyInvolvement) -> bool:
    """Test whether the panel asks something of an agency now."""
    last = part.evidence_requests.last()
    return last is not None and last.asks.asks_for_something


def check_sent(letter: Letter, sent_on: date, *, today: date) -> None:
    """Refuse a day on which it cannot have been sent, or a round that is not sent yet."""
    review_rules.check_possible_on(sent_on, field="sent_on", called="The letter", today=today)
    made_on = localtime(letter.made_at).date()
    if sent_on < made_on:
        raise Refused(
            f"This letter was made on {date_long(made_on)}. It was sent on that day or later",
            field="sent_on",
        )
    if letter.answer_by and letter.answer_by < sent_on:
        raise Refused(
            f"This letter asks for an answer by {date_long(letter.answer_by)}. Make it again with "
            "another day",
            field="sent_on",
        )
    pack = letter.submission
    if pack and not pack.is_submitted:
        raise Refused(f"Record {pack.name.lower()} as sent first: this letter goes with it")


def check_names_nobody(review: Review, words: str, *, field: str = "") -> None:
    """
    Refuse a true name, or another name of theirs, in a letter whose kind names nobody.

    words: all that its file says. field: of the form that it came by.

    Source: permission matrix, row "True identities and pseudonym key".
    """
    review_rules.check_names_nobody(review, {field: words}, called={field: "The letter"})


def check_replied_on(letter: Letter, replied_on: date, *, today: date) -> None:
    """Refuse an answer in the future, or before the letter."""
    review_rules.check_possible_on(replied_on, field="replied_on", called="The answer", today=today)
    if letter.sent_on and replied_on < letter.sent_on:
        raise Refused(
            "The answer must be on or after the day the letter was sent", field="replied_on"
        )


def check_logo(size: int) -> None:
    """Refuse a picture so large that every letter would be."""
    if size > LARGEST_LOGO:
        raise Refused(
            f"Choose a picture of no more than {LARGEST_LOGO // 1000} KB: every letter holds it",
            field="logo",
        )
