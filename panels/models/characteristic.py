from django.db import models

from panels.models.terms import TermsOfReference

EVERYBODY = "Everybody the review is about"


class Characteristic(models.TextChoices):
    """The nine protected characteristics, and six more that reviews consider."""

    AGE = "AGE", "Age"
    DISABILITY = "DISABILITY", "Disability"
    GENDER_REASSIGNMENT = "GENDER_REASSIGNMENT", "Gender reassignment"
    MARRIAGE = "MARRIAGE", "Marriage and civil partnership"
    PREGNANCY = "PREGNANCY", "Pregnancy and maternity"
    RACE = "RACE", "Race"
    RELIGION = "RELIGION", "Religion or belief"
    SEX = "SEX", "Sex"
    SEXUAL_ORIENTATION = "SEXUAL_ORIENTATION", "Sexual orientation"
    CARE_EXPERIENCE = "CARE_EXPERIENCE", "Experience of care as a child"
    CARER = "CARER", "Caring for somebody, or being cared for"
    ARMED_FORCES = "ARMED_FORCES", "Service in the armed forces"
    IMMIGRATION = "IMMIGRATION", "Nationality and immigration status"
    LANGUAGE = "LANGUAGE", "Language, and need of an interpreter"
    MENTAL_HEALTH = "MENTAL_HEALTH", "Mental health"


class TermsCharacteristic(models.Model):
    """A characteristic that needs specific consideration: whose, why, with whose expertise."""

    terms = models.ForeignKey(
        TermsOfReference, on_delete=models.CASCADE, related_name="characteristics"
    )
    characteristic = models.CharField(max_length=20, choices=Characteristic)
    person = models.ForeignKey(
        "reviews.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Whose; empty for everybody the review is about",
    )
    why = models.TextField()
    expertise = models.TextField(blank=True, help_text="Whose expertise is sought")

    class Privacy:
        identifying = frozenset({"why", "expertise"})
        plain = frozenset({"id", "terms", "characteristic", "person"})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["terms", "characteristic", "person"],
                name="terms_consider_a_characteristic_once",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.characteristic} in terms {self.terms_id}"

    # Questions

    @property
    def whose(self) -> str:
        return self.person.printed_name if self.person else EVERYBODY
