from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse

from families.models.choices import (
    KINDS_OF,
    OFFERED_ADVOCACY,
    OFFERED_LEAFLET,
    REACHED_THEM,
    THEY_TOOK_PART,
    Approach,
    ContactKind,
    ContactState,
    EntryKind,
    Route,
    Side,
    Starter,
    side_of,
)
from families.models.entry import FamilyContactEntry
from privacy.fields import IdentifyingTextField
from reviews.models import Permission, ReviewGrant

if TYPE_CHECKING:
    from agencies.models import User


IN_TOUCH = frozenset({ContactState.IN_TOUCH, ContactState.UPDATES_ONLY, ContactState.CONTRIBUTES})
CLOSED = frozenset({ContactState.DECLINED, ContactState.NOT_TO_BE, ContactState.UNREACHABLE})


class FamilyContactQuerySet(models.QuerySet["FamilyContact"]):
    def readable_by(self, user: "User") -> Self:
        """Keep the people of the compartments that this person may open."""
        held = ReviewGrant.objects.held_by(user, Permission.FAMILY_READ)
        return self.filter(review__in=held.values("content_object"))

    def on_side(self, side: Side) -> Self:
        return self.filter(kind__in=KINDS_OF[side])

    def with_standing(self) -> Self:
        """Add what the log tells of each: see `state`."""
        log = FamilyContactEntry.objects.standing().filter(contact=OuterRef("pk"))
        turns = log.filter(kind__in=[EntryKind.APPROACH, EntryKind.RESPONSE])
        offers = log.filter(kind=EntryKind.ADVOCACY)
        until = ExpressionWrapper(F("happened_on") + F("days_given"), models.DateField())
        drafts = log.filter(kind=EntryKind.DRAFT).annotate(until=until)
        turn = Coalesce(NullIf("approach", Value("")), "response")
        return self.annotate(
            latest_turn=Subquery(turns.values_list(turn)[:1]),
            ask_again_on=Subquery(turns.values("ask_again_on")[:1]),
            advocacy_answer=Subquery(offers.values("advocacy_answer")[:1]),
            reading_until=Subquery(drafts.order_by("-until").values("until")[:1]),
            was_reached=Exists(log.filter(kind__in=REACHED_THEM)),
            was_tried=Exists(log.filter(kind=EntryKind.ATTEMPT)),
            took_part=Exists(log.filter(Q(kind__in=THEY_TOOK_PART) | Q(starter=Starter.THEY))),
            has_leaflet=Exists(log.exclude(leaflet="")),
        )

    def awaiting_advocacy(self) -> Self:
        """After `with_standing`: keep those who were reached and not offered advocacy."""
        return self.filter(
            Q(latest_turn__isnull=True) | ~Q(latest_turn__in=CLOSED),
            kind__in=OFFERED_ADVOCACY,
            was_reached=True,
            advocacy_answer__isnull=True,
        )

    def declined_for_now(self) -> Self:
        """After `with_standing`: keep those who are to be asked again."""
        return self.filter(latest_turn=ContactState.DECLINED_FOR_NOW)


class FamilyContact(models.Model):
    """
    Somebody the review wishes to hear from, or has decided not to ask: who, and by which route.

    What was sent, offered, answered and decided is in the log, an entry for each; how it stands
    is read from there. Everything in words is sealed.
    """

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="family_contacts"
    )
    kind = models.CharField(max_length=20, choices=ContactKind)
    person = models.ForeignKey(
        "reviews.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    own_name = IdentifyingTextField(
        null=True, blank=True, help_text="Of somebody who is not one of the people of the review"
    )
    relationship = IdentifyingTextField(help_text="To the person who died, or the perpetrator")
    route = models.CharField(max_length=24, choices=Route)
    route_through = IdentifyingTextField(
        blank=True, help_text="Name, post and how to reach whoever stands between"
    )
    reached_at = IdentifyingTextField(blank=True, help_text="Telephone, email, address")
    language = IdentifyingTextField(blank=True)
    interpreter_needed = models.BooleanField(default=False)
    interpreter = IdentifyingTextField(blank=True, help_text="Never a relative")
    preference = IdentifyingTextField(blank=True, help_text="How they wish to be contacted")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = FamilyContactQuerySet.as_manager()

    if TYPE_CHECKING:  # what `with_standing` adds
        from datetime import date

        latest_turn: str | None
        ask_again_on: date | None
        advocacy_answer: str | None
        reading_until: date | None
        was_reached: bool
        was_tried: bool
        took_part: bool
        has_leaflet: bool

    class Privacy:
        identifying = frozenset(
            {
                "own_name", "relationship", "route_through", "reached_at", "language",
                "interpreter", "preference",
            }
        )  # fmt: skip
        plain = frozenset(
            {
                "id", "review", "kind", "person", "route", "interpreter_needed", "recorded_at",
                "recorded_by",
            }
        )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True, own_name__isnull=False)
                | Q(person__isnull=False, own_name__isnull=True),
                name="family_contact_is_a_person_or_has_a_name",
            ),
            models.UniqueConstraint(fields=["person"], name="family_contact_once_for_each_person"),
        ]

    def __str__(self) -> str:
        return f"family contact {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("families:contact", args=[self.review.reference, self.pk])

    # Questions

    @property
    def name(self) -> str:
        return self.person.true_name if self.person else self.own_name or ""

    @property
    def side(self) -> Side:
        return side_of(self.kind)

    @property
    def is_perpetrators(self) -> bool:
        return self.side == Side.PERPETRATOR

    @property
    def state(self) -> ContactState:
        """How it stands: the latest word on it, or what was done. Needs `with_standing`."""
        if self.latest_turn and self.latest_turn != Approach.TO_BE:
            return ContactState(self.latest_turn)
        if self.took_part:
            return ContactState.IN_TOUCH
        was_asked = self.was_reached or self.was_tried
        return ContactState.NO_ANSWER if was_asked else ContactState.NOT_YET

    @property
    def is_in_touch(self) -> bool:
        return self.state in IN_TOUCH

    @property
    def is_closed(self) -> bool:
        """Test whether they declined, are not to be approached or could not be reached."""
        return self.state in CLOSED

    @property
    def still_open(self) -> list[str]:
        """What is outstanding, in words; nothing to somebody who is to be left alone."""
        if self.is_closed:
            return []
        open_questions = {
            "a leaflet": self.kind in OFFERED_LEAFLET and not self.has_leaflet,
            "advocacy": self.kind in OFFERED_ADVOCACY and self.advocacy_answer is None,
            "their wishes": self.latest_turn in {None, Approach.TO_BE},
        }
        return [words for words, is_open in open_questions.items() if is_open]
