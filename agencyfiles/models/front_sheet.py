from enum import StrEnum

from django.conf import settings
from django.db import models

from pages.parts import Row


class Front(StrEnum):
    """What the front sheet of a report says."""

    AGENCY = "agency"
    AUTHOR = "author"
    COMMISSIONED_BY = "commissioned_by"
    SIGNED_OFF_BY = "signed_off_by"
    SIGNED_OFF_ON = "signed_off_on"
    PERIOD = "period"
    DATED = "dated"

    @property
    def label(self) -> str:
        return FRONT_LABELS[self]


FRONT_LABELS = {
    Front.AGENCY: "Agency",
    Front.AUTHOR: "Author, with post",
    Front.COMMISSIONED_BY: "Commissioned by",
    Front.SIGNED_OFF_BY: "Senior sign-off, with post",
    Front.SIGNED_OFF_ON: "Signed off on",
    Front.PERIOD: "Period under review",
    Front.DATED: "Date of the report",
}


class FrontSheet(models.Model):
    """
    What the front sheet of an agency's own file says, confirmed by whoever writes for it.

    It belongs to one version and to the very file that was read: another file needs another look.
    Its words are the agency's; who really signs off is in the sign-off of the version.
    """

    version = models.OneToOneField(
        "evidence.ImrVersion", on_delete=models.PROTECT, related_name="front_sheet"
    )
    document = models.ForeignKey("documents.Document", on_delete=models.PROTECT, related_name="+")
    agency = models.TextField(blank=True)
    author = models.TextField(blank=True, help_text="With post")
    commissioned_by = models.TextField(blank=True)
    signed_off_by = models.TextField(blank=True, help_text="As the file says, with post")
    signed_off_on = models.TextField(blank=True, help_text="As the file says")
    period = models.TextField(blank=True)
    dated = models.TextField(blank=True, help_text="Date or version of the report")
    left = models.JSONField(
        default=list, help_text="What stays in the document alone: heading, words"
    )
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset(
            {
                "agency", "author", "commissioned_by", "signed_off_by", "signed_off_on", "period",
                "dated", "left",
            }
        )  # fmt: skip
        plain = frozenset({"id", "version", "document", "confirmed_at", "confirmed_by"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"front sheet of version {self.version_id}"

    # Questions

    @property
    def said(self) -> dict[str, str]:
        """What it says, by the name of each field."""
        return {front.value: getattr(self, front.value) for front in Front}

    @property
    def rows(self) -> list[Row]:
        """What it says, for reading; what it does not say is left out."""
        return [Row(front.label, self.said[front]) for front in Front if self.said[front]]
