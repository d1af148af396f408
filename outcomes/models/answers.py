"""What an agency says in a return, and what it is asked about that. Only ever added to."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from actionplans.models import ProgressNote
from documents.models import Provenance, provenance_constraint
from outcomes.models.six_month_return import ReturnLine, SixMonthReturn


class ReturnSignOff(Provenance):
    """That somebody answers for what their agency says of its actions, all of them at once."""

    append_only = True

    six_month_return = models.ForeignKey(
        SixMonthReturn, on_delete=models.PROTECT, related_name="sign_offs"
    )
    full_name = models.CharField(max_length=200, help_text="Who answers for it")
    job_title = models.CharField(max_length=200)
    signed_off_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {"full_name"}
        plain = Provenance.Privacy.plain | {
            "id", "six_month_return", "job_title", "signed_off_on", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["-id"]
        constraints = [
            provenance_constraint("return_sign_off"),
            models.CheckConstraint(
                condition=~Q(full_name=""), name="return_sign_off_names_someone"
            ),
        ]

    def __str__(self) -> str:
        return f"sign-off {self.pk} of six-month return {self.six_month_return_id}"

    # Questions

    @property
    def asked_back(self) -> "ReturnQuestion | None":
        """What it was sent back with. Fetch `question` with it."""
        return getattr(self, "question", None)


class ReturnAnswer(models.Model):
    """What a sign-off says of one action: an entry in the action's own log."""

    append_only = True

    sign_off = models.ForeignKey(ReturnSignOff, on_delete=models.PROTECT, related_name="answers")
    line = models.ForeignKey(ReturnLine, on_delete=models.PROTECT, related_name="answers")
    note = models.OneToOneField(ProgressNote, on_delete=models.PROTECT, related_name="+")
    is_as_before = models.BooleanField(help_text="Confirmed, and nothing new said of it")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "sign_off", "line", "note", "is_as_before"})

    class Meta:
        ordering = ["line__place", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sign_off", "line"], name="return_answer_once_for_each_line"
            )
        ]

    def __str__(self) -> str:
        return f"answer {self.pk} to line {self.line_id}"


class ReturnQuestion(models.Model):
    """Why a signed return was sent back. The next sign-off answers it."""

    append_only = True

    sign_off = models.OneToOneField(
        ReturnSignOff, on_delete=models.PROTECT, related_name="question"
    )
    words = models.TextField()
    asked_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"words"})
        plain = frozenset({"id", "sign_off", "asked_on", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="return_question_asks_something")
        ]

    def __str__(self) -> str:
        return f"question {self.pk} about sign-off {self.sign_off_id}"
