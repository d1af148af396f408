from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from reviews.deadlines import Rule, find
from reviews.lifecycle import ENDED

STATUTORY = ("D4", "D11")


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def statutory(self) -> Self:
        """Keep the two days by which a review is judged: its decision and its report."""
        return self.filter(code__in=STATUTORY)

    def running(self) -> Self:
        """Keep what is owed still, in reviews that have not ended."""
        return self.filter(met_on__isnull=True, due_on__isnull=False).exclude(
            review__stage__in=ENDED
        )

    def to_remind_of(self, today: date) -> Self:
        """Keep those whose reminders are to be looked at by today, the longest waiting first."""
        return self.filter(next_step_on__lte=today).order_by("next_step_on", "pk")

    def overdue(self, today: date) -> Self:
        """Keep what is late by the agreed day, or by the rule's where none was agreed."""
        return self.running().filter(
            Q(agreed_on__lt=today) | Q(agreed_on__isnull=True, due_on__lt=today)
        )


class Deadline(models.Model):
    """
    One rule of `reviews.deadlines` running for one thing of a review.

    Nothing here is typed: `reviews.clock` writes it from what is recorded, and again whenever
    that changes.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="deadlines")
    code = models.CharField(max_length=4)
    subject = models.CharField(
        max_length=40, blank=True, help_text="What of the review, such as `scoping-7`"
    )
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement",
        on_delete=models.PROTECT,
        null=True,
        related_name="deadlines",
        help_text="The part of the agency that owes it, where one does",
    )
    started_on = models.DateField()
    due_on = models.DateField(null=True, help_text="By the rule or the letter; none, no figure")
    agreed_on = models.DateField(null=True, help_text="The later day that was agreed")
    met_on = models.DateField(null=True)
    next_step_on = models.DateField(
        null=True, help_text="No reminder of it is owed before; none, none ever"
    )
    noted_at = models.DateTimeField(db_default=Now(), help_text="Since when it stands so")

    objects = DeadlineQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "review", "code", "subject", "involvement", "started_on", "due_on",
                "agreed_on", "met_on", "next_step_on", "noted_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "code", "subject"], name="deadline_of_a_thing_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["next_step_on", "id"],
                name="deadlines_to_remind_of",
                condition=Q(next_step_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} of review {self.review_id}"

    # Questions

    @property
    def rule(self) -> Rule:
        """Fetch the review with it."""
        return find(self.code, regime_code=self.review.regime_code)

    @property
    def stands_on(self) -> date | None:
        """The day by which it is late: the agreed one, or the rule's where none was agreed."""
        return self.agreed_on or self.due_on

    @property
    def is_running(self) -> bool:
        return self.met_on is None and self.due_on is not None

    # Changes

    def look_again(self, *, since: date) -> None:
        """Have its reminders looked at from a day on, after it was made or has changed."""
        self.next_step_on = since if self.is_running else None
        self.noted_at = Now()
