"""May it be written in this compartment now? Every rule raises `Refused` in words fit to show."""

from datetime import date

from agencies.models import Actor
from families.models import ANSWERED_BY, Calendar, EntryKind, FamilyContactEntry, QuietDate
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission, Refused
from reviews.models import Review

# What a family is given to read a draft, at the least, without a reason for less. A product
# default: the guidance asks for enough time and gives no number.
READING_DAYS = 21


def check_can_write(actor: Actor, review: Review) -> None:
    """
    Refuse unless this person holds the pen of the compartment today.

    Until an independent chair is admitted the letters are the CSP officer's; from then on the
    compartment is the chair's, with whoever writes for the chair, and the officer reads.
    """
    access.require(actor, Permission.FAMILY_READ, on=review)
    is_chaired = access.has_independent_chair(review)
    permission = Permission.FAMILY_WRITE if is_chaired else Permission.FAMILY_BEGIN
    if not access.has(actor, permission, on=review):
        raise Refused(CHAIR_WRITES if is_chaired else OFFICER_WRITES)
    review_rules.check_is_open(review)


def why_not_write(actor: Actor, review: Review) -> str:
    """Return why somebody who reads the compartment cannot write in it; nothing where they can."""
    try:
        check_can_write(actor, review)
    except Refused as refusal:
        return str(refusal)
    return ""


CHAIR_WRITES = "The independent chair keeps this record. You can read it."
OFFICER_WRITES = (
    "Until an independent chair is admitted the CSP officer keeps this record. You can read it."
)


def check_quiet_date(quiet: QuietDate) -> None:
    """Refuse days that end before they begin."""
    if quiet.to_on and quiet.to_on < quiet.from_on:
        raise Refused("The last day must be on or after the first", field="to_on")


def check_entry(entry: FamilyContactEntry, *, today: date) -> None:
    """Refuse what cannot have happened so, and what is unusual or unkind without a reason."""
    review = entry.contact.review
    day = entry.happened_on
    review_rules.check_possible_on(day, field="happened_on", called="The day", today=today)
    review_rules.check_after_death(review, day, field="happened_on", called="The day")
    check_answers(entry)
    for field, called in (("ask_again_on", "The day"), ("publication_on", "The publication date")):
        later = getattr(entry, field)
        if later and later < day:
            raise Refused(f"{called} must be on or after the day this happened", field=field)
    check_reason_for_unusual(entry)
    check_reason_to_write(entry)


def check_answers(entry: FamilyContactEntry) -> None:
    """Refuse an answer to what cannot be answered so, was answered before, or came later."""
    asked = entry.answers
    if asked is None:
        return
    if asked.contact_id != entry.contact_id or ANSWERED_BY.get(EntryKind(asked.kind)) != entry.kind:
        raise Refused("This answers nothing that is recorded of them.")
    again = FamilyContactEntry.objects.standing().filter(answers=asked)
    if again.exclude(pk=entry.corrects_id or 0).exists():
        raise Refused("This is recorded already. Correct that entry.")
    if entry.happened_on < asked.happened_on:
        raise Refused("The day must be on or after the day of what it answers", field="happened_on")


def check_reason_for_unusual(entry: FamilyContactEntry) -> None:
    """
    Ask for a reason where the order is unusual. It is kept as it was said.

    Families are spoken to while the review goes on, so a day before its last move is usual here.
    """
    if entry.unusual_reason.strip():
        return
    if entry.happened_on < entry.contact.review.notified_on:
        raise Refused(
            "This day is before the partnership was told of the death. Check it, or say why it "
            "is right",
            field="unusual_reason",
        )
    if entry.kind == EntryKind.DRAFT and (entry.days_given or 0) < READING_DAYS:
        raise Refused(
            f"This is less than the {READING_DAYS} days that this system proposes for reading. "
            "Say why",
            field="unusual_reason",
        )


def check_reason_to_write(entry: FamilyContactEntry) -> None:
    """
    Ask for a reason where the review turned to somebody on a day that asks it not to, or where
    the report is to come out on one.
    """
    if entry.despite_reason.strip() or not (entry.is_outgoing or entry.publication_on):
        return
    calendar = Calendar.of(entry.contact.review)
    against = calendar.against(entry.contact, entry.happened_on) if entry.is_outgoing else []
    if entry.publication_on:
        against += calendar.quiet_on(entry.contact, entry.publication_on)
    if against:
        raise Refused(
            f"{' '.join(against)} If it is right all the same, say why", field="despite_reason"
        )
