"""What everything that is recorded of a review's money has in common."""

from decimal import Decimal
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

LARGEST = Decimal("9999999.99")  # pounds: beyond it, a figure is a slip


class EntryQuerySet(models.QuerySet[Any]):
    def standing(self) -> Self:
        """Keep what was not taken back."""
        return self.filter(taken_back_at__isnull=True)


class Entry(models.Model):
    """
    Something about the money of a review, in pounds without VAT unless it says otherwise.

    Nothing is written over: what was recorded by mistake is taken back with a reason, stays to be
    read, and counts no more.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="%(class)ss"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_because = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | ~Q(taken_back_because=""),
                name="%(class)s_taken_back_with_a_reason",
            )
        ]

    # Questions

    @property
    def described(self) -> str:
        """What it says, in a sentence."""
        raise NotImplementedError

    @property
    def stands(self) -> bool:
        return self.taken_back_at is None


COMMON = frozenset({"id", "review", "recorded_at", "recorded_by", "taken_back_at", "taken_back_by"})


def pounds_field(**kwargs: Any) -> Any:
    """Return a column for an amount: whole pence, never a float."""
    return models.DecimalField(max_digits=9, decimal_places=2, **kwargs)


def above_nothing(*fields: str) -> list[models.CheckConstraint]:
    """Return the constraints that these amounts, where there is one, are more than nothing."""
    return [
        models.CheckConstraint(
            condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__gt": 0}),
            name=f"%(class)s_{field}_above_nothing",
        )
        for field in fields
    ]
