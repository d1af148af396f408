"""The links by which an agency's letter can be answered, and the door for whoever has one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch

from evidence.models import ScopingLink
from evidence.rules.links import check_link_stands
from guests.access import link_behind
from guests.models import CodeRoute, GuestCode
from messaging.models import State
from privacy.row_locks import lifted
from reviews.access import allows
from reviews.models import AgencyInvolvement


@dataclass(frozen=True)
class LinkLine:
    """One link, as the CSP officer sees it."""

    link: ScopingLink
    codes: list[GuestCode]
    is_open: bool
    today: date

    @property
    def standing(self) -> str:
        guest = self.link.link
        if guest.is_used:
            return "Answered"
        if guest.is_revoked:
            return "Taken back"
        if self.is_open:
            return "Open"
        return "Ended" if guest.expires_on < self.today else "Closed"

    @property
    def tone(self) -> str:
        return "done" if self.link.link.is_used else "underway" if self.is_open else "plain"

    @property
    def could_not_be_sent(self) -> bool:
        return bool(self.link.link.message.state == State.FAILED)

    @property
    def emailed(self) -> int:
        """How many codes were asked for on its page."""
        return sum(code.route == CodeRoute.EMAIL for code in self.codes)

    @property
    def last_code_at(self) -> datetime | None:
        return self.codes[-1].recorded_at if self.codes else None

    @property
    def opened_at(self) -> datetime | None:
        """When somebody last typed the right code."""
        return max((code.used_at for code in self.codes if code.used_at), default=None)


def links_of(part: AgencyInvolvement, *, today: date) -> list[LinkLine]:
    """Return every link that was sent to an agency in a review, the newest first."""
    links = (
        ScopingLink.objects.filter(request__involvement=part)
        .select_related("link__message", "link__recorded_by", "link__revoked_by")
        .select_related("request__involvement__review", "request__involvement__agency")
        .prefetch_related(Prefetch("link__codes", GuestCode.objects.order_by("id")))
        .order_by("-pk")
    )
    return [
        LinkLine(
            link,
            list(link.link.codes.all()),
            allows(check_link_stands, link, today=today),
            today,
        )
        for link in links
    ]


def link_of(secret: str, *, origin: str, at: datetime) -> ScopingLink | None:
    """Return the link that somebody without an account holds; None where there is none."""
    guest = link_behind(secret, origin=origin, at=at)
    found = ScopingLink.objects.filter(link=guest).select_related(
        "link", "request__involvement__review__partnership", "request__involvement__agency"
    )
    with lifted():  # a secret tells by itself which agency's link it is
        return found.first() if guest else None
