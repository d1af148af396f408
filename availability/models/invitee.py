from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from availability.models.poll import DatesPoll
from panels.models import PanelMember


class PollInviteeQuerySet(models.QuerySet["PollInvitee"]):
    def awaited(self) -> Self:
        """Keep those whose answer is still to come: not of who left the panel without one."""
        return self.filter(answers__isnull=True).filter(Q(member=None) | Q(member__left_on=None))


class PollInvitee(models.Model):
    """
    Somebody asked when they can come, as they were then: name, organisation, address.

    With an account that opens the panel's pages they answer there; others by a link of their own
    and a code. It ends with the last day, or when it is taken back; a day that was chosen is told
    by a new one.
    """

    poll = models.ForeignKey(DatesPoll, on_delete=models.PROTECT, related_name="invitees")
    full_name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    email = models.EmailField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dates_asked",
        help_text="Their account, where it may answer on the page",
    )
    member = models.ForeignKey(
        PanelMember,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="dates_asked",
        help_text="Their seat on the panel, where they were asked for it",
    )
    link = models.OneToOneField(
        "guests.GuestLink",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="poll_invitee",
        help_text="The newest they were sent; without an account",
    )
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)

    objects = PollInviteeQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"full_name", "email"})
        plain = frozenset(
            {"id", "poll", "organisation", "user", "member", "link", "asked_at", "reminded_at"}
        )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("poll", Lower("email"), name="poll_invitee_asked_once"),
        ]

    def __str__(self) -> str:
        return f"invitee {self.pk} of poll {self.poll_id}"

    # Questions

    @property
    def has_link(self) -> bool:
        return self.link is not None and not self.link.is_revoked

    @property
    def can_be_reached(self) -> bool:
        return self.user_id is not None or self.has_link

    @property
    def has_left(self) -> bool:
        return self.member is not None and self.member.has_left

    @property
    def is_chair(self) -> bool:
        return self.member is not None and self.member.is_chair
