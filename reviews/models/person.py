from django.db import models
from django.db.models import Q

from privacy.fields import IdentifyingDateField, IdentifyingListField, IdentifyingTextField
from reviews.models.sharing import Consent, Life, SharingBasis


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


class Sex(models.TextChoices):
    """As a report would speak of somebody; empty where nobody said."""

    FEMALE = "F", "She"
    MALE = "M", "He"


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
    found_responsible = models.BooleanField(
        default=False, help_text="Of a perpetrator: a court or an inquest found so"
    )
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
    sex = models.CharField(
        max_length=1, choices=Sex, blank=True, db_default="", help_text="How papers speak of them"
    )
    nhs_number = IdentifyingTextField(blank=True, help_text="Ten figures, without spaces")
    life = models.CharField(max_length=10, choices=Life, blank=True, db_default="")
    sharing_basis = models.CharField(
        max_length=12,
        choices=SharingBasis,
        blank=True,
        db_default="",
        help_text="On what law agencies tell of somebody living",
    )
    consent = models.CharField(max_length=10, choices=Consent, blank=True, db_default="")
    consent_note = IdentifyingTextField(
        blank=True, help_text="When and by whom they were asked, or why not"
    )
    recorded_at = models.DateTimeField()

    class Privacy:
        identifying = frozenset(
            {
                "true_name", "aliases", "born_on", "initials_in_records", "nhs_number",
                "consent_note",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "review", "role", "found_responsible", "pseudonym", "pseudonym_chosen_by",
                "pseudonym_approved_on", "relationship", "sex", "life", "sharing_basis",
                "consent", "recorded_at",
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
    def nhs_number_in_print(self) -> str:
        """The number as it is written in records: three, three and four figures."""
        figures = self.nhs_number
        return f"{figures[:3]} {figures[3:6]} {figures[6:]}" if figures else ""

    @property
    def role_in_print(self) -> str:
        """What they are in this review; a perpetrator is alleged until somebody found otherwise."""
        if self.role != PersonRole.PERPETRATOR:
            return self.get_role_display()
        return "Perpetrator" if self.found_responsible else "Alleged perpetrator"

    @property
    def printed_name(self) -> str:
        """The only name that paper may carry."""
        return self.pseudonym or self.role_in_print

    @property
    def sex_is_printed(self) -> bool:
        """Test whether paper may say he or she: of a child it never does."""
        return self.role != PersonRole.CHILD

    @property
    def sex_in_print(self) -> str:
        return self.sex if self.sex_is_printed else ""


class PersonAddress(models.Model):
    """Where a person lived. One alias always means one place."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    alias = models.CharField(max_length=40, help_text="Such as Address 1")
    address = IdentifyingTextField()
    lived_from = models.DateField(null=True, blank=True, help_text="The first day of the month")
    lived_until = models.DateField(null=True, blank=True, help_text="Likewise")

    class Privacy:
        identifying = frozenset({"address"})
        plain = frozenset({"id", "person", "alias", "lived_from", "lived_until"})

    class Meta:
        ordering = ["alias", "id"]
        verbose_name_plural = "person addresses"
        constraints = [
            models.CheckConstraint(
                condition=Q(lived_until=None) | Q(lived_until__gte=models.F("lived_from")),
                name="nobody_leaves_before_they_come",
            )
        ]

    def __str__(self) -> str:
        return self.alias
