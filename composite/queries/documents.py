"""The composite chronology for the command that writes documents."""

from django.utils import timezone

from agencies.models import Actor
from composite.papers.files import file_of
from composite.queries.exporting import composite_of
from documents.kinds import DocumentKind
from reviews.models import Review


def composite_chronology(review: Review, *, kind: DocumentKind, reader: Actor) -> bytes:
    """
    Return the whole composite with pseudonyms in place of names. Listed in DOCUMENTS.

    Raises Refused without the right, and RenderingUnavailable as PDF may.
    """
    composite = composite_of(review, reader=reader, at=timezone.now())
    return file_of(composite, kind=kind, tell=lambda laid_out: None)
