from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from privacy.fields import IdentifyingTextField


class ProcessKind(models.TextChoices):
    CRIMINAL = "CRIMINAL", "Criminal investigation or trial"
    CORONER = "CORONER", "Coroner's investigation or inquest"
    POLICE_CONDUCT = "POLICE_CONDUCT", "Police conduct (IOPC or the force)"
    SAR = "SAR", "Safeguarding adults review"
    CSPR = "CSPR", "Child safeguarding practice review"
    MHHR = "MHHR", "Mental health homicide review"
    OWHR = "OWHR", "Offensive weapons homicide review"
    LEDER = "LEDER", "Learning disability mortality review (LeDeR)"
    HEALTH_AND_SAFETY = "HEALTH_AND_SAFETY", "Health and safety investigation"
    EMPLOYMENT = "EMPLOYMENT", "Employment tribunal or grievance"
    PSII = "PSII", "Patient safety incident investigation"
    DISCIPLINARY = "DISCIPLINARY", "Disciplinary or professional conduct"
    FAMILY_COURT = "FAMILY_COURT", "Family court"
    IMMIGRATION = "IMMIGRATION", "Immigration"
    OTHER = "OTHER", "Another process"


class ProcessStatus(models.TextChoices):
    EXPECTED = "EXPECTED", "Expected"
    RUNNING = "RUNNING", "Under way"
    PAUSED = "PAUSED", "Suspended"
    ENDED = "ENDED", "Ended"
    DOES_NOT_APPLY = "DOES_NOT_APPLY", "Does not apply"


class ProcessEffect(models.TextChoices):
    """What another body's process can keep a review from, until that body says otherwise."""

    FAMILY = "family", "Contact with the family"
    INTERVIEWS = "interviews", "Interviews with staff"
    PUBLICATION = "publication", "Publication"


OPEN = (ProcessStatus.EXPECTED, ProcessStatus.RUNNING, ProcessStatus.PAUSED)


class ParallelProcessQuerySet(models.QuerySet["ParallelProcess"]):
    def open(self) -> Self:
        """Keep what may still hold the review back."""
        return self.filter(status__in=OPEN)


class ParallelProcess(models.Model):
    """
    Another body's proceeding about the same death, and what it keeps this review from doing.

    One that was considered and does not apply is recorded too: the terms of reference say so.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="parallel_processes"
    )
    kind = models.CharField(max_length=20, choices=ProcessKind)
    status = models.CharField(max_length=20, choices=ProcessStatus)
    body = models.CharField(max_length=200, blank=True, help_text="Who runs it")
    reference = IdentifyingTextField(blank=True, help_text="Their reference, never published")
    lead_contact = IdentifyingTextField(blank=True, help_text="Name, post and how to reach them")
    started_on = models.DateField(null=True, blank=True)
    outcome = IdentifyingTextField(blank=True, help_text="Verdict, sentence, conclusion")
    holds_back_family = models.BooleanField(default=False)
    holds_back_interviews = models.BooleanField(default=False)
    holds_back_publication = models.BooleanField(default=False)
    held_back_why = IdentifyingTextField(
        blank=True, help_text="In words that whoever meets what is held back may read"
    )
    may_lift = models.CharField(
        max_length=200, blank=True, help_text="Who can lift it, by post and not by name"
    )
    reporting_restrictions = models.TextField(blank=True)
    disclosure = models.TextField(
        blank=True, help_text="How the review's material is handled with the disclosure officer"
    )
    joined_up = models.TextField(blank=True, help_text="How the two work together")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ParallelProcessQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {
                "reference", "lead_contact", "outcome", "reporting_restrictions", "disclosure",
                "joined_up", "held_back_why",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "review", "kind", "status", "body", "started_on", "holds_back_family",
                "holds_back_interviews", "holds_back_publication", "recorded_at", "recorded_by",
                "may_lift",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "parallel processes"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=OPEN)
                | Q(
                    holds_back_family=False,
                    holds_back_interviews=False,
                    holds_back_publication=False,
                ),
                name="parallel_process_holds_back_only_while_open",
            )
        ]

    def __str__(self) -> str:
        return f"parallel process {self.pk}, {self.kind}"

    def get_absolute_url(self) -> str:
        return reverse("panels:process", args=[self.review.reference, self.pk])

    # Questions

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def holds_back(self) -> list[str]:
        """What it keeps the review from, in words."""
        return [effect.label.lower() for effect in self.effects]

    @property
    def effects(self) -> list[ProcessEffect]:
        return [effect for effect in ProcessEffect if getattr(self, f"holds_back_{effect.value}")]


class ProcessDate(models.Model):
    """A day in a parallel process, past or to come: charge, plea, trial, inquest, verdict."""

    process = models.ForeignKey(ParallelProcess, on_delete=models.CASCADE, related_name="dates")
    on = models.DateField()
    what = models.CharField(max_length=200)

    class Privacy:
        identifying = frozenset({"what"})
        plain = frozenset({"id", "process", "on"})

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"date {self.pk} of process {self.process_id}"
