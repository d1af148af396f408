from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from reviews.models.grants import Role

if TYPE_CHECKING:
    from agencies.models import User


class MembershipQuerySet(models.QuerySet["Membership"]):
    def standing(self, today: date) -> Self:
        """Keep the memberships that admit their person."""
        return self.admitted(today).filter(held_at__isnull=True)

    def admitted(self, today: date) -> Self:
        """Keep the memberships that have not ended, those held among them."""
        return (
            self.filter(removed_at__isnull=True)
            .filter(Q(until_on__isnull=True) | Q(until_on__gte=today))
            .filter(Q(until_at__isnull=True) | Q(until_at__gt=Now()))
        )

    def ended(self, today: date) -> Self:
        """Keep those removed, and those past their last day or moment."""
        return self.filter(
            Q(removed_at__isnull=False) | Q(until_on__lt=today) | Q(until_at__lte=Now())
        )

    def run_out(self, today: date) -> Self:
        """Keep those past their last day or moment that nobody has removed yet."""
        return self.filter(removed_at__isnull=True).filter(
            Q(until_on__lt=today) | Q(until_at__lte=Now())
        )

    def of(self, user: "User") -> Self:
        return self.filter(user=user)


class Membership(models.Model):
    """
    Who may enter a review, or one agency's part of it, in which role.

    The truth that groups and grants are derived from. Made and ended by `access.admit` and
    `access.remove` alone, held and let in again by `access.holding`; never edited otherwise.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=24, choices=Role)
    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="memberships"
    )
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="memberships",
        help_text="The agency they speak for; empty for people of the review as a whole",
    )
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="memberships")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True, help_text="The last day; empty while open")
    until_at = models.DateTimeField(
        null=True, blank=True, help_text="The moment emergency access ends; empty for anybody else"
    )
    admitted_at = models.DateTimeField()
    admitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    held_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when it admits to nothing: see AccessHold"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "user", "role", "review", "involvement", "group", "from_on", "until_on",
                "until_at", "admitted_at", "admitted_by", "held_at", "removed_at", "removed_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["role", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "group"],
                condition=Q(removed_at__isnull=True),
                name="membership_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="membership_starts_before_it_ends",
            ),
            models.CheckConstraint(
                condition=~Q(role=Role.EMERGENCY_READER) | Q(until_at__isnull=False),
                name="membership_in_an_emergency_ends",
            ),
        ]

    def __str__(self) -> str:
        return f"membership {self.pk}"

    # Questions

    @property
    def part_in_words(self) -> str:
        """What somebody is here, and for which agency: tells two parts of one person apart."""
        agency = f", {self.involvement.agency}" if self.involvement else ""
        return f"{self.get_role_display()}{agency}"

    @property
    def is_held(self) -> bool:
        return self.held_at is not None

    def stands_on(self, today: date) -> bool:
        return self.runs_on(today) and not self.is_held

    def runs_on(self, today: date) -> bool:
        """Test whether it has not ended; one that is held runs on and admits to nothing."""
        return self.removed_at is None and (self.until_on is None or self.until_on >= today)

    def runs_at(self, at: datetime) -> bool:
        in_time = self.until_at is None or self.until_at > at
        return in_time and self.runs_on(timezone.localtime(at).date())
