from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from documents.models import Document
from letters.models.kind import KindFacts, LetterKind
from privacy.fields import IdentifyingTextField
from reviews.models import NoticeRoute


class LetterQuerySet(models.QuerySet["Letter"]):
    def unsent(self) -> Self:
        return self.filter(sent_on__isnull=True)

    def whole(self) -> Self:
        """Fetch with each letter whatever its line and its page show."""
        return self.select_related(
            "review__partnership", "part__agency", "submission", "made", "edited", "sent_file",
            "reply_file", "notice", "made_by",
        )  # fmt: skip


class Letter(models.Model):
    """
    One letter of a partnership about a review: the file that was made, and what became of it.

    Nothing is sent from here. Where a record of the review says that somebody was told or asked,
    sending the letter writes that record (`notice`, `scoping_request`), and the fact stands there.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=20, choices=LetterKind)
    part = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
    )
    submission = models.ForeignKey(
        "publications.QaSubmission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="letters",
    )
    addressee = IdentifyingTextField(help_text="Name and address, line by line")
    your_reference = models.CharField(max_length=100, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    whom_to_ring = IdentifyingTextField(blank=True)
    made = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    edited = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_on = models.DateField(null=True, blank=True)
    route = models.CharField(max_length=20, choices=NoticeRoute, blank=True)
    sent_file = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_recorded_at = models.DateTimeField(null=True, blank=True)
    sent_recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    notice = models.ForeignKey(
        "reviews.Notice", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    scoping_request = models.ForeignKey(
        "evidence.ScopingRequest", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    replied_on = models.DateField(null=True, blank=True)
    reply = IdentifyingTextField(blank=True, help_text="What they answered")
    reply_file = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LetterQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"addressee", "whom_to_ring", "reply"})
        plain = frozenset(
            {
                "id", "review", "kind", "part", "submission", "your_reference", "answer_by", "made",
                "made_at", "made_by", "edited", "sent_on", "route", "sent_file",
                "sent_recorded_at", "sent_recorded_by", "notice", "scoping_request", "replied_on",
                "reply_file",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    sent_on__isnull=True,
                    sent_file__isnull=True,
                    sent_recorded_at__isnull=True,
                    route="",
                )
                | Q(
                    sent_on__isnull=False,
                    sent_file__isnull=False,
                    sent_recorded_at__isnull=False,
                )
                & ~Q(route=""),
                name="letter_sent_with_day_route_and_file",
            ),
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True) | Q(replied_on__gte=models.F("sent_on")),
                name="letter_is_answered_after_it_is_sent",
            ),
        ]

    def __str__(self) -> str:
        return f"letter {self.pk}, {self.kind}"

    def get_absolute_url(self) -> str:
        return reverse("letters:letter", args=[self.review.reference, self.pk])

    # Questions

    @property
    def facts(self) -> KindFacts:
        return LetterKind(self.kind).facts

    @property
    def is_sent(self) -> bool:
        return self.sent_on is not None

    @property
    def is_answered(self) -> bool:
        return self.replied_on is not None

    @property
    def to(self) -> str:
        """To whom it goes, in a few words and without a person's name."""
        return self.part.agency.name if self.part else self.facts.to.label

    @property
    def current(self) -> Document:
        """The file as it stands: the one that was sent, or the last one edited, or as made."""
        return self.sent_file or self.edited or self.made

    @property
    def file_name(self) -> str:
        """What to call the file: no word of it is somebody's name."""
        whose = f"-{self.part.agency.slug}" if self.part else ""
        return f"{self.review.reference}-{LetterKind(self.kind).slug}{whose}"
