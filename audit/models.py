from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class ActorKind(models.TextChoices):
    """Who acted: a person with an account, or one of those who have none."""

    PERSON = "PERSON", "A person"
    COMMAND_LINE = "COMMAND_LINE", "Command line"
    WORKER = "WORKER", "The system"
    SIGNED_OUT = "SIGNED_OUT", "Someone not signed in"


class AuditEvent(models.Model):
    """
    One thing that happened: who, when, what, to which records. No words from the review.

    Rows are only ever added: the database refuses the rest, whoever asks. They hold plain
    numbers and no foreign keys, so that the trail outlives what it speaks of.
    """

    append_only = True

    event = models.CharField(max_length=60)
    at = models.DateTimeField(help_text="When it happened")
    recorded_at = models.DateTimeField(db_default=Now(), help_text="The database's own clock")
    actor_kind = models.CharField(max_length=20, choices=ActorKind.choices)
    actor_id = models.BigIntegerField(null=True, help_text="The user, where a person acted")
    review_ref = models.CharField(max_length=60, blank=True)
    subjects = models.JSONField(default=dict, help_text="Numbers, codes and hashes by name")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {"id", "event", "at", "recorded_at", "actor_kind", "actor_id", "review_ref", "subjects"}
        )

    class Meta:
        indexes = [models.Index(fields=["review_ref", "-id"], name="audit_events_of_a_review")]
        constraints = [
            models.CheckConstraint(
                condition=Q(actor_kind=ActorKind.PERSON, actor_id__isnull=False)
                | ~Q(actor_kind=ActorKind.PERSON) & Q(actor_id__isnull=True),
                name="audit_event_names_the_person_who_acted",
            ),
        ]

    def __str__(self) -> str:
        return f"event {self.pk}, {self.event}"
