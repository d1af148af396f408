"""What the tests of publication do again and again."""

from dataclasses import replace
from datetime import date

from django.urls import reverse
from django.utils import timezone

from agencies.models import COMMAND_LINE
from anonymity.models import Destination
from publications.models import QaOutcome
from publications.operations import publishing
from publications.queries.to_check import publication_to_check
from reports.published.report import Chapter, Paragraph
from tests.factories.anonymity import certified
from tests.factories.publications import (
    PublicationDecisionFactory,
    PublicTextFactory,
    QaLetterFactory,
)
from tests.factories.reports import REPORT, DraftFactory

TODAY = date(2026, 12, 3)


def url(name, review, *args):
    return reverse(f"publications:{name}", args=[review.reference, *args])


def day(name, on):
    return {f"{name}_day": on.day, f"{name}_month": on.month, f"{name}_year": on.year}


def bytes_of(document):
    with document.open() as file:
        return file.read()


def saying(words):
    """Return a report whose introduction says something."""
    return replace(REPORT, chapters=(Chapter("introduction", "Introduction", (Paragraph(words),)),))


def decided(review, *, report=REPORT, letter="", **decision):
    """Decide and introduce everything, so that only the check is left."""
    QaLetterFactory(
        submission__review=review,
        outcome=QaOutcome.CLEARED,
        **({"text": letter} if letter else {}),
    )
    PublicationDecisionFactory(review=review, **decision)
    return PublicTextFactory(
        review=review, draft=DraftFactory(review=review, report=report, released=True)
    )


def certify_publication(review):
    """Have what would be public certified by two people, as it is printed now."""
    return certified(review, Destination.PUBLICATION, publication_to_check(review, 0).papers())


def published(review, **told):
    """Publish a review as the demonstration would."""
    decided(review, **told)
    certify_publication(review)
    return publishing.publish(
        review=review, published_on=TODAY, today=TODAY, by=COMMAND_LINE, at=timezone.now()
    )
