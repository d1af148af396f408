from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from messaging.kinds import KINDS, MessageKind
from privacy.fields import IdentifyingTextField


class State(models.TextChoices):
    QUEUED = "QUEUED", "Waiting to be sent"
    SENDING = "SENDING", "Being sent"
    SENT = "SENT", "Sent"
    RETRYING = "RETRYING", "Will be tried again"
    FAILED = "FAILED", "Could not be sent"
    WITHDRAWN = "WITHDRAWN", "No longer needed"


TONES = {
    State.QUEUED: "plain",
    State.SENDING: "underway",
    State.SENT: "done",
    State.RETRYING: "soon",
    State.FAILED: "late",
    State.WITHDRAWN: "plain",
}
ENDED = (State.SENT, State.FAILED, State.WITHDRAWN)
MAX_ATTEMPTS = 30  # within about four days
LONGEST_WAIT = timedelta(hours=4)


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self, *, at: datetime) -> Self:
        """Return what is to be sent by now. One being sent may have lost its worker."""
        return self.exclude(state__in=ENDED).filter(try_after__lte=at)

    def claim(self, pk: int, *, at: datetime) -> "Message | None":
        """Lock a due message until the end of the transaction; None if another worker has."""
        return (
            self.due(at=at).select_for_update(skip_locked=True, of=("self",)).filter(pk=pk).first()
        )


class Message(models.Model):
    """One email to one person: a task, a review's reference and a link. Nothing of the case."""

    kind = models.CharField(max_length=40)
    to_address = IdentifyingTextField()
    review_ref = models.CharField(max_length=60, blank=True)
    path = IdentifyingTextField(blank=True, help_text="Sealed: it may open an account")
    code = IdentifyingTextField(blank=True, help_text="Sealed likewise: the code in the email")
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Whose act it follows; nobody where nobody was signed in",
    )
    message_id = models.CharField(max_length=255, unique=True)  # the header; one for all attempts
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField(help_text="Not to be sent before")
    sent_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, blank=True, help_text="The last one, in words")

    objects = MessageQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"to_address", "path", "code"})
        plain = frozenset(
            {
                "id",
                "kind",
                "review_ref",
                "queued_at",
                "queued_by",
                "message_id",
                "state",
                "attempts",
                "try_after",
                "sent_at",
                "failure",
            }
        )

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(
                fields=["try_after"],
                name="messages_left_to_send",
                condition=~Q(state__in=["SENT", "FAILED", "WITHDRAWN"]),
            ),
            models.Index(fields=["review_ref", "-id"], name="messages_of_a_review"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="SENT", sent_at__isnull=False)
                | ~Q(state="SENT") & Q(sent_at__isnull=True),
                name="message_sent_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}, {self.kind}"

    # Questions

    @property
    def described(self) -> MessageKind:
        return KINDS[self.kind]

    @property
    def tone(self) -> str:
        """How its state looks: see the tones of pages.templatetags.components."""
        return TONES[State(self.state)]

    @property
    def is_given_up(self) -> bool:
        return self.attempts >= MAX_ATTEMPTS

    # Changes

    def mark_sending(self) -> None:
        self.state = State.SENDING
        self.attempts += 1
        self.save(update_fields=["state", "attempts"])

    def mark_sent(self, *, at: datetime) -> None:
        self.state, self.sent_at, self.failure = State.SENT, at, ""
        self.forget_secret()
        self.save(update_fields=["state", "sent_at", "failure", "path", "code"])

    def mark_not_sent(self, why: str, *, for_good: bool, at: datetime) -> None:
        """Note a failed attempt and when to try again: after 1, 2, 4 … minutes, at most 4 hours."""
        self.failure = why
        if for_good or self.is_given_up:
            self.state = State.FAILED
            self.forget_secret()
        else:
            self.state = State.RETRYING
            self.try_after = at + min(timedelta(minutes=2 ** (self.attempts - 1)), LONGEST_WAIT)
        self.save(update_fields=["state", "failure", "try_after", "path", "code"])

    def mark_withdrawn(self) -> None:
        """Note that nothing is left to say: what it listed was done before it was sent."""
        self.state, self.failure = State.WITHDRAWN, ""
        self.save(update_fields=["state", "failure"])

    def forget_secret(self) -> None:
        """Drop what opens something: it is in the email, and nowhere else."""
        if self.described.link_is_secret:
            self.path = self.code = ""
