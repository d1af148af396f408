from typing import IO

from django.conf import settings
from django.db import models
from django.db.models import Q

from documents import storage
from documents.kinds import DocumentKind
from privacy.fields import IdentifyingTextField


class ScanState(models.TextChoices):
    """What the malware scanner has said of a file."""

    PENDING = "PENDING", "Being checked"
    CLEAN = "CLEAN", "Checked"
    REFUSED = "REFUSED", "Refused: malware"
    NOT_SCANNED = "NOT_SCANNED", "Not scanned"


SAID = (ScanState.CLEAN, ScanState.REFUSED)


class FileNotOpen(Exception):
    """Nobody may open this file: it waits to be checked, or malware was found in it."""

    def __init__(self, document: "Document") -> None:
        self.is_refused = document.scan == ScanState.REFUSED
        super().__init__(REFUSED if self.is_refused else WAITING)


WAITING = (
    "This file is being checked for malware. It opens once that is done, usually within a minute."
)
REFUSED = (
    "Malware was found in this file. Nobody can open it, and what it held is deleted. Whoever "
    "sent it can send another."
)


class Document(models.Model):
    """
    One reception of one file. The bytes are evidence and never change.

    The same file received twice is two rows over one stored copy, kept under its own hash. A
    file that came with a password is kept without it: hash and size are of what is kept.
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
    arrived_protected = models.BooleanField(
        default=False, help_text="It came with a password, and is kept without it"
    )
    scan = models.CharField(max_length=12, choices=ScanState.choices, default=ScanState.PENDING)
    scanned_at = models.DateTimeField(null=True, help_text="When a scanner last said what it is")

    class Privacy:
        identifying = frozenset({"original_name"})
        plain = frozenset(
            {
                "id", "kind", "sha256", "size", "received_at", "received_by",
                "arrived_protected", "scan", "scanned_at",
            }
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(size__gt=0), name="document_is_not_empty"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="document_has_its_hash"
            ),
            models.CheckConstraint(
                condition=Q(scan__in=SAID, scanned_at__isnull=False)
                | ~Q(scan__in=SAID) & Q(scanned_at__isnull=True),
                name="document_is_scanned_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"document {self.pk}, {self.kind}"

    # Questions

    @property
    def stored_as(self) -> str:
        return f"{self.sha256[:2]}/{self.sha256}"

    @property
    def is_open(self) -> bool:
        """Test whether anybody may open it. Without a scanner what was not scanned is open."""
        is_unscannable = self.scan == ScanState.NOT_SCANNED and not settings.CLAMD_ADDRESS
        return self.scan == ScanState.CLEAN or is_unscannable

    def open(self) -> IO[bytes]:
        """
        Open the stored bytes. The caller has asked access before.

        Raises FileNotOpen, in words fit to show, for a file that is not known to be clean.
        """
        if not self.is_open:
            raise FileNotOpen(self)
        return storage.open_bytes(self.stored_as)
