from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from clauses.models.library import Library


class ClauseQuerySet(models.QuerySet["Clause"]):
    def in_use(self) -> Self:
        return self.filter(retired_at__isnull=True)

    def of(self, library: Library) -> Self:
        return self.filter(partnership=library.partnership, owner=library.owner)


class Clause(models.Model):
    """
    A wording worth keeping for terms of reference to come. Of one library; of no review.

    What it says is in its wordings, the current one among them. It is retired and never deleted:
    terms of reference say which clause a line was taken from.
    """

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="clauses",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="clauses",
        help_text="The chair whose own it is",
    )
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ClauseQuerySet.as_manager()

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset({"id", "partnership", "owner", "retired_at", "retired_by"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(partnership__isnull=False, owner__isnull=True)
                | Q(partnership__isnull=True, owner__isnull=False),
                name="clause_is_of_one_library",
            ),
        ]

    def __str__(self) -> str:
        return f"clause {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("clauses:clause", args=[self.library.slug, self.pk])

    # Questions

    @property
    def library(self) -> Library:
        return Library(partnership=self.partnership, owner=self.owner)

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None
