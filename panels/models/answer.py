from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.timezone import localdate

from documents.models import Provenance, provenance_constraint
from panels.models.invitee import AgreementInvitee

if TYPE_CHECKING:
    from panels.models.disposition import AgreementDisposition


class AnswerKind(models.TextChoices):
    AGREE = "AGREE", "Agree"
    WITH_COMMENTS = "WITH_COMMENTS", "Agree with comments"
    OBJECT = "OBJECT", "Object"


TONES = {AnswerKind.AGREE: "done", AnswerKind.WITH_COMMENTS: "underway", AnswerKind.OBJECT: "late"}


class AgreementAnswer(Provenance):
    """
    What somebody answered in a round: on the page, by their link, or entered for them.

    Rows are only ever added. A later answer stands in the place of an earlier one, which is kept;
    one that came late is kept too and shown as late.
    """

    append_only = True

    invitee = models.ForeignKey(AgreementInvitee, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=20, choices=AnswerKind)
    comment = models.TextField(blank=True)
    entered_because = models.TextField(
        blank=True, help_text="Why it was entered in place of what they had answered themselves"
    )
    by_link = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Nobody where it came by link",
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | frozenset({"comment", "entered_because"})
        plain = Provenance.Privacy.plain | frozenset(
            {"id", "invitee", "answer", "by_link", "recorded_at", "recorded_by"}
        )

    class Meta:
        ordering = ["-recorded_at", "-id"]
        constraints = [
            provenance_constraint("agreement_answer"),
            models.CheckConstraint(
                condition=Q(answer=AnswerKind.AGREE) | ~Q(comment=""),
                name="agreement_answer_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} of invitee {self.invitee_id}"

    # Questions

    @property
    def how_given(self) -> str:
        """Say how they gave it themselves; nothing where it was entered for them."""
        if self.is_on_behalf:
            return ""
        return "by their link" if self.by_link else "on the page"

    @property
    def answered_on(self) -> date:
        """The day they gave it, which may be before the day it was entered for them."""
        return self.given_on or localdate(self.recorded_at)

    @property
    def is_late(self) -> bool:
        return self.answered_on > self.invitee.round.closing_on

    @property
    def is_after_close(self) -> bool:
        """Test whether it was recorded when the outcome was known already: it did not count."""
        closed_at = self.invitee.round.closed_at
        return closed_at is not None and self.recorded_at > closed_at

    @property
    def is_objection(self) -> bool:
        return self.answer == AnswerKind.OBJECT

    @property
    def has_comments(self) -> bool:
        return self.answer == AnswerKind.WITH_COMMENTS

    @property
    def can_be_settled(self) -> bool:
        return self.is_objection or self.has_comments

    @property
    def standing_words(self) -> str:
        """Say to the person whose answer it is what stands, and whether they gave it here."""
        day, said = self.answered_on, self.get_answer_display().lower()
        if self.is_on_behalf:
            return f"An answer was entered for you, as given on {day.day} {day:%B %Y}: {said}."
        return f"You answered on {day.day} {day:%B %Y}: {said}."

    @property
    def tone(self) -> str:
        """How its tag looks, beside its words."""
        return TONES[AnswerKind(self.answer)]

    @property
    def settled(self) -> "AgreementDisposition | None":
        """What became of it, where that is recorded."""
        return getattr(self, "disposition", None)

    @property
    def waits_for_disposition(self) -> bool:
        return self.is_objection and self.settled is None

    @property
    def stands_against(self) -> bool:
        """Test whether it is an objection that nobody has withdrawn."""
        settled = self.settled
        return self.is_objection and not (settled and settled.is_withdrawn)
