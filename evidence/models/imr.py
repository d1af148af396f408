from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.urls import reverse

from evidence.cycle import NOT_IN, TO_READ, ImrState
from evidence.models.tier import ReportKind

if TYPE_CHECKING:
    from evidence.models.evidence_request import EvidenceRequest
    from evidence.models.imr_version import ImrVersion


class IndividualManagementReview(models.Model):
    """
    What one agency writes for a review: an IMR, a short report or a summary of engagement.

    There is one for each agency, from the first day that something is asked of it. What it is
    called follows from what is asked now. `state` is changed through `evidence.cycle` alone.
    """

    involvement = models.OneToOneField(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="imr"
    )
    state = models.CharField(max_length=20, choices=ImrState, default=ImrState.REQUESTED)
    author = models.ForeignKey(
        "evidence.AuthorDeclaration",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The declaration of whoever writes it now",
    )
    recorded_at = models.DateTimeField()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "involvement", "state", "author", "recorded_at"})

    class Meta:
        ordering = ["id"]
        verbose_name = "individual management review"
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=ImrState.REQUESTED) | Q(author__isnull=True),
                name="imr_with_an_author_is_accepted",
            )
        ]

    def __str__(self) -> str:
        return f"IMR {self.pk}, {self.state}"

    def get_absolute_url(self) -> str:
        return reverse(
            "evidence:imr", args=[self.involvement.review.reference, self.involvement_id]
        )

    # Questions

    @property
    def is_to_read(self) -> bool:
        return self.state in TO_READ

    @property
    def is_in(self) -> bool:
        """Test whether something has reached the panel."""
        return self.state not in NOT_IN

    @property
    def is_accepted(self) -> bool:
        return self.state == ImrState.ACCEPTED_BY_PANEL

    @property
    def is_open_to_acceptance(self) -> bool:
        """Test whether something is in that the panel has not accepted."""
        return self.is_in and not self.is_accepted

    @property
    def author_may_write(self) -> bool:
        return bool(self.author and self.author.may_write(self.kind))

    @property
    def request(self) -> "EvidenceRequest | None":
        """What is asked of the agency now. Prefetch `involvement__evidence_requests` for a list."""
        return self._requests[0] if self._requests else None

    @property
    def kind(self) -> ReportKind:
        """What is to be written; what it was last, where it is no longer asked for."""
        kinds = (request.asks.report for request in self._requests)
        return next((kind for kind in kinds if kind), ReportKind.IMR)

    @property
    def is_wanted(self) -> bool:
        return bool(self.request and self.request.asks.report)

    @property
    def _requests(self) -> "list[EvidenceRequest]":
        return list(reversed(self.involvement.evidence_requests.all()))

    @property
    def latest(self) -> "ImrVersion | None":
        """The last version, whatever its state. Prefetch `versions` for a list."""
        return next(iter(self.versions.all()), None)

    @property
    def draft(self) -> "ImrVersion | None":
        """The version that is not signed off yet, if there is one."""
        return self.latest if self.latest and not self.latest.is_signed_off else None

    @property
    def received(self) -> "ImrVersion | None":
        """The last version that reached the panel."""
        return next((version for version in self.versions.all() if version.received_on), None)
