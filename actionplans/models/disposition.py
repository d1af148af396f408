from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from actionplans.models.recommendation import Recommendation


class PanelChoice(models.TextChoices):
    """What the panel makes of a recommendation in an agency's accepted report."""

    TAKEN_OVER = "TAKEN_OVER", "Taken over in the agency’s own words"
    TAKEN_INTO = "TAKEN_INTO", "Taken into another recommendation"
    LEFT = "LEFT", "Left to the agency"
    NOT_TAKEN = "NOT_TAKEN", "Not taken"


IN_THE_PLAN = frozenset({PanelChoice.TAKEN_OVER, PanelChoice.TAKEN_INTO})


class DispositionQuerySet(models.QuerySet["PanelDisposition"]):
    def standing(self) -> Self:
        """Keep the last one on each line of a report."""
        later = PanelDisposition.objects.filter(
            review=OuterRef("review"), root=OuterRef("root"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later))


class PanelDisposition(models.Model):
    """
    What the panel decided on one recommendation of an agency's report, and why.

    Only ever added to: the last one stands, for every version of the report that carries the line
    on; `root` is the line's own. `recommendation` is no constraint of the database, since an
    earlier decision may name one that is gone; a rule keeps the one that the last decision names.
    """

    append_only = True

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="panel_dispositions"
    )
    point = models.ForeignKey("evidence.ImrPoint", on_delete=models.PROTECT, related_name="+")
    root = models.UUIDField(help_text="The line itself, whatever version words it")
    choice = models.CharField(max_length=10, choices=PanelChoice)
    recommendation = models.ForeignKey(
        Recommendation,
        null=True,
        blank=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    reason = models.TextField()
    decided_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DispositionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"reason"})
        plain = frozenset(
            {
                "id", "review", "point", "root", "choice", "recommendation", "decided_on",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="disposition_gives_its_reason"),
            models.CheckConstraint(
                condition=Q(choice__in=sorted(IN_THE_PLAN), recommendation__isnull=False)
                | ~Q(choice__in=sorted(IN_THE_PLAN)) & Q(recommendation__isnull=True),
                name="disposition_names_what_it_became",
            ),
        ]

    def __str__(self) -> str:
        return f"disposition {self.pk} of point {self.point_id}"
