"""Evidence that is late, and whom a reminder would reach."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone

from evidence.cycle import NOT_IN
from evidence.models import EvidenceRequest
from evidence.models.evidence_request import EvidenceRequestQuerySet
from evidence.queries.people import addresses_of
from evidence.queries.reports import standing_reports
from messaging.models import Message, State
from reviews.models import Review

REMIND_EVERY = 7  # days; product default
REMINDER = "evidence_late"


@dataclass(frozen=True)
class Late:
    """One agency whose report is late."""

    request: EvidenceRequest
    addresses: list[str]
    today: date

    @property
    def reminded_on(self) -> date | None:
        return reminded_on(self.request)

    @property
    def is_to_remind(self) -> bool:
        """Test whether it can be reminded: it has an address, and was not reminded lately."""
        since = self.today - timedelta(days=REMIND_EVERY)
        return bool(self.addresses) and (self.reminded_on is None or self.reminded_on <= since)


def what_was_sent() -> "Prefetch[Any]":
    """Return what fetches, with requests, the emails that went out about each."""
    return Prefetch("messages", Message.objects.only("kind", "state", "queued_at"))


def reminded_on(request: EvidenceRequest) -> date | None:
    """Return the day of the last reminder. Fetch the request with `what_was_sent()`."""
    days = [sent.queued_at for sent in request.messages.all() if sent.kind == REMINDER]
    return timezone.localdate(max(days)) if days else None


def went_nowhere(request: EvidenceRequest) -> bool:
    """Test whether an email about it could not be sent. Fetch it likewise."""
    return any(sent.state == State.FAILED for sent in request.messages.all())


def late_requests(today: date, **where: object) -> EvidenceRequestQuerySet:
    """Return the requests whose report has not come by its day."""
    return standing_reports(involvement__imr__state__in=NOT_IN, due_on__lt=today, **where)


def not_reminded(requests: EvidenceRequestQuerySet, today: date) -> EvidenceRequestQuerySet:
    """Keep those of which nobody was reminded in the last days."""
    lately = EvidenceRequest.objects.filter(
        pk=OuterRef("pk"),
        messages__kind=REMINDER,
        messages__queued_at__date__gt=today - timedelta(days=REMIND_EVERY),
    )
    return requests.filter(~Exists(lately))


def late_in(review: Review, *, today: date) -> list[Late]:
    """Return the agencies of a review whose report is late, by name."""
    late = (
        late_requests(today, involvement__review=review)
        .prefetch_related(what_was_sent())
        .prefetch_related("involvement__memberships__user", "involvement__agency__contacts")
        .order_by("involvement__agency__name")
    )
    return [
        Late(request, addresses_of(request.involvement, today=today), today) for request in late
    ]
