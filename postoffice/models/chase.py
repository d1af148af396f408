from django.conf import settings
from django.db import models
from django.db.models import Q

from postoffice.models.dispatch import Dispatch, DispatchLink, DispatchRoute


class ChaseKind(models.TextChoices):
    BEFORE = "BEFORE", "Before the reply is due"
    LATE = "LATE", "The reply is late"
    FINAL = "FINAL", "For the last time"


class Chase(models.Model):
    """
    That a body was asked again. After the last time it is missing once `answer_by` has passed.

    Without `recorded_by` the clock sent it, because somebody had turned chasing on.
    """

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="chases")
    kind = models.CharField(max_length=8, choices=ChaseKind)
    route = models.CharField(max_length=10, choices=DispatchRoute)
    sent_on = models.DateField()
    answer_by = models.DateField(null=True, blank=True, help_text="Of the last one")
    link = models.ForeignKey(
        DispatchLink, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "dispatch", "kind", "route", "sent_on", "answer_by", "link", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="FINAL", answer_by__isnull=False)
                | ~Q(kind="FINAL") & Q(answer_by__isnull=True),
                name="chase_for_the_last_time_says_until_when",
            ),
        ]

    def __str__(self) -> str:
        return f"chase {self.pk} of dispatch {self.dispatch_id}"
