from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from panels.models.agreement_round import in_groups

if TYPE_CHECKING:
    from reports.models.agreement import PanelAgreement


class DraftPurpose(models.TextChoices):
    PANEL = "PANEL", "For the panel"
    FAMILY_AND_AGENCIES = "FAMILY_AND_AGENCIES", "For family and agencies"
    SIGN_OFF = "SIGN_OFF", "For sign-off"
    HOME_OFFICE = "HOME_OFFICE", "For the Home Office"
    REVISED = "REVISED", "Revised after quality assurance"


# What is put to the panel to agree. The others follow from what it agreed.
TO_BE_AGREED = (DraftPurpose.PANEL, DraftPurpose.FAMILY_AND_AGENCIES)


class DraftQuerySet(models.QuerySet["Draft"]):
    def released(self) -> Self:
        return self.filter(released_on__isnull=False)

    def to_be_agreed(self) -> Self:
        """Put first what the panel is asked to agree: its last draft, or else the last of all."""
        asked = Q(purpose__in=TO_BE_AGREED)
        return self.alias(is_asked=models.Case(models.When(asked, then=1), default=0)).order_by(
            "-is_asked", "-number"
        )


class Draft(models.Model):
    """
    A numbered draft of the report, frozen as it prints on the day it was made, by its hash.

    Its text never changes; to change anything is to make the next draft. Before it is released
    only its writers and the partnership's officer see it. One that was made before the review was
    recorded here says what its file says, whatever the record says now.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="drafts")
    number = models.PositiveSmallIntegerField()
    made_on = models.DateField()
    purpose = models.CharField(max_length=24, choices=DraftPurpose)
    note = models.TextField(blank=True, help_text="What is new in it, for those who read it")
    content = models.JSONField(help_text="As it prints, frozen")
    sha256 = models.CharField(max_length=64, help_text="Of its text")
    original = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        help_text="The file that it was read from, where it was made elsewhere",
    )  # fmt: skip
    called = models.CharField(max_length=60, blank=True, help_text="By its author, elsewhere")
    released_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DraftQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"note", "content", "called"})
        plain = frozenset(
            {
                "id", "review", "number", "made_on", "purpose", "sha256", "original",
                "released_on", "released_at", "released_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["review", "number"], name="draft_has_its_own_number"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="draft_has_the_hash_of_its_text"
            ),
            models.CheckConstraint(
                condition=Q(released_on__isnull=True, released_at__isnull=True)
                | Q(released_on__isnull=False, released_at__isnull=False),
                name="draft_released_on_and_at_together",
            ),
            models.CheckConstraint(
                condition=Q(called="") | Q(original__isnull=False),
                name="draft_called_otherwise_only_elsewhere",
            ),
        ]

    def __str__(self) -> str:
        return f"draft {self.number} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("reports:draft", args=[self.review.reference, self.number])

    # Questions

    @property
    def name(self) -> str:
        return f"Draft {self.number}"

    @property
    def fingerprint(self) -> str:
        """The hash in groups, as people compare it by eye."""
        return in_groups(self.sha256)

    @property
    def is_released(self) -> bool:
        return self.released_on is not None

    @property
    def agreement(self) -> "PanelAgreement | None":
        """That the panel agreed it, where that is recorded."""
        return getattr(self, "panel_agreement", None)
