from collections.abc import Collection

from django.utils.timezone import localtime

from agencies.models import Actor
from documents.models import Document
from pages.templatetags.dates import date_long
from reports.models import ReturnedText, SectionKind
from reports.rules.sections import check_can_write
from reviews.access import Refused
from reviews.models import Review


def check_can_return(actor: Actor, review: Review) -> None:
    """Refuse a file from somebody who does not write the report, or after the review ended."""
    check_can_write(actor, review)


def check_is_new(review: Review, document: Document) -> None:
    """Refuse a file that came back before: the same bytes say the same."""
    same = review.returned_texts.filter(document__sha256=document.sha256).first()
    if same:
        day = date_long(localtime(same.returned_at).date())
        raise Refused(f"This very file came back on {day}: it is file {same.number}.", field="file")


def check_is_of(review: Review, reference: str) -> None:
    """Refuse a file that was made from the report of another review."""
    if reference and reference != review.reference:
        raise Refused(
            "This file was made from the report of another review. Nothing of it is kept here.",
            field="file",
        )


def check_is_open(returned: ReturnedText) -> None:
    """Refuse to read a file before it was checked for malware."""
    if not returned.document.is_open:
        raise Refused(
            "This file is being checked for malware. Nothing of it is read before that is done."
        )


def check_can_take(actor: Actor, returned: ReturnedText, kinds: Collection[SectionKind]) -> None:
    """Refuse to take nothing, or a section of which the file has no words."""
    check_can_write(actor, returned.review)
    if not kinds:
        raise Refused("Choose the sections to take", field="sections")
    empty = [kind.label for kind in kinds if not returned.text_of(kind)]
    if empty:
        raise Refused(
            f"The file has no words for “{empty[0]}”. To say why it is empty, write so under "
            "that heading of the report.",
            field="sections",
        )
