from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from panels.models import ProcessEffect
from privacy.fields import IdentifyingTextField


class Post(models.TextChoices):
    """Who speaks for another body's process, by what they do in it."""

    INVESTIGATOR = "INVESTIGATOR", "Officer in the case, or senior investigating officer"
    DISCLOSURE = "DISCLOSURE", "Disclosure officer"
    PROSECUTOR = "PROSECUTOR", "Prosecutor"
    CORONER = "CORONER", "Coroner, or their officer"
    CONDUCT = "CONDUCT", "Police conduct investigator"
    OTHER_REVIEW = "OTHER_REVIEW", "Lead of another review"
    COURT = "COURT", "Court, or a lawyer before it"
    EMPLOYER = "EMPLOYER", "Employer or regulator"
    OTHER = "OTHER", "Somebody else"


class Way(models.TextChoices):
    MEETING = "MEETING", "Meeting"
    CALL = "CALL", "Call"
    EMAIL = "EMAIL", "Email"
    LETTER = "LETTER", "Letter"


class ProcessContact(models.Model):
    """
    One exchange with somebody who speaks for a parallel process.

    `put` and `lifted` are what it changed of what the process holds back; how it stands now is
    kept by the process itself.
    """

    process = models.ForeignKey(
        "panels.ParallelProcess", on_delete=models.PROTECT, related_name="contacts"
    )
    happened_on = models.DateField()
    post = models.CharField(max_length=20, choices=Post)
    who = IdentifyingTextField(blank=True, help_text="Name, and how to reach them")
    way = models.CharField(max_length=10, choices=Way)
    said = IdentifyingTextField(help_text="What was asked and answered")
    next_on = models.DateField(null=True, blank=True, help_text="When to turn to them again")
    put = ArrayField(
        models.CharField(max_length=20, choices=ProcessEffect), default=list, blank=True
    )
    lifted = ArrayField(
        models.CharField(max_length=20, choices=ProcessEffect), default=list, blank=True
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"who", "said"})
        plain = frozenset(
            {
                "id", "process", "happened_on", "post", "way", "next_on", "put", "lifted",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-happened_on", "-id"]

    def __str__(self) -> str:
        return f"contact {self.pk} about process {self.process_id}"

    # Questions

    @property
    def changes(self) -> list[str]:
        """What it put in the way of the review or lifted, in words."""
        put = [f"Holds back {ProcessEffect(one).label.lower()}" for one in self.put]
        lifted = [f"No longer holds back {ProcessEffect(one).label.lower()}" for one in self.lifted]
        return [*put, *lifted]
