"""May it be written in this compartment now? Every rule raises `Refused` in words fit to show."""

import re
from datetime import date

from agencies.models import Actor
from families.models import (
    ANSWERED_BY,
    Approach,
    Calendar,
    ChildRecordCopy,
    EntryKind,
    ExtractKind,
    FamilyContact,
    FamilyContactEntry,
    FamilyExtract,
    FamilyQuestion,
    QuietDate,
    Reach,
)
from reviews import access
from reviews import rules as review_rules
from reviews.access import Permission, Refused
from reviews.checks.register import names_held
from reviews.checks.true_names import findings
from reviews.models import PersonRole, Review
from reviews.models.person import plain

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
    check_interpreter(review, entry.interpreter)
    check_reason_for_unusual(entry)
    check_reason_for_gaps(entry)
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


def check_reason_for_gaps(entry: FamilyContactEntry) -> None:
    """Ask why nobody interpreted for somebody who needs it, and what "not reached" rests on."""
    if entry.approach in WANTS_A_REASON and not entry.words.strip():
        raise Refused("Say why", field="words")
    if entry.unusual_reason.strip():
        return
    contact = entry.contact
    is_meeting = entry.kind == EntryKind.MEETING
    if is_meeting and contact.interpreter_needed and not entry.interpreter.strip():
        raise Refused(
            "They need an interpreter. Enter who interpreted, or say why nobody did",
            field="unusual_reason",
        )
    if entry.approach == Approach.UNREACHABLE and not was_tried(entry):
        raise Refused(
            "No attempt to reach them is in the log before this day. Record each one first, or "
            "say why it is right",
            field="unusual_reason",
        )


def was_tried(entry: FamilyContactEntry) -> bool:
    log = FamilyContactEntry.objects.reaching_out().filter(contact=entry.contact)
    return log.filter(happened_on__lte=entry.happened_on).exists()


def check_interpreter(review: Review, said: str) -> None:
    """
    Refuse an interpreter who is a relative, or anybody of the case, by word or by name.

    Source: the statutory guidance on interpreters, never a family member.
    """
    if KIN.search(said) or any(name in f" {plain(said)} " for name in names_of_the_case(review)):
        raise Refused(NEVER_A_RELATIVE, field="interpreter")


def names_of_the_case(review: Review) -> set[str]:
    """Return who may not interpret, in plain letters between spaces. Professionals may."""
    people = review.people.exclude(role=PersonRole.PROFESSIONAL)
    contacts = FamilyContact.objects.filter(review=review, own_name__isnull=False)
    names = [person.true_name for person in people] + [contact.own_name for contact in contacts]
    return {f" {plain(name)} " for name in names if name and plain(name)}


WANTS_A_REASON = frozenset({Approach.NOT_TO_BE, Approach.UNREACHABLE})
KIN = re.compile(
    r"\b(?<!not a )(?<!never a )(?<!no )(?:(?:grand|step)?(?:mother|father|son|daughter|child)"
    r"|mum|dad|sister|brother|aunt|uncle|cousin|niece|nephew|husband|wife|fianc[eé]e?|in-law"
    r"|boyfriend|girlfriend|relative|family member|friend|neighbour)\b",
    re.IGNORECASE,
)
NEVER_A_RELATIVE = (
    "A relative, a friend or anybody else of the case never interprets: people hold back before "
    "those they love or fear, and who interprets may be part of what happened. Enter an "
    "interpreter of a service"
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


def check_telling(question: FamilyQuestion, told_on: date, despite: str, *, today: date) -> None:
    """
    Refuse to tell what is not answered, before it was asked, or in the future; ask for a reason on
    a day on which they are not to be written to.
    """
    if not question.answered:
        raise Refused("Record first where it is answered, or why the report does not answer it.")
    review_rules.check_possible_on(told_on, field="told_on", called="The day", today=today)
    if told_on < question.asked_on:
        raise Refused("The day must be on or after the day they asked", field="told_on")
    contact = question.contact
    against = Calendar.of(contact.review).against(contact, told_on)
    if against and not despite.strip():
        raise Refused(
            f"{' '.join(against)} If it is right all the same, say why", field="despite_reason"
        )


def check_extract(kind: str, allowed_to: str, *, has_picture: bool) -> None:
    """Refuse a photograph without its picture or beyond the panel, and words with a picture."""
    if kind != ExtractKind.PHOTOGRAPH:
        if has_picture:
            raise Refused("Leave the picture out, or choose “Photograph”", field="picture")
        return
    if not has_picture:
        raise Refused("Add the photograph", field="picture")
    if allowed_to != Reach.PANEL:
        raise Refused(
            "A photograph is shown to the panel alone, never in a draft or in what is published",
            field="allowed_to",
        )


def check_extract_names_nobody(extract: FamilyExtract) -> None:
    """Refuse to release words with a name, or one word of a name: not all of the panel know it."""
    if found := findings({"Their words": extract.words}, names_held(extract.review)):
        raise Refused(
            f"{found[0].words} Not all of the panel know it. Keep these words anew with what the "
            "report calls them, in square brackets, and release those."
        )


def check_copy(copy: ChildRecordCopy, *, today: date) -> None:
    """
    Refuse a copy on the record of somebody who is no child of the review, confirmed by nobody,
    before it was asked for or in the future, and a record that needs none without a reason.
    """
    if copy.person.role != PersonRole.CHILD:
        raise Refused("Choose a child of this review.")
    for field in ("asked_on", "confirmed_on"):
        day = getattr(copy, field)
        review_rules.check_possible_on(day, field=field, called="The day", today=today)
    if copy.needs_none:
        check_needs_none(copy)
    elif copy.confirmed_on:
        check_confirmed(copy)


def check_needs_none(copy: ChildRecordCopy) -> None:
    if not copy.why_none.strip():
        raise Refused("Say why none is needed", field="why_none")
    if copy.confirmed_on:
        raise Refused("Leave this empty where no copy is needed", field="confirmed_on")


def check_confirmed(copy: ChildRecordCopy) -> None:
    for field in ("holder", "confirmed_by"):
        if not getattr(copy, field).strip():
            raise Refused("Say who holds the record, and who there confirmed it", field=field)
    if copy.asked_on and copy.confirmed_on and copy.confirmed_on < copy.asked_on:
        raise Refused("The day must be on or after the day they were asked", field="confirmed_on")
