"""What a member of the panel declared. The questions are in `reviews.models.independence`."""

from typing import TYPE_CHECKING

from django.db import models

from panels.models.member import PanelMember
from reviews.models import Capacity, Declaration, declaration_constraints
from reviews.models.independence import QUESTIONS, questions_for

if TYPE_CHECKING:
    from reviews.models import Review


__all__ = ["QUESTIONS", "IndependenceDeclaration", "questions_for"]


class IndependenceDeclaration(Declaration):
    """What a member of the panel declared of their independence on one day."""

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="declarations")
    statement = models.TextField(
        blank=True, help_text="Printed in the report for the chair and the author"
    )

    class Privacy:
        identifying = Declaration.Privacy.identifying | frozenset({"statement"})
        plain = Declaration.Privacy.plain | frozenset({"member"})

    class Meta:
        ordering = ["-declared_on", "-id"]
        constraints = declaration_constraints("independence_declaration")

    def __str__(self) -> str:
        return f"declaration of independence {self.pk}"

    # Questions

    @property
    def about(self) -> "Review":
        return self.member.review

    @property
    def capacity(self) -> Capacity:
        return Capacity(self.member.part)

    @property
    def who(self) -> str:
        return self.member.full_name

    @property
    def person_id(self) -> int | None:
        return self.member.user_id
