"""What somebody says of a draft in the reading room, without an account."""

from datetime import date, datetime

from django.db import transaction

from audit import trail
from audit.models import ActorKind
from families.models import EntryKind, FamilyContact, FamilyContactEntry, ReadHow, Starter
from privacy.row_locks import lifted


@transaction.atomic
def leave_comment(
    *,
    contact: FamilyContact,
    words: str,
    by_whom: str,
    draft: str,
    since: datetime,
    today: date,
    at: datetime,
) -> FamilyContactEntry:
    """
    Keep in the log of a contact what they, or their advocate, say of a draft: the same words once.

    draft: which, such as "Draft 3". since: when their copy was released. The caller knows by which
    link they came, and lets two comments of one copy wait for each other.
    """
    with lifted():
        said = list(
            FamilyContactEntry.objects.standing().filter(
                contact=contact,
                kind=EntryKind.COMMENTS,
                read_how=ReadHow.READING_ROOM,
                recorded_at__gte=since,
            )
        )
    for entry in said:
        if (entry.version_label, entry.by_whom, entry.words) == (draft, by_whom, words):
            return entry  # a form that was sent twice
    return add(
        FamilyContactEntry(
            contact=contact,
            kind=EntryKind.COMMENTS,
            happened_on=today,
            words=words,
            by_whom=by_whom,
            version_label=draft,
            read_how=ReadHow.READING_ROOM,
            recorded_at=at,
        )
    )


@transaction.atomic
def have_read(
    *, contact: FamilyContact, by_whom: str, draft: str, today: date, at: datetime
) -> FamilyContactEntry:
    """Keep that they have read it and said what they wished to say: their time is over."""
    said = FamilyContactEntry.objects.standing().filter(
        contact=contact, kind=EntryKind.CONTACT, read_how=ReadHow.READING_ROOM
    )
    with lifted():
        before = [entry for entry in said if entry.version_label == draft]
    if before:
        return before[0]  # a button that was pressed twice
    return add(
        FamilyContactEntry(
            contact=contact,
            kind=EntryKind.CONTACT,
            happened_on=today,
            words=f"{draft} is read to the end.",
            by_whom=by_whom,
            version_label=draft,
            starter=Starter.THEY,
            read_how=ReadHow.READING_ROOM,
            recorded_at=at,
        )
    )


def add(entry: FamilyContactEntry) -> FamilyContactEntry:
    """Write an entry whose author no row lock knows, and say on the trail that the log grew."""
    with lifted():
        entry.save()
        reference = entry.contact.review.reference
    trail.record(
        "family.entry_recorded",
        by=ActorKind.SIGNED_OUT,
        at=entry.recorded_at,
        review_ref=reference,
        contact_id=entry.contact_id,
        entry_id=entry.pk,
    )
    return entry
