from django.conf import settings
from django.db import models
from django.db.models import Q

from actionplans.models import AddresseeAnswer
from agencies.models import PublicBody
from documents.models import Provenance, provenance_constraint
from postoffice.models.dispatch import Dispatch, SentWords
from privacy.fields import IdentifyingTextField


class ReplyKind(models.TextChoices):
    ACCEPTED = "ACCEPTED", "Accepted"
    IN_PART = "IN_PART", "Accepted in part"
    NOT_ACCEPTED = "NOT_ACCEPTED", "Not accepted"
    NOT_OURS = "NOT_OURS", "Not ours: it is for another body"


class SaidByABody(Provenance):
    """
    What somebody at a body said: by the link, with name and post as typed there, or in a letter
    or email that an officer enters, with its provenance.
    """

    full_name = IdentifyingTextField(blank=True, help_text="Who said it by the link")
    job_title = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"full_name"}
        plain = Provenance.Privacy.plain | {"id", "job_title", "recorded_at", "recorded_by"}

    class Meta:
        abstract = True

    # Questions

    @property
    def whose(self) -> str:
        """Say whose words these are."""
        by_link = ", ".join(filter(None, (self.full_name, self.job_title)))
        return self.provenance or (f"{by_link}, by the link" if by_link else "")


class Acknowledgement(SaidByABody):
    """That a body has what was sent to it."""

    dispatch = models.ForeignKey(
        Dispatch, on_delete=models.PROTECT, related_name="acknowledgements"
    )
    acknowledged_on = models.DateField()
    their_reference = models.CharField(max_length=100, blank=True)

    class Privacy:
        identifying = SaidByABody.Privacy.identifying
        plain = SaidByABody.Privacy.plain | {"dispatch", "acknowledged_on", "their_reference"}

    class Meta:
        ordering = ["id"]
        constraints = [provenance_constraint("acknowledgement")]

    def __str__(self) -> str:
        return f"acknowledgement {self.pk} of dispatch {self.dispatch_id}"


class Reply(SaidByABody):
    """
    What a body answered to the words that were sent. Only ever added to: the last one stands.

    answer: the same in the action plan; none where the body says that it is not for them.
    public_words: as released for the public page, with the day; never the reply itself.
    """

    line = models.ForeignKey(SentWords, on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=12, choices=ReplyKind)
    replied_on = models.DateField()
    words = models.TextField(blank=True)
    document = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passed_to = models.ForeignKey(
        PublicBody, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    passed_to_words = models.CharField(max_length=200, blank=True)
    answer = models.OneToOneField(
        AddresseeAnswer, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    public_words = models.TextField(blank=True)
    released_on = models.DateField(null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = SaidByABody.Privacy.identifying | {"words", "public_words"}
        plain = SaidByABody.Privacy.plain | {
            "line", "kind", "replied_on", "document", "passed_to", "passed_to_words", "answer",
            "released_on", "released_by",
        }  # fmt: skip

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "replies"
        constraints = [
            provenance_constraint("reply"),
            models.CheckConstraint(
                condition=Q(kind="NOT_OURS", answer__isnull=True)
                | ~Q(kind="NOT_OURS") & Q(answer__isnull=False),
                name="reply_stands_in_the_plan_unless_it_is_not_theirs",
            ),
            models.CheckConstraint(
                condition=Q(released_on__isnull=False) | Q(public_words=""),
                name="reply_has_public_words_once_released",
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk} to words {self.line_id}"

    # Questions

    @property
    def is_not_theirs(self) -> bool:
        return self.kind == ReplyKind.NOT_OURS

    @property
    def is_released(self) -> bool:
        return self.released_on is not None

    @property
    def whom_instead(self) -> str:
        return self.passed_to.name if self.passed_to else self.passed_to_words
