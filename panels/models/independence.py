"""
What a member of the panel is asked about their independence, and what they answered.

The questions are a product default (docs/adr/0009-value-lists.md): no national wording was
confirmed, so none is quoted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import models

from documents.models import Provenance, provenance_constraint
from panels.models.member import PanelMember, PanelPart

LEADING = frozenset({PanelPart.INDEPENDENT_CHAIR, PanelPart.OVERVIEW_AUTHOR, PanelPart.SECRETARY})
SPEAKING_FOR_A_BODY = frozenset({PanelPart.PANEL_MEMBER})


@dataclass(frozen=True)
class IndependenceQuestion:
    """
    One question, answered yes or no.

    connects_if: the answer that declares a connection, to be explained.
    parts: the parts of the panel that are asked it.
    """

    code: str
    words: str
    connects_if: bool = True
    parts: frozenset[PanelPart] = frozenset(PanelPart)


QUESTIONS = (
    IndependenceQuestion(
        "KNOWN", "Have you known, at work or in private, anyone this review is about?"
    ),
    IndependenceQuestion(
        "INVOLVED", "Have you given a service to them, or managed or supervised somebody who did?"
    ),
    IndependenceQuestion(
        "EMPLOYED",
        "Have you worked for an agency of this review, for the partnership or in its area?",
        parts=LEADING,
    ),
    IndependenceQuestion(
        "OTHER_REVIEWS",
        "Do you take part in another review in this area, or did you?",
        parts=LEADING,
    ),
    IndependenceQuestion(
        "SENIOR",
        "Are you senior enough to commit the body you speak for?",
        connects_if=False,
        parts=SPEAKING_FOR_A_BODY,
    ),
    IndependenceQuestion("OTHER", "Is there anything else that others should know of?"),
)


def questions_for(part: str) -> tuple[IndependenceQuestion, ...]:
    return tuple(question for question in QUESTIONS if part in question.parts)


class IndependenceDeclaration(Provenance):
    """
    What a member declared of their independence on one day.

    Made by the member on the page, or entered for them. A later declaration stands in its place;
    none is edited.
    """

    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, related_name="declarations")
    declared_on = models.DateField()
    statement = models.TextField(
        blank=True, help_text="Printed in the report for the chair and the author"
    )
    answers = models.JSONField(help_text="Code of each question asked: true for yes")
    connections = models.TextField(blank=True, help_text="What lies behind a declared connection")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset({"statement", "connections"})
        plain = Provenance.Privacy.plain | frozenset(
            {"id", "member", "declared_on", "answers", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["-declared_on", "-id"]
        constraints = [provenance_constraint("independence_declaration")]

    def __str__(self) -> str:
        return f"declaration of independence {self.pk}"

    # Questions

    @property
    def asked_and_answered(self) -> Iterator[tuple[IndependenceQuestion, bool]]:
        """Each question that was asked that day, with its answer."""
        for question in QUESTIONS:
            if question.code in self.answers:
                yield question, self.answers[question.code]

    @property
    def declares_connection(self) -> bool:
        return any(answer is question.connects_if for question, answer in self.asked_and_answered)
