from datetime import date, timedelta
from hashlib import sha256
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from actionplans.models import Recommendation
from agencies.models import PublicBody
from guests.models import GuestLink
from privacy.fields import IdentifyingTextField

# Product defaults: D26, after the 56 days of the Domestic Abuse Act for the Commissioner's own
ACKNOWLEDGED_WITHIN = timedelta(days=28)
REPLIED_WITHIN = timedelta(days=56)


class DispatchRoute(models.TextChoices):
    LINK = "LINK", "Email from here, with a link to reply by"
    OWN_MAIL = "OWN_MAIL", "Email from the partnership’s own mailbox"
    POST = "POST", "Post"
    MEETING = "MEETING", "Handed over"


class DispatchQuerySet(models.QuerySet["Dispatch"]):
    def sent(self) -> Self:
        return self.filter(sent_on__isnull=False)


class Dispatch(models.Model):
    """
    Recommendations of a review put together for one body, and sent to it.

    What it says is frozen when it is prepared: `body_name`, `covering` and each `SentWords`. How
    it stands is worked out from the days, from `Acknowledgement`, `Reply` and `Chase`.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="dispatches"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the review, from 1")
    body = models.ForeignKey(PublicBody, on_delete=models.PROTECT, related_name="dispatches")
    body_name = models.CharField(max_length=200)
    addressed_to = models.TextField(help_text="Name and postal address, as on the letter")
    covering = models.TextField(help_text="The words of the letter around the recommendations")
    signed_by = IdentifyingTextField()
    signed_by_post = models.CharField(max_length=200, blank=True)
    prepared_at = models.DateTimeField()
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    route = models.CharField(max_length=10, choices=DispatchRoute, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    early_because = models.TextField(
        blank=True, help_text="Why it left before the Home Office cleared the review"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_chased = models.BooleanField(
        default=False, help_text="Chase letters go by themselves: somebody decided so"
    )
    came_back_on = models.DateField(null=True, blank=True)
    came_back_because = models.TextField(blank=True)

    objects = DispatchQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"covering", "signed_by", "early_because", "came_back_because"})
        plain = frozenset(
            {
                "id", "review", "number", "body", "body_name", "addressed_to", "signed_by_post",
                "prepared_at", "prepared_by", "route", "sent_on", "recorded_at", "recorded_by",
                "is_chased", "came_back_on",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["review_id", "number"]
        verbose_name_plural = "dispatches"
        constraints = [
            models.UniqueConstraint(
                fields=["review", "number"], name="dispatch_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(sent_on__isnull=True, route="", recorded_at__isnull=True)
                | Q(sent_on__isnull=False, recorded_at__isnull=False) & ~Q(route=""),
                name="dispatch_sent_says_how_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"dispatch {self.number} of review {self.review_id}"

    def get_absolute_url(self) -> str:
        return reverse("postoffice:dispatch", args=[self.review.reference, self.number])

    # Questions

    @property
    def name(self) -> str:
        return f"Letter {self.number} to {self.body_name}"

    @property
    def is_sent(self) -> bool:
        return self.sent_on is not None

    @property
    def is_by_link(self) -> bool:
        return self.route == DispatchRoute.LINK

    @property
    def acknowledgement_due_on(self) -> date | None:
        return self.sent_on + ACKNOWLEDGED_WITHIN if self.sent_on else None

    @property
    def reply_due_on(self) -> date | None:
        return self.sent_on + REPLIED_WITHIN if self.sent_on else None


class SentWords(models.Model):
    """One recommendation in a dispatch, in the very words that are sent."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.CASCADE, related_name="lines")
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="sent_words"
    )
    number = models.PositiveSmallIntegerField(help_text="Of the recommendation, as it was then")
    text = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Privacy:
        identifying = frozenset({"text"})
        plain = frozenset({"id", "dispatch", "recommendation", "number", "sha256"})

    class Meta:
        ordering = ["number", "id"]
        verbose_name_plural = "sent words"
        constraints = [
            models.UniqueConstraint(
                fields=["dispatch", "recommendation"], name="dispatch_says_each_once"
            )
        ]

    def __str__(self) -> str:
        return f"words {self.pk} of dispatch {self.dispatch_id}"

    # Questions

    @property
    def is_as_it_stands(self) -> bool:
        return self.text == self.recommendation.text


class DispatchLink(models.Model):
    """A link by which somebody at the body reads a dispatch and replies. The last one is open."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, related_name="links")
    link = models.OneToOneField(GuestLink, on_delete=models.PROTECT, related_name="+")

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "dispatch", "link"})

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"dispatch link {self.pk}"


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()
