from django.conf import settings
from django.db import models
from django.db.models import Q

from actionplans.models.action import Action
from actionplans.models.recommendation import Recommendation


class SetAside(models.Model):
    """
    That somebody looked at what a check of drafting says of a recommendation or of an action,
    and let the words stand, with the reason.

    `wording` is a hash of the words it was said of: once they change, the check speaks again.
    """

    recommendation = models.ForeignKey(
        Recommendation,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="set_aside",
    )
    action = models.ForeignKey(
        Action, null=True, blank=True, on_delete=models.CASCADE, related_name="set_aside"
    )
    code = models.CharField(max_length=30, help_text="Name of the check in actionplans.checks")
    wording = models.CharField(max_length=64)
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"reason"})
        plain = frozenset(
            {"id", "recommendation", "action", "code", "wording", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "remarks set aside"
        constraints = [
            models.CheckConstraint(
                condition=Q(recommendation__isnull=False, action__isnull=True)
                | Q(recommendation__isnull=True, action__isnull=False),
                name="set_aside_of_a_recommendation_or_an_action",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="set_aside_for_a_reason"),
            models.UniqueConstraint(
                fields=["recommendation", "code", "wording"],
                name="remark_on_a_recommendation_set_aside_once",
            ),
            models.UniqueConstraint(
                fields=["action", "code", "wording"], name="remark_on_an_action_set_aside_once"
            ),
        ]

    def __str__(self) -> str:
        return f"remark {self.code}, set aside"
