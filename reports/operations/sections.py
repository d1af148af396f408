"""Write a section, say why it has nothing in it, or bring an earlier version back."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from reports.models import KeptText, ReportSection, SectionKind
from reports.operations.record import record
from reports.rules import sections as rules
from reviews.models import Review


@transaction.atomic
def write_section(
    *,
    review: Review,
    kind: SectionKind,
    text: str = "",
    empty_because: str = "",
    based_on: int = 0,
    by: Actor,
    at: datetime,
) -> ReportSection:
    """
    Record the next version of a section; the version that stands, where nothing changed.

    based_on: the number of the version it was written on; 0 where there was none.

    Raises Refused without the right, without words or a reason why there are none, and Overtaken
    where somebody else recorded a version since.
    """
    rules.check_can_write(by, review)
    rules.check_says_something(text, empty_because)
    last = last_of(review, kind)
    text, empty_because = tidy(text), empty_because.strip()
    if last and (last.text, last.empty_because) == (text, empty_because):
        KeptText.objects.filter(review=review, kind=kind, writer=person_behind(by)).delete()
        return last
    rules.check_not_overtaken(last, based_on)
    KeptText.objects.filter(review=review, kind=kind, writer=person_behind(by)).delete()
    return add(review, kind, last, text=text, empty_because=empty_because, by=by, at=at)


@transaction.atomic
def restore_section(
    *, review: Review, kind: SectionKind, number: int, by: Actor, at: datetime
) -> ReportSection:
    """
    Bring an earlier version back, as the next one. Raises Refused without the right, or for one
    that is not there or stands already.
    """
    rules.check_can_write(by, review)
    last = last_of(review, kind)
    wanted = rules.check_is_earlier(review, kind, number)
    return add(
        review,
        kind,
        last,
        text=wanted.text,
        empty_because=wanted.empty_because,
        restores=wanted.number,
        by=by,
        at=at,
    )


def last_of(review: Review, kind: SectionKind) -> ReportSection | None:
    """Return the version that stands, holding the review so that two writers cannot cross."""
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    return review.report_sections.filter(kind=kind).select_related("recorded_by").first()


def tidy(text: str) -> str:
    """Return text with one kind of line end and no space around it."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def add(
    review: Review,
    kind: SectionKind,
    last: ReportSection | None,
    *,
    text: str,
    empty_because: str,
    restores: int | None = None,
    by: Actor,
    at: datetime,
) -> ReportSection:
    made = ReportSection.objects.create(
        review=review,
        kind=kind,
        number=last.number + 1 if last else 1,
        text=text,
        empty_because=empty_because,
        restores=restores,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    event = "report.section_restored" if restores else "report.section_written"
    record(event, review, by=by, at=at, section=kind.slug, version=made.number)
    return made
