"""
What the overview report says of the agencies: who was asked, who answered, what each sent.

`questions` is asked together with those of other packages; `facts` reads what comes back. Nothing
of what an agency says of anybody is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidence.cycle import NOT_IN
from evidence.models import (
    EvidenceRequest,
    IndividualManagementReview,
    ReturnKind,
    ScopingRequest,
    ScopingReturn,
    Tier,
)
from evidence.models.author_declaration import capacity_of
from evidence.models.tier import ReportKind
from reviews.models import Capacity, Judged, Review, judge
from reviews.models.independence import disqualifying
from reviews.queries.asking import Question, Row, told


@dataclass(frozen=True, kw_only=True)
class Contribution:
    """
    What one agency was asked and sent.

    part: the id of its part in the review. report: what it wrote, once that reached the panel.
    awaited: what it was asked to write and has not sent. answer: to the scoping letter.
    is_independent: whoever wrote the report declared no part in the events.
    accepted_because: why a connection that they declared was accepted, where one was.
    """

    part: int
    agency: str
    was_asked: bool
    answer: ReturnKind | None
    report: ReportKind | None
    awaited: ReportKind | None
    is_independent: bool
    accepted_because: str


def questions(review: Review) -> Mapping[str, Question]:
    mine = {"involvement__review": review}
    return {
        "parts": told(review.involvements.all(), id="pk", agency="agency__name"),
        "asked": told(ScopingRequest.objects.filter(**mine), part="involvement_id"),
        "answers": told(
            ScopingReturn.objects.filter(**mine),
            part="involvement_id",
            answered_on="answered_on",
            id="pk",
            kind="return_kind",
        ),
        "tiers": told(
            EvidenceRequest.objects.filter(**mine).standing(), part="involvement_id", tier="tier"
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
    """Return every agency of the review, by name."""
    asked = {row["part"] for row in rows["asked"]}
    answers = sorted(rows["answers"], key=lambda row: (row["answered_on"], row["id"]))
    last = {row["part"]: ReturnKind(row["kind"]) for row in answers}
    tiers = {row["part"]: Tier(row["tier"]) for row in rows["tiers"]}
    reports = {row["part"]: row for row in rows["reports"]}
    parts = sorted(rows["parts"], key=lambda row: row["agency"].casefold())
    return [
        Contribution(
            part=row["id"],
            agency=row["agency"],
            was_asked=row["id"] in asked,
            answer=last.get(row["id"]),
            **written(tiers.get(row["id"]), reports.get(row["id"])),
        )
        for row in parts
    ]


def written(tier: Tier | None, row: Row | None) -> dict[str, Any]:
    kind = tier.report if tier else None
    is_in = row is not None and row["state"] not in NOT_IN
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
