from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from privacy.fields import IdentifyingTextField


class ScopingRoute(models.TextChoices):
    """How an agency was asked, or chased."""

    EMAIL = "EMAIL", "Email from here"
    OTHER_EMAIL = "OTHER_EMAIL", "Email from elsewhere"
    POST = "POST", "Post"
    PORTAL = "PORTAL", "Through a secure portal"
    PHONE = "PHONE", "Telephone"
    IN_PERSON = "IN_PERSON", "In person"

    @property
    def by(self) -> str:
        """The route inside a sentence: "asked by post"."""
        return BY_ROUTE[self]


BY_ROUTE = {
    ScopingRoute.EMAIL: "by email",
    ScopingRoute.OTHER_EMAIL: "by email from elsewhere",
    ScopingRoute.POST: "by post",
    ScopingRoute.PORTAL: "through a secure portal",
    ScopingRoute.PHONE: "by telephone",
    ScopingRoute.IN_PERSON: "in person",
}

# What can be recorded of a letter or a reminder that did not go out from here.
ELSEWHERE = tuple(route for route in ScopingRoute if route != ScopingRoute.EMAIL)


REMIND_EVERY = 3  # days, once an answer is late; a product default


class ScopingRequestQuerySet(models.QuerySet["ScopingRequest"]):
    def standing(self) -> Self:
        """Keep the last letter to each agency."""
        same_day_or_later = Q(sent_on__gt=OuterRef("sent_on")) | Q(
            sent_on=OuterRef("sent_on"), pk__gt=OuterRef("pk")
        )
        later = ScopingRequest.objects.filter(
            same_day_or_later, involvement=OuterRef("involvement")
        )
        return self.filter(~Exists(later))

    def waiting(self) -> Self:
        """Keep the last letter to each agency where nothing has come back to it."""
        return self.standing().filter(returns__isnull=True)

    def late(self, today: date) -> Self:
        return self.waiting().filter(due_on__lt=today)

    def to_remind(self, today: date) -> Self:
        """
        Keep the late ones of which nobody was reminded in the last days, and that did not ask for
        time until a day to come.
        """
        lately = ScopingChase.objects.filter(
            request=OuterRef("pk"), chased_on__gt=today - timedelta(days=REMIND_EVERY)
        )
        granted = self.model.objects.filter(pk=OuterRef("pk"), delays__until_on__gte=today)
        return self.late(today).filter(~Exists(lately), ~Exists(granted))


class ScopingRequest(models.Model):
    """
    The letter that asks an agency to secure its records, search them and say what it knows.

    An agency is asked again where the search grows: the last letter is the one to answer.
    """

    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="scoping_requests"
    )
    sent_on = models.DateField()
    due_on = models.DateField()
    route = models.CharField(max_length=12, choices=ScopingRoute)
    sent_to = IdentifyingTextField(blank=True, help_text="The email address, or who was asked")
    whom_to_ring = IdentifyingTextField(
        blank=True, help_text="Whom the agency rings with questions"
    )
    note = IdentifyingTextField(
        blank=True, help_text="What this letter says beyond the usual; why an agency is asked again"
    )
    unusual_reason = models.TextField(
        blank=True, help_text="Why it was sent before the partnership was notified"
    )
    letter = models.ForeignKey(
        "documents.Document", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    message = models.ForeignKey(
        "messaging.Message", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ScopingRequestQuerySet.as_manager()

    class Privacy:
        identifying = frozenset({"sent_to", "whom_to_ring", "note", "unusual_reason"})
        plain = frozenset(
            {
                "id", "involvement", "sent_on", "due_on", "route", "letter", "message",
                "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["sent_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("sent_on")),
                name="scoping_request_is_due_after_it_is_sent",
            ),
            models.CheckConstraint(
                condition=Q(route="EMAIL", message__isnull=False)
                | ~Q(route="EMAIL") & Q(message__isnull=True),
                name="scoping_request_from_here_has_its_message",
            ),
        ]

    def __str__(self) -> str:
        return f"scoping request {self.pk}"

    # Questions

    def is_late(self, today: date) -> bool:
        return self.due_on < today


class ScopingChase(models.Model):
    """One reminder of one letter, or another attempt to get an answer to it."""

    request = models.ForeignKey(ScopingRequest, on_delete=models.PROTECT, related_name="chases")
    chased_on = models.DateField()
    route = models.CharField(max_length=12, choices=ScopingRoute)
    tried_by = IdentifyingTextField(
        blank=True, help_text="Who tried, where it was not whoever recorded it"
    )
    tried_whom = IdentifyingTextField(blank=True, help_text="Who was written to, rung or met")
    escalated_to = models.CharField(
        max_length=200, blank=True, help_text="A post and body, never a name: the report prints it"
    )
    note = IdentifyingTextField(blank=True, help_text="Who was reached and what they said")
    message = models.ForeignKey(
        "messaging.Message", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identifying = frozenset({"note", "tried_by", "tried_whom"})
        plain = frozenset(
            {
                "id", "request", "chased_on", "route", "escalated_to", "message", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["chased_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(route="EMAIL", message__isnull=False)
                | ~Q(route="EMAIL") & Q(message__isnull=True),
                name="scoping_chase_from_here_has_its_message",
            ),
        ]

    def __str__(self) -> str:
        return f"scoping chase {self.pk}"
