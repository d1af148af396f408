"""
Some letters give somebody the report: then the log of dissemination says so, as if it had been
entered there.
"""

from datetime import date, datetime

from agencies.models import Actor
from letters.models import Letter, LetterKind
from publications.models import Publication, RecipientKind, SentVia
from publications.operations.dissemination import log_dissemination
from reviews.models import NoticeRoute

GIVES_REPORT_TO = {
    LetterKind.PUBLICATION: RecipientKind.AGENCY,
    LetterKind.HOME_OFFICE_PUBLISHED: RecipientKind.HOME_OFFICE,
    LetterKind.COMMISSIONER_COPY: RecipientKind.COMMISSIONER,
}
VIA = {
    NoticeRoute.EMAIL: SentVia.EMAIL,
    NoticeRoute.POST: SentVia.POST,
    NoticeRoute.BY_HAND: SentVia.BY_HAND,
    NoticeRoute.PORTAL: SentVia.LINK,
}
PUBLISHED, COMPLETED = "The published report", "The completed report"


def log_what_it_gives(letter: Letter, *, today: date, by: Actor, at: datetime) -> None:
    """
    Log to whom a letter that was sent gives the report, once a day for each. A notice of
    publication that goes out before gives nothing yet.

    Raises Refused as the log does, such as for a copy that nobody certified.
    """
    kind = GIVES_REPORT_TO.get(LetterKind(letter.kind))
    if kind is None or letter.sent_on is None:
        return
    public = published(letter, letter.sent_on)
    recipient = letter.part.agency.name if letter.part else kind.label
    if kind == RecipientKind.AGENCY and public is None:
        return
    there = letter.review.disseminations.filter(
        kind=kind, recipient=recipient, sent_on=letter.sent_on
    )
    if there.exists():
        return
    log_dissemination(
        review=letter.review,
        kind=kind,
        recipient=recipient,
        version=PUBLISHED if public else COMPLETED,
        sent_on=letter.sent_on,
        sent_via=VIA.get(NoticeRoute(letter.route), SentVia.BY_HAND),
        today=today,
        by=by,
        at=at,
    )


def published(letter: Letter, day: date) -> Publication | None:
    rows: list[Publication] = list(
        letter.review.publications.not_taken_down().filter(published_on__lte=day)[:1]
    )
    return rows[0] if rows else None
