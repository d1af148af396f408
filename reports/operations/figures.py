"""Add pictures to a report, say what its figures show, take pictures away."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from documents.models import Document
from reports.models import ReportFigure
from reports.models.figure import OF_PICTURE
from reports.operations.record import record
from reports.rules import figures as rules
from reports.rules.sections import check_can_write
from reviews.models import Review


@transaction.atomic
def add_picture(
    *, review: Review, document: Document, caption: str, alt: str, by: Actor, at: datetime
) -> ReportFigure:
    """
    Keep a picture for the report. It prints where a section puts its sign.

    Raises Refused without the right, for one that is too heavy, or without words for what it
    shows.
    """
    rules.check_can_add(by, review, document)
    rules.check_words(caption, alt)
    Review.objects.select_for_update(of=("self",)).get(pk=review.pk)
    number = review.report_figures.filter(document__isnull=False).count() + 1
    figure = ReportFigure.objects.create(
        review=review,
        sign=f"{OF_PICTURE}{number}",
        document=document,
        caption=caption,
        alt=alt,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record("report.picture_added", review, by=by, at=at, figure=figure.sign)
    return figure


@transaction.atomic
def word_figure(*, figure: ReportFigure, caption: str, alt: str, by: Actor, at: datetime) -> None:
    """
    Say what a figure is called and shows. Drafts that are made keep the words they have.

    Raises Refused without the right, and for a picture without words.
    """
    check_can_write(by, figure.review)
    if figure.is_picture:
        rules.check_words(caption, alt)
    figure.caption, figure.alt = caption, alt
    figure.recorded_at, figure.recorded_by = at, person_behind(by)
    figure.save()
    record("report.figure_worded", figure.review, by=by, at=at, figure=figure.sign)


@transaction.atomic
def remove_picture(*, figure: ReportFigure, by: Actor, at: datetime) -> None:
    """
    Take a picture away; drafts that show it keep it. Raises Refused without the right, or while
    a section shows it.
    """
    rules.check_can_remove(by, figure)
    figure.removed_at = at
    figure.save()
    record("report.picture_removed", figure.review, by=by, at=at, figure=figure.sign)
