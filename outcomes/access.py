"""Who sees how actions stand across the reviews of a partnership, and of which reviews."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from actionplans.models import Action
from actionplans.models.action import ActionQuerySet
from agencies.access import partnerships_of
from agencies.models import READS_FIGURES, CommunitySafetyPartnership, User
from outcomes.models import SixMonthReturn
from reviews.access import Held, Permission, has, has_own, held_by
from reviews.models import Review

SEEN_BY = (Permission.PLAN_READ, Permission.PLAN_UPDATE)


@dataclass(frozen=True)
class Sight:
    """
    What somebody sees of the plans of a partnership: the whole plan where they read it, and the
    actions of the agency that they report for. Ended reviews are among them.
    """

    place: CommunitySafetyPartnership
    held: Held
    reads_figures: bool  # holds a post that reads all figures of the partnership

    @property
    def actions(self) -> ActionQuerySet:
        whole = self.held.reviews(Permission.PLAN_READ)
        own = self.held.parts(Permission.PLAN_UPDATE)
        seen = Q()
        if own:
            seen |= Q(lead__in=own)
        if whole or not own:
            seen |= Q(recommendation__review__in=whole)
        return Action.objects.filter(seen, recommendation__review__partnership=self.place)

    @property
    def reads_a_plan(self) -> bool:
        """Test whether a plan is read here, though it may have no action yet."""
        return Review.objects.filter(
            pk__in=self.held.reviews(Permission.PLAN_READ), partnership=self.place
        ).exists()


def sight_or_404(reader: User, slug: str, *, today: date) -> Sight:
    """
    Return what a reader sees of a partnership's plans.

    Raises Http404 to whoever reads no plan there and sees no action, unless they are its officer
    or chair.
    """
    place = get_object_or_404(CommunitySafetyPartnership, slug=slug)
    posts = partnerships_of(reader, *READS_FIGURES, today=today)
    sight = Sight(
        place,
        held_by(reader, but=frozenset(), only=SEEN_BY),
        reads_figures=posts.filter(pk=place.pk).exists(),
    )
    if not (sight.reads_figures or sight.reads_a_plan or sight.actions.exists()):
        raise Http404
    return sight


def return_or_404(reader: User, reference: str, pk: int) -> SixMonthReturn:
    """Return an agency's return to its own people and to whoever reads the plan."""
    rows = SixMonthReturn.objects.select_related(
        "involvement__agency", "involvement__review__partnership"
    )
    found = get_object_or_404(rows, pk=pk, involvement__review__reference=reference)
    part = found.involvement
    is_own = has_own(reader, Permission.PLAN_UPDATE, on=part)
    if not is_own and not has(reader, Permission.PLAN_READ, on=part.review):
        raise Http404
    return found


def answered_return_or_404(reader: User, reference: str, pk: int) -> SixMonthReturn:
    """Return it to whoever answers it: the agency's people, and who enters it for them."""
    found = return_or_404(reader, reference, pk)
    if not has(reader, Permission.PLAN_UPDATE, on=found.involvement):
        raise Http404
    return found


def asked_return_or_404(reader: User, reference: str, pk: int) -> SixMonthReturn:
    """Return it to whoever writes the plan, and so may ask about it."""
    found = return_or_404(reader, reference, pk)
    if not has(reader, Permission.PLAN_WRITE, on=found.involvement.review):
        raise Http404
    return found
