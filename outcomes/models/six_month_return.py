from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from actionplans.cycle import FINISHED, ActionStatus
from actionplans.models import Action

if TYPE_CHECKING:
    from outcomes.models.answers import ReturnSignOff


class SixMonthReturnQuerySet(models.QuerySet["SixMonthReturn"]):
    def waiting(self) -> Self:
        """Keep those that are not signed off, or were sent back since."""
        standing = SixMonthReturn.objects.filter(
            pk=OuterRef("pk"), sign_offs__isnull=False, sign_offs__question__isnull=True
        )
        return self.filter(~Exists(standing))

    def late(self, today: date) -> Self:
        return self.waiting().filter(due_on__lt=today)


class SixMonthReturn(models.Model):
    """
    What an agency is asked every six months: how each action stands that it leads in a review.

    `lines` hold the actions in the words they had when it was asked. What the agency says stands
    in its sign-offs, which are only ever added to.
    """

    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement", on_delete=models.PROTECT, related_name="six_month_returns"
    )
    number = models.PositiveSmallIntegerField(help_text="Of this agency in this review, from 1")
    from_on = models.DateField(help_text="The first day it is about")
    due_on = models.DateField()
    recorded_at = models.DateTimeField()

    objects = SixMonthReturnQuerySet.as_manager()

    class Privacy:
        identifying: frozenset[str] = frozenset()
        plain = frozenset({"id", "involvement", "number", "from_on", "due_on", "recorded_at"})

    class Meta:
        ordering = ["involvement", "-number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["involvement", "number"], name="six_month_return_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["involvement", "due_on"], name="six_month_return_once_for_each_day"
            ),
            models.CheckConstraint(
                condition=models.Q(from_on__lt=models.F("due_on")),
                name="six_month_return_is_about_some_time",
            ),
        ]

    def __str__(self) -> str:
        return f"six-month return {self.number} of involvement {self.involvement_id}"

    def get_absolute_url(self) -> str:
        review = self.involvement.review
        return reverse("outcomes:return", args=[review.reference, self.pk])

    # Questions: fetch `sign_offs` with their questions, and the review, for a list

    @property
    def name(self) -> str:
        return f"Return {self.number}"

    @property
    def last_sign_off(self) -> "ReturnSignOff | None":
        return next(iter(self.sign_offs.all()), None)

    @property
    def is_sent_back(self) -> bool:
        return bool(self.last_sign_off and self.last_sign_off.asked_back)

    @property
    def is_signed_off(self) -> bool:
        return bool(self.last_sign_off and not self.last_sign_off.asked_back)

    @property
    def is_waiting(self) -> bool:
        """Test whether the agency is asked for it still: nobody is once the review has ended."""
        return not self.is_signed_off and not self.involvement.review.has_ended

    @property
    def words(self) -> str:
        if self.is_signed_off:
            return "Signed off"
        if self.involvement.review.has_ended:
            return "Not signed off before the review ended"
        return "Sent back with a question" if self.is_sent_back else "Waiting for the agency"

    @property
    def tone(self) -> str:
        return "done" if self.is_signed_off else "underway" if self.is_sent_back else "plain"


class ReturnLine(models.Model):
    """
    One action as it stood when a return was asked for. Never edited.

    `action` is empty where the action was taken out of the plan since.
    """

    six_month_return = models.ForeignKey(
        SixMonthReturn, on_delete=models.PROTECT, related_name="lines"
    )
    action = models.ForeignKey(
        Action, null=True, on_delete=models.SET_NULL, related_name="return_lines"
    )
    place = models.PositiveSmallIntegerField(help_text="Within the return, from 1")
    numbers = models.CharField(max_length=12, help_text="What the action was called, such as 1.2")
    recommendation = models.TextField()
    text = models.TextField(help_text="Action to take")
    outcome_measure = models.TextField(blank=True)
    owner = models.CharField(max_length=200, blank=True)
    target_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=ActionStatus)
    said_on = models.DateField(
        null=True, blank=True, help_text="When something was said of it last"
    )
    said = models.TextField(blank=True, help_text="What was said of it last")

    class Privacy:
        identifying = frozenset({"recommendation", "text", "outcome_measure", "owner", "said"})
        plain = frozenset(
            {
                "id", "six_month_return", "action", "place", "numbers", "target_on", "status",
                "said_on",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["six_month_return", "action"], name="return_line_once_for_each_action"
            )
        ]

    def __str__(self) -> str:
        return f"line {self.place} of six-month return {self.six_month_return_id}"

    # Questions: fetch `action` and `six_month_return` with it

    @property
    def is_theirs(self) -> bool:
        """Test whether the agency leads it still."""
        part = self.six_month_return.involvement_id
        return self.action is not None and self.action.lead_id == part

    @property
    def is_to_answer(self) -> bool:
        """Test whether there is anything to say of it: it is theirs, and not finished."""
        action = self.action
        return action is not None and self.is_theirs and action.status not in FINISHED

    @property
    def has_moved(self) -> bool:
        """Test whether its status is another than when it was asked about."""
        return self.action is not None and self.action.status != self.status

    @property
    def is_asked_otherwise(self) -> bool:
        """Test whether what is asked, or how one will know, has changed since it was asked."""
        return self.action is not None and print_of(self.action) != print_of(self)

    @property
    def words_now(self) -> str:
        """Return the print of what is asked now. Who answers a page says with it what they read."""
        return print_of(self.action or self)


def print_of(asked: "Action | ReturnLine") -> str:
    """Return what tells two wordings of an action and its outcome measure apart."""
    return sha256(f"{asked.text}\0{asked.outcome_measure}".encode()).hexdigest()
