"""Take in a report that was written on in Word, and take sections of it into the working text."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from agencies.models import Actor, person_behind
from documents.models import Document
from documents.reading import CannotReadWord
from reports.models import ReportSection, ReturnedText, SectionKind
from reports.operations.record import record
from reports.operations.sections import write_section
from reports.queries.assembly.record import record_of
from reports.queries.in_word.reading import returned_from
from reports.readers.returned.kept import as_data
from reports.readers.returned.places import Returned
from reports.rules import returned as rules
from reviews.access import Refused
from reviews.models import Review


@transaction.atomic
def return_text(
    *, review: Review, document: Document, today: date, by: Actor, at: datetime
) -> ReturnedText:
    """
    Keep a Word file of the report that came back, with what is read of it. Nothing is changed.

    A file that waits to be checked for malware is kept unread: `read_returned` reads it then.

    Raises Refused without the right, for a file that came before, that was made from another
    review's report, or that cannot be read.
    """
    rules.check_can_return(by, review)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    rules.check_is_new(review, document)
    last = review.returned_texts.aggregate(last=Max("number"))["last"] or 0
    returned = ReturnedText(
        review=review,
        number=last + 1,
        document=document,
        returned_at=at,
        returned_by=person_behind(by),
    )
    if document.is_open:
        returned.reading = as_data(reading_of(returned, today=today))
    returned.save()
    note("report.text_returned", returned, by=by, at=at, document_id=document.pk)
    return returned


@transaction.atomic
def read_returned(*, returned: ReturnedText, today: date, by: Actor, at: datetime) -> ReturnedText:
    """
    Read a file that waited to be checked. One that is read is left alone.

    Raises Refused without the right, or while it waits.
    """
    rules.check_can_return(by, returned.review)
    returned = ReturnedText.objects.select_for_update(of=("self",)).get(pk=returned.pk)
    if returned.is_read:
        return returned
    rules.check_is_open(returned)
    returned.reading = as_data(reading_of(returned, today=today))
    returned.save()
    note("report.text_read", returned, by=by, at=at)
    return returned


def reading_of(returned: ReturnedText, *, today: date) -> Returned:
    review = returned.review
    with returned.document.open() as file:
        content = file.read()
    try:
        found = returned_from(content, record_of(review, today=today))
    except CannotReadWord as fault:
        raise Refused(str(fault), field="file") from fault
    rules.check_is_of(review, found.review)
    return found


@transaction.atomic
def take_sections(
    *,
    returned: ReturnedText,
    sections: Mapping[SectionKind, int],
    by: Actor,
    at: datetime,
) -> list[ReportSection]:
    """
    Record what a file has under some headings as the next version of each: all of them, or none.

    sections: with the number of the version that stood when they were compared; 0 for none.

    Raises Refused without the right, for none or for one without words, and Overtaken where
    somebody recorded a version of one meanwhile.
    """
    rules.check_can_take(by, returned, sections)
    taken = [
        write_section(
            review=returned.review,
            kind=kind,
            text=returned.text_of(kind),
            based_on=based_on,
            by=by,
            at=at,
        )
        for kind, based_on in sections.items()
    ]
    note("report.text_taken", returned, by=by, at=at, sections=len(taken))
    return taken


def note(event: str, returned: ReturnedText, *, by: Actor, at: datetime, **ids: int | str) -> None:
    record(event, returned.review, by=by, at=at, file=returned.number, **ids)
