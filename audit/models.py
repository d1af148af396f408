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
    address = models.CharField(
        max_length=45, blank=True, db_default="", help_text="The network address it came from"
    )
    browser = models.CharField(max_length=20, blank=True, db_default="", help_text="Its family")
    request_id = models.CharField(
        max_length=32, blank=True, db_default="", help_text="The same for all that one page did"
    )

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "event", "at", "recorded_at", "actor_kind", "actor_id", "review_ref",
                "subjects", "address", "browser", "request_id",
            }
        )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["review_ref", "-id"], name="audit_events_of_a_review"),
            models.Index(fields=["actor_id", "-id"], name="audit_events_of_a_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(actor_kind=ActorKind.PERSON, actor_id__isnull=False)
                | ~Q(actor_kind=ActorKind.PERSON) & Q(actor_id__isnull=True),
                name="audit_event_names_the_person_who_acted",
            ),
        ]

    def __str__(self) -> str:
        return f"event {self.pk}, {self.event}"


class AuditLink(models.Model):
    """
    The place of one event in the chain: its hash covers the event and the link before it.

    The database writes it when the event is committed. `audit.chain` walks it.
    """

    append_only = True
    only_by_triggers = True

    id = models.BigIntegerField(primary_key=True, help_text="Its place, from 1 and without gaps")
    event_id = models.BigIntegerField(unique=True)
    form = models.PositiveSmallIntegerField(help_text="How the event is written to be hashed")
    previous = models.CharField(max_length=64, unique=True, help_text="Hash of the link before")
    hash = models.CharField(max_length=64)

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "event_id", "form", "previous", "hash"})

    class Meta:
        db_table = "audit_link"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"link {self.pk}"


class ChangeKind(models.TextChoices):
    ADDED = "ADDED", "Added"
    CHANGED = "CHANGED", "Changed"
    REMOVED = "REMOVED", "Removed"


class AuditChange(models.Model):
    """
    What one statement did to one row of a table, written by the database itself.

    It holds columns as the table does: what is sealed there is sealed here. Only the owner of
    the tables may read it; `dhr.history` says which tables are kept and how.
    """

    append_only = True
    only_by_triggers = True
    is_unread = True

    of_table = models.CharField(max_length=63)
    row_key = models.CharField(max_length=200)
    what = models.CharField(max_length=10, choices=ChangeKind)
    before = models.JSONField(null=True, help_text="The whole row; where it changed, what did")
    after = models.JSONField(null=True)
    at = models.DateTimeField(help_text="The database's own clock")
    transaction_id = models.BigIntegerField()
    actor_kind = models.CharField(max_length=20, choices=ActorKind, null=True)  # noqa: DJ001
    actor_id = models.BigIntegerField(null=True)
    request_id = models.CharField(max_length=32, null=True)  # noqa: DJ001

    class Privacy:
        identifying = frozenset({"before", "after"})
        plain = frozenset(
            {
                "id", "of_table", "row_key", "what", "at", "transaction_id", "actor_kind",
                "actor_id", "request_id",
            }
        )  # fmt: skip

    class Meta:
        db_table = "audit_change"
        ordering = ["id"]
        indexes = [models.Index(fields=["of_table", "row_key", "id"], name="audit_changes_of_row")]

    def __str__(self) -> str:
        return f"change {self.pk}"
