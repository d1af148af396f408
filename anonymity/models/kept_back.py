from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from privacy.fields import IdentifyingListField, IdentifyingTextField


class KeptBackKind(models.TextChoices):
    """What it is that no paper may say."""

    FACT = "FACT", "A fact that is told only in general"
    PLACE = "PLACE", "A place or a service that is not named"
    NUMBER = "NUMBER", "A number of a person or a case"


class KeptBack(models.Model):
    """
    Something known of a review that no paper may say as it is: looked for by every check.

    `words` is how records say it. For a fact, `others` are words that give it away (a medicine, a
    clinic); for a place, its other names.

    Source: anonymity rules, "generalising a word fails if footnotes, glossary, agency descriptions
    or a legal consequence still give it away".
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="kept_back")
    kind = models.CharField(max_length=10, choices=KeptBackKind)
    words = IdentifyingTextField()
    others = IdentifyingListField(default=list, blank=True)
    published_as = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"words", "others", "published_as"})
        plain = frozenset({"id", "review", "kind", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["kind", "id"]
        verbose_name_plural = "kept back"
        constraints = [
            models.CheckConstraint(
                condition=~Q(published_as="") | ~Q(kind=KeptBackKind.FACT),
                name="kept_back_fact_is_told_in_general",
            )
        ]

    def __str__(self) -> str:
        return f"kept back {self.pk} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("anonymity:kept-back", args=[self.review.reference])
