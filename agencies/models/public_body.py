from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse


class BodyKind(models.TextChoices):
    """What sort of body a regional or national recommendation goes to."""

    DEPARTMENT = "DEPARTMENT", "Government department"
    ARM = "ARM", "Part of a department, or a body that answers to one"
    DEVOLVED = "DEVOLVED", "Government or public body of Wales"
    REGULATOR = "REGULATOR", "Regulator or inspectorate"
    OMBUDSMAN = "OMBUDSMAN", "Ombudsman or complaints body"
    COMMISSIONER = "COMMISSIONER", "Commissioner"
    JUSTICE = "JUSTICE", "Body of the courts and of justice"
    POLICING = "POLICING", "National body of policing"
    HEALTH = "HEALTH", "Body of the health service"
    PROFESSION = "PROFESSION", "College or council of a profession"
    ASSOCIATION = "ASSOCIATION", "Association of councils or services"
    REGIONAL = "REGIONAL", "Regional body"
    CHARITY = "CHARITY", "National charity"
    OTHER = "OTHER", "Other body"


class PublicBodyQuerySet(models.QuerySet["PublicBody"]):
    def standing(self) -> Self:
        """Those that were not retired."""
        return self.filter(retired_on__isnull=True)

    def known_to(self, *partnerships: int) -> Self:
        """Those of everybody, and those that one of these partnerships keeps for itself."""
        return self.filter(Q(partnership__isnull=True) | Q(partnership__in=partnerships))


class PublicBody(models.Model):
    """
    A regional or national body that recommendations are sent to; it takes no part in reviews.

    The house lists the known ones (`agencies.listed`), under a key that stays; a partnership adds
    others, for everybody or for itself (`partnership`). Where they are written to, each
    partnership knows for itself: `BodyAddress`.
    """

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=15, choices=BodyKind)
    part_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    region = models.CharField(max_length=100, help_text="England and Wales, or a region of them")
    decides = models.TextField(blank=True, help_text="What it decides, in words")
    topics = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    listed_as = models.SlugField(max_length=80, unique=True, null=True, blank=True)
    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="public_bodies",
    )
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    retired_on = models.DateField(null=True, blank=True)
    changed_at = models.DateTimeField(
        null=True, blank=True, help_text="By a person; the house's list changes it no more"
    )

    objects = PublicBodyQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset(
            {
                "id", "name", "short_name", "kind", "part_of", "region", "decides", "topics",
                "aliases", "listed_as", "partnership", "successor", "retired_on", "changed_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "public bodies"
        constraints = [
            models.UniqueConstraint(
                fields=["name", "partnership"],
                nulls_distinct=False,
                name="public_body_is_listed_once",
            ),
            models.CheckConstraint(
                condition=Q(part_of__isnull=True) | ~Q(part_of=models.F("id")),
                name="public_body_is_not_part_of_itself",
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True)
                | Q(retired_on__isnull=False) & ~Q(successor=models.F("id")),
                name="public_body_has_a_successor_once_retired",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("agencies:body", args=[self.pk])

    # Questions

    @property
    def is_of_one_partnership(self) -> bool:
        return self.partnership_id is not None

    def goes_by(self, words: str) -> bool:
        """Test whether words are a name of it: in full, in short, or as it was called."""
        return plain(words) in {plain(name) for name in (self.name, self.short_name, *self.aliases)}

    @property
    def label(self) -> str:
        """Its name, and the body it is part of."""
        return f"{self.name} ({self.part_of.name})" if self.part_of else self.name


def plain(words: str) -> str:
    """Return words in lower case with one kind of apostrophe, dash and space, for comparing."""
    return " ".join(words.casefold().replace("’", "'").replace("–", "-").split())


class BodyAddress(models.Model):
    """Where one partnership writes to a body, by its own knowledge."""

    body = models.ForeignKey(PublicBody, on_delete=models.CASCADE, related_name="addresses")
    partnership = models.ForeignKey(
        "agencies.CommunitySafetyPartnership", on_delete=models.CASCADE, related_name="+"
    )
    for_the_attention_of = models.CharField(
        max_length=200, blank=True, help_text="A post or a team, such as the correspondence unit"
    )
    email = models.EmailField(blank=True)
    address = models.TextField(blank=True)
    note = models.TextField(blank=True, help_text="How they want to be written to")
    checked_on = models.DateField(help_text="When somebody last knew that it is right")

    class Privacy:
        identifying = frozenset({"for_the_attention_of", "email", "note"})
        plain = frozenset({"id", "body", "partnership", "address", "checked_on"})

    class Meta:
        ordering = ["partnership_id", "body_id"]
        verbose_name_plural = "body addresses"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "partnership"], name="body_has_one_address_for_each_partnership"
            )
        ]

    def __str__(self) -> str:
        return f"address of body {self.body_id} for partnership {self.partnership_id}"
