from django.conf import settings
from django.db import models


class ReportCall(models.Model):
    """
    One step in the sequence of calls that a report draws: who called whom, in words fit to print.

    Its author took it from an event of the chronology, whose `root` is `event`: the month that is
    drawn is that of the event as its agency tells it last.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="report_calls"
    )
    number = models.PositiveSmallIntegerField(help_text="Where it stands in the sequence, from 1")
    event = models.UUIDField(help_text="The root of a chronology entry")
    caller = models.CharField(max_length=40, help_text="A pseudonym, a role or a kind of body")
    called = models.CharField(max_length=40, help_text="The same of who was called")
    words = models.CharField(max_length=160, blank=True, help_text="What was said or asked for")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"caller", "called", "words"})
        plain = frozenset({"id", "review", "number", "event", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["review", "number", "id"]

    def __str__(self) -> str:
        return f"call {self.number} of review {self.review_id}"
