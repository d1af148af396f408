"""
What the overview report says of the agencies: who was asked, who answered, what each sent.

`questions` is asked together with those of other packages; `facts` reads what comes back. Nothing
of what an agency says of anybody is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from evidence.cycle import NOT_IN
from evidence.models import (
    EvidenceRequest,
    IndividualManagementReview,
    ReturnKind,
    ScopingChase,
    ScopingRequest,
    ScopingReturn,
    ScopingRoute,
    Tier,
    WithheldBasis,
)
from evidence.models.author_declaration import capacity_of
from evidence.models.tier import ReportKind
from reviews.lifecycle import Stage
from reviews.models import Capacity, Judged, Review, judge
from reviews.models.independence import disqualifying
from reviews.queries.asking import Question, Row, told
from reviews.queries.facts import passed_on_paper


@dataclass(frozen=True, kw_only=True)
class Attempts:
    """
    How often and by which routes an answer was asked for, and to which posts it was taken up.

    There is no field for a name: who tried, and with whom, stands in the dossier alone.
    """

    times: int
    first_on: date
    last_on: date
    routes: Sequence[ScopingRoute]
    escalated_to: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """
    What one agency was asked and sent.

    part: the id of its part in the review. report: what it wrote, once that reached the panel.
    awaited: what it was asked to write and has not sent. answer: to the scoping letter.
    is_independent: whoever wrote the report declared no part in the events.
    accepted_because: why a connection that they declared was accepted, where one was.
    attempts: what was tried to get its answer; None where it was not asked.
    withheld: on what basis its standing answer holds part back, where it does.
    answered_by: the body that answered in its place, where another did.
    written_by: the body that writes for it; is_in_anothers: in a report for several.
    awaits_chronology: one is asked of it; whether one came is for whoever counts entries.
    sent_chronology_before: one was asked of it and came before this system, where no entry is kept.
    """

    part: int
    agency: str
    was_asked: bool
    answer: ReturnKind | None
    report: ReportKind | None
    awaited: ReportKind | None
    is_independent: bool
    accepted_because: str
    attempts: Attempts | None = None
    withheld: WithheldBasis | None = None
    answered_by: str = ""
    written_by: str = ""
    is_in_anothers: bool = False
    awaits_chronology: bool = False
    sent_chronology_before: bool = False


def questions(review: Review) -> Mapping[str, Question]:
    mine = {"involvement__review": review}
    drafted = Review.objects.filter(passed_on_paper(Stage.DRAFTING), pk=review.pk)
    return {
        "drafted_before": told(drafted, id="pk"),
        "parts": told(review.involvements.all(), id="pk", agency="agency__name"),
        "asked": told(
            ScopingRequest.objects.filter(**mine),
            part="involvement_id",
            tried_on="sent_on",
            route="route",
        ),
        "chases": told(
            ScopingChase.objects.filter(request__involvement__review=review),
            part="request__involvement_id",
            tried_on="chased_on",
            route="route",
            escalated_to="escalated_to",
        ),
        "answers": told(
            ScopingReturn.objects.filter(**mine),
            part="involvement_id",
            answered_on="answered_on",
            id="pk",
            kind="return_kind",
            withheld="withheld_basis",
            answered_by="answered_by__name",
        ),
        "tiers": told(
            EvidenceRequest.objects.filter(**mine).standing(),
            part="involvement_id",
            tier="tier",
            written_by="written_by__name",
        ),
        "reports": told(
            IndividualManagementReview.objects.filter(**mine),
            part="involvement_id",
            state="state",
            declared="author__answers",
            decided="author__decided",
            because="author__decided_because",
        ),
    }


def facts(rows: Mapping[str, list[Row]]) -> Sequence[Contribution]:
    """
    Return every agency of the review, by name.

    Where drafting began before this system the panel had its evidence on paper: what was asked
    for, and stands as such, was sent.
    """
    had_it = bool(rows["drafted_before"])
    asked = {row["part"] for row in rows["asked"]}
    answers = sorted(rows["answers"], key=lambda row: (row["answered_on"], row["id"]))
    last = {row["part"]: row for row in answers}
    tiers = {row["part"]: Tier(row["tier"]) for row in rows["tiers"]}
    writers = {row["part"]: row["written_by"] or "" for row in rows["tiers"]}
    reports = {row["part"]: row for row in rows["reports"]}
    parts = sorted(rows["parts"], key=lambda row: row["agency"].casefold())
    return [
        Contribution(
            part=row["id"],
            agency=row["agency"],
            was_asked=row["id"] in asked,
            attempts=attempts_at(row["id"], rows),
            written_by=writers.get(row["id"], ""),
            is_in_anothers=tiers.get(row["id"]) == Tier.IN_ANOTHERS,
            awaits_chronology=has_chronology(tiers.get(row["id"])) and not had_it,
            sent_chronology_before=has_chronology(tiers.get(row["id"])) and had_it,
            **answered(last.get(row["id"])),
            **written(tiers.get(row["id"]), reports.get(row["id"]), had_it=had_it),
        )
        for row in parts
    ]


def has_chronology(tier: Tier | None) -> bool:
    return tier is not None and tier.has_chronology


def answered(row: Row | None) -> dict[str, Any]:
    if row is None:
        return {"answer": None}
    return {
        "answer": ReturnKind(row["kind"]),
        "withheld": WithheldBasis(row["withheld"]) if row["withheld"] else None,
        "answered_by": row["answered_by"] or "",
    }


def attempts_at(part: int, rows: Mapping[str, list[Row]]) -> Attempts | None:
    """Return what was tried with one agency: each letter, and each try after it."""
    tries = [row for row in (*rows["asked"], *rows["chases"]) if row["part"] == part]
    tries.sort(key=lambda row: row["tried_on"])
    if not tries:
        return None
    posts = [row["escalated_to"] for row in tries if row.get("escalated_to")]
    return Attempts(
        times=len(tries),
        first_on=tries[0]["tried_on"],
        last_on=tries[-1]["tried_on"],
        routes=[route for route in ScopingRoute if any(row["route"] == route for row in tries)],
        escalated_to=list(dict.fromkeys(posts)),
    )


def written(tier: Tier | None, row: Row | None, *, had_it: bool) -> dict[str, Any]:
    kind = tier.report if tier else None
    is_in = had_it or (row is not None and row["state"] not in NOT_IN)
    declared = row["declared"] if row and is_in else None
    return {
        "report": kind if is_in else None,
        "awaited": None if is_in else kind,
        "is_independent": had_no_part(declared),
        "accepted_because": accepted_because(row, kind) if row and declared is not None else "",
    }


def had_no_part(declared: Mapping[str, bool] | None) -> bool:
    return declared is not None and not disqualifying(declared, Capacity.IMR_AUTHOR)


def accepted_because(row: Row, kind: ReportKind | None) -> str:
    judged = judge(row["declared"], capacity_of(kind), row["decided"])
    return row["because"] if judged is Judged.ACCEPTED else ""
