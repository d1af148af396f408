"""Send a link, take it back, and close it when its one thing is done. Callers ask access first."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from audit import trail
from guests.models import GuestLink, new_secret, secret_hash
from guests.rules import check_is_open
from messaging import post


@transaction.atomic
def send_link(
    kind: str,
    *,
    to: str,
    review_ref: str,
    path: Callable[[str], str],
    expires_on: date,
    by: Actor,
    at: datetime,
) -> GuestLink:
    """
    Email somebody a link of their own. Its secret is in the email and nowhere else.

    kind: of message; path: makes the page it leads to from its secret.
    """
    secret = new_secret()
    link = GuestLink.objects.create(
        token_sha256=secret_hash(secret),
        sent_to=to,
        review_ref=review_ref,
        expires_on=expires_on,
        message=post.send(
            kind, to=to, review_ref=review_ref, path=path(secret), by=person_behind(by), at=at
        ),
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    note("guest.link_sent", link, by=by, at=at)
    return link


@transaction.atomic
def revoke(*, link: GuestLink, by: Actor, at: datetime) -> None:
    """Let a link open nothing any more, at once. Safe to call twice."""
    link = locked(link)
    if link.is_used or link.is_revoked:
        return
    link.revoked_at, link.revoked_by = at, person_behind(by)
    link.save(update_fields=["revoked_at", "revoked_by"])
    note("guest.link_revoked", link, by=by, at=at)


def use(*, link: GuestLink, today: date, at: datetime) -> None:
    """Close a link because its one thing is done. Raises Refused where it is closed already."""
    link = locked(link)
    check_is_open(link, today=today)
    link.used_at = at
    link.save(update_fields=["used_at"])


def locked(link: GuestLink) -> GuestLink:
    """Return a link as it stands now, so that two who use it cannot cross."""
    return GuestLink.objects.select_for_update(of=("self",)).get(pk=link.pk)


def note(event: str, link: GuestLink, *, by: Actor, at: datetime) -> None:
    trail.record(event, by=person_behind(by), at=at, review_ref=link.review_ref, link_id=link.pk)
