from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from privacy.fields import IdentifyingTextField

SILENT = timedelta(minutes=10)  # a worker that says nothing for so long has died
TRIES = 3


class CheckState(models.TextChoices):
    WAITING = "WAITING", "Waiting for its turn"
    RUNNING = "RUNNING", "Being checked"
    DONE = "DONE", "Checked"
    FAILED = "FAILED", "Not checked"


class IdentifierCheckQuerySet(models.QuerySet["IdentifierCheck"]):
    def unfinished(self, at: datetime) -> Self:
        """Keep what is being checked, or has been asked for just now."""
        return self.filter(
            Q(state=CheckState.RUNNING, alive_at__gte=at - SILENT)
            | Q(state=CheckState.WAITING, asked_at__gte=at - SILENT)
        )

    def left_behind(self, at: datetime) -> Self:
        """Keep what a lost job or a dead worker left."""
        died = Q(state=CheckState.RUNNING, alive_at__lt=at - SILENT)
        return self.filter(Q(state=CheckState.WAITING, asked_at__lt=at - SILENT) | died)

    def done(self) -> Self:
        return self.filter(state=CheckState.DONE)


class IdentifierCheck(models.Model):
    """
    One look through the papers of one subject for what gives people away.

    subject: what was checked, by the code that settings.PAPERS_TO_CHECK has for it. number: which
    of them, such as the number of a draft. title: how people call it.
    files: title and SHA-256 of each paper, in order; made_of: the hash of what a paper is printed
    from that is printed anew each time. findings: what was found, as JSON.
    known_sha256: of all that was known of the review's people that day.
    looking_at: the check that is being put to it, while it is.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="identifier_checks"
    )
    subject = models.SlugField(max_length=30)
    number = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200, help_text="Never with a name of the case in it")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=CheckState, default=CheckState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    alive_at = models.DateTimeField(null=True, blank=True)
    looking_at = models.CharField(max_length=100, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    fault = models.TextField(blank=True, help_text="Why it was not checked, in words fit to show")
    files = models.JSONField(default=list)
    rule_set = models.CharField(max_length=64, blank=True)
    known_sha256 = models.CharField(max_length=64, blank=True)
    findings = IdentifyingTextField(blank=True)

    objects = IdentifierCheckQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"findings"})
        plain = frozenset(
            {
                "id", "review", "subject", "number", "title", "asked_at", "asked_by", "state",
                "tries", "alive_at", "looking_at", "done_at", "fault", "files", "rule_set",
                "known_sha256",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=CheckState.DONE, done_at__isnull=False)
                | ~Q(state=CheckState.DONE) & Q(done_at__isnull=True),
                name="identifier_check_done_at_when_done",
            ),
            models.CheckConstraint(
                condition=Q(state=CheckState.FAILED) ^ Q(fault=""),
                name="identifier_check_failed_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"identifier check {self.pk} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("anonymity:check", args=[self.review.reference, self.pk])

    # Questions

    @property
    def is_done(self) -> bool:
        return self.state == CheckState.DONE

    @property
    def is_failed(self) -> bool:
        return self.state == CheckState.FAILED

    @property
    def is_unfinished(self) -> bool:
        return self.state in (CheckState.WAITING, CheckState.RUNNING)

    @property
    def hashes(self) -> frozenset[str]:
        return frozenset(file["sha256"] for file in self.files)
