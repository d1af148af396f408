"""
What the overview report says of the chronologies: how many entries, from how many agencies.

The entries themselves are the agencies' words and are never printed by themselves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from chronologies.cycle import SubmissionState
from chronologies.models import ChronologySubmission
from reviews.models import Review
from reviews.queries.asking import Question, Row, told


@dataclass(frozen=True, kw_only=True)
class ChronologyFacts:
    """entries: of the last released file of each agency, by the id of its part in the review."""

    entries: Mapping[int, int]

    @property
    def total(self) -> int:
        return sum(self.entries.values())


def questions(review: Review) -> Mapping[str, Question]:
    released = ChronologySubmission.objects.filter(
        involvement__review=review, state=SubmissionState.RELEASED
    )
    return {
        "released": told(released, part="involvement_id", number="number", entries="rows_imported")
    }


def facts(rows: Mapping[str, list[Row]]) -> ChronologyFacts:
    in_order = sorted(rows["released"], key=lambda row: row["number"])
    return ChronologyFacts(entries={row["part"]: row["entries"] for row in in_order})
