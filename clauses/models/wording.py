from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from agencies.models import AgencyKind
from clauses.models.clause import Clause
from clauses.models.kind import ClauseKind, Occasion


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a wording says. agency_kind: whom a line of enquiry is for; empty for everybody."""

    kind: str
    occasion: str
    title: str
    text: str
    agency_kind: str = ""
    note: str = ""


class WordingQuerySet(models.QuerySet["ClauseWording"]):
    def current(self) -> Self:
        return self.filter(is_current=True)


class ClauseWording(models.Model):
    """
    What a clause said from one day on, numbered from 1. Never changed: a change is the next one.

    Its text is written to hold nothing of any case.
    """

    clause = models.ForeignKey(Clause, on_delete=models.CASCADE, related_name="wordings")
    number = models.PositiveSmallIntegerField(help_text="Within its clause, from 1")
    is_current = models.BooleanField(default=True)
    kind = models.CharField(max_length=20, choices=ClauseKind)
    occasion = models.CharField(max_length=20, choices=Occasion, default=Occasion.ANY)
    agency_kind = models.CharField(
        max_length=20, choices=AgencyKind, blank=True, help_text="Whom the line is for"
    )
    title = models.CharField(max_length=120)
    text = models.TextField()
    note = models.TextField(blank=True, help_text="When to use it, beyond the occasion")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = WordingQuerySet.as_manager()

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset(
            {
                "id", "clause", "number", "is_current", "kind", "occasion", "agency_kind", "title",
                "text", "note", "written_at", "written_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["clause", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["clause", "number"], name="wording_has_its_own_number"),
            models.UniqueConstraint(
                fields=["clause"], condition=Q(is_current=True), name="clause_says_one_thing_now"
            ),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(title=""), name="wording_says_a_thing"
            ),
            models.CheckConstraint(
                condition=Q(agency_kind="") | Q(kind=ClauseKind.ENQUIRY),
                name="wording_asks_an_agency_by_a_line",
            ),
        ]

    def __str__(self) -> str:
        return f"wording {self.number} of clause {self.clause_id}"

    # Questions

    @property
    def content(self) -> Content:
        return Content(
            kind=self.kind,
            occasion=self.occasion,
            title=self.title,
            text=self.text,
            agency_kind=self.agency_kind,
            note=self.note,
        )

    @property
    def used_when(self) -> str:
        """When one reaches for it, as one says it: "Suicide · for the police"."""
        words = [self.get_occasion_display()]
        if self.agency_kind:
            words.append(f"for {self.get_agency_kind_display()}")
        return " · ".join(words)
