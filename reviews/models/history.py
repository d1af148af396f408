from django.conf import settings
from django.db import models

from reviews.lifecycle import Stage


class StageMove(models.Model):
    """One move of a review between stages: on which day, recorded when, by whom."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="moves")
    from_stage = models.CharField(max_length=30, choices=Stage)
    to_stage = models.CharField(max_length=30, choices=Stage)
    moved_on = models.DateField(null=True, help_text="Empty where an adopted review's day is lost")
    reason = models.TextField(blank=True, help_text="For a step back, or an unusual day")
    is_step_back = models.BooleanField(default=False)
    before_this_system = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"reason"})
        plain = frozenset(
            {
                "id", "review", "from_stage", "to_stage", "moved_on", "is_step_back",
                "before_this_system", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.from_stage} to {self.to_stage}"


class GateWaiver(models.Model):
    """A gate that a named person passed, what it said and why they passed it."""

    move = models.ForeignKey(StageMove, on_delete=models.PROTECT, related_name="waivers")
    gate = models.CharField(max_length=60)
    said = models.TextField(help_text="The reasons to wait, as they were shown")
    reason = models.TextField()

    class Privacy:
        identifying = frozenset({"said", "reason"})
        plain = frozenset({"id", "move", "gate"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"waiver of {self.gate}"


class Exactness(models.TextChoices):
    """How much of the day of an earlier step is known; the rest of the date is the first."""

    DAY = "DAY", "Day"
    MONTH = "MONTH", "Month"
    YEAR = "YEAR", "Year"


class EarlierStep(models.Model):
    """Something that happened to an adopted review before this system, on its true day."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="earlier_steps"
    )
    event = models.CharField(max_length=100, help_text="In words, such as First panel meeting")
    happened_on = models.DateField(null=True, blank=True)
    exactness = models.CharField(max_length=5, choices=Exactness, default=Exactness.DAY)
    prints = models.BooleanField(
        default=False, help_text="In the timescales of the report, by month at the most"
    )
    note = models.TextField(blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note", "event"})
        plain = frozenset(
            {
                "id", "review", "happened_on", "exactness", "prints", "document", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["happened_on", "id"]

    def __str__(self) -> str:
        return f"earlier step {self.pk}"

    # Questions

    @property
    def when(self) -> str:
        """As much of the day as is known: 12 March 2019, March 2019, or 2019."""
        day = self.happened_on
        if day is None:
            return ""
        month = f"{day:%B %Y}"
        return {Exactness.DAY: f"{day.day} {month}", Exactness.MONTH: month}.get(
            Exactness(self.exactness), f"{day:%Y}"
        )
