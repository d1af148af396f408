from django.db import models
from django.db.models import Q

from privacy.fields import IdentifyingDateField, IdentifyingListField, IdentifyingTextField


def plain(words: str) -> str:
    """Return words without case, punctuation and double spaces, for comparing."""
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())


class PersonRole(models.TextChoices):
    VICTIM = "VICTIM", "Person who died"
    PERPETRATOR = "PERPETRATOR", "Perpetrator, or alleged"
    CHILD = "CHILD", "Child"
    FAMILY = "FAMILY", "Family member"
    FRIEND = "FRIEND", "Friend"
    WITNESS = "WITNESS", "Witness"
    COLLEAGUE = "COLLEAGUE", "Colleague"
    NEIGHBOUR = "NEIGHBOUR", "Neighbour"
    PROFESSIONAL = "PROFESSIONAL", "Professional"


class PseudonymChooser(models.TextChoices):
    FAMILY = "FAMILY", "The family"
    CHAIR = "CHAIR", "The independent chair"
    CHILD = "CHILD", "The victim's child"
    PANEL = "PANEL", "The panel"


class Person(models.Model):
    """
    Somebody the review is about or hears from.

    Two forms: the true one, for those who must recognise the person in their records, and the
    pseudonym, which is all that anything printed may know.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="people")
    role = models.CharField(max_length=20, choices=PersonRole)
    true_name = IdentifyingTextField()
    aliases = IdentifyingListField(default=list, blank=True)
    born_on = IdentifyingDateField(null=True, blank=True)
    pseudonym = models.CharField(max_length=100, blank=True)
    pseudonym_chosen_by = models.CharField(max_length=10, choices=PseudonymChooser, blank=True)
    pseudonym_approved_on = models.DateField(
        null=True, blank=True, help_text="The day the family approved it"
    )
    initials_in_records = IdentifyingListField(
        default=list, blank=True, help_text="Initials that agencies use in their records"
    )
    relationship = models.CharField(
        max_length=100, blank=True, help_text="To the person who died, such as former partner"
    )
    recorded_at = models.DateTimeField()

    class Privacy:
        identifying = frozenset({"true_name", "aliases", "born_on", "initials_in_records"})
        plain = frozenset(
            {
                "id", "review", "role", "pseudonym", "pseudonym_chosen_by",
                "pseudonym_approved_on", "relationship", "recorded_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "pseudonym"],
                condition=~Q(pseudonym=""),
                name="pseudonym_names_one_person",
            )
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"

    # Questions

    @property
    def printed_name(self) -> str:
        """The only name that paper may carry."""
        return self.pseudonym or self.get_role_display()


class PersonAddress(models.Model):
    """Where a person lived. One alias always means one place."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    alias = models.CharField(max_length=40, help_text="Such as Address 1")
    address = IdentifyingTextField()

    class Privacy:
        identifying = frozenset({"address"})
        plain = frozenset({"id", "person", "alias"})

    class Meta:
        ordering = ["alias", "id"]
        verbose_name_plural = "person addresses"

    def __str__(self) -> str:
        return self.alias
