"""Add, word, order and drop the key lines of enquiry of a draft."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from agencies.models import Actor
from panels.models import KeyLineOfEnquiry, TermsOfReference
from panels.operations.terms import record
from panels.rules import terms as rules


@transaction.atomic
def add_enquiry(
    *, terms: TermsOfReference, text: str, why: str = "", by: Actor, at: datetime
) -> KeyLineOfEnquiry:
    """Ask one more thing, after the others."""
    rules.check_can_change(by, terms)
    asked = terms.enquiries.create(number=terms.enquiries.count() + 1, text=text, why=why)
    _changed(asked, by=by, at=at)
    return asked


@transaction.atomic
def word_enquiry(
    *, enquiry: KeyLineOfEnquiry, text: str, why: str = "", by: Actor, at: datetime
) -> None:
    """Word a line of enquiry differently. It stays the same question: its root is kept."""
    rules.check_can_change(by, enquiry.terms)
    enquiry.text, enquiry.why = text, why
    enquiry.save(update_fields=["text", "why"])
    _changed(enquiry, by=by, at=at)


@transaction.atomic
def move_enquiry(*, enquiry: KeyLineOfEnquiry, places: int, by: Actor, at: datetime) -> None:
    """
    Change places with the line of enquiry above or below. The first cannot go further up.

    places: -1 for up, 1 for down.
    """
    rules.check_can_change(by, enquiry.terms)
    other = enquiry.terms.enquiries.filter(number=enquiry.number + places).first()
    if other is None:
        return
    enquiry.number, other.number = other.number, enquiry.number
    KeyLineOfEnquiry.objects.bulk_update([enquiry, other], ["number"])
    _changed(enquiry, by=by, at=at)


@transaction.atomic
def drop_enquiry(*, enquiry: KeyLineOfEnquiry, by: Actor, at: datetime) -> None:
    """Take a line of enquiry out of a draft. Earlier versions keep theirs."""
    rules.check_can_change(by, enquiry.terms)
    enquiry.delete()
    enquiry.terms.enquiries.filter(number__gt=enquiry.number).update(number=F("number") - 1)
    _changed(enquiry, by=by, at=at)


def _changed(enquiry: KeyLineOfEnquiry, *, by: Actor, at: datetime) -> None:
    record("terms.changed", enquiry.terms, by=by, at=at, part="enquiries")
