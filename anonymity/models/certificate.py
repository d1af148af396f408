from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Q
from django.urls import reverse

from anonymity.models.check import IdentifierCheck


class Destination(models.TextChoices):
    """Where a paper goes when it leaves the panel."""

    FAMILY = "FAMILY", "The family and their advocates"
    ADVISERS = "ADVISERS", "Advisers and named people outside the panel"
    HOME_OFFICE = "HOME_OFFICE", "The Home Office"
    COMMISSIONER = "COMMISSIONER", "The Domestic Abuse Commissioner"
    PUBLIC_BODY = "PUBLIC_BODY", "A public body that is asked to act"
    PUBLICATION = "PUBLICATION", "Anyone: publication"

    @property
    def signatures(self) -> int:
        """How many people certify what goes there."""
        return 1 if self in TO_A_FEW else 2

    @property
    def slug(self) -> str:
        return self.value.lower().replace("_", "-")

    @property
    def in_a_sentence(self) -> str:
        return self.label[0].lower() + self.label[1:]


TO_A_FEW = (Destination.FAMILY, Destination.ADVISERS, Destination.PUBLIC_BODY)


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def not_withdrawn(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)

    def whole(self) -> Self:
        """Keep those that everybody has signed who has to, and that nobody withdrew."""
        signed = self.not_withdrawn().annotate(signed=Count("signatures"))
        return signed.filter(signed__gte=F("wanted"))

    def waiting(self) -> Self:
        signed = self.not_withdrawn().annotate(signed=Count("signatures"))
        return signed.filter(signed__lt=F("wanted"))


class Certificate(models.Model):
    """
    That papers were checked, by which rules, what was let stand, and who answers for it.

    files: as the check names them; it holds for the bytes with these SHA-256 and no others.
    known_sha256: of what was known of the people; once more is known it is checked anew.
    overrides: the ids of the decisions by which something stands. wanted: how many sign.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="anonymity_certificates"
    )
    identifier_check = models.ForeignKey(
        IdentifierCheck, on_delete=models.PROTECT, related_name="certificates"
    )
    destination = models.CharField(max_length=14, choices=Destination)
    title = models.CharField(max_length=200)
    files = models.JSONField()
    rule_set = models.CharField(max_length=64)
    known_sha256 = models.CharField(max_length=64)
    overrides = models.JSONField(default=list)
    wanted = models.PositiveSmallIntegerField()
    begun_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_because = models.TextField(blank=True)

    objects = CertificateQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"withdrawn_because"})
        plain = frozenset(
            {
                "id", "review", "identifier_check", "destination", "title", "files", "rule_set",
                "known_sha256", "overrides", "wanted", "begun_at", "withdrawn_at", "withdrawn_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["-begun_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_because="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because=""),
                name="certificate_withdrawn_at_and_why_together",
            ),
        ]

    def __str__(self) -> str:
        return f"certificate {self.pk} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("anonymity:certificate", args=[self.review.reference, self.pk])

    # Questions

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_whole(self) -> bool:
        return not self.is_withdrawn and len(self.signatures.all()) >= self.wanted

    @property
    def hashes(self) -> frozenset[str]:
        return frozenset(file["sha256"] for file in self.files)


class Signature(models.Model):
    """That one person answers for a certificate."""

    certificate = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, related_name="signatures"
    )
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset[str]()
        plain = frozenset({"id", "certificate", "signed_at", "signed_by"})

    class Meta:
        ordering = ["signed_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "signed_by"], name="certificate_signed_once_by_each"
            )
        ]

    def __str__(self) -> str:
        return f"signature {self.pk} on certificate {self.certificate_id}"
