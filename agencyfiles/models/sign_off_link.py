from django.db import models

from guests.models import GuestLink
from privacy.fields import IdentifyingTextField


class SignOffLink(models.Model):
    """
    A link by which one senior person without an account signs off one version of a report.

    It signs exactly what stood there when it was sent: whatever changes lets it lapse.
    """

    version = models.ForeignKey(
        "evidence.ImrVersion", on_delete=models.PROTECT, related_name="sign_off_links"
    )
    link = models.OneToOneField(GuestLink, on_delete=models.PROTECT, related_name="+")
    full_name = IdentifyingTextField(help_text="Who is asked to sign")
    job_title = models.CharField(max_length=200)
    sha256 = models.CharField(
        max_length=64, help_text="Of front sheet, version and document as they were sent"
    )

    class Privacy:
        identifying = frozenset({"full_name"})
        plain = frozenset({"id", "version", "link", "job_title", "sha256"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"sign-off link {self.pk}"

    # Questions

    @property
    def signs_as(self) -> str:
        return f"{self.full_name}, {self.job_title}"
