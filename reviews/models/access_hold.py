from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q


class AccessHoldQuerySet(models.QuerySet["AccessHold"]):
    def open(self) -> Self:
        """Keep the holds that nobody has looked at yet."""
        return self.filter(cleared_at__isnull=True)

    def waiting(self) -> Self:
        """Keep the open holds of people who are still admitted to the review."""
        admitted = models.Q(
            user__memberships__review=models.F("review"),
            user__memberships__removed_at__isnull=True,
        )
        return self.open().filter(admitted).distinct()


class AccessHold(models.Model):
    """
    That somebody with an account bears the name of somebody in a review they are admitted to.

    While it is open their memberships there admit them to nothing (`Membership.held_at`). It
    decides nothing itself: a CSP officer clears it with a reason, or removes the person. Once
    cleared it stays so for this account and this person.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="access_holds"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="access_holds"
    )
    person = models.ForeignKey(
        "reviews.Person", on_delete=models.PROTECT, related_name="access_holds"
    )
    held_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True, blank=True)
    cleared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    cleared_because = models.TextField(blank=True)

    objects = AccessHoldQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"cleared_because"})
        plain = frozenset({"id", "review", "user", "person", "held_at", "cleared_at", "cleared_by"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "user", "person"], name="access_hold_once_for_each_pair"
            ),
            models.CheckConstraint(
                condition=Q(cleared_at__isnull=True, cleared_because="", cleared_by__isnull=True)
                | (Q(cleared_at__isnull=False) & ~Q(cleared_because="")),
                name="access_hold_cleared_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"hold {self.pk} on access"

    # Questions

    @property
    def is_open(self) -> bool:
        return self.cleared_at is None
