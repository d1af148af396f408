from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

if TYPE_CHECKING:
    from panels.models.independence import IndependenceDeclaration


class PanelPart(models.TextChoices):
    """The part somebody plays on the panel, in the order in which a panel is listed."""

    INDEPENDENT_CHAIR = "INDEPENDENT_CHAIR", "Independent chair"
    OVERVIEW_AUTHOR = "OVERVIEW_AUTHOR", "Author of the overview report"
    PANEL_MEMBER = "PANEL_MEMBER", "Panel member"
    ADVISER = "ADVISER", "Adviser"
    SECRETARY = "SECRETARY", "Secretary"
    OBSERVER = "OBSERVER", "Observer"


class ShownAs(models.TextChoices):
    """What the published report prints of a member. Usual practice names chair and panel."""

    NAME = "NAME", "By name"
    TITLE = "TITLE", "By job title only"
    WITHHELD = "WITHHELD", "Not at all"


class Standing(models.TextChoices):
    """Whether somebody takes the seat they were offered, and how."""

    SEATED = "SEATED", "Sits on the panel"
    BRIEFED = "BRIEFED", "Is briefed instead of attending"
    INVITED = "INVITED", "Was invited, and has not taken the seat"


class Debrief(models.TextChoices):
    """What a member made of the debrief they were offered at the end. Nothing more is kept."""

    OFFERED = "OFFERED", "Offered, no answer yet"
    TAKEN = "TAKEN", "Taken"
    DECLINED = "DECLINED", "Declined"


class PanelMemberQuerySet(models.QuerySet["PanelMember"]):
    def taken(self) -> Self:
        """Keep the seats that somebody took, whether or not they have left since."""
        return self.exclude(standing=Standing.INVITED)

    def seated(self) -> Self:
        """Keep those who took their seat and have not left."""
        return self.taken().filter(left_on__isnull=True)

    def attending(self) -> Self:
        """Keep those who sit on the panel and come to its meetings."""
        return self.seated().exclude(standing=Standing.BRIEFED)

    def seated_on(self, day: date) -> Self:
        """Keep those who sat on the panel on a day. An unknown first day is long ago."""
        return (
            self.taken()
            .filter(Q(joined_on__isnull=True) | Q(joined_on__lte=day))
            .filter(Q(left_on__isnull=True) | Q(left_on__gt=day))
        )

    def in_order(self) -> Self:
        """Chair first, then as `PanelPart` lists the parts, each by name."""
        order = {part: place for place, part in enumerate(PanelPart.values)}
        places = [models.When(part=part, then=models.Value(n)) for part, n in order.items()]
        return self.order_by(models.Case(*places, output_field=models.IntegerField()), "full_name")


class PanelMember(models.Model):
    """
    Somebody's seat on the panel of one review: who, for whom, and for how long.

    A seat needs no account. Where its person has one, the seat admits them to the review; leaving
    ends that. The independent chair's first day is the day of appointment.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="panel_members"
    )
    part = models.CharField(max_length=20, choices=PanelPart)
    writes_report = models.BooleanField(
        default=False, help_text="Writes the overview report besides the part above"
    )
    is_voting = models.BooleanField(default=False)
    full_name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    involvement = models.ForeignKey(
        "reviews.AgencyInvolvement",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="panel_members",
        help_text="The agency they speak for; empty for people of none",
    )
    organisation = models.CharField(
        max_length=200, blank=True, help_text="Where they come from, when it is no agency of ours"
    )
    also_for = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other bodies they speak for; they open nothing",
    )
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.SEATED)
    invited_on = models.DateField(null=True, blank=True)
    not_seated_because = models.TextField(
        blank=True, help_text="Why somebody who was invited never took the seat"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seats",
        help_text="Their account; empty for a member without one",
    )
    specialist_knowledge = models.TextField(blank=True)
    shown_as = models.CharField(max_length=10, choices=ShownAs, default=ShownAs.NAME)
    joined_on = models.DateField(null=True, blank=True, help_text="Empty where nobody knows")
    left_on = models.DateField(null=True, blank=True)
    left_because = models.TextField(blank=True)
    handover = models.TextField(blank=True, help_text="To whom, and what was handed over")
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )
    handed_over_on = models.DateField(null=True, blank=True)
    debrief = models.CharField(max_length=10, choices=Debrief, blank=True)
    debrief_offered_on = models.DateField(null=True, blank=True)
    unusual_reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = PanelMemberQuerySet.as_manager()

    class Privacy:
        identifying = frozenset(
            {
                "full_name", "job_title", "specialist_knowledge", "left_because", "handover",
                "unusual_reason", "not_seated_because",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "review", "part", "writes_report", "is_voting", "involvement",
                "organisation", "user", "shown_as", "joined_on", "left_on", "recorded_at",
                "recorded_by", "also_for", "standing", "invited_on", "successor",
                "handed_over_on", "debrief", "debrief_offered_on",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(part=PanelPart.INDEPENDENT_CHAIR, left_on__isnull=True),
                name="panel_has_one_independent_chair",
            ),
            models.CheckConstraint(
                condition=~Q(part=PanelPart.OVERVIEW_AUTHOR, writes_report=True),
                name="panel_member_is_author_once",
            ),
            models.CheckConstraint(
                condition=~Q(part=PanelPart.INDEPENDENT_CHAIR, joined_on__isnull=True),
                name="panel_chair_is_appointed_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(joined_on__isnull=True)
                | Q(left_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
                name="panel_member_joins_before_leaving",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=False) | Q(left_because="", handover=""),
                name="panel_member_says_why_only_when_leaving",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=False, successor__isnull=False)
                | Q(successor__isnull=True, handed_over_on__isnull=True),
                name="panel_member_hands_over_when_leaving",
            ),
            models.CheckConstraint(
                condition=~Q(standing=Standing.INVITED)
                | Q(joined_on__isnull=True, left_on__isnull=True, user__isnull=True),
                name="panel_member_invited_has_not_begun",
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.INVITED) | Q(not_seated_because=""),
                name="panel_member_says_why_no_seat_only_without_one",
            ),
            models.CheckConstraint(
                condition=Q(debrief="", debrief_offered_on__isnull=True)
                | ~Q(debrief="") & Q(debrief_offered_on__isnull=False),
                name="panel_member_debrief_is_offered_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"panel member {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("panels:member", args=[self.review.reference, self.pk])

    # Questions

    @property
    def is_chair(self) -> bool:
        return self.part == PanelPart.INDEPENDENT_CHAIR

    @property
    def is_author(self) -> bool:
        return self.writes_report or self.part == PanelPart.OVERVIEW_AUTHOR

    @property
    def appointed_on(self) -> date | None:
        """The day the independent chair was appointed; None for everybody else."""
        return self.joined_on if self.is_chair else None

    @property
    def has_left(self) -> bool:
        return self.left_on is not None

    @property
    def is_invited_only(self) -> bool:
        return self.standing == Standing.INVITED

    @property
    def is_seated(self) -> bool:
        return not (self.has_left or self.is_invited_only)

    @property
    def is_briefed(self) -> bool:
        return self.standing == Standing.BRIEFED

    @property
    def part_in_words(self) -> str:
        """The part as a panel list prints it: "Independent chair and author of the …"."""
        words = self.get_part_display()
        if self.writes_report:
            words = f"{words} and author of the overview report"
        return f"{words}, briefed instead of attending" if self.is_briefed else words

    @property
    def body(self) -> str:
        """For whom they sit: an agency of the review, other organisations, or nobody."""
        first = self.involvement.agency.name if self.involvement else self.organisation
        return ", ".join(filter(None, [first, *self.also_for]))

    @property
    def name_in_report(self) -> str:
        """What a published paper may print."""
        if self.shown_as == ShownAs.NAME:
            return self.full_name
        if self.shown_as == ShownAs.TITLE and self.job_title:
            return self.job_title
        return "Name withheld"

    @property
    def declaration(self) -> "IndependenceDeclaration | None":
        """The latest declaration of independence. Prefetch `declarations` for a list."""
        return next(iter(self.declarations.all()), None)
