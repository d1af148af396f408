"""Write the log of one contact. An entry is never edited; a correction points at the old one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from documents.models import Document
from families import rules
from families.models import EntryKind, FamilyContact, FamilyContactEntry
from families.operations import pseudonyms
from reviews.access import Refused
from reviews.models import Person


@dataclass(frozen=True, kw_only=True)
class Happening:
    """
    One thing that happened between the review and somebody.

    Which of the fields below the line mean something depends on the kind; see
    `FamilyContactEntry`, whose constraints say what each kind must have.
    """

    kind: EntryKind
    happened_on: date
    by_whom: str = ""
    route: str = ""
    way: str = ""
    words: str = ""
    unusual_reason: str = ""
    despite_reason: str = ""
    # by kind
    leaflet: str = ""
    leaflet_version: str = ""
    advocacy_body: str = ""
    advocacy_answer: str = ""
    referral_answer: str = ""
    starter: str = ""
    response: str = ""
    ask_again_on: date | None = None
    approach: str = ""
    advice_of: str = ""
    place: str = ""
    present: str = ""
    interpreter: str = ""
    notes_to_approve: bool = False
    version_label: str = ""
    days_given: int | None = None
    read_how: str = ""
    person: Person | None = None
    pseudonym: str = ""
    pseudonym_act: str = ""
    publication_on: date | None = None
    notice: str = ""
    support: str = ""
    approved_by: str = ""
    disposition: str = ""


@transaction.atomic
def record_entry(
    *,
    contact: FamilyContact,
    happening: Happening,
    answers: FamilyContactEntry | None = None,
    original: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> FamilyContactEntry:
    """
    Record that something happened between the review and somebody. Sends nothing.

    answers: the meeting whose notes were approved, or the comments that were weighed.
    original: the letter, email or notes.

    A pseudonym is written to the person of the review as well.

    Raises Refused unless `by` holds the pen; for an impossible day; without a reason, for a day
    that is unusual or on which they were not to be written to; for a pseudonym that cannot be.
    """
    open_log(contact, by=by)
    entry = compose(contact, happening, by=by, at=at)
    entry.answers = (answers.root or answers) if answers else None
    entry.original = original
    keep(entry, today=today, by=by, at=at)
    _record("family.entry_recorded", entry, by=by, at=at)
    return entry


@transaction.atomic
def correct_entry(
    *,
    entry: FamilyContactEntry,
    happening: Happening,
    reason: str,
    original: Document | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> FamilyContactEntry:
    """
    Put a right entry in the place of a wrong one, which stays readable.

    Raises Refused as `record_entry` does, without a reason, or for an entry corrected before.
    """
    open_log(entry.contact, by=by)
    check_can_correct(entry, reason)
    pseudonyms.forget(entry, today=today, by=by, at=at)
    right = compose(entry.contact, happening, by=by, at=at)
    right.answers, right.original = entry.answers, original or entry.original
    right.corrects, right.root, right.correction_reason = entry, entry.root or entry, reason
    keep(right, today=today, by=by, at=at)
    _record("family.entry_corrected", right, by=by, at=at)
    return right


@transaction.atomic
def take_back(
    *, entry: FamilyContactEntry, reason: str, today: date, by: Actor, at: datetime
) -> FamilyContactEntry:
    """
    Say that something recorded did not happen. The entry stays readable, as taken back.

    A pseudonym that the entry brought loses its approval.

    Raises Refused unless `by` holds the pen, without a reason, or for an entry corrected before.
    """
    open_log(entry.contact, by=by)
    check_can_correct(entry, reason)
    back = FamilyContactEntry.objects.create(
        contact=entry.contact,
        kind=EntryKind.TAKEN_BACK,
        happened_on=today,
        corrects=entry,
        root=entry.root or entry,
        correction_reason=reason,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    pseudonyms.forget(entry, today=today, by=by, at=at)
    _record("family.entry_corrected", back, by=by, at=at)
    return back


def open_log(contact: FamilyContact, *, by: Actor) -> None:
    """Ask who holds the pen, and let two people who write about one contact wait for each other."""
    rules.check_can_write(by, contact.review)
    FamilyContact.objects.select_for_update(of=("self",)).get(pk=contact.pk)


def compose(
    contact: FamilyContact, happening: Happening, *, by: Actor, at: datetime
) -> FamilyContactEntry:
    return FamilyContactEntry(
        contact=contact, recorded_at=at, recorded_by=person_behind(by), **vars(happening)
    )


def keep(entry: FamilyContactEntry, *, today: date, by: Actor, at: datetime) -> None:
    rules.check_entry(entry, today=today)
    pseudonyms.write(entry, today=today, by=by, at=at)
    entry.save()


def check_can_correct(entry: FamilyContactEntry, reason: str) -> None:
    if entry.is_taken_back or FamilyContactEntry.objects.filter(corrects=entry).exists():
        raise Refused("This entry was corrected already. Correct the newer one.")
    if not reason.strip():
        raise Refused("Say what was wrong", field="correction_reason")


def _record(event: str, entry: FamilyContactEntry, *, by: Actor, at: datetime) -> None:
    """Say that the log grew, and no more: not of whom, nor what happened."""
    trail.record(
        event,
        by=person_behind(by),
        at=at,
        review_ref=entry.contact.review.reference,
        contact_id=entry.contact_id,
        entry_id=entry.pk,
    )
