"""Whether every chronology that was asked for is before the panel, in words."""

from collections.abc import Iterable
from typing import TypeVar

from django.urls import reverse

from chronologies.cycle import ANSWERED_FOR
from chronologies.cycle import SubmissionState as S
from chronologies.models import ChronologySubmission
from evidence.gates.scoping import counted, listed
from evidence.models import EvidenceRequest, Tier
from pages.parts import Blocker
from reviews.models import Review

# Where a chronology stands on its way to the panel, in words for one agency and for several.
OUTSTANDING: tuple[tuple[frozenset[str], str, str], ...] = (
    (
        frozenset({"", S.RECEIVED, S.UNREADABLE}),
        "has not sent its chronology",
        "have not sent their chronologies",
    ),
    (
        frozenset({S.READ}),
        "has sent a chronology and not submitted it yet",
        "have sent chronologies and not submitted them yet",
    ),
    (
        frozenset({S.SUBMITTED}),
        "has not signed off its chronology",
        "have not signed off their chronologies",
    ),
    (
        frozenset({S.SIGNED_OFF}),
        "has signed off a chronology that is not released to the panel",
        "have signed off chronologies that are not released to the panel",
    ),
)
Key = TypeVar("Key")  # what agencies are told apart by
WITH_CHRONOLOGY = [tier for tier in Tier if tier.has_chronology]


def every_chronology_is_released(review: Review) -> list[Blocker]:
    """Wait for every agency of which a chronology is asked, and for what is signed off."""
    states = states_of(review)
    page = reverse("chronologies:chronologies", args=[review.reference])
    found = []
    for waiting, one, several in OUTSTANDING:
        names = sorted(name for name, state in states.items() if state in waiting)
        if names:
            words = f"{counted(len(names))} {one if len(names) == 1 else several}"
            found.append(Blocker(f"{words}: {listed(names)}.", page))
    return found


def states_of(review: Review) -> dict[str, str]:
    """Return how far the chronology of each agency is, by the agency's name."""
    asked = EvidenceRequest.objects.standing().filter(
        involvement__review=review, tier__in=WITH_CHRONOLOGY
    )
    sent = ChronologySubmission.objects.filter(involvement__review=review).order_by("number")
    return furthest(
        asked.values_list("involvement__agency__name", flat=True),
        sent.values_list("involvement__agency__name", "state"),
    )


def furthest(asked: Iterable[Key], sent: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """
    Return how far the chronology of each agency is; empty where nothing has come.

    asked: those of whom one is asked. sent: state of each file, by agency, in the order they came.
    """
    states = dict.fromkeys(asked, "")
    for agency, state in sent:
        is_unfinished = states.get(agency, S.RELEASED) != S.RELEASED
        if state in ANSWERED_FOR or is_unfinished:  # a new draft takes no release away
            states[agency] = state
    return states
