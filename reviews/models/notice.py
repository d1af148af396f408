from django.conf import settings
from django.db import models


class NoticeKind(models.TextChoices):
    """Whom the partnership must tell in writing, and of what."""

    HOME_OFFICE_DECISION = "HOME_OFFICE_DECISION", "Home Office told of the decision"
    FAMILY_DECISION = "FAMILY_DECISION", "Family told of the decision"
    HOME_OFFICE_DIRECTION = "HOME_OFFICE_DIRECTION", "Direction received from the Home Office"
    HOME_OFFICE_DELAY = "HOME_OFFICE_DELAY", "Home Office told of a hold or a later date"
    FAMILY_DELAY = "FAMILY_DELAY", "Family told of a hold or a later date"
    QA_LETTER_FAMILY = "QA_LETTER_FAMILY", "Home Office letter shared with the family"
    QA_LETTER_PANEL = "QA_LETTER_PANEL", "Home Office letter shared with the panel and its chair"
    HOME_OFFICE_PUBLISHED = (
        "HOME_OFFICE_PUBLISHED",
        "Published report and its address sent to the Home Office",
    )
    RECORDS_SECURED = "RECORDS_SECURED", "Agencies asked to secure their records"
    COMMISSIONER_COPY = "COMMISSIONER_COPY", "Report copied to the Domestic Abuse Commissioner"


class NoticeRoute(models.TextChoices):
    EMAIL = "EMAIL", "Email"
    POST = "POST", "Post"
    BY_HAND = "BY_HAND", "By hand"
    PORTAL = "PORTAL", "Through a secure portal"
    LIAISON_OFFICER = "LIAISON_OFFICER", "Through the family liaison officer"
    ADVOCATE = "ADVOCATE", "Through an advocate"


class Notice(models.Model):
    """
    That somebody was told, or told us, in writing. The letter went its own way: recording it
    here sends nothing.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=24, choices=NoticeKind)
    sent_on = models.DateField()
    route = models.CharField(max_length=20, choices=NoticeRoute)
    reference = models.CharField(
        max_length=100, blank=True, help_text="The other side's reference, if it gave one"
    )
    letter = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note"})
        plain = frozenset(
            {
                "id", "review", "kind", "sent_on", "route", "reference", "letter",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["sent_on", "id"]

    def __str__(self) -> str:
        return f"notice {self.pk}"
