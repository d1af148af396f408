"""
Fill an empty database: the demonstration, then its three reviews copied to all stages.

Rows are written many at a time.
"""

from collections.abc import Callable
from datetime import datetime
from io import StringIO
from itertools import cycle

from django.core.management import call_command

from chronologies.models import ChronologyEntry
from dhr.benchmark.chronologies import add_chronologies
from dhr.benchmark.copying import Copy, copy_review
from dhr.benchmark.people import Company
from dhr.benchmark.widening import widen
from evidence.models import EvidenceRequest, Tier
from reviews.lifecycle import Stage
from reviews.models import AgencyInvolvement, Review

S = Stage
IN_TEN = (S.NOTIFIED, *(S.EVIDENCE,) * 8, S.PUBLISHED)  # of ten copies, of which review each is
# Where the copies of a review stand, in turn
STANDS_AT = {
    S.NOTIFIED: (S.NOTIFIED,),
    S.EVIDENCE: (
        S.EVIDENCE, S.DECISION_PENDING, S.EVIDENCE, S.COMMISSIONED, S.EVIDENCE, S.PANEL_FORMED,
        S.DRAFTING, S.TOR_AGREED, S.DRAFTING, S.FAMILY_AND_AGENCY_REVIEW, S.PANEL_AGREED,
        S.CSP_SIGNED_OFF, S.HO_SUBMITTED, S.HO_QA, S.FURTHER_WORK,
    ),
    S.PUBLISHED: (S.PUBLISHED, S.CLEARED, S.ACTION_MONITORING, S.CONCLUDED),
}  # fmt: skip
AT_ONCE = 100  # copies of one transaction
IN_ONE = 10  # a tenth of all entries stand in one review


def fill(
    *, reviews: int, agencies: int, entries: int, at: datetime, say: Callable[[str], None]
) -> None:
    """
    Leave so many reviews and chronology entries, and what the demonstration has at the least.

    agencies: how many are asked in each review at the least.
    """
    say("Loading the demonstration")
    call_command("load_demonstration", stdout=StringIO())
    for review in Review.objects.all():
        widen(review, agencies=agencies, at=at)
    say(f"Copying its reviews until there are {reviews}")
    add_copies(reviews - Review.objects.count())
    say(f"Writing chronology entries until there are {entries}")
    add_entries(max(0, entries - ChronologyEntry.objects.count()), at=at)


def add_copies(number_of_copies: int) -> None:
    company = Company()
    copies: dict[Review, list[Copy]] = {}
    patterns = {stage: Review.objects.get(stage=stage) for stage in STANDS_AT}
    stages = {stage: cycle(STANDS_AT[stage]) for stage in STANDS_AT}
    for number in range(number_of_copies):
        like = IN_TEN[(number + 1) % len(IN_TEN)]
        copy = Copy(
            number=number,
            reference=f"WY-DHR-{100 + number}",
            changes={"stage": next(stages[like]), "pseudonym_title": f"Adult {number}"},
            cast=company.cast(number),
        )
        copies.setdefault(patterns[like], []).append(copy)
    for review, of_it in copies.items():
        for start in range(0, len(of_it), AT_ONCE):
            copy_review(review, of_it[start : start + AT_ONCE])


def add_entries(entries: int, *, at: datetime) -> None:
    """Write a tenth of the entries into the first review, the rest evenly into all others."""
    parts: dict[int, list[AgencyInvolvement]] = {}
    asked = EvidenceRequest.objects.filter(tier__in=[Tier.IMR_AND_CHRONOLOGY, Tier.CHRONOLOGY])
    for request in asked.select_related("involvement__agency").order_by("involvement"):
        parts.setdefault(request.involvement.review_id, []).append(request.involvement)
    first, *others = parts.values()
    in_first = entries // IN_ONE if others else entries
    add_chronologies(first, entries=in_first, at=at)
    for place, part_of_one in enumerate(others):
        each, over = divmod(entries - in_first, len(others))
        add_chronologies(part_of_one, entries=each + (place < over), at=at)
