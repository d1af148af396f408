from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from families.models.choices import Side
from privacy.fields import IdentifyingTextField
from reviews.models import Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User


class ExtractKind(models.TextChoices):
    WORDS = "WORDS", "Words of theirs"
    PEN_PORTRAIT = "PEN_PORTRAIT", "Pen portrait"
    DEDICATION = "DEDICATION", "Dedication"
    PHOTOGRAPH = "PHOTOGRAPH", "Photograph"


class Reach(models.TextChoices):
    """How far somebody lets their words go; each goes as far as those before it."""

    PANEL = "PANEL", "The panel"
    DRAFT = "DRAFT", "Drafts of the report"
    PUBLICATION = "PUBLICATION", "The published report"


FURTHER = list(Reach)


def reaches(allowed: str, wanted: Reach) -> bool:
    """Test whether what is allowed goes as far as what is wanted."""
    return bool(allowed) and FURTHER.index(Reach(allowed)) >= FURTHER.index(wanted)


class ExtractQuerySet(models.QuerySet["FamilyExtract"]):
    def readable_by(self, user: "User") -> Self:
        """Keep the extracts of the compartments that this person may open."""
        held = ReviewGrant.objects.held_by(user, Permission.FAMILY_READ)
        return self.filter(review__in=held.values("content_object"))

    def standing(self) -> Self:
        return self.filter(revoked_at__isnull=True)

    def before_the_panel(self) -> Self:
        """Keep what was released, to the panel or further, and not called back."""
        return self.standing().exclude(released_to="")

    def in_drafts(self) -> Self:
        """Keep the words that a draft may print."""
        return self.standing().filter(released_to=Reach.DRAFT)

    def not_to_be_printed(self) -> Self:
        """Keep the words that were allowed once and are so no longer."""
        return self.filter(revoked_at__isnull=False).exclude(kind=ExtractKind.PHOTOGRAPH)


class FamilyExtract(models.Model):
    """
    Exact words, or a photograph, that somebody of the compartment lets others see.

    Kept in the compartment until they are released to the panel or to drafts, never further than
    was allowed; a photograph never further than the panel. The words do not change: other words
    are another extract. What is revoked stays readable in the compartment and nowhere else.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="family_extracts"
    )
    contact = models.ForeignKey(
        "families.FamilyContact", on_delete=models.PROTECT, related_name="extracts"
    )
    side = models.CharField(
        max_length=11, choices=Side, help_text="Of whoever gave it: the panel reads it without them"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the review, from 1")
    kind = models.CharField(max_length=12, choices=ExtractKind)
    words = IdentifyingTextField(help_text="Of a photograph: what it shows, for who cannot see it")
    picture = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    allowed_by = IdentifyingTextField(help_text="Who gave permission, and how")
    allowed_on = models.DateField()
    allowed_to = models.CharField(max_length=11, choices=Reach)
    released_to = models.CharField(max_length=11, choices=Reach, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    revoked_on = models.DateField(null=True, blank=True)
    revoked_because = IdentifyingTextField(blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ExtractQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"words", "allowed_by", "revoked_because"})
        plain = frozenset(
            {
                "id", "review", "contact", "side", "number", "kind", "picture", "allowed_on",
                "allowed_to", "released_to", "released_at", "revoked_on", "revoked_at",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], name="family_extract_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(kind=ExtractKind.PHOTOGRAPH, picture__isnull=False)
                | ~Q(kind=ExtractKind.PHOTOGRAPH) & Q(picture__isnull=True),
                name="family_extract_is_words_or_a_picture",
            ),
            models.CheckConstraint(
                condition=~Q(kind=ExtractKind.PHOTOGRAPH)
                | Q(allowed_to=Reach.PANEL, released_to__in=["", Reach.PANEL]),
                name="family_photograph_stays_with_the_panel",
            ),
            models.CheckConstraint(
                condition=~Q(released_to=Reach.PUBLICATION)
                & (~Q(released_to=Reach.DRAFT) | ~Q(allowed_to=Reach.PANEL)),
                name="family_extract_goes_no_further_than_allowed",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True) | Q(revoked_on__isnull=False),
                name="family_extract_revoked_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"family extract {self.pk}"

    def get_absolute_url(self) -> str:
        page = reverse("families:extracts", args=[self.review.reference, self.contact_id])
        return f"{page}#extract-{self.number}"

    # Questions

    @property
    def key(self) -> str:
        """What a section writes to put it in: "extract-3"."""
        return f"extract-{self.number}"

    @property
    def is_photograph(self) -> bool:
        return self.kind == ExtractKind.PHOTOGRAPH

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    @property
    def may_go_to(self) -> list[Reach]:
        """Where it can be released to, as far as it is allowed and not there already."""
        steps = [Reach.PANEL] if self.is_photograph else [Reach.PANEL, Reach.DRAFT]
        return [one for one in steps if reaches(self.allowed_to, one) and one != self.released_to]

    @property
    def steps(self) -> list[tuple[str, str]]:
        """Where it can go, as an address and a button say it."""
        verb = "Take back" if self.released_to == Reach.DRAFT else "Release"
        words = {Reach.PANEL: f"{verb} to the panel", Reach.DRAFT: "Release to drafts"}
        return [(one.value.lower(), words[one]) for one in self.may_go_to]

    @property
    def how_it_stands(self) -> str:
        if self.is_revoked:
            return "Revoked"
        if not self.released_to:
            return "In this compartment only"
        return f"Released: {self.get_released_to_display().lower()}"
