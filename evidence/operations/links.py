"""Write to an agency: a page of the system for its people with accounts, a link for others."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from agencies.models import Actor, User, person_behind
from evidence.models import ScopingLink, ScopingRequest
from evidence.queries.people import addresses_at_agency
from evidence.rules.links import check_link_stands, last_day
from guests.models import GuestLink
from guests.operations import codes
from guests.operations import links as guest_links
from messaging import post
from messaging.models import Message
from reviews import access, rules
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement

ASKED = "scoping_requested"
CHASED = "scoping_chased"


@dataclass(frozen=True)
class Posted:
    """An email about a letter, with the link in it where it has one."""

    message: Message
    link: GuestLink | None = None

    def belongs_to(self, request: ScopingRequest) -> None:
        if self.link:
            ScopingLink.objects.create(request=request, link=self.link)


def write_to(
    part: AgencyInvolvement, kind: str, *, due_on: date, today: date, by: Actor, at: datetime
) -> Posted:
    """
    Email an agency where its letters go. Nobody there can sign in and answer: then with a link,
    which takes the place of those sent before. The caller has asked access.
    """
    to, reference = part.agency.letter_box, part.review.reference
    if addresses_at_agency(part, Permission.SCOPING_ANSWER, today=today):
        path, sender = part.get_absolute_url(), person_behind(by)
        return Posted(post.send(kind, to=to, review_ref=reference, path=path, by=sender, at=at))
    for earlier in ScopingLink.objects.filter(request__involvement=part).select_related("link"):
        if earlier.link.is_open(today):
            guest_links.revoke(link=earlier.link, by=by, at=at)
    link = guest_links.send_link(
        f"{kind}_by_link",
        to=to,
        review_ref=reference,
        path=lambda secret: reverse("evidence:by-link", args=[secret]),
        expires_on=last_day(due_on, today=today),
        by=by,
        at=at,
    )
    return Posted(link.message, link)


@transaction.atomic
def send_link(*, request: ScopingRequest, today: date, by: Actor, at: datetime) -> ScopingLink:
    """
    Send an agency a new link to answer its last letter by; the one before opens nothing more.

    Raises Refused without the right, where it has answered or can sign in, or has no address.
    """
    part = request.involvement
    access.require(by, Permission.SCOPING_SEND, on=part.review)
    rules.check_is_open(part.review)
    if not ScopingRequest.objects.waiting().filter(pk=request.pk).exists():
        raise Refused("This letter is answered, or another was sent since.")
    if not part.agency.letter_box:
        raise Refused("There is no email address for this agency in the directory.")
    posted = write_to(part, CHASED, due_on=request.due_on, today=today, by=by, at=at)
    if posted.link is None:
        raise Refused("Somebody of this agency can sign in and answer. No link is needed.")
    return ScopingLink.objects.create(request=request, link=posted.link)


@transaction.atomic
def revoke_link(*, link: ScopingLink, by: Actor, at: datetime) -> None:
    """Let a link open nothing any more, at once. Raises Refused without the right."""
    access.require(by, Permission.SCOPING_SEND, on=link.request.involvement.review)
    guest_links.revoke(link=link.link, by=by, at=at)


@transaction.atomic
def code_by_telephone(*, link: ScopingLink, today: date, by: User, at: datetime) -> str:
    """
    Return a code to read out to whoever has the link. It is shown this once.

    Raises Refused without the right, or where the link opens nothing any more.
    """
    access.require(by, Permission.SCOPING_SEND, on=link.request.involvement.review)
    check_link_stands(link, today=today)
    return codes.give_code(link=link.link, today=today, by=by, at=at)
