from collections.abc import Sequence

from agencies.models import Actor
from publications.models import Disposition, QaAnswer, QaPoint
from publications.rules.submissions import check_can_record
from reviews.access import Refused

LONGEST_TEXT = 5_000  # letters of a point or of reasons: the cell of a table has to hold them
TOO_LONG = f"Shorten it to {LONGEST_TEXT:,}, or make several points of it"


def check_can_answer(actor: Actor, point: QaPoint) -> None:
    """Refuse answers by somebody who does not answer the Home Office."""
    check_can_record(actor, point.submission.review)


def check_points(texts: Sequence[str], *, first: int) -> None:
    """Refuse points without words, and one as long as a letter. first: the number of the first."""
    if not texts or not all(text.strip() for text in texts):
        raise Refused("Write what the letter says in this point", field="text")
    for number, text in enumerate(texts, first):
        if len(text) > LONGEST_TEXT:
            raise Refused(f"Point {number} is {len(text):,} letters long. {TOO_LONG}", field="text")


def check_answer(disposition: str, reasons: str, where_changed: str) -> None:
    """Refuse a point declined without reasons, adopted without saying where, or endless reasons."""
    if len(reasons) > LONGEST_TEXT:
        raise Refused(f"Shorten the reasons to {LONGEST_TEXT:,} letters", field="reasons")
    if disposition != Disposition.ADOPTED and not reasons.strip():
        raise Refused("Give the reasons: the Home Office and the panel read them", field="reasons")
    if disposition == Disposition.ADOPTED and not (where_changed.strip() or reasons.strip()):
        raise Refused("Say where the report changed, or what was done", field="where_changed")


def check_can_print(answer: QaAnswer) -> None:
    """Refuse a footnote for what is wholly adopted, twice, or beside an older one of the point."""
    if not (answer.is_declined and answer.reasons):
        raise Refused("Only reasons for not doing something print as a footnote.")
    if answer.point.answers.filter(printed_reason__isnull=False).exists():
        raise Refused("The reasons print already. Change the footnote in its section.")


def check_nobody_answered_meanwhile(point: QaPoint, seen: int | None) -> None:
    """
    Refuse to answer over an answer that the writer has not seen.

    seen: the answer that stood when they began to write; None where there was none.
    """
    standing = point.answers.values_list("pk", flat=True).first()
    if standing != seen:
        raise Refused(
            "Somebody answered this point while you were writing. Their answer is shown above; "
            "yours is kept below. Save again to put yours in its place."
        )
