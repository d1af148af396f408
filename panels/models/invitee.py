from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from guests.models import secret_hash
from panels.models.agreement_round import AgreementRound


class InviteeQuerySet(models.QuerySet["AgreementInvitee"]):
    def unanswered(self) -> Self:
        return self.filter(answers__isnull=True)

    def holding(self, token: str) -> Self:
        """Keep whoever was sent this secret. Only its hash is known here."""
        return self.filter(token_sha256=secret_hash(token))


class AgreementInvitee(models.Model):
    """
    Somebody asked in a round, as they were then: name, organisation, address.

    With an account that may answer, they answer on the page. Otherwise by a secret link, of which
    only the hash is kept; it ends with the round's last day, or when it is taken back.
    """

    round = models.ForeignKey(AgreementRound, on_delete=models.PROTECT, related_name="invitees")
    full_name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    email = models.EmailField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreements_asked",
        help_text="Their account, where it may answer on the page",
    )
    token_sha256 = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = InviteeQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"full_name", "email"})
        plain = frozenset(
            {"id", "round", "organisation", "user", "token_sha256", "asked_at", "reminded_at"}
        )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("round", Lower("email"), name="invitee_asked_once"),
            models.UniqueConstraint(
                fields=["token_sha256"],
                condition=~Q(token_sha256=""),
                name="invitee_holds_a_secret_of_their_own",
            ),
        ]

    def __str__(self) -> str:
        return f"invitee {self.pk} of round {self.round_id}"

    # Questions

    @property
    def has_link(self) -> bool:
        return bool(self.token_sha256)
