from django.conf import settings
from django.db import models
from django.db.models import F, Q


class CallBack(models.Model):
    """
    A call after which somebody's second factor was forgotten, so that they set up a new one.

    Whoever answers for them rang back on a number that was known before: a number given in the
    call itself belongs to whoever called.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="call_backs"
    )
    asked_by = models.CharField(max_length=200, help_text="Who rang")
    number = models.CharField(max_length=40, help_text="The number that was rung back")
    number_known_from = models.CharField(max_length=300)
    identity_checked = models.TextField()
    called_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"asked_by", "number", "number_known_from", "identity_checked"})
        plain = frozenset({"id", "user", "called_on", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(user=F("recorded_by")), name="call_back_never_to_oneself"
            )
        ]

    def __str__(self) -> str:
        return f"call back {self.pk}"
