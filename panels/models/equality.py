from django.conf import settings
from django.db import models
from django.db.models import Q

from panels.models.characteristic import EVERYBODY, Characteristic


class CharacteristicAnswer(models.Model):
    """
    What became of one characteristic of one person, or of everybody: expertise and conclusion.

    Which are considered from the start stands in the terms of reference. One that was seen later
    stands here, with its day and reason.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="characteristic_answers"
    )
    characteristic = models.CharField(max_length=20, choices=Characteristic)
    person = models.ForeignKey(
        "reviews.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    identified_on = models.DateField(
        null=True, blank=True, help_text="Empty for one of the terms of reference"
    )
    why = models.TextField(blank=True)
    expertise = models.TextField(blank=True, help_text="Who was asked, when, and what they said")
    conclusion = models.TextField(blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"why", "expertise", "conclusion"})
        plain = frozenset(
            {
                "id", "review", "characteristic", "person", "identified_on", "concluded_on",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "characteristic", "person"],
                name="characteristic_is_answered_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(conclusion="", concluded_on__isnull=True)
                | ~Q(conclusion="") & Q(concluded_on__isnull=False),
                name="characteristic_concluded_on_and_how_together",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} on {self.characteristic}"

    # Questions

    @property
    def whose(self) -> str:
        return self.person.printed_name if self.person else EVERYBODY
