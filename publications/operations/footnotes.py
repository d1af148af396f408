"""Let the reasons for not doing what the Home Office asked print as a footnote at their place."""

from datetime import datetime

from django.db import transaction

from agencies.models import Actor, person_behind
from publications.models import PrintedReason, QaAnswer
from publications.operations.submissions import record
from publications.papers.footnotes import Place, with_footnote
from publications.rules.points import check_can_answer, check_can_print
from reports.models import SectionKind
from reports.operations.sections import write_section


@transaction.atomic
def print_reason(*, answer: QaAnswer, place: Place, by: Actor, at: datetime) -> PrintedReason:
    """
    Record the next version of a section, whose paragraph calls the reasons as a footnote. From
    then on it is text like any other, and can be changed there.

    Raises Refused without the right to answer and to write the report, for a point that is wholly
    adopted or an answer that prints already, and Overtaken where the section was written since.
    """
    point = answer.point
    check_can_answer(by, point)
    check_can_print(answer)
    key = f"qa-{point.submission.round}-{point.number}"
    section = write_section(
        review=point.submission.review,
        kind=SectionKind(place.section.kind),
        text=with_footnote(place.section.text, line=place.line, key=key, words=answer.reasons),
        based_on=place.section.number,
        by=by,
        at=at,
    )
    printed = PrintedReason.objects.create(
        answer=answer, section=section, key=key, recorded_at=at, recorded_by=person_behind(by)
    )
    record("qa_point.reason_printed", point.submission, by=by, at=at, number=point.number)
    return printed
