from django.db import models

from evidence.models.asked import Asked, AskedQuerySet, asked_constraints
from evidence.models.imr import IndividualManagementReview
from evidence.models.imr_version import ImrVersion


class ImrQueryQuerySet(AskedQuerySet["ImrQuery"]):
    pass


class ImrQuery(Asked):
    """One question of the chair to an agency about a version of what it sent, and the answer."""

    imr = models.ForeignKey(
        IndividualManagementReview, on_delete=models.PROTECT, related_name="queries"
    )
    version = models.ForeignKey(
        ImrVersion, on_delete=models.PROTECT, related_name="+", help_text="What it is about"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the IMR, from 1")

    objects = ImrQueryQuerySet.as_manager()

    class Privacy:
        identifying = Asked.Privacy.identifying
        plain = Asked.Privacy.plain | {"id", "imr", "version", "number"}

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "IMR queries"
        constraints = [
            models.UniqueConstraint(fields=["imr", "number"], name="imr_query_has_its_number"),
            *asked_constraints("imr_query"),
        ]

    def __str__(self) -> str:
        return f"query {self.number} on IMR {self.imr_id}"
