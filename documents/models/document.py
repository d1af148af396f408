from typing import IO

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q

from documents.kinds import DocumentKind
from privacy.fields import IdentifyingTextField


class Document(models.Model):
    """
    One reception of one file. The bytes are evidence and never change.

    The same file received twice is two rows over one stored copy, kept under its own hash.
    """

    kind = models.CharField(max_length=10, choices=DocumentKind.choices)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    original_name = IdentifyingTextField(help_text="As it was sent; file names hold names")
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Nobody when it came by the command line",
    )

    class Privacy:
        identifying = frozenset({"original_name"})
        plain = frozenset({"id", "kind", "sha256", "size", "received_at", "received_by"})

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_has_its_hash"
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}, {self.kind}"

    # Questions

    @property
    def stored_as(self) -> str:
        return f"{self.sha256[:2]}/{self.sha256}"

    def open(self) -> IO[bytes]:
        """Open the stored bytes. The caller has asked access before."""
        stored: IO[bytes] = default_storage.open(self.stored_as)
        return stored
