from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from guests.models.secret import secret_hash
from privacy.fields import IdentifyingTextField


class GuestLinkQuerySet(models.QuerySet["GuestLink"]):
    def holding(self, secret: str) -> Self:
        """Keep the link with this secret. Only its hash is known here."""
        return self.filter(token_sha256=secret_hash(secret))


class GuestLink(models.Model):
    """
    A link that lets one person without an account do one thing, after a code sent separately.

    What it is for, the record that points at it says. It opens nothing after its last day, once it
    is taken back, and once the one thing is done.
    """

    token_sha256 = models.CharField(max_length=64, unique=True)
    sent_to = IdentifyingTextField(help_text="The email address; codes go to it too")
    review_ref = models.CharField(max_length=60)
    expires_on = models.DateField(help_text="The last day it opens")
    message = models.ForeignKey("messaging.Message", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    used_at = models.DateTimeField(null=True, blank=True, help_text="When the one thing was done")
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = GuestLinkQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"sent_to"})
        plain = frozenset(
            {
                "id", "token_sha256", "review_ref", "expires_on", "message", "recorded_at",
                "recorded_by", "used_at", "revoked_at", "revoked_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=False) | Q(revoked_by__isnull=True),
                name="guest_link_is_taken_back_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"guest link {self.pk}"

    # Questions

    @property
    def is_used(self) -> bool:
        return self.used_at is not None

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    @property
    def was_opened(self) -> bool:
        """Test whether anybody ever typed a code for it that was right."""
        return self.codes.filter(used_at__isnull=False).exists()

    def is_open(self, today: date) -> bool:
        return not (self.is_used or self.is_revoked) and today <= self.expires_on
