"""Enter the points of a Home Office letter, and answer them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from panels.models import PanelMember
from publications.models import PointCategory, PointWeight, QaAnswer, QaPoint, QaSubmission
from publications.operations.submissions import record
from publications.rules import points as rules
from publications.rules.checking import check_gives_nobody_away
from publications.rules.submissions import check_can_record, check_is_sent
from reports.models import Draft
from reviews import rules as review_rules
from reviews.access import Refused


@dataclass(frozen=True, kw_only=True)
class Point:
    """A point as it is to be kept."""

    text: str
    paragraph_cited: str = ""
    version_cited: str = ""
    category: str = PointCategory.OTHER
    weight: str = PointWeight.SHOULD
    given_to: PanelMember | None = None


@transaction.atomic
def enter_points(
    *, submission: QaSubmission, points: Sequence[Point], by: Actor, at: datetime
) -> list[QaPoint]:
    """
    Keep the points of a letter, numbered on from those that are there, and return them. A point
    that is there already, in the same words about the same paragraphs, is not kept again.

    Raises Refused without the right, before the round was sent, or for a point without words
    or as long as a letter.
    """
    check_can_record(by, submission.review)
    check_is_sent(submission)
    QaSubmission.objects.select_for_update(of=("self",)).get(pk=submission.pk)
    standing = list(submission.points.all())
    last = max((point.number for point in standing), default=0)
    rules.check_points([point.text for point in points], first=last + 1)
    there = {_asked(point) for point in standing}
    new = [point for point in points if _asked(point) not in there]
    made = []
    for number, point in enumerate(new, last + 1):
        _check_member(submission, point.given_to)
        made.append(
            submission.points.create(
                number=number, **vars(point), recorded_at=at, recorded_by=person_behind(by)
            )
        )
    if made:
        record("qa_point.entered", submission, by=by, at=at, points=len(made))
    return made


@transaction.atomic
def change_point(*, point: QaPoint, said: Point, by: Actor, at: datetime) -> QaPoint:
    """Put a point right, or give it to somebody. Raises Refused without the right or words."""
    rules.check_can_answer(by, point)
    rules.check_points([said.text], first=point.number)
    _check_member(point.submission, said.given_to)
    for name, value in vars(said).items():
        setattr(point, name, value)
    point.save()
    record("qa_point.changed", point.submission, by=by, at=at, number=point.number)
    return point


@transaction.atomic
def remove_point(*, point: QaPoint, by: Actor, at: datetime) -> None:
    """Take out a point entered by mistake. Raises Refused without the right, or once answered."""
    rules.check_can_answer(by, point)
    if point.answers.exists():
        raise Refused("This point is answered and stays.")
    record("qa_point.removed", point.submission, by=by, at=at, number=point.number)
    point.delete()


@transaction.atomic
def answer_point(
    *,
    point: QaPoint,
    disposition: str,
    reasons: str = "",
    where_changed: str = "",
    changed_in: Draft | None = None,
    answered_on: date,
    seen: int | None = None,
    today: date,
    by: Actor,
    at: datetime,
) -> QaAnswer:
    """
    Say what becomes of a point: adopted, in part or not, and why. Earlier answers are kept.

    seen: the answer that stood when this one was begun. changed_in: the draft with the change.

    Raises Refused without the right, without reasons where it is not wholly adopted, for a name
    or a telling day in them, an impossible day, or where somebody answered meanwhile.
    """
    rules.check_can_answer(by, point)
    QaPoint.objects.select_for_update(of=("self",)).get(pk=point.pk)
    rules.check_nobody_answered_meanwhile(point, seen)
    rules.check_answer(disposition, reasons, where_changed)
    review_rules.check_possible_on(
        answered_on, field="answered_on", called="The answer", today=today
    )
    if changed_in and changed_in.review_id != point.submission.review_id:
        raise Refused("Choose a draft of this review", field="changed_in")
    check_gives_nobody_away(
        point.submission.review, {"Reasons": reasons, "Where the report changed": where_changed}
    )
    answer = point.answers.create(
        disposition=disposition,
        reasons=reasons,
        where_changed=where_changed,
        changed_in=changed_in,
        answered_on=answered_on,
        recorded_at=at,
        recorded_by=person_behind(by),
    )
    record(
        "qa_point.answered",
        point.submission,
        by=by,
        at=at,
        number=point.number,
        disposition=disposition,
    )
    return answer


def _asked(point: Point | QaPoint) -> tuple[str, str]:
    """Return what tells one point from another: its words, and the paragraphs it cites."""
    return " ".join(point.text.split()), point.paragraph_cited


def _check_member(submission: QaSubmission, member: PanelMember | None) -> None:
    if member and member.review_id != submission.review_id:
        raise Refused("Choose somebody on the panel of this review", field="given_to")
