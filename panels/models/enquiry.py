from uuid import uuid4

from django.db import models
from django.db.models import Deferrable, Q

from panels.models.terms import TermsOfReference


class KeyLineOfEnquiry(models.Model):
    """
    One question the review sets out to answer, as one version of the terms words it.

    `root` is the question itself: it is the same in every version that carries it on, however it
    is worded or numbered there. Whatever answers a line of enquiry points at one of an agreed
    version, and is found again from later ones by its root.
    """

    terms = models.ForeignKey(TermsOfReference, on_delete=models.CASCADE, related_name="enquiries")
    root = models.UUIDField(default=uuid4, editable=False)
    number = models.PositiveSmallIntegerField(help_text="Within its version, from 1")
    text = models.TextField()
    why = models.TextField(blank=True, help_text="What in this review makes the panel ask")
    taken_from = models.ForeignKey(
        "clauses.ClauseWording",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The clause it was taken from, as that read then",
    )

    class Privacy:
        identifying = frozenset({"text", "why"})
        plain = frozenset({"id", "terms", "root", "number", "taken_from"})

    class Meta:
        ordering = ["terms", "number"]
        verbose_name_plural = "key lines of enquiry"
        indexes = [models.Index(fields=["root"], name="enquiry_by_root")]
        constraints = [
            models.UniqueConstraint(
                fields=["terms", "number"],
                name="enquiry_has_its_own_number",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.UniqueConstraint(fields=["terms", "root"], name="enquiry_once_in_a_version"),
            models.CheckConstraint(condition=~Q(text=""), name="enquiry_asks_something"),
        ]

    def __str__(self) -> str:
        return f"line of enquiry {self.number} of terms {self.terms_id}"

    # Questions

    @property
    def is_reworded(self) -> bool:
        """Whether it was taken from a clause and says something else by now."""
        return self.taken_from is not None and self.text.strip() != self.taken_from.text.strip()
