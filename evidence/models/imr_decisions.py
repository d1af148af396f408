"""What senior people and the panel decide on a version: the agency's sign-off, the acceptance."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents.models import Provenance, provenance_constraint
from evidence.models.imr_version import ImrVersion


class ImrSignOff(Provenance):
    """That somebody senior, who is not the author, signed a version off for the agency."""

    version = models.OneToOneField(ImrVersion, on_delete=models.PROTECT, related_name="sign_off")
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Their account; empty for somebody without one",
    )
    full_name = models.CharField(max_length=200)
    signed_off_on = models.DateField()
    note = models.TextField(blank=True, help_text="What the senior person adds for the panel")
    unusual_reason = models.TextField(blank=True, help_text="Why the day is unusual")
    document_names = models.TextField(
        blank=True, help_text="Whom the agency's document names instead for the sign-off"
    )
    capacity = models.TextField(
        blank=True, help_text="In which capacity they signed, where it names somebody else"
    )
    sha256 = models.CharField(max_length=64, help_text="Of what was signed off")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = Provenance.Privacy.identifying | {
            "full_name", "note", "unusual_reason", "document_names", "capacity",
        }  # fmt: skip
        plain = Provenance.Privacy.plain | {
            "id", "version", "signed_by", "signed_off_on", "sha256", "recorded_at", "recorded_by",
        }  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [provenance_constraint("imr_sign_off")]

    def __str__(self) -> str:
        return f"sign-off {self.pk} of version {self.version_id}"


class ImrAcceptance(models.Model):
    """That the panel accepted a version, which lets its members read it; or took that back."""

    version = models.ForeignKey(ImrVersion, on_delete=models.PROTECT, related_name="acceptances")
    accepted_on = models.DateField()
    note = models.TextField(blank=True, help_text="What the panel makes of it")
    unusual_reason = models.TextField(blank=True, help_text="Why the day is unusual")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_because = models.TextField(blank=True)

    class Privacy:
        identifying = frozenset({"note", "unusual_reason", "taken_back_because"})
        plain = frozenset(
            {
                "id", "version", "accepted_on", "recorded_at", "recorded_by", "taken_back_at",
                "taken_back_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["version"],
                condition=Q(taken_back_at__isnull=True),
                name="imr_version_is_accepted_once",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                & Q(taken_back_because="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_because=""),
                name="imr_acceptance_is_taken_back_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"acceptance {self.pk} of version {self.version_id}"

    # Questions

    @property
    def stands(self) -> bool:
        return self.taken_back_at is None
