from django.conf import settings
from django.db import models

from panels.models.answer import AgreementAnswer


class DispositionKind(models.TextChoices):
    """What becomes of an objection or a comment."""

    MET = "MET", "Taken up: the text will change"
    NOT_TAKEN = "NOT_TAKEN", "Not taken up, and kept as dissent"
    WITHDRAWN = "WITHDRAWN", "Withdrawn by the person who made it"


class AgreementDisposition(models.Model):
    """What became of one objection or comment, and why. Every objection gets one."""

    answer = models.OneToOneField(
        AgreementAnswer, on_delete=models.PROTECT, related_name="disposition"
    )
    kind = models.CharField(max_length=12, choices=DispositionKind)
    words = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"words"})
        plain = frozenset({"id", "answer", "kind", "recorded_at", "recorded_by"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"disposition {self.pk} of answer {self.answer_id}"

    # Questions

    @property
    def is_withdrawn(self) -> bool:
        return self.kind == DispositionKind.WITHDRAWN
