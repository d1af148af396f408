from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from privacy.fields import IdentifyingTextField
from reviews.models import Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User


class ChildCopyQuerySet(models.QuerySet["ChildRecordCopy"]):
    def readable_by(self, user: "User") -> Self:
        """Keep those of the compartments that this person may open."""
        held = ReviewGrant.objects.held_by(user, Permission.FAMILY_READ)
        return self.filter(review__in=held.values("content_object"))

    def settled(self) -> Self:
        """Keep the records whose holder has confirmed a copy, or that need none."""
        return self.filter(Q(confirmed_on__isnull=False) | Q(needs_none=True))


class ChildRecordCopy(models.Model):
    """
    That a copy of the report stands on a child's record, for when they ask as adults.

    Whoever holds the record, mostly children's social care, puts it there and says so. Nothing is
    sent from here. A child without a record needs none, with the reason.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="child_record_copies"
    )
    person = models.OneToOneField(
        "reviews.Person", on_delete=models.PROTECT, related_name="record_copy"
    )
    holder = IdentifyingTextField(blank=True, help_text="Of the record, and whom to ask there")
    asked_on = models.DateField(null=True, blank=True)
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = IdentifyingTextField(blank=True, help_text="Name and post")
    needs_none = models.BooleanField(default=False)
    why_none = IdentifyingTextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ChildCopyQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"holder", "confirmed_by", "why_none"})
        plain = frozenset(
            {
                "id", "review", "person", "asked_on", "confirmed_on", "needs_none", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["person"]
        verbose_name_plural = "child record copies"
        constraints = [
            models.CheckConstraint(
                condition=Q(needs_none=False) | Q(confirmed_on__isnull=True),
                name="family_child_copy_is_confirmed_or_not_needed",
            ),
        ]

    def __str__(self) -> str:
        return f"child record copy {self.pk}"

    # Questions

    @property
    def is_settled(self) -> bool:
        return self.needs_none or self.confirmed_on is not None
