"""What chair and panel make of an event, apart from what its agency says of it."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q


class Weight(models.TextChoices):
    """How much an event matters to the review."""

    ROUTINE = "ROUTINE", "Routine"
    RELEVANT = "RELEVANT", "Relevant"
    KEY = "KEY", "Key event"


class Mark(models.Model):
    """
    Something said of an event of the story.

    event: its root, so that it stays when the agency sends its chronology again.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="+")
    event = models.UUIDField(help_text="ChronologyEntry.root")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "review", "event", "recorded_at", "recorded_by"})

    class Meta:
        abstract = True


class EventWeight(Mark):
    """How much an event matters, as the last of chair and panel to say so weighed it."""

    weight = models.CharField(max_length=10, choices=Weight)

    class Privacy:
        identifying = Mark.Privacy.identifying
        plain = Mark.Privacy.plain | {"weight"}

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "event"], name="event_is_weighed_once")
        ]

    def __str__(self) -> str:
        return f"weight {self.pk} of an event of review {self.review_id}"


class EventTag(Mark):
    """That an event bears on a key line of enquiry."""

    enquiry = models.UUIDField(help_text="KeyLineOfEnquiry.root")

    class Privacy:
        identifying = Mark.Privacy.identifying
        plain = Mark.Privacy.plain | {"enquiry"}

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "event", "enquiry"], name="event_is_tagged_once_with_an_enquiry"
            )
        ]

    def __str__(self) -> str:
        return f"tag {self.pk} of an event of review {self.review_id}"


class EventCommentQuerySet(models.QuerySet["EventComment"]):
    def standing(self) -> Self:
        return self.filter(taken_back_at__isnull=True)


class EventComment(Mark):
    """What one of chair and panel says of an event. It is never part of the agency's words."""

    entry = models.ForeignKey(
        "chronologies.ChronologyEntry",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The wording it was said of; empty where that was read anew",
    )
    words = models.TextField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects = EventCommentQuerySet.as_manager()

    class Privacy:
        identifying = Mark.Privacy.identifying | {"words"}
        plain = Mark.Privacy.plain | {"entry", "taken_back_at"}

    class Meta:
        ordering = ["recorded_at", "id"]
        indexes = [models.Index(fields=["review", "event"], name="comment_by_event")]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="event_comment_says_something")
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} on an event of review {self.review_id}"
