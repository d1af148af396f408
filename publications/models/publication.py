from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from publications.models.decision import PublicationDecision, Published
from reviews.lifecycle import Stage

# The stages of a review that has published. One step back out of them closes its public page.
OPEN_TO_THE_WORLD = frozenset(
    {
        Stage.PUBLISHED,
        Stage.WITHHELD,
        Stage.ACTION_MONITORING,
        Stage.CONCLUDED,
        Stage.RETENTION,
    }
)


class PublicText(models.Model):
    """How a review is called and introduced in the library. A later one stands in its place."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="public_texts"
    )
    draft = models.ForeignKey("reports.Draft", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    about = models.TextField(help_text="One paragraph: what the review was about")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"title", "about"})
        plain = frozenset({"id", "review", "draft", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"public text {self.pk}"


class PublicationQuerySet(models.QuerySet["Publication"]):
    def not_taken_down(self) -> Self:
        return self.filter(taken_down_on__isnull=True)

    def standing(self) -> Self:
        """Keep what the world may read today."""
        return self.not_taken_down().filter(review__stage__in=OPEN_TO_THE_WORLD)


class Publication(models.Model):
    """
    What was published of one review, frozen as it was on that day.

    To correct anything is to publish again, which takes the earlier set down.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="publications"
    )
    decision = models.ForeignKey(
        PublicationDecision, on_delete=models.PROTECT, related_name="publications"
    )
    title = models.CharField(max_length=200)
    about = models.TextField()
    recommendations = models.JSONField(
        default=list, help_text="Number and words of each; how far it is stands elsewhere"
    )
    published_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_down_on = models.DateField(null=True, blank=True)
    taken_down_reason = models.TextField(blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PublicationQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"title", "about", "recommendations", "taken_down_reason"})
        plain = frozenset(
            {
                "id", "review", "decision", "published_on", "recorded_at", "recorded_by",
                "taken_down_on", "taken_down_at", "taken_down_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-published_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(taken_down_on__isnull=True),
                name="publication_stands_once_for_each_review",
            ),
            models.CheckConstraint(
                condition=Q(
                    taken_down_on__isnull=True, taken_down_at__isnull=True, taken_down_reason=""
                )
                | Q(taken_down_on__isnull=False, taken_down_at__isnull=False)
                & ~Q(taken_down_reason=""),
                name="publication_taken_down_on_and_why_together",
            ),
        ]

    def __str__(self) -> str:
        return f"publication {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("publications:library-review", args=[self.review.reference])

    # Questions

    @property
    def is_taken_down(self) -> bool:
        return self.taken_down_on is not None


class PublishedItem(models.Model):
    """One thing anyone may read: its words as a page, and the same as a PDF."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=12, choices=Published)
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    content = models.JSONField(help_text="Published types as data")
    sha256 = models.CharField(max_length=64, help_text="Of the PDF")

    class Privacy:
        identifying = frozenset({"content"})
        plain = frozenset({"id", "publication", "kind", "document", "sha256"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "kind"], name="published_item_of_each_kind_once"
            )
        ]

    def __str__(self) -> str:
        return f"published {self.kind} of publication {self.publication_id}"
