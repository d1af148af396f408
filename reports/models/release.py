from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from anonymity.models import Destination
from families.models import KINDS_OF, FamilyContact, Side
from guests.models import GuestLink
from privacy.fields import IdentifyingTextField
from reports.models.draft import Draft
from reviews.models import AgencyInvolvement


class ReaderKind(models.TextChoices):
    """As whom somebody reads a draft that was released to them by name."""

    FAMILY = "FAMILY", "Family member or friend"
    ADVOCATE = "ADVOCATE", "Advocate of somebody in the family"
    ADVISER = "ADVISER", "Adviser or expert"
    OUTSIDER = "OUTSIDER", "Somebody outside, for chosen chapters"
    PANEL = "PANEL", "Panel member, on paper"


class Means(models.TextChoices):
    READING_ROOM = "READING_ROOM", "In the reading room: on the screen, to look at only"
    PRINT = "PRINT", "A numbered print, handed over and returned"


# Whose reading is the compartment's: for whom, its log says
OF_FAMILY = (ReaderKind.FAMILY, ReaderKind.ADVOCATE)
DESTINATIONS = {
    ReaderKind.FAMILY: Destination.FAMILY,
    ReaderKind.ADVOCATE: Destination.FAMILY,
    ReaderKind.ADVISER: Destination.ADVISERS,
    ReaderKind.OUTSIDER: Destination.ADVISERS,
}


class DraftReleaseQuerySet(models.QuerySet["DraftRelease"]):
    def of_perpetrators_side(self, asked: bool) -> Self:
        """Keep those to the perpetrator's side, or all others: no page shows both."""
        side = Q(contact__kind__in=KINDS_OF[Side.PERPETRATOR])
        return self.filter(side) if asked else self.exclude(side)


class DraftRelease(models.Model):
    """
    That one copy of a draft was released to one named person, for a time, to look at or on paper.

    chapters: the anchors of those it holds; empty for the whole. Its number stands on it, with the
    name and the time. What family say of it stays in their compartment.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveSmallIntegerField(help_text="Of the copy: the first is 1")
    reader_kind = models.CharField(max_length=10, choices=ReaderKind)
    reader_name = IdentifyingTextField()
    means = models.CharField(max_length=12, choices=Means)
    contact = models.ForeignKey(
        FamilyContact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose log says that it was given to them, or to their advocate",
    )
    chapters = models.JSONField(default=list, blank=True)
    consent_of = models.ForeignKey(
        AgencyInvolvement,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The agency whose material these chapters are",
    )
    consent_by = IdentifyingTextField(
        null=True, blank=True, help_text="Who consented for it: name and post"
    )
    consent_on = models.DateField(null=True, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(help_text="The last day")
    link = models.OneToOneField(
        GuestLink, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    handed_over_on = models.DateField(null=True, blank=True)
    returned_on = models.DateField(null=True, blank=True)
    recalled_at = models.DateTimeField(null=True, blank=True)
    recalled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DraftReleaseQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"reader_name", "consent_by"})
        plain = frozenset(
            {
                "id", "draft", "number", "reader_kind", "means", "contact", "chapters",
                "consent_of", "consent_on", "from_on", "until_on", "link", "handed_over_on",
                "returned_on", "recalled_at", "recalled_by", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-draft__number", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "number"], name="draft_release_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(from_on__lte=models.F("until_on")),
                name="draft_release_begins_before_it_ends",
            ),
            models.CheckConstraint(
                condition=Q(reader_kind__in=OF_FAMILY, contact__isnull=False)
                | ~Q(reader_kind__in=OF_FAMILY) & Q(contact__isnull=True),
                name="draft_release_to_family_is_in_their_log",
            ),
            models.CheckConstraint(
                condition=Q(means=Means.READING_ROOM, link__isnull=False)
                | Q(means=Means.PRINT, link__isnull=True),
                name="draft_release_to_look_at_has_its_link",
            ),
            models.CheckConstraint(
                condition=~Q(reader_kind=ReaderKind.OUTSIDER)
                | Q(consent_of__isnull=False, consent_by__isnull=False, consent_on__isnull=False)
                & ~Q(chapters=[]),
                name="draft_release_to_outsider_has_consent",
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(handed_over_on__isnull=False),
                name="draft_release_is_handed_over_before_it_returns",
            ),
        ]

    def __str__(self) -> str:
        return f"copy {self.number} of draft {self.draft_id}"

    def get_absolute_url(self) -> str:
        draft = self.draft
        return reverse("reports:release", args=[draft.review.reference, draft.number, self.number])

    # Questions

    @property
    def name(self) -> str:
        return f"Copy {self.number}"

    @property
    def is_to_look_at(self) -> bool:
        return self.means == Means.READING_ROOM

    @property
    def is_recalled(self) -> bool:
        return self.recalled_at is not None

    @property
    def is_out(self) -> bool:
        """Test whether it is on paper and in somebody's hands."""
        return self.handed_over_on is not None and self.returned_on is None

    @property
    def is_of_perpetrators_side(self) -> bool:
        return self.contact is not None and self.contact.is_perpetrators

    @property
    def destination(self) -> Destination | None:
        """Where a certificate must say that it may go; nowhere outside for the panel's own."""
        return DESTINATIONS.get(ReaderKind(self.reader_kind))

    def is_open(self, today: date) -> bool:
        """Test whether it can be looked at today."""
        is_its_time = self.from_on <= today <= self.until_on
        return bool(self.is_to_look_at and is_its_time and not self.is_recalled)

    def stands(self, today: date) -> bool:
        """Test whether it is theirs today: to look at, or as a print handed over or about to be."""
        is_over = self.is_recalled or self.returned_on is not None
        return not is_over and today <= self.until_on

    def standing(self, today: date) -> str:
        if self.returned_on:
            return "Returned"
        if self.is_recalled:
            return "Recalled, not returned" if self.is_out else "Recalled"
        if self.is_to_look_at:
            return "Open" if self.is_open(today) else "Ended"
        if not self.handed_over_on:
            return "Printed, not handed over"
        return "With them" if today <= self.until_on else "To be returned"
