from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.models import Provenance, provenance_constraint
from reviews.models.independence import (
    QUESTIONS,
    Capacity,
    Decided,
    IndependenceQuestion,
    Judged,
    disqualifying,
    judge,
)

if TYPE_CHECKING:
    from reviews.models.review import Review


class Declaration(Provenance):
    """
    What somebody declared on one day of their independence, for one part in one review.

    Made by the person on the page, or entered for them. A later one stands in its place; none is
    edited. A connection that does not disqualify waits for the CSP chair, whose reason prints.

    A model that inherits it says whose it is (`review`, `capacity`, `who`), adds
    `declaration_constraints` to its constraints and the fields to its Privacy.
    """

    declared_on = models.DateField()
    answers = models.JSONField(help_text="Code of each question asked: true for yes")
    connections = models.TextField(blank=True, help_text="What lies behind a declared connection")
    posts_held = models.TextField(
        blank=True,
        db_default="",
        help_text="Posts with agencies of the review, now or before, with dates",
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided = models.CharField(max_length=10, choices=Decided, blank=True, db_default="")
    decided_because = models.TextField(
        blank=True,
        db_default="",
        help_text="Printed in the report where a connection is accepted",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset(
            {"connections", "posts_held", "decided_because"}
        )
        plain = Provenance.Privacy.plain | frozenset(
            {
                "id", "declared_on", "answers", "recorded_at", "recorded_by", "decided",
                "decided_at", "decided_by",
            }
        )  # fmt: skip

    class Meta:
        abstract = True

    # Questions

    @property
    def about(self) -> "Review":
        """The review it is made for."""
        raise NotImplementedError

    @property
    def capacity(self) -> Capacity:
        raise NotImplementedError

    @property
    def who(self) -> str:
        raise NotImplementedError

    @property
    def person_id(self) -> int | None:
        """The account of whoever it is about; None for somebody without one."""
        raise NotImplementedError

    @property
    def judged(self) -> Judged:
        return judge(self.answers, self.capacity, self.decided)

    @property
    def asked_and_answered(self) -> Iterator[tuple[IndependenceQuestion, bool]]:
        """Each question that was asked that day, with its answer."""
        for question in QUESTIONS:
            if question.code in self.answers:
                yield question, self.answers[question.code]

    @property
    def disqualifying(self) -> list[IndependenceQuestion]:
        return disqualifying(self.answers, self.capacity)

    @property
    def declares_connection(self) -> bool:
        return any(asked.connects(self.answers) for asked in QUESTIONS)


def declaration_constraints(model_name: str) -> list[Any]:
    """Return where it comes from, and that a decision has a day and a reason, as constraints."""
    undecided = Q(decided="", decided_because="", decided_at__isnull=True, decided_by__isnull=True)
    decided = ~Q(decided="") & ~Q(decided_because="") & Q(decided_at__isnull=False)
    return [
        provenance_constraint(model_name),
        models.CheckConstraint(
            condition=undecided | decided, name=f"{model_name}_decided_with_a_reason"
        ),
    ]


class PartDeclaration(Declaration):
    """What an officer of the partnership, or an agency's senior person, declared for a review."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="part_declarations"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="part_declarations"
    )
    part = models.CharField(max_length=20, choices=Capacity)
    bodies = models.ManyToManyField(
        "agencies.Agency",
        related_name="+",
        blank=True,
        help_text="The agencies of the review that an officer's team belongs to",
    )

    class Privacy:
        identifying = Declaration.Privacy.identifying
        plain = Declaration.Privacy.plain | frozenset({"review", "user", "part"})

    class Meta:
        ordering = ["-declared_on", "-id"]
        constraints = declaration_constraints("part_declaration")

    def __str__(self) -> str:
        return f"declaration {self.pk} of somebody's part"

    # Questions

    @property
    def about(self) -> "Review":
        return self.review

    @property
    def capacity(self) -> Capacity:
        return Capacity(self.part)

    @property
    def who(self) -> str:
        return self.user.full_name

    @property
    def person_id(self) -> int | None:
        return self.user_id
