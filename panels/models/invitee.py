from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from panels.models.agreement_round import AgreementRound
from panels.models.member import PanelMember


class InviteeQuerySet(models.QuerySet["AgreementInvitee"]):
    def unanswered(self) -> Self:
        return self.filter(answers__isnull=True)

    def awaited(self) -> Self:
        """Keep those whose answer is still to come: not of who left the panel without one."""
        return self.unanswered().filter(Q(member=None) | Q(member__left_on=None))


class AgreementInvitee(models.Model):
    """
    Somebody asked in a round, as they were then: name, organisation, address.

    With an account that may answer, they answer on the page. Otherwise by a link of their own and
    a code; it ends with the round's last day, or when it is taken back. Who left the panel without
    an answer is asked no more; whoever came after them is, in their place.
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
    member = models.ForeignKey(
        PanelMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreements_asked",
        help_text="Their seat on the panel, where they were asked for it",
    )
    in_place_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="asked_instead"
    )
    link = models.OneToOneField(
        "guests.GuestLink",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agreement_invitee",
        help_text="The newest they were sent; without an account",
    )
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = InviteeQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"full_name", "email"})
        plain = frozenset(
            {
                "id", "round", "organisation", "user", "member", "in_place_of", "link",
                "asked_at", "reminded_at",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("round", Lower("email"), name="invitee_asked_once"),
        ]

    def __str__(self) -> str:
        return f"invitee {self.pk} of round {self.round_id}"

    # Questions

    @property
    def has_link(self) -> bool:
        return self.link is not None and not self.link.is_revoked

    @property
    def has_left(self) -> bool:
        return self.member is not None and self.member.has_left

    @property
    def replacement(self) -> "AgreementInvitee | None":
        """Who is asked in their place, where somebody is."""
        return getattr(self, "asked_instead", None)

    @property
    def shown_name(self) -> str:
        """The name that a paper prints: a member as they chose to be shown."""
        return self.member.name_in_report if self.member else self.full_name
