from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class ThemeQuerySet(models.QuerySet["Theme"]):
    def standing(self) -> Self:
        """Keep those that were not brought into another."""
        return self.filter(merged_into__isnull=True)


class Theme(models.Model):
    """
    What learning is about, in two or three words: one partnership's word for it.

    `confirmed_at`: an officer has read its name and lets it leave with the open data. A theme that
    was brought into another keeps its row, so that the trail still says what was meant.
    """

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.PROTECT, related_name="themes"
    )
    name = models.CharField(max_length=100)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    objects = ThemeQuerySet.as_manager()

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset(
            {
                "id", "partnership", "name", "merged_into", "confirmed_at", "confirmed_by",
                "made_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"],
                condition=Q(merged_into__isnull=True),
                name="theme_has_its_own_name",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="theme_has_a_name"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="theme_is_not_brought_into_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"theme {self.pk}"

    # Questions

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None


class ThemeWording(models.Model):
    """
    One way in which a theme was worded. `stems` are its words without their endings, in the order
    of the alphabet: wordings that differ in nothing else are one.
    """

    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.PROTECT, related_name="+"
    )
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="wordings")
    words = models.CharField(max_length=100)
    stems = models.CharField(max_length=200)

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset({"id", "partnership", "theme", "words", "stems"})

    class Meta:
        ordering = ["words", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "stems"], name="theme_wording_means_one_theme"
            )
        ]

    def __str__(self) -> str:
        return f"wording {self.pk} of theme {self.theme_id}"
