"""Six-month returns as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from actionplans.cycle import TONES, ActionStatus
from actionplans.models import ProgressNote
from outcomes.models import ReturnAnswer, ReturnLine, ReturnSignOff, SixMonthReturn
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True)
class ShownLine:
    """
    One action of a return.

    before: how it stood, and what was said, in the return before; None where it is new since.
    answers: what was said of it in this one, the last sign-off first.
    """

    line: ReturnLine
    before: ReturnLine | None
    answers: list[ReturnAnswer]

    @property
    def tone(self) -> str:
        return TONES[ActionStatus(self.line.status)]

    @property
    def changed(self) -> str:
        """Say what is different since the return before."""
        if self.before is None:
            return "New since the last return"
        was = self.before.get_status_display()
        now = self.line.get_status_display()
        moved = f"{was} at the last return; now {now[:1].lower()}{now[1:]}" if was != now else ""
        later = self.before.target_on != self.line.target_on
        return ". ".join(filter(None, [moved, "The target date has moved" if later else ""]))


def returns_of_review(review: Review) -> list[SixMonthReturn]:
    """Return every agency's returns, those that wait first. Three queries."""
    rows = with_sign_offs(SixMonthReturn.objects.filter(involvement__review=review))
    found = list(rows.order_by("due_on", "involvement__agency__name", "pk"))
    for one in found:
        one.involvement.review = review
    return sorted(found, key=lambda one: (not one.is_waiting, one.due_on))


def returns_of_part(part: AgencyInvolvement) -> list[SixMonthReturn]:
    rows = list(with_sign_offs(SixMonthReturn.objects.filter(involvement=part)))
    for one in rows:
        one.involvement = part
    return rows


def with_sign_offs(rows: QuerySet[SixMonthReturn]) -> QuerySet[SixMonthReturn]:
    signed = ReturnSignOff.objects.select_related(
        "question__recorded_by", "recorded_by", "original"
    )
    return rows.select_related("involvement__agency").prefetch_related(
        Prefetch("sign_offs", signed)
    )


def lines_of(returned: SixMonthReturn) -> list[ShownLine]:
    """Return the lines of a return beside those of the one before. Four queries."""
    notes = ProgressNote.objects.select_related("recorded_by")
    answers = ReturnAnswer.objects.select_related("sign_off").prefetch_related(
        Prefetch("note", notes)
    )
    lines = returned.lines.select_related("action__recommendation__review", "action__lead")
    earlier = ReturnLine.objects.filter(
        six_month_return__involvement=returned.involvement_id,
        six_month_return__number=returned.number - 1,
    )
    before: dict[int | None, ReturnLine] = {
        line.action_id: line for line in earlier if line.action_id
    }
    is_first = returned.number == 1
    return [
        ShownLine(
            line=line,
            before=line if is_first else before.get(line.action_id),
            answers=sorted(line.answers.all(), key=lambda one: -one.sign_off_id),
        )
        for line in theirs(lines.prefetch_related(Prefetch("answers", answers)), returned)
    ]


def theirs(lines: Iterable[ReturnLine], returned: SixMonthReturn) -> list[ReturnLine]:
    """Give each line the return it is of, so that no page asks for it again."""
    found = list(lines)
    for line in found:
        line.six_month_return = returned
    return found
