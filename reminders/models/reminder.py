from collections.abc import Iterable
from datetime import date, datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from reviews.deadlines import find
from reviews.models import Deadline

Key = tuple[int, str, str, date]


class State(models.TextChoices):
    """What became of a reminder here. Once it is in a message, the message's state goes on."""

    WAITING = "WAITING", "Waits for its message"
    MAILED = "MAILED", "In a message"
    BOUNCED = "BOUNCED", "The address took no message"
    WITHHELD = "WITHHELD", "Not sent"
    MISSED = "MISSED", "Overtaken before it was sent"
    CANCELLED = "CANCELLED", "No longer needed"


class Why(models.TextChoices):
    """Why one was not sent."""

    ABSENT = "ABSENT", "They are away; whoever stands in is told"
    NOBODY = "NOBODY", "Nobody is left in the review to tell"
    OVERTAKEN = "OVERTAKEN", "A later reminder took its place"
    SETTLED = "SETTLED", "It was done, or its day moved, before"
    NOT_THEIRS = "NOT_THEIRS", "It was no longer theirs"


ON_THEIR_WAY = ["WAITING", "MAILED", "BOUNCED"]


def key_of(of: "Deadline | Reminder") -> Key:
    """Return what a deadline is known by though its row is written anew, its day included."""
    return of.review_id, of.code, of.subject, of.stands_on or date.max


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def waiting(self) -> Self:
        return self.filter(state=State.WAITING)


class Reminder(models.Model):
    """
    The ledger: that one person is reminded of one step of one deadline. Once, whatever happens.

    The deadline is named by what it is and by the day it stands on, so that one that moves is
    reminded of anew, and one whose row is written again is not.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="reminders")
    code = models.CharField(max_length=4)
    subject = models.CharField(max_length=40, blank=True)
    stands_on = models.DateField()
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, null=True, related_name="+"
    )
    step = models.CharField(max_length=20, help_text="Which of the rule's, such as `due+3`")
    step_on = models.DateField()
    is_escalation = models.BooleanField(default=False)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="reminders",
        help_text="Nobody where nobody is left to tell",
    )
    role = models.CharField(max_length=24, blank=True, help_text="The part for which they are told")
    instead_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whom they stand in for",
    )
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    why = models.CharField(max_length=10, choices=Why, blank=True)
    late_by = models.PositiveSmallIntegerField(
        default=0, help_text="Days by which an outage made it late"
    )
    noted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="When it was settled that it is not sent")
    message = models.ForeignKey(
        "messaging.Message", on_delete=models.PROTECT, null=True, related_name="reminders"
    )

    objects = ReminderQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "review", "code", "subject", "stands_on", "involvement", "step", "step_on",
                "is_escalation", "recipient", "role",
                "instead_of", "state", "why", "late_by", "noted_at",
                "ended_at", "message",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-step_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "code", "subject", "stands_on", "step", "recipient"],
                nulls_distinct=False,
                name="reminder_of_a_step_once",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["MAILED", "BOUNCED"], message__isnull=False)
                | ~Q(state__in=["MAILED", "BOUNCED"]) & Q(message__isnull=True),
                name="reminder_mailed_has_its_message",
            ),
            models.CheckConstraint(
                condition=Q(state__in=ON_THEIR_WAY, why="", ended_at__isnull=True)
                | ~Q(state__in=ON_THEIR_WAY) & ~Q(why="") & Q(ended_at__isnull=False),
                name="reminder_not_sent_says_why",
            ),
        ]
        indexes = [
            models.Index(
                fields=["recipient"], name="reminders_waiting", condition=Q(state="WAITING")
            ),
            models.Index(
                fields=["ended_at"], name="reminders_ended", condition=Q(ended_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"reminder {self.pk}, {self.code} {self.step}"

    # Questions

    @property
    def rule_name(self) -> str:
        """Fetch the review with it."""
        return find(self.code, regime_code=self.review.regime_code).name

    @property
    def outcome(self) -> str:
        """Say what became of it: by the message it is in, where it is in one."""
        if self.state == State.MAILED and self.message:
            return self.message.get_state_display()
        return self.get_state_display()

    @property
    def tone(self) -> str:
        """How that looks: see the tones of pages.templatetags.components."""
        if self.state == State.MAILED and self.message:
            return self.message.tone
        return "late" if self.state in (State.BOUNCED, State.MISSED) else "plain"

    # Changes

    @staticmethod
    def drop(reminders: Iterable["Reminder"], state: State, why: Why, *, at: datetime) -> None:
        """Take reminders out of what is sent, for good unless their deadline stands again."""
        pks = [one.pk for one in reminders]
        if pks:
            Reminder.objects.filter(pk__in=pks).update(
                state=state, why=why, ended_at=at, message=None
            )
