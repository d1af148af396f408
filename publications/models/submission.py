from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from documents.models import Provenance, provenance_constraint

if TYPE_CHECKING:
    from publications.models.letter import QaLetter


class SentBy(models.TextChoices):
    EMAIL = "EMAIL", "Email"
    PORTAL = "PORTAL", "The Home Office's own website"
    POST = "POST", "Post"


class ItemKind(models.TextChoices):
    """What is sent to the Home Office, and of that what may be published."""

    OVERVIEW_REPORT = "OVERVIEW_REPORT", "Overview report"
    EXECUTIVE_SUMMARY = "EXECUTIVE_SUMMARY", "Executive summary"
    ACTION_PLAN = "ACTION_PLAN", "Action plan"
    RESPONSES = "RESPONSES", "Answers to the points of the letter before"
    DATA_FORM = "DATA_FORM", "Data form"
    COVER_LETTER = "COVER_LETTER", "Covering letter"
    OTHER = "OTHER", "Something else"


NEEDED = (ItemKind.OVERVIEW_REPORT, ItemKind.EXECUTIVE_SUMMARY, ItemKind.ACTION_PLAN)


class SubmissionQuerySet(models.QuerySet["QaSubmission"]):
    def submitted(self) -> Self:
        return self.filter(submitted_on__isnull=False)

    def being_put_together(self) -> Self:
        return self.filter(submitted_on__isnull=True)

    def answered(self) -> Self:
        return self.filter(letter__isnull=False)

    def whole(self) -> Self:
        """Fetch with each round its draft, what came back, and its files."""
        items = models.Prefetch("items", SubmissionItem.objects.select_related("document"))
        return self.select_related(
            "review__partnership",
            "draft",
            "receipt__original",
            "letter__original",
            "submitted_by",
        ).prefetch_related(items)


class QaSubmission(models.Model):
    """
    One round of Home Office quality assurance: what is sent, and when it was.

    It is put together from a draft, whose papers are kept as they are sent, or from files made
    elsewhere. Nobody outside the partnership's staff sees it until it is submitted; afterwards
    it does not change.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="qa_submissions"
    )
    round = models.PositiveSmallIntegerField()
    draft = models.ForeignKey(
        "reports.Draft", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    submitted_on = models.DateField(null=True, blank=True)
    sent_by = models.CharField(max_length=10, choices=SentBy, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    unusual_reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SubmissionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"unusual_reason"})
        plain = frozenset(
            {
                "id", "review", "round", "draft", "submitted_on", "sent_by", "submitted_at",
                "submitted_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-round"]
        constraints = [
            models.UniqueConstraint(fields=["review", "round"], name="submission_has_its_round"),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(submitted_on__isnull=True),
                name="submission_put_together_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(submitted_on__isnull=True, submitted_at__isnull=True, sent_by="")
                | Q(submitted_on__isnull=False, submitted_at__isnull=False) & ~Q(sent_by=""),
                name="submission_submitted_on_and_how_together",
            ),
        ]

    def __str__(self) -> str:
        return f"submission {self.pk}, round {self.round}"

    def get_absolute_url(self) -> str:
        return reverse("publications:round", args=[self.review.reference, self.round])

    # Questions

    @property
    def name(self) -> str:
        return f"Round {self.round}"

    @property
    def is_submitted(self) -> bool:
        return self.submitted_on is not None

    @property
    def receipt_given(self) -> "QaReceipt | None":
        return getattr(self, "receipt", None)

    @property
    def letter_given(self) -> "QaLetter | None":
        return getattr(self, "letter", None)


class SubmissionItem(models.Model):
    """One file of a pack, as it was sent."""

    submission = models.ForeignKey(QaSubmission, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=20, choices=ItemKind)
    title = models.CharField(max_length=200, help_text="Never with a name of the case in it")
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    is_made_here = models.BooleanField(default=False, help_text="Printed from the draft")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset(
            {
                "id", "submission", "kind", "title", "document", "is_made_here", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "kind"],
                condition=~Q(kind=ItemKind.OTHER),
                name="submission_item_of_each_kind_once",
            )
        ]

    def __str__(self) -> str:
        return f"item {self.pk} of submission {self.submission_id}"


class QaReceipt(Provenance):
    """What the Home Office said of a round before its letter: that it has it, and when it meets."""

    submission = models.OneToOneField(
        QaSubmission, on_delete=models.PROTECT, related_name="receipt"
    )
    received_on = models.DateField(help_text="The day the Home Office had it")
    home_office_reference = models.CharField(max_length=100, blank=True)
    board_on = models.DateField(
        null=True, blank=True, help_text="The day its quality assurance board meets"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying
        plain = Provenance.Privacy.plain | frozenset(
            {
                "id", "submission", "received_on", "home_office_reference", "board_on",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [provenance_constraint("receipt")]

    def __str__(self) -> str:
        return f"receipt of submission {self.submission_id}"

    # Questions

    def board_is_past(self, today: date) -> bool:
        return bool(self.board_on and self.board_on < today)
