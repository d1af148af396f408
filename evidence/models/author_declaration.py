"""
What the author of an agency's report declared. The questions are in `reviews.models.independence`.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models

from evidence.models.tier import ReportKind
from pages.templatetags.dates import date_long
from reviews.models import (
    Capacity,
    Declaration,
    Judged,
    declaration_constraints,
    judge,
)
from reviews.models.independence import questions_for

if TYPE_CHECKING:
    from reviews.models import Review

AUTHOR_QUESTIONS = questions_for(Capacity.IMR_AUTHOR)

WHAT_TO_DO = (
    "Somebody who gave or managed the service, or who manages those who did, cannot write it. Tell "
    "the person who asked you to write it: your agency names somebody else. The review’s officer "
    "sees what you answered and will help. If you ticked the wrong answer, answer again: both "
    "answers are kept."
)


def capacity_of(kind: ReportKind | None) -> Capacity:
    """Return the part of whoever writes: for a summary, nothing in their past disqualifies."""
    needs = kind is not None and kind.needs_independence
    return Capacity.IMR_AUTHOR if needs else Capacity.SUMMARY_AUTHOR


def lets_write(answers: Mapping[str, bool], kind: ReportKind | None, decided: str = "") -> bool:
    """Test whether these answers, and what was decided of them, let somebody write a report."""
    return not judge(answers, capacity_of(kind), decided).stops


class AuthorDeclaration(Declaration):
    """
    Who says that they write for their agency, in which post, and how independent they are.

    Made by the author on the page, or entered for them. None is edited: the author of an IMR is
    whoever declared last and may write it.
    """

    imr = models.ForeignKey(
        "evidence.IndividualManagementReview",
        on_delete=models.PROTECT,
        related_name="declarations",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Their account; empty for an author without one",
    )
    full_name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200)
    commissioned_by = models.CharField(
        max_length=200, blank=True, help_text="Who in the agency asked them to write it"
    )

    class Privacy:
        identifying = Declaration.Privacy.identifying | {
            "full_name", "job_title", "commissioned_by",
        }  # fmt: skip
        plain = Declaration.Privacy.plain | {"imr", "user"}

    class Meta:
        ordering = ["id"]
        constraints = declaration_constraints("author_declaration")

    def __str__(self) -> str:
        return f"declaration {self.pk} of an author"

    # Questions

    @property
    def heading(self) -> str:
        """What the declaration is called where several are listed."""
        what = "a connection" if self.is_connected else "no connection"
        return f"{self.full_name} declared {what} on {date_long(self.declared_on)}"

    @property
    def about(self) -> "Review":
        return self.imr.involvement.review

    @property
    def capacity(self) -> Capacity:
        return capacity_of(self.imr.kind)

    @property
    def who(self) -> str:
        return self.full_name

    @property
    def person_id(self) -> int | None:
        return self.user_id

    @property
    def is_connected(self) -> bool:
        return any(self.answers.values())

    def is_of_same_person(self, other: "AuthorDeclaration") -> bool:
        """Test whether another declaration is the same person's: by account, or else by name."""
        if self.user_id or other.user_id:
            return self.user_id == other.user_id
        return self.full_name.casefold() == other.full_name.casefold()

    def may_write(self, kind: ReportKind | None) -> bool:
        """Test whether this declaration lets its person write a report of one kind."""
        return lets_write(self.answers, kind, self.decided)

    def judged_for(self, kind: ReportKind) -> Judged:
        return judge(self.answers, capacity_of(kind), self.decided)


def latest_of_each(declarations: Iterable[AuthorDeclaration]) -> list[AuthorDeclaration]:
    """Return the last declaration of every person, the latest person first."""
    last: dict[object, AuthorDeclaration] = {}
    for row in declarations:
        key = row.user_id or row.full_name.casefold()
        last.pop(key, None)
        last[key] = row
    return list(reversed(last.values()))
