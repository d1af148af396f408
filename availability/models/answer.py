from datetime import date

from django.conf import settings
from django.db import models
from django.utils.timezone import localdate

from availability.models.invitee import PollInvitee
from availability.models.poll import OfferedDay
from documents.models import Provenance, provenance_constraint


class Can(models.TextChoices):
    YES = "YES", "Can come"
    IF_NEEDED = "IF_NEEDED", "Can come if needed"
    NO = "NO", "Cannot come"


TONES = {Can.YES: "done", Can.IF_NEEDED: "underway", Can.NO: "late"}


class PollAnswer(Provenance):
    """
    What somebody answered to all days of a poll at once: on the page, by their link, or entered
    for them.

    Rows are only ever added. A later answer stands in the place of an earlier one, which is kept.
    """

    append_only = True

    invitee = models.ForeignKey(PollInvitee, on_delete=models.PROTECT, related_name="answers")
    remark = models.TextField(blank=True)
    by_link = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Nobody where it came by link",
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset({"remark"})
        plain = Provenance.Privacy.plain | frozenset(
            {"id", "invitee", "by_link", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [provenance_constraint("poll_answer")]

    def __str__(self) -> str:
        return f"answer {self.pk} of poll invitee {self.invitee_id}"

    # Questions

    @property
    def answered_on(self) -> date:
        """The day they gave it, which may be before the day it was entered for them."""
        return self.given_on or localdate(self.recorded_at)


class DayAnswer(models.Model):
    """Whether somebody can come on one of the days, within one answer."""

    append_only = True

    answer = models.ForeignKey(PollAnswer, on_delete=models.PROTECT, related_name="days")
    day = models.ForeignKey(OfferedDay, on_delete=models.PROTECT, related_name="answers")
    can = models.CharField(max_length=10, choices=Can)

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "answer", "day", "can"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "day"], name="day_is_answered_once"),
        ]

    def __str__(self) -> str:
        return f"answer {self.answer_id} to day {self.day_id}"

    # Questions

    @property
    def tone(self) -> str:
        """How its tag looks, beside its words."""
        return TONES[Can(self.can)]
