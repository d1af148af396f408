from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from families.models import Side


class DecisionKind(models.TextChoices):
    NOT_APPROACHED = "NOT_APPROACHED", "Not approached"
    NOT_PURSUED = "NOT_PURSUED", "Not pursued"
    NOT_NAMED = "NOT_NAMED", "Not named"
    OUT_OF_PROPORTION = "OUT_OF_PROPORTION", "Out of proportion"
    NO_RECOMMENDATION = "NO_RECOMMENDATION", "No recommendation"
    PRIVACY_WEIGHED = "PRIVACY_WEIGHED", "Privacy weighed"


class Forum(models.TextChoices):
    MEETING = "MEETING", "At a meeting of the panel"
    ROUND = "ROUND", "In a round of agreement"
    CHAIR = "CHAIR", "By the chair alone"


class RegisterQuerySet(models.QuerySet["RegisterEntry"]):
    def standing(self) -> Self:
        """Keep the last words on each decision, and leave out what was taken back."""
        later = RegisterEntry.objects.filter(
            review=OuterRef("review"), number=OuterRef("number"), pk__gt=OuterRef("pk")
        )
        return self.filter(~Exists(later), taken_back_because="")

    def printable(self) -> Self:
        """Keep what may stand in the report: nothing of the family compartment."""
        return self.standing().filter(side="")


class RegisterEntry(models.Model):
    """
    One thing that a review decided not to do, or weighed, and why.

    Only ever added to: words that are put right, and that a decision was taken back, are a row of
    the same number, of which the last one stands. `side` closes it into the family compartment.
    """

    append_only = True

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="register_entries"
    )
    number = models.PositiveSmallIntegerField(help_text="Of the decision, within the review")
    kind = models.CharField(max_length=20, choices=DecisionKind)
    about = models.CharField(max_length=200, help_text="What or whom it is about")
    reason = models.TextField()
    side = models.CharField(max_length=12, choices=Side, blank=True)
    forum = models.CharField(max_length=8, choices=Forum)
    meeting = models.ForeignKey(
        "panels.Meeting", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    round = models.ForeignKey(
        "panels.AgreementRound", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_on = models.DateField()
    prints_at = models.CharField(
        max_length=100, blank=True, help_text="Paragraph or footnote, such as 3.12"
    )
    taken_back_because = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RegisterQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"about", "reason", "taken_back_because"})
        plain = frozenset(
            {
                "id", "review", "number", "kind", "side", "forum", "meeting", "round",
                "decided_on", "prints_at", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["number", "id"]
        verbose_name_plural = "register entries"
        constraints = [
            models.CheckConstraint(
                condition=~Q(about="") & ~Q(reason=""), name="register_entry_says_what_and_why"
            ),
            models.CheckConstraint(
                condition=Q(forum=Forum.MEETING, meeting__isnull=False, round__isnull=True)
                | Q(forum=Forum.ROUND, meeting__isnull=True, round__isnull=False)
                | Q(forum=Forum.CHAIR, meeting__isnull=True, round__isnull=True),
                name="register_entry_has_its_forum",
            ),
        ]

    def __str__(self) -> str:
        return f"decision {self.number} of review {self.review_id}"
