"""Which bodies belong together: who took over from whom, and what is part of what."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from agencies.models import Agency, AgencyKind
from reviews.access import Refused
from reviews.models import AgencyInvolvement, Review


def stand_ins(part: AgencyInvolvement) -> QuerySet[Agency]:
    """
    Return the bodies that may answer in the place of an agency: those that took over from it or
    that it was merged into, the larger body that it is part of, and whoever is in the review.
    """
    agency = part.agency
    in_review = part.review.involvements.values("agency")
    return (
        Agency.objects.filter(
            Q(successor_of=agency)
            | Q(successor_of__successor_of=agency)
            | Q(pk=agency.part_of_id)
            | Q(pk__in=in_review)
        )
        .exclude(pk=agency.pk)
        .distinct()
    )


def writers(review: Review) -> QuerySet[Agency]:
    """
    Return the bodies that may write for an agency of a review: whoever is in it, what their
    services are part of, and the integrated care boards, which write for GP practices.
    """
    within = review.involvements.values("agency")
    return Agency.objects.filter(
        Q(pk__in=within) | Q(parts__in=within) | Q(kind=AgencyKind.ICB, closed_on__isnull=True)
    ).distinct()


def check_answers_for(body: Agency, part: AgencyInvolvement) -> None:
    """Refuse a body that neither took an agency's place nor is part of the review."""
    if not stand_ins(part).filter(pk=body.pk).exists():
        words = "Choose a body that took over from this one, or add that to the directory first"
        raise Refused(words, field="answered_by")


def same_body(part: AgencyInvolvement) -> QuerySet[AgencyInvolvement]:
    """Return the parts in the review of the other services of an agency's body, by name."""
    agency = part.agency
    kin = Q(agency__part_of=agency)
    if agency.part_of_id:
        kin |= Q(agency=agency.part_of_id) | Q(agency__part_of=agency.part_of_id)
    others = part.review.involvements.filter(kin).exclude(pk=part.pk)
    return others.select_related("agency", "review")


def check_same_body(parts: Sequence[AgencyInvolvement]) -> None:
    """Refuse one answer for services that are not of the first one's body and review."""
    first, *others = parts
    wanted = {part.pk for part in others}
    if (
        wanted
        and set(same_body(first).filter(pk__in=wanted).values_list("pk", flat=True)) != wanted
    ):
        words = "One reply answers for services of one body. Choose those that are part of it"
        raise Refused(words, field="also_for")


def answered_for(part: AgencyInvolvement) -> str:
    """Say where an agency's work went, for whoever asks it in vain; nothing where it stands."""
    agency = part.agency
    names = [body.name for body in agency.successors.all()]
    if names:
        return f"Its work and records went to {', '.join(names)}."
    return "It has closed, and nobody is known to hold its records." if agency.closed_on else ""
