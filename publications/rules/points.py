from collections.abc import Mapping

from agencies.models import Actor
from publications.models import Disposition, QaPoint
from publications.rules.submissions import check_can_record
from reviews.access import Refused
from reviews.checks.register import register_of
from reviews.checks.true_names import certain, findings
from reviews.models import Review


def check_can_answer(actor: Actor, point: QaPoint) -> None:
    """Refuse answers by somebody who does not answer the Home Office."""
    check_can_record(actor, point.submission.review)


def check_answer(disposition: str, reasons: str, where_changed: str) -> None:
    """Refuse a point declined without reasons, or adopted without saying where."""
    if disposition != Disposition.ADOPTED and not reasons.strip():
        raise Refused("Give the reasons: the Home Office and the panel read them", field="reasons")
    if disposition == Disposition.ADOPTED and not (where_changed.strip() or reasons.strip()):
        raise Refused("Say where the report changed, or what was done", field="where_changed")


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


def check_gives_nobody_away(review: Review, texts: Mapping[str, str]) -> None:
    """Refuse words that go to the Home Office and hold a true name or a telling day."""
    if stops := certain(findings(texts, register_of(review))):
        raise Refused(" ".join(finding.words for finding in stops))
