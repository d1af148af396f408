"""The story as the report tells it: paragraphs, each with the events it rests on."""

from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q

from composite.models.marks import Mark


class NarrativeParagraph(models.Model):
    """A paragraph in published form. It is written by a person; its sources are never lost."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveIntegerField(help_text="From 1, in the order of the narrative")
    text = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"text"})
        plain = frozenset({"id", "review", "place", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["review", "place"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "place"],
                name="paragraph_has_a_place_of_its_own",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.CheckConstraint(condition=~Q(text=""), name="paragraph_says_something"),
        ]

    def __str__(self) -> str:
        return f"paragraph {self.pk} of the narrative of review {self.review_id}"


class NarrativeSource(models.Model):
    """One of the events that a paragraph rests on."""

    paragraph = models.ForeignKey(
        NarrativeParagraph, on_delete=models.CASCADE, related_name="sources"
    )
    event = models.UUIDField(help_text="ChronologyEntry.root")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "paragraph", "event"})

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["event"], name="source_by_event")]
        constraints = [
            models.UniqueConstraint(
                fields=["paragraph", "event"], name="paragraph_names_a_source_once"
            )
        ]

    def __str__(self) -> str:
        return f"source {self.pk} of paragraph {self.paragraph_id}"


class LeftOut(Mark):
    """That an event is not part of the narrative, and why."""

    reason = models.TextField()

    class Privacy:
        identifying = Mark.Privacy.identifying | {"reason"}
        plain = Mark.Privacy.plain

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "left out"
        constraints = [
            models.UniqueConstraint(fields=["review", "event"], name="event_is_left_out_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="left_out_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"event left out {self.pk} of the narrative of review {self.review_id}"
