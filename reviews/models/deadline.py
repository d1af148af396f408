from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from reviews.deadlines import RULES, Rule


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def running(self) -> Self:
        return self.filter(met_on__isnull=True)

    def overdue(self, today: date) -> Self:
        return self.running().filter(due_on__lt=today)


class Deadline(models.Model):
    """One rule of `reviews.deadlines` running in one review. Written by `reviews.clock` alone."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="deadlines")
    code = models.CharField(max_length=4)
    started_on = models.DateField()
    due_on = models.DateField(help_text="By the rule; an agreed later date stands apart from it")
    met_on = models.DateField(null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "review", "code", "started_on", "due_on", "met_on"})

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "code"],
                condition=Q(met_on__isnull=True),
                name="deadline_runs_once_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} of review {self.review_id}"

    # Questions

    @property
    def rule(self) -> Rule:
        return RULES[self.code]
