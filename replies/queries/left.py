"""Who still owes an answer once replies are confirmed, and what came instead of one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from evidence.queries.scoping import Line, Tally, tally
from replies.models import IncomingReply
from replies.queries.waiting import Replies


@dataclass(frozen=True)
class Owing:
    """One agency that has not answered. beside: what came from it that is no answer."""

    line: Line
    beside: list[IncomingReply]

    @property
    def is_ticked(self) -> bool:
        """Test whether to remind it unless the officer thinks better: it is late, and silent."""
        return self.line.is_late and not self.beside


@dataclass(frozen=True)
class Left:
    """
    owing: agencies without an answer, late ones first. unasked: those no letter went to.
    unsaid: nil returns that do not say what was searched.
    """

    owing: list[Owing]
    unasked: list[Line]
    unsaid: list[Line]
    tally: Tally


def left_of(lines: Sequence[Line], there: Replies) -> Left:
    """Return who owes an answer, from where every agency stands and the replies that came."""
    came: dict[int, list[IncomingReply]] = defaultdict(list)
    for reply in there.beside:
        if reply.involvement_id:
            came[reply.involvement_id].append(reply)
    return Left(
        owing=sorted(
            (Owing(line, came[line.involvement.pk]) for line in lines if line.is_unanswered),
            key=lambda one: not one.line.is_late,
        ),
        unasked=[line for line in lines if line.is_unasked],
        unsaid=[line for line in lines if line.answer and line.answer.pk in there.unsaid],
        tally=tally(list(lines)),
    )
