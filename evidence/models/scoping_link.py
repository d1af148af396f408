from django.db import models

from evidence.models.scoping_request import ScopingRequest
from guests.models import GuestLink
from privacy.fields import IdentifyingTextField


class ScopingLink(models.Model):
    """A link by which somebody without an account answers one scoping letter, once."""

    request = models.ForeignKey(ScopingRequest, on_delete=models.PROTECT, related_name="links")
    link = models.OneToOneField(GuestLink, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "request", "link"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"scoping link {self.pk}"


class ScopingDelay(models.Model):
    """
    That somebody asked, by a link, for more time to answer. The letter still waits for its answer.

    The letter keeps its day. The clock shows the one they named beside it, as agreed: nobody
    reminds them before it, unless the partnership writes again.
    """

    link = models.ForeignKey(ScopingLink, on_delete=models.PROTECT, related_name="delays")
    request = models.ForeignKey(ScopingRequest, on_delete=models.PROTECT, related_name="delays")
    until_on = models.DateField(help_text="When they mean to answer")
    records_secured = models.BooleanField()
    reason = IdentifyingTextField()
    full_name = IdentifyingTextField(help_text="Whose words these are")
    job_title = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Privacy:
        identifying = frozenset({"reason", "full_name"})
        plain = frozenset(
            {"id", "link", "request", "until_on", "records_secured", "job_title", "recorded_at"}
        )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"scoping delay {self.pk}"
