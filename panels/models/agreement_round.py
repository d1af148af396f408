from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse


class SubjectKind(models.TextChoices):
    """What people are asked to agree. Who may read each is in `panels.rules.rounds`."""

    TERMS = "TERMS", "Terms of reference"
    DRAFT = "DRAFT", "Draft of the report"
    SIGN_OFF = "SIGN_OFF", "Sign-off"
    QA_ANSWERS = "QA_ANSWERS", "Answers to the Home Office"
    MINUTES = "MINUTES", "Minutes of a meeting"


class Silence(models.TextChoices):
    """
    What it means not to answer. Said beforehand, to everybody asked.

    Rounds are no longer opened in which silence agrees; those that were keep what was said.
    """

    AGREES = "AGREES", "No answer counts as agreement"
    NOTHING = "NOTHING", "No answer is recorded as no answer, never as agreement"


class RoundOutcome(models.TextChoices):
    AGREED = "AGREED", "Agreed"
    AGREED_WITH_COMMENTS = "AGREED_WITH_COMMENTS", "Agreed with comments"
    NOT_AGREED = "NOT_AGREED", "Not agreed"
    WITHDRAWN = "WITHDRAWN", "Withdrawn"


class RoundQuerySet(models.QuerySet["AgreementRound"]):
    def open(self) -> Self:
        return self.filter(closed_on__isnull=True)

    def of(self, kind: SubjectKind, key: int | str) -> Self:
        """Keep the rounds about one thing, in all its versions."""
        return self.filter(subject_kind=kind, subject_key=str(key))


class AgreementRound(models.Model):
    """
    A text put to named people until a day, to agree or object.

    The text is given by what it is (kind and key, label, version) and is kept exactly as it was
    put, as words or as a document, with its hash. It never changes; a changed text needs a
    new round.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="agreement_rounds"
    )
    subject_kind = models.CharField(max_length=20, choices=SubjectKind)
    subject_key = models.CharField(max_length=40, help_text="Which one, within its kind")
    label = models.CharField(max_length=100, help_text="What it is called; never with a name in it")
    version = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64, help_text="Of exactly what was put to people")
    text = models.TextField(blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_sensitive = models.BooleanField(
        default=True, help_text="Marked OFFICIAL-SENSITIVE: not shown to people without an account"
    )
    note = models.TextField(blank=True, help_text="What those asked should know; shown to them")
    opened_on = models.DateField()
    closing_on = models.DateField(help_text="The last day to answer in time")
    silence = models.CharField(max_length=10, choices=Silence)
    closed_on = models.DateField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=24, choices=RoundOutcome, blank=True)
    outcome_words = models.TextField(blank=True, help_text="Who said what, counted; or why not")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RoundQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"text", "note", "outcome_words"})
        plain = frozenset(
            {
                "id", "review", "subject_kind", "subject_key", "label", "version", "sha256",
                "document", "is_sensitive", "opened_on", "closing_on", "silence", "closed_on",
                "closed_at", "closed_by", "outcome", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "subject_kind", "subject_key"],
                condition=Q(closed_on__isnull=True),
                name="round_about_one_thing_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(closing_on__gte=F("opened_on")), name="round_opens_before_it_closes"
            ),
            models.CheckConstraint(
                condition=Q(text="", document__isnull=False)
                | ~Q(text="") & Q(document__isnull=True),
                name="round_is_about_words_or_a_document",
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="round_has_the_hash_of_its_text"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_at__isnull=True, outcome="")
                | Q(closed_on__isnull=False, closed_at__isnull=False) & ~Q(outcome=""),
                name="round_closed_on_and_outcome_together",
            ),
        ]

    def __str__(self) -> str:
        return f"agreement round {self.pk}, {self.subject_kind}"

    def get_absolute_url(self) -> str:
        return reverse("panels:round", args=[self.review.reference, self.pk])

    # Questions

    @property
    def title(self) -> str:
        return f"{self.label}, version {self.version}"

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def is_agreed(self) -> bool:
        return self.outcome in {RoundOutcome.AGREED, RoundOutcome.AGREED_WITH_COMMENTS}

    @property
    def is_withdrawn(self) -> bool:
        return self.outcome == RoundOutcome.WITHDRAWN

    @property
    def counts_silence(self) -> bool:
        return self.silence == Silence.AGREES

    @property
    def fingerprint(self) -> str:
        """The hash in groups of four, for comparing by eye."""
        return in_groups(self.sha256)

    @property
    def is_shown_by_link(self) -> bool:
        """
        Test whether somebody with a link and a code reads its words there. A draft of the report
        is read in the reading room, which says whose copy it is; a document by other means.
        """
        words = {SubjectKind.TERMS, SubjectKind.MINUTES}
        return bool(self.text) and (not self.is_sensitive or self.subject_kind in words)

    def is_over(self, today: date) -> bool:
        """Test whether the last day to answer in time is past."""
        return today > self.closing_on


def in_groups(sha256: str) -> str:
    return " ".join(sha256[n : n + 4] for n in range(0, 64, 4))
