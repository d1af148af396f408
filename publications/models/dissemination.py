from django.conf import settings
from django.db import models
from django.db.models import Q


class RecipientKind(models.TextChoices):
    HOME_OFFICE = "HOME_OFFICE", "The Home Office"
    COMMISSIONER = "COMMISSIONER", "The Domestic Abuse Commissioner"
    FAMILY = "FAMILY", "The family"
    AGENCY = "AGENCY", "An agency"
    BOARD = "BOARD", "A partnership, board or group"
    POLICE_COMMISSIONER = "POLICE_COMMISSIONER", "The Police and Crime Commissioner"
    OTHER = "OTHER", "Somebody else"


class SentVia(models.TextChoices):
    EMAIL = "EMAIL", "Email"
    POST = "POST", "Post"
    BY_HAND = "BY_HAND", "By hand"
    LINK = "LINK", "The address of the public page"


class Dissemination(models.Model):
    """That somebody was sent a version of the report, and whether they said that they have it."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="disseminations"
    )
    kind = models.CharField(max_length=20, choices=RecipientKind)
    recipient = models.CharField(
        max_length=200, help_text="Which agency, board or office; nobody of the family by name"
    )
    version = models.CharField(max_length=200, help_text="Which paper, in which version")
    publication = models.ForeignKey(
        "publications.Publication",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    sent_on = models.DateField()
    sent_via = models.CharField(max_length=10, choices=SentVia)
    acknowledged_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"recipient", "version", "note"})
        plain = frozenset(
            {
                "id", "review", "kind", "publication", "sent_on", "sent_via", "acknowledged_on",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-sent_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(acknowledged_on__isnull=True)
                | Q(acknowledged_on__gte=models.F("sent_on")),
                name="dissemination_acknowledged_once_sent",
            )
        ]

    def __str__(self) -> str:
        return f"dissemination {self.pk}"
