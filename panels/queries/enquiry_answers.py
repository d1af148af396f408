"""What the panel has found on each line of enquiry so far: the latest answer and those before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from panels.models import EnquiryAnswer, KeyLineOfEnquiry
from reviews.models import Review
from reviews.queries.asking import Question, told


@dataclass(frozen=True)
class LineStanding:
    """
    How one line stands. line: as the version agreed last that has it words it; None on the page of
    the terms, which words it itself. answers: the latest first.
    """

    root: UUID
    answers: list[EnquiryAnswer]
    line: KeyLineOfEnquiry | None = None
    is_dropped: bool = False

    @property
    def latest(self) -> EnquiryAnswer | None:
        return self.answers[0] if self.answers else None

    @property
    def before(self) -> list[EnquiryAnswer]:
        return self.answers[1:]


def answers_by_root(review: Review) -> Mapping[UUID, list[EnquiryAnswer]]:
    """Return the answers of each line, the latest first, whatever version they were given to."""
    rows = review.enquiry_answers.select_related("enquiry", "meeting", "recorded_by")
    found: dict[UUID, list[EnquiryAnswer]] = {}
    for row in rows.order_by("-answered_on", "-pk"):
        found.setdefault(row.enquiry.root, []).append(row)
    return found


def standings(review: Review) -> list[LineStanding]:
    """
    Return how each line stands: those of the version agreed last in their order, then lines of
    earlier versions that were dropped and have answers. Two queries.
    """
    answers = answers_by_root(review)
    lines = lines_by_root(review)
    latest = max((line.terms.number for line in lines.values()), default=0)
    asked = [line for line in lines.values() if line.terms.number == latest]
    dropped = [
        line for line in lines.values() if line.terms.number < latest and line.root in answers
    ]
    return [
        *(LineStanding(line.root, answers.get(line.root, []), line) for line in asked),
        *(LineStanding(line.root, answers[line.root], line, is_dropped=True) for line in dropped),
    ]


def lines_by_root(review: Review) -> dict[UUID, KeyLineOfEnquiry]:
    """Return each line that was ever agreed, as the latest version that has it words it."""
    rows: Iterable[KeyLineOfEnquiry] = (
        KeyLineOfEnquiry.objects.filter(terms__review=review, terms__agreed_on__isnull=False)
        .select_related("terms__review")
        .order_by("terms__number", "number")
    )
    found: dict[UUID, KeyLineOfEnquiry] = {}
    for row in rows:
        found.pop(row.root, None)  # a later version puts it in another place
        found[row.root] = row
    return found


def answers_to_print(review: Review) -> Question:
    """Ask for the words that the report can insert, with the line they answer."""
    rows = EnquiryAnswer.objects.filter(review=review)
    return told(rows, id="pk", root="enquiry__root", answered_on="answered_on", text="text")


def left_open(review: Review) -> set[UUID]:
    """
    Return the lines that have no answer although others have; none where the panel writes no
    answers of its own.
    """
    rows = standings(review)
    if not any(one.answers for one in rows):
        return set()
    return {one.root for one in rows if not one.answers and not one.is_dropped}
