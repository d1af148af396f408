from django.db import models
from django.db.models import Q

from privacy.fields import IdentifyingTextField


class Route(models.TextChoices):
    """How the words of another party reached us."""

    PAGE = "PAGE", "Entered here by them"
    EMAIL = "EMAIL", "Email"
    PHONE = "PHONE", "Telephone"
    POST = "POST", "Post"
    MEETING = "MEETING", "Meeting"


class Provenance(models.Model):
    """
    Where something another party did comes from, when an officer enters it for them.

    Whoever acts on the page needs none of this: the route is PAGE and the rest is empty. A model
    that inherits it adds `provenance_constraint` to its constraints and the fields to its Privacy.
    """

    received_via = models.CharField(max_length=10, choices=Route.choices, default=Route.PAGE)
    on_behalf_of = IdentifyingTextField(null=True, blank=True, help_text="Whose words these are")
    given_on = models.DateField(null=True, blank=True, help_text="The day they gave them")
    original = models.ForeignKey(
        "documents.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"on_behalf_of"})
        plain = frozenset({"received_via", "given_on", "original"})

    class Meta:
        abstract = True

    # Questions

    @property
    def is_on_behalf(self) -> bool:
        return self.received_via != Route.PAGE

    @property
    def provenance(self) -> str:
        """Say where this comes from; nothing when they entered it themselves."""
        if not self.is_on_behalf or self.given_on is None:
            return ""
        source = SOURCES[Route(self.received_via)]
        attached = "; the original is attached" if self.original_id else ""
        day = f"{self.given_on.day} {self.given_on:%B %Y}"
        return f"Entered for {self.on_behalf_of} from {source} of {day}{attached}."


SOURCES = {
    Route.EMAIL: "an email",
    Route.PHONE: "a telephone call",
    Route.POST: "a letter",
    Route.MEETING: "a meeting",
}


def provenance_constraint(model_name: str) -> models.CheckConstraint:
    """Return the constraint that whoever is entered for is named, with the day."""
    entered_by_them = Q(
        received_via=Route.PAGE,
        on_behalf_of__isnull=True,
        given_on__isnull=True,
        original__isnull=True,
    )
    entered_for_them = ~Q(received_via=Route.PAGE) & Q(
        on_behalf_of__isnull=False, given_on__isnull=False
    )
    return models.CheckConstraint(
        condition=entered_by_them | entered_for_them,
        name=f"{model_name}_says_where_it_comes_from",
    )
