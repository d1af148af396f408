"""The list of reviews: what a person may see of it, narrowed to what they look for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from agencies.models import User
from pages.parts import Filter
from reviews.lifecycle import ENDED, STEPS, Stage
from reviews.models import (
    AgencyInvolvement,
    Deadline,
    InvolvementGrant,
    Permission,
    Person,
    PersonRole,
    Review,
)
from reviews.queries.hats import Hat, memberships_of


@dataclass(frozen=True)
class Search:
    """What the address of the list asks for."""

    words: str = ""
    step: str = ""
    standing: str = ""  # a value of STANDINGS

    @property
    def is_narrow(self) -> bool:
        """Test whether an empty list may be the fault of the question."""
        return bool(self.words or self.step or self.standing)


STANDINGS = [
    Filter("", "All"),
    Filter("late", "A statutory date is past"),
    Filter("running", "Running"),
    Filter("ended", "Ended"),
]


def readable(user: User, *, hat: Hat | None) -> QuerySet[Review]:
    """Return the reviews a person may open, those of one hat where one is worn."""
    reviews = Review.objects.readable_by(user)
    if hat:
        reviews = reviews.filter(pk__in=memberships_of(user, hat).values("review"))
    return reviews


def own_parts(user: User, *, hat: Hat | None) -> QuerySet[AgencyInvolvement]:
    """Return the parts of agencies that a person opens as one of their own people."""
    held = InvolvementGrant.objects.held_by(user, Permission.INVOLVEMENT_READ)
    parts = AgencyInvolvement.objects.filter(pk__in=held.values("content_object"))
    if hat:
        parts = parts.filter(pk__in=memberships_of(user, hat).values("involvement"))
    return parts.select_related("review", "agency").order_by("review__reference", "agency__name")


def called(words: str) -> QuerySet[Person]:
    """Return the people who died and are called so in what is written."""
    return Person.objects.filter(role=PersonRole.VICTIM, pseudonym__icontains=words)


def search(reviews: QuerySet[Review], asked: Search, *, today: date) -> QuerySet[Review]:
    """Narrow the list by reference, pseudonym or body; by step; by how it stands."""
    if asked.words:
        reviews = reviews.filter(
            Q(reference__icontains=asked.words)
            | Q(pseudonym_title__icontains=asked.words)
            | Q(pk__in=called(asked.words).values("review"))
            | Q(partnership__name__icontains=asked.words)
        )
    steps = {str(number): stages for number, (_, stages) in enumerate(STEPS, 1)}
    if asked.step in steps:
        reviews = reviews.filter(stage__in=steps[asked.step])
    return standing(reviews, asked.standing, today=today)


def standing(reviews: QuerySet[Review], which: str, *, today: date) -> QuerySet[Review]:
    if which == "ended":
        return reviews.filter(stage__in=ENDED)
    if which == "running":
        return reviews.exclude(stage__in=ENDED)
    if which == "late":
        return reviews.filter(pk__in=Deadline.objects.statutory().overdue(today).values("review"))
    return reviews


def for_page(reviews: QuerySet[Review]) -> QuerySet[Review]:
    """Fetch what a row of the list shows, in a fixed number of queries."""
    running = Deadline.objects.statutory().running()
    shown = Prefetch("deadlines", running, to_attr="deadlines_running")
    return reviews.select_related("partnership").prefetch_related(shown)


def steps_with_counts(reviews: QuerySet[Review]) -> list[Filter]:
    """Return the filter by step, with how many reviews stand at each."""
    rows = reviews.order_by().values("stage").annotate(found=Count("pk"))
    counts = {Stage(row["stage"]): row["found"] for row in rows}
    found = [
        Filter(str(number), name, sum(counts.get(stage, 0) for stage in stages))
        for number, (name, stages) in enumerate(STEPS, 1)
    ]
    return [Filter("", "All", sum(counts.values())), *(step for step in found if step.count)]
