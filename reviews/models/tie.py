from django.db import models
from django.db.models import F, Q


class TieKind(models.TextChoices):
    """How one person is tied to another."""

    PARENT = "PARENT", "is a parent of"
    PARTNER = "PARTNER", "is or was a partner of"
    SIBLING = "SIBLING", "is a brother or sister of"


class Tie(models.Model):
    """
    How two people of one review are tied: what the genogram is drawn from.

    Brothers and sisters are told by their parents; a tie of their own is for those whose parents
    are not recorded.
    """

    person = models.ForeignKey("reviews.Person", on_delete=models.CASCADE, related_name="ties")
    kind = models.CharField(max_length=10, choices=TieKind)
    other = models.ForeignKey("reviews.Person", on_delete=models.CASCADE, related_name="ties_to")
    is_married = models.BooleanField(default=False, help_text="Married, or civil partners")
    has_ended = models.BooleanField(default=False, help_text="Parted before the death")
    recorded_at = models.DateTimeField()

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset(
            {"id", "person", "kind", "other", "is_married", "has_ended", "recorded_at"}
        )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(person=F("other")), name="nobody_is_tied_to_themselves"
            ),
            models.UniqueConstraint(fields=["person", "other", "kind"], name="tie_is_told_once"),
            models.CheckConstraint(
                condition=Q(kind=TieKind.PARTNER) | Q(is_married=False, has_ended=False),
                name="only_partners_marry_and_part",
            ),
        ]

    def __str__(self) -> str:
        return f"tie {self.pk}, {self.kind}"
