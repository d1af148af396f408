"""Bring in a report that was published elsewhere or before: read it, look through it, record it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, CommunitySafetyPartnership, person_behind
from audit import trail
from documents.kinds import DocumentKind
from documents.models import Document
from learning import access
from learning.models import Lesson, LessonKind, PastReview, ReportReading
from learning.operations.themes import themes_meant
from learning.readers.lines import CannotReadReport, ReadLine, Take, as_data, from_data
from learning.readers.report import read_pasted, read_report
from learning.rules import bringing_in as rules
from reviews.access import Refused

LONGEST_THEME = 100
KINDS = {Take.RECOMMENDATION: LessonKind.RECOMMENDATION, Take.LEARNING: LessonKind.LEARNING}


@dataclass(frozen=True, kw_only=True)
class Report:
    """A published report: title, whose it is, the first of the month it was published in."""

    title: str
    published_by: str
    published_in: date
    link: str = ""


@transaction.atomic
def read(
    *,
    place: CommunitySafetyPartnership,
    report: Report,
    document: Document | None,
    pasted: str,
    today: date,
    by: Actor,
    at: datetime,
) -> ReportReading:
    """
    Read a report and keep what was read until somebody confirms it. Nothing of it is recorded.

    document: the file; None where its words were pasted.

    Raises Refused for anybody but an officer, for a month to come, for a report that is there
    already, and where nothing can be read, with the field at fault.
    """
    access.require_keeps(by, place, today=today)
    rules.check_month(report.published_in, today=today)
    rules.check_is_new(place, report.title, report.published_in)
    try:
        lines = lines_of(document, pasted)
    except CannotReadReport as reason:
        raise Refused(str(reason), field="report" if document else "pasted") from reason
    return ReportReading.objects.create(
        partnership=place,
        **vars(report),
        document=document,
        lines=as_data(lines),
        read_at=at,
        read_by=person_behind(by),
    )


def lines_of(document: Document | None, pasted: str) -> list[ReadLine]:
    if document is None:
        return read_pasted(pasted)
    if not document.is_open:
        raise CannotReadReport("This file is still being checked for malware. Try again in a while")
    with document.open() as kept:
        return read_report(kept.read(), DocumentKind(document.kind))


@transaction.atomic
def look_through(
    *, reading: ReportReading, lines: Sequence[ReadLine], today: date, by: Actor, at: datetime
) -> ReportReading:
    """Keep how somebody put the lines: split, put together, left out. Raises Refused likewise."""
    reading = locked(reading)
    access.require_keeps(by, reading.partnership, today=today)
    rules.check_waits(reading)
    reading.lines, reading.read_at = as_data(lines), at
    reading.save(update_fields=["lines", "read_at"])
    return reading


@transaction.atomic
def record(*, reading: ReportReading, today: date, by: Actor, at: datetime) -> PastReview:
    """
    Record what somebody confirmed: from now on it is searched and stands in the open data.

    Raises Refused for anybody but an officer, where every line is left out, and a second time.
    """
    reading = locked(reading)
    access.require_keeps(by, reading.partnership, today=today)
    rules.check_waits(reading)
    rules.check_is_new(reading.partnership, reading.title, reading.published_in)
    lines = from_data(reading.lines)
    rules.check_says_something(lines)
    past = PastReview.objects.create(
        partnership=reading.partnership,
        title=reading.title,
        published_by=reading.published_by,
        published_in=reading.published_in,
        link=reading.link,
        document=reading.document,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    keep(past, [one for one in lines if one.take != Take.LEFT_OUT], at=at)
    reading.recorded_as = past
    reading.save(update_fields=["recorded_as"])
    trail.record(
        "past_review.brought_in",
        by=person_behind(by),
        at=at,
        partnership_id=reading.partnership_id,
        past_review_id=past.pk,
    )
    return past


def locked(reading: ReportReading) -> ReportReading:
    rows = ReportReading.objects.select_for_update(of=("self",)).select_related("partnership")
    return rows.get(pk=reading.pk)


def keep(past: PastReview, lines: Sequence[ReadLine], *, at: datetime) -> None:
    made = Lesson.objects.bulk_create(
        Lesson(
            partnership=past.partnership,
            past_review=past,
            kind=KINDS[one.take],
            place=place,
            number=one.number,
            text=one.text,
            addressee=one.addressee,
            published_on=past.published_in,
        )
        for place, one in enumerate(lines, start=1)
    )
    worded = [themes_in(one) for one in lines]
    meant = themes_meant(past.partnership, {word for row in worded for word in row}, at=at)
    for lesson, words in zip(made, worded, strict=True):
        lesson.themes.set({meant[word] for word in words})


def themes_in(line: ReadLine) -> list[str]:
    words = (one.strip()[:LONGEST_THEME] for one in line.themes.splitlines())
    return [one for one in words if one]


@transaction.atomic
def drop(*, reading: ReportReading, today: date, by: Actor) -> None:
    """Forget what was read and not recorded. Raises Refused likewise."""
    reading = locked(reading)
    access.require_keeps(by, reading.partnership, today=today)
    rules.check_waits(reading)
    reading.delete()


@transaction.atomic
def remove(*, past: PastReview, today: date, by: Actor, at: datetime) -> None:
    """
    Take a report out again, with everything it recommended here: it was brought in by mistake.

    The published report stays where it was published. Raises Refused for anybody but an officer.
    """
    access.require_keeps(by, past.partnership, today=today)
    trail.record(
        "past_review.removed",
        by=person_behind(by),
        at=at,
        partnership_id=past.partnership_id,
        past_review_id=past.pk,
    )
    ReportReading.objects.filter(recorded_as=past).delete()
    past.lessons.all().delete()
    past.delete()
