"""What somebody without an account does by a link: answer a letter once, or ask for more time."""

from datetime import date, datetime

from django.db import transaction

from audit import trail
from audit.models import ActorKind
from documents.models import Document
from evidence.models import ReturnKind, ScopingDelay, ScopingLink, ScopingReturn
from evidence.operations.answering import keep, note
from evidence.rules import links as rules
from evidence.rules.links import Guest, MoreTime
from evidence.rules.scoping import Answer
from guests.operations import links as guest_links
from messaging import post
from reviews.access import Refused


@transaction.atomic
def answer(
    *,
    link: ScopingLink,
    said: Answer,
    guest: Guest,
    document: Document | None = None,
    today: date,
    at: datetime,
) -> ScopingReturn:
    """
    Take in an agency's answer by a link, as `answering.answer` does from one of its people. The
    link opens nothing afterwards, and its address is told that the answer arrived.

    Raises Refused where the link no longer stands, or for an answer that lacks what its kind needs.
    """
    rules.check_link_stands(link, today=today)
    if ReturnKind(said.return_kind).is_by_partnership:
        raise Refused("Only the partnership records this.", field="return_kind")
    guest_links.use(link=link.link, today=today, at=at)
    made = keep(
        link.request.involvement,
        said,
        answered_on=today,
        attached={"document": document, "link": link, **vars(guest)},
        has_file=bool(document),
        today=today,
        by=None,
        at=at,
    )
    note(made, "scoping.answered_by_link", by=ActorKind.SIGNED_OUT, at=at)
    confirm(link, at=at)
    return made


def confirm(link: ScopingLink, *, at: datetime) -> None:
    """Tell the address that the letter went to that an answer arrived, and nothing of it."""
    guest = link.link
    post.send(
        "scoping_answered_by_link", to=guest.sent_to, review_ref=guest.review_ref, by=None, at=at
    )


@transaction.atomic
def ask_for_time(
    *,
    link: ScopingLink,
    asked: MoreTime,
    guest: Guest,
    today: date,
    at: datetime,
) -> ScopingDelay:
    """
    Note that an agency needs more time. The letter waits for its answer, and the link stands.

    Raises Refused where the link no longer stands, for a day that is past, or without a reason.
    """
    rules.check_link_stands(link, today=today)
    rules.check_more_time(asked, today=today)
    made = ScopingDelay.objects.create(
        link=link, request=link.request, recorded_at=at, **vars(asked), **vars(guest)
    )
    tell("scoping.more_time_asked", link, at=at, delay_id=made.pk)
    return made


def tell(event: str, link: ScopingLink, *, at: datetime, **ids: int) -> None:
    """Add to the trail what somebody did by a link."""
    trail.record(
        event,
        by=ActorKind.SIGNED_OUT,
        at=at,
        review_ref=link.link.review_ref,
        involvement_id=link.request.involvement_id,
        link_id=link.link_id,
        **ids,
    )
