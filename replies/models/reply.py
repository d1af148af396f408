from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from privacy.fields import IdentifyingTextField
from replies.models.kind import ReplyKind

SAID_BY_OTHERS = (
    "sender", "sender_address", "subject", "words", "why", "searched_in", "searched_for",
    "searched_by",
)  # fmt: skip


class IncomingReplyQuerySet(models.QuerySet["IncomingReply"]):
    def waiting(self) -> Self:
        """Keep those that nobody has confirmed or set aside."""
        return self.filter(settled_at__isnull=True)

    def unread(self) -> Self:
        """Keep those that could not be read yet: their file waits to be checked for malware."""
        return self.waiting().filter(read_at__isnull=True)


class IncomingReply(models.Model):
    """
    One file that an officer dropped on a review: an email, a scan, a PDF or a Word file.

    What was read in it is a proposal and stays beside what was decided. Nothing of it counts for
    the review until an officer settles it; the file itself is kept whatever they decide.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="replies")
    document = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, related_name="+", help_text="As dropped"
    )
    sha256 = models.CharField(max_length=64, help_text="Of the file: dropped twice it is one reply")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # what it says
    read_at = models.DateTimeField(null=True, blank=True)
    is_email = models.BooleanField(default=False)
    message_id = models.CharField(max_length=255, blank=True)
    sender = IdentifyingTextField(blank=True)
    sender_address = IdentifyingTextField(blank=True)
    subject = IdentifyingTextField(blank=True)
    words = IdentifyingTextField(blank=True, help_text="Its own words, without what it quotes")
    given_on = models.DateField(null=True, blank=True, help_text="The day it is dated")
    searched_in = IdentifyingTextField(blank=True)
    searched_for = IdentifyingTextField(blank=True)
    searched_by = IdentifyingTextField(blank=True)
    # what was made of it
    read_part = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    read_kind = models.CharField(max_length=20, choices=ReplyKind, default=ReplyKind.UNCLEAR)
    why = IdentifyingTextField(blank=True, help_text="One reason a line; they quote it")
    is_sure = models.BooleanField(default=False)
    # what was decided
    settled_as = models.CharField(max_length=20, choices=ReplyKind, blank=True)
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replies",
    )
    scoping_return = models.OneToOneField(
        "evidence.ScopingReturn",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reply",
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = IncomingReplyQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(SAID_BY_OTHERS)
        plain = frozenset(
            {
                "id", "review", "document", "sha256", "recorded_at", "recorded_by", "read_at",
                "is_email", "message_id", "given_on", "read_part", "read_kind", "is_sure",
                "settled_as", "involvement", "scoping_return", "settled_at", "settled_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "replies"
        constraints = [
            models.UniqueConstraint(fields=["review", "sha256"], name="reply_dropped_once"),
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_by__isnull=True, settled_as="")
                | Q(settled_at__isnull=False, settled_by__isnull=False) & ~Q(settled_as=""),
                name="reply_settled_at_and_by_together",
            ),
            models.CheckConstraint(
                condition=Q(settled_as__in=["", ReplyKind.ASIDE]) | Q(involvement__isnull=False),
                name="reply_settled_belongs_to_an_agency",
            ),
        ]
        indexes = [
            models.Index(
                fields=["review"],
                name="replies_waiting",
                condition=Q(settled_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"

    def get_absolute_url(self) -> str:
        return f"{reverse('replies:replies', args=[self.review.reference])}#reply-{self.pk}"

    # Questions

    @property
    def title(self) -> str:
        """What it is called on a page: who sent it, or the name of its file."""
        return str(self.sender or self.sender_address or self.document.original_name)

    @property
    def reasons(self) -> list[str]:
        return str(self.why).splitlines()

    @property
    def kind(self) -> ReplyKind:
        """What it is: as decided, or as read."""
        return ReplyKind(self.settled_as or self.read_kind)

    @property
    def is_read(self) -> bool:
        return self.read_at is not None

    @property
    def is_settled(self) -> bool:
        return self.settled_at is not None

    # Changes

    def bring_back(self) -> None:
        """Let somebody decide anew about what was set aside or kept beside."""
        self.settled_as, self.involvement = "", None
        self.settled_at = self.settled_by = None
        self.save(update_fields=["settled_as", "involvement", "settled_at", "settled_by"])


class IncomingFile(models.Model):
    """Something that came attached to an email: kept as a file of its own, or why it is not."""

    reply = models.ForeignKey(IncomingReply, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField()
    name = IdentifyingTextField(help_text="As it was sent")
    document = models.ForeignKey(
        "documents.Document", null=True, on_delete=models.PROTECT, related_name="+"
    )
    left_out = models.TextField(blank=True, help_text="Why it is not kept apart, in words")

    class Privacy:
        identifying = frozenset({"name"})
        plain = frozenset({"id", "reply", "number", "document", "left_out"})

    class Meta:
        ordering = ["reply", "number"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "number"], name="reply_file_once_by_number"),
            models.CheckConstraint(
                condition=Q(document__isnull=False, left_out="")
                | Q(document__isnull=True) & ~Q(left_out=""),
                name="reply_file_is_kept_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"file {self.number} of reply {self.reply_id}"
