"""
Whether the author of an IMR is independent: what they are asked, and what they answered.

The questions are a product default (docs/adr/0009-value-lists.md). What each asks about
disqualifies, or is explained for others to weigh.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from documents.models import Provenance, provenance_constraint
from evidence.models.tier import ReportKind
from pages.templatetags.dates import date_long


@dataclass(frozen=True)
class AuthorQuestion:
    """
    One question, answered yes or no.

    disqualifies: a yes means that somebody else must write it. Otherwise a yes is explained.
    """

    code: str
    words: str
    disqualifies: bool = False


AUTHOR_QUESTIONS = (
    AuthorQuestion(
        "DELIVERED",
        "Did you ever give a service to any of the people this review is about, or take part in a "
        "decision about them?",
        disqualifies=True,
    ),
    AuthorQuestion(
        "MANAGED",
        "Did you manage or supervise that service, then or since?",
        disqualifies=True,
    ),
    AuthorQuestion(
        "LINE_MANAGES",
        "Do you line-manage anybody who gave it, or did you then?",
        disqualifies=True,
    ),
    AuthorQuestion("REPORTS_TO", "Do you report to somebody who gave or managed it?"),
    AuthorQuestion(
        "KNOWS", "Do you know any of these people, or anybody close to them, in private life?"
    ),
    AuthorQuestion("OTHER", "Is there anything else that others should know of?"),
)

WHAT_TO_DO = (
    "Somebody who gave or managed the service, or who manages those who did, cannot write it. Tell "
    "the person who asked you to write it: your agency names somebody else. The review’s officer "
    "sees what you answered and will help. If you ticked the wrong answer, answer again: both "
    "answers are kept."
)


def disqualifying(answers: Mapping[str, bool]) -> list[AuthorQuestion]:
    """Return the questions whose answer means that somebody else must write."""
    return [asked for asked in AUTHOR_QUESTIONS if asked.disqualifies and answers.get(asked.code)]


def lets_write(answers: Mapping[str, bool], kind: ReportKind | None) -> bool:
    """Test whether these answers let somebody write a report of one kind."""
    return kind is None or not kind.needs_independence or not disqualifying(answers)


def to_explain(answers: Mapping[str, bool], kind: ReportKind) -> list[AuthorQuestion]:
    """Return the questions whose answer others must weigh, for a report of one kind."""
    return [
        asked
        for asked in AUTHOR_QUESTIONS
        if answers.get(asked.code) and not (asked.disqualifies and kind.needs_independence)
    ]


class AuthorDeclaration(Provenance):
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
    answers = models.JSONField(help_text="Code of each question asked: true for yes")
    connections = models.TextField(blank=True, help_text="What lies behind an answer of yes")
    declared_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {
            "full_name", "job_title", "commissioned_by", "connections",
        }  # fmt: skip
        plain = Provenance.Privacy.plain | {
            "id", "imr", "user", "answers", "declared_on", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [provenance_constraint("author_declaration")]

    def __str__(self) -> str:
        return f"declaration {self.pk} of an author"

    # Questions

    @property
    def heading(self) -> str:
        """What the declaration is called where several are listed."""
        what = "a connection" if self.is_connected else "no connection"
        return f"{self.full_name} declared {what} on {date_long(self.declared_on)}"

    @property
    def disqualifying(self) -> list[AuthorQuestion]:
        return disqualifying(self.answers)

    @property
    def is_connected(self) -> bool:
        return any(self.answers.values())

    @property
    def asked_and_answered(self) -> Iterator[tuple[AuthorQuestion, bool]]:
        """Each question that was asked, with its answer."""
        for asked in AUTHOR_QUESTIONS:
            if asked.code in self.answers:
                yield asked, self.answers[asked.code]

    def is_of_same_person(self, other: "AuthorDeclaration") -> bool:
        """Test whether another declaration is the same person's: by account, or else by name."""
        if self.user_id or other.user_id:
            return self.user_id == other.user_id
        return self.full_name.casefold() == other.full_name.casefold()

    def may_write(self, kind: ReportKind | None) -> bool:
        """Test whether this declaration lets its person write a report of one kind."""
        return lets_write(self.answers, kind)


def latest_of_each(declarations: Iterable[AuthorDeclaration]) -> list[AuthorDeclaration]:
    """Return the last declaration of every person, the latest person first."""
    last: dict[object, AuthorDeclaration] = {}
    for row in declarations:
        key = row.user_id or row.full_name.casefold()
        last.pop(key, None)
        last[key] = row
    return list(reversed(last.values()))
