from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.models import Provenance, Route, provenance_constraint
from evidence.models.return_kind import ReturnKind
from evidence.models.scoping_link import ScopingLink
from evidence.models.scoping_request import ScopingRequest
from evidence.models.withholding import WithheldBasis
from privacy.fields import IdentifyingDateField, IdentifyingTextField


class ScopingReturn(Provenance):
    """
    What an agency answered: in person, by a link, or entered for it by the partnership.

    A return is never edited. A later one supersedes it, and both are shown. One that came before
    any letter has no request.
    """

    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="scoping_returns"
    )
    request = models.ForeignKey(
        ScopingRequest, null=True, on_delete=models.PROTECT, related_name="returns"
    )
    return_kind = models.CharField(max_length=20, choices=ReturnKind)
    answered_on = models.DateField()
    records_secured = models.BooleanField(null=True, help_text="Empty where nobody said")
    systems_searched = IdentifyingTextField(blank=True)
    names_searched = IdentifyingTextField(
        blank=True, help_text="Names, aliases, addresses and dates of birth searched under"
    )
    searched_from = IdentifyingDateField(null=True, blank=True)
    searched_to = IdentifyingDateField(null=True, blank=True)
    searched_by = IdentifyingTextField(blank=True)
    search_scope_note = IdentifyingTextField(blank=True, help_text="What could not be searched")
    account = IdentifyingTextField(blank=True, help_text="What the agency knows, in its words")
    contact_from = IdentifyingDateField(null=True, blank=True, help_text="Earliest contact known")
    contact_to = IdentifyingDateField(null=True, blank=True, help_text="Latest contact known")
    reason = IdentifyingTextField(
        blank=True,
        help_text="Why it refused, was not pursued or never answered; why there was no contact",
    )
    unusual_reason = models.TextField(
        blank=True, help_text="Why it is dated before the letter that it answers"
    )
    withheld = IdentifyingTextField(blank=True, help_text="What is held back, in general words")
    withheld_because = IdentifyingTextField(blank=True)
    withheld_basis = models.CharField(max_length=12, choices=WithheldBasis, blank=True)
    redaction_agreed_with = IdentifyingTextField(
        blank=True, help_text="With whom it was agreed what is blacked out, and when"
    )
    corrects_because = IdentifyingTextField(
        blank=True, help_text="What was wrong with the answer that this one takes the place of"
    )
    answered_by = models.ForeignKey(
        "agencies.Agency",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The body that answered in its place: who took over, or the larger body",
    )
    same_as = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="others",
        help_text="One reply for several services of a body: the return it was first kept as",
    )
    document = models.ForeignKey(
        "documents.Document",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="What the agency attached to its answer here",
    )
    link = models.ForeignKey(
        ScopingLink,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="returns",
        help_text="The link it came by; whoever answered typed their name and job title",
    )
    full_name = IdentifyingTextField(null=True, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {
            "systems_searched", "names_searched", "searched_from", "searched_to", "searched_by",
            "search_scope_note", "account", "contact_from", "contact_to", "reason",
            "unusual_reason", "full_name", "withheld", "withheld_because",
            "redaction_agreed_with", "corrects_because",
        }  # fmt: skip
        plain = Provenance.Privacy.plain | {
            "id", "involvement", "request", "return_kind", "answered_on", "records_secured",
            "document", "link", "job_title", "recorded_at", "recorded_by", "withheld_basis",
            "answered_by", "same_as",
        }  # fmt: skip

    class Meta:
        ordering = ["answered_on", "id"]
        constraints = [
            provenance_constraint("scoping_return"),
            models.CheckConstraint(
                condition=Q(link__isnull=True, full_name__isnull=True)
                | Q(link__isnull=False, full_name__isnull=False, received_via=Route.PAGE),
                name="scoping_return_by_link_names_who_answered",
            ),
            models.CheckConstraint(
                condition=Q(same_as__isnull=True) | ~Q(same_as=models.F("id")),
                name="scoping_return_is_not_the_same_as_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"scoping return {self.pk}, {self.return_kind}"

    # Questions

    @property
    def kind(self) -> ReturnKind:
        return ReturnKind(self.return_kind)

    @property
    def is_by_link(self) -> bool:
        return self.link_id is not None

    @property
    def whose(self) -> str:
        """Who answered by the link, in their own words; nothing where it came another way."""
        return f"{self.full_name}, {self.job_title}" if self.is_by_link else ""

    @property
    def provenance(self) -> str:
        """Say where this comes from; nothing when somebody with an account entered it."""
        return f"Answered by link by {self.whose}." if self.is_by_link else super().provenance

    # Changes

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise ValueError("A return is never edited: a later one supersedes it.")
        super().save(*args, **kwargs)
