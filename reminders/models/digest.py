from django.conf import settings
from django.db import models


class Digest(models.Model):
    """The one message of a day that lists what is due to a person: its row lets it go out once."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="digests"
    )
    on = models.DateField()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "recipient", "on"})

    class Meta:
        ordering = ["-on", "recipient"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "on"], name="digest_once_a_day")
        ]

    def __str__(self) -> str:
        return f"digest {self.pk}"
