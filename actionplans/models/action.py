from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Deferrable, Q
from django.urls import reverse

from actionplans.cycle import ACTION_CYCLE, DONE, GIVEN_UP, OPEN, TONES, ActionStatus
from actionplans.models.recommendation import Recommendation
from reviews.state_machine import Transition

if TYPE_CHECKING:
    from actionplans.models.progress import Assurance, Milestone, ProgressNote


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> Self:
        """Keep those on which somebody still has something to do."""
        return self.filter(status__in=OPEN)

    def late(self, today: date) -> Self:
        return self.open().filter(target_on__lt=today)

    def to_check(self) -> Self:
        """Keep those that are reported done and that nobody has checked."""
        return self.filter(status=ActionStatus.DONE_UNVERIFIED)


class Action(models.Model):
    """
    One row of the action plan: what a lead agency does about a recommendation, by when.

    `status` is changed through `actionplans.cycle` alone, with a progress note or an assurance.
    """

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, related_name="actions"
    )
    number = models.PositiveSmallIntegerField(help_text="Within the recommendation, from 1")
    text = models.TextField(help_text="Action to take")
    lead = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_actions",
    )
    lead_words = models.CharField(
        max_length=200, blank=True, help_text="A lead that takes no part in the review"
    )
    owner = models.CharField(max_length=200, blank=True, help_text="Name or post")
    outcome_measure = models.TextField(
        blank=True, help_text="How one will know that something is different"
    )
    target_on = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=20, choices=ActionStatus, default=ActionStatus.NOT_STARTED)
    completed_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True, help_text="What is different now")
    given_up_because = models.TextField(
        blank=True, help_text="Why it cannot be done, or what takes its place"
    )
    plan_cells = models.JSONField(
        default=dict,
        blank=True,
        help_text="Its words in the plan it was brought in from, by column: models.plan_cells",
    )
    plan_import = models.ForeignKey(
        "actionplans.PlanImport",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        help_text="The file it was brought in from, or changed by last",
    )
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ActionQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {"text", "owner", "outcome_measure", "outcome", "given_up_because", "plan_cells"}
        )
        plain = frozenset(
            {
                "id", "recommendation", "number", "lead", "lead_words", "target_on", "status",
                "completed_on", "plan_import", "recorded_at", "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["recommendation__number", "number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "number"],
                name="action_has_its_own_number",
                deferrable=Deferrable.DEFERRED,  # two change places in one transaction
            ),
            models.CheckConstraint(condition=~Q(text=""), name="action_says_something"),
            models.CheckConstraint(
                condition=Q(lead__isnull=True) | Q(lead_words=""), name="action_has_one_lead"
            ),
            models.CheckConstraint(
                condition=Q(completed_on__isnull=False, status__in=sorted(DONE))
                | Q(completed_on__isnull=True) & ~Q(status__in=sorted(DONE)),
                name="action_completed_on_a_day_when_done",
            ),
            models.CheckConstraint(
                condition=Q(given_up_because="") ^ Q(status__in=sorted(GIVEN_UP)),
                name="action_given_up_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"action {self.pk}, {self.status}"

    def get_absolute_url(self) -> str:
        return reverse("actionplans:action", args=[self.recommendation.review.reference, self.pk])

    # Questions

    @property
    def name(self) -> str:
        """What to call it: "1.2" is the second action of the first recommendation."""
        return f"Action {self.recommendation.number}.{self.number}"

    @property
    def lead_agency(self) -> str:
        return self.lead.agency.name if self.lead else self.lead_words

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    @property
    def is_done(self) -> bool:
        return self.status in DONE

    @property
    def is_to_check(self) -> bool:
        return self.status == ActionStatus.DONE_UNVERIFIED

    @property
    def is_complete(self) -> bool:
        """Test whether the plan says all it needs to: who leads, by when, and what for."""
        has_lead = self.lead_id is not None or bool(self.lead_words)
        return bool(has_lead and self.target_on and self.outcome_measure.strip())

    @property
    def tone(self) -> str:
        return TONES[ActionStatus(self.status)]

    @property
    def reached(self) -> "list[Milestone]":
        """The milestones that were reached. Prefetch `milestones` for a list."""
        return [one for one in self.milestones.all() if one.is_done]

    @property
    def standing_check(self) -> "Assurance | None":
        """The check that found it done, while it stands."""
        latest = next(iter(self.assurances.all()), None)
        return latest if latest and self.status == ActionStatus.DONE_VERIFIED else None

    @property
    def said_last(self) -> "ProgressNote | None":
        return next(iter(self.progress_notes.all()), None)

    @property
    def moves(self) -> tuple[Transition, ...]:
        return ACTION_CYCLE.moves_from(self.status)

    def is_late(self, today: date) -> bool:
        return self.is_open and self.target_on is not None and self.target_on < today
