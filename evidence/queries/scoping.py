"""Where each agency of a review stands: asked or not, answered or not, and what it said."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from agencies.models import Agency
from evidence.models import (
    ReturnKind,
    ScopingChase,
    ScopingDelay,
    ScopingRequest,
    ScopingReturn,
)
from messaging.models import State
from pages.parts import Filter
from reviews.models import AgencyInvolvement, Review


@dataclass(frozen=True)
class Line:
    """
    One agency's part in a review, as far as scoping goes.

    request: the last letter to it; None where it was not asked.
    answer: what it said to that letter, the latest; or unasked, where there was no letter.
    """

    involvement: AgencyInvolvement
    request: ScopingRequest | None
    answer: ScopingReturn | None
    chases: list[ScopingChase]
    today: date

    @property
    def agency(self) -> Agency:
        return self.involvement.agency

    @property
    def kind(self) -> ReturnKind | None:
        return self.answer.kind if self.answer else None

    @property
    def is_unasked(self) -> bool:
        return self.request is None and self.answer is None

    @property
    def is_another_way(self) -> bool:
        """Test whether it waits to be asked, and has no address to be emailed at."""
        return self.is_unasked and not self.agency.letter_box

    @property
    def is_unanswered(self) -> bool:
        return self.request is not None and self.answer is None

    @property
    def is_late(self) -> bool:
        return bool(self.is_unanswered and self.request and self.request.is_late(self.today))

    @property
    def time_until(self) -> date | None:
        """The day until which it last asked for time, while its answer is waited for."""
        delays = list(self.request.delays.all()) if self.request and not self.answer else []
        return delays[-1].until_on if delays else None

    @property
    def tells(self) -> bool:
        return bool(self.kind and self.kind.tells)

    @property
    def is_nothing(self) -> bool:
        return bool(self.kind and self.kind.is_nothing)

    @property
    def is_closed_without(self) -> bool:
        """Test whether nothing is to be had from it."""
        return bool(self.kind and not self.kind.tells and not self.kind.is_nothing)

    @property
    def is_answered(self) -> bool:
        """Test whether the agency itself said something, were it only no."""
        return bool(self.kind and not self.kind.is_by_partnership)

    @property
    def last_chased_on(self) -> date | None:
        return self.chases[-1].chased_on if self.chases else None

    @property
    def could_not_be_sent(self) -> bool:
        """Test whether the last that was sent to it was an email that went nowhere."""
        last = self.chases[-1] if self.chases else self.request
        message = last.message if last else None
        return bool(self.is_unanswered and message and message.state == State.FAILED)

    @property
    def standing(self) -> str:
        if self.kind:
            return self.kind.label
        if self.is_another_way:
            return "To be asked another way"
        if self.request is None:
            return "Not asked yet"
        return "Not answered yet"

    @property
    def tone(self) -> str:
        if self.kind:
            return "underway" if self.tells else "done" if self.is_nothing else "plain"
        return "late" if self.is_late else "soon"


SHOWN: dict[str, tuple[str, Callable[[Line], bool]]] = {
    "": ("All", lambda line: True),
    "unanswered": ("Not answered", lambda line: line.is_unanswered),
    "late": ("Late", lambda line: line.is_late),
    "unasked": ("Not asked", lambda line: line.is_unasked),
    "telling": ("Something to tell", lambda line: line.tells),
    "nothing": ("Nothing", lambda line: line.is_nothing),
    "closed": ("Refused or given up", lambda line: line.is_closed_without),
}

SORTS: dict[str, Callable[[Line], tuple[object, ...]]] = {
    "agency": lambda line: (line.agency.name.casefold(),),
    "return": lambda line: (line.standing, line.agency.name.casefold()),
    "due": lambda line: (
        line.request.due_on if line.request else date.max,
        line.agency.name.casefold(),
    ),
    "chased": lambda line: (line.last_chased_on or date.min, line.agency.name.casefold()),
}


def lines_of(review: Review, *, today: date) -> list[Line]:
    """Return where every agency of a review stands, by name, in a fixed number of queries."""
    return [line_of(part, today=today) for part in fetched(review.involvements.all())]


def fetched(parts: QuerySet[AgencyInvolvement]) -> QuerySet[AgencyInvolvement]:
    """Fetch what a line needs, and none of what agencies said in words."""
    chases = ScopingChase.objects.select_related("message").defer("note")
    letters = (
        ScopingRequest.objects.select_related("message")
        .defer("sent_to", "whom_to_ring", "note")
        .prefetch_related(Prefetch("chases", chases))
        .prefetch_related(Prefetch("delays", ScopingDelay.objects.only("request", "until_on")))
    )
    answers = ScopingReturn.objects.only(
        "involvement", "request", "return_kind", "answered_on", "received_via", "link"
    )
    return (
        parts.select_related("agency", "review")
        .prefetch_related("agency__contacts")
        .prefetch_related(Prefetch("scoping_requests", letters))
        .prefetch_related(Prefetch("scoping_returns", answers))
    )


def line_of(part: AgencyInvolvement, *, today: date) -> Line:
    """Return where one agency stands, from the letters and answers fetched with it."""
    requests = list(part.scoping_requests.all())
    request = requests[-1] if requests else None
    wanted = request.pk if request else None
    answers = [row for row in part.scoping_returns.all() if row.request_id == wanted]
    return Line(
        involvement=part,
        request=request,
        answer=answers[-1] if answers else None,
        chases=list(request.chases.all()) if request else [],
        today=today,
    )


def narrowed(lines: Iterable[Line], *, show: str, sort: str) -> list[Line]:
    """Return the lines of one filter in the order asked for; late ones first by default."""
    _, fits = SHOWN.get(show, SHOWN[""])
    kept = [line for line in lines if fits(line)]
    key = SORTS.get(sort.removeprefix("-"))
    if key is None:
        return sorted(kept, key=lambda line: (not line.is_late, not line.is_unanswered))
    return sorted(kept, key=key, reverse=sort.startswith("-"))


def filters(lines: list[Line]) -> list[Filter]:
    """Return the filters with how many lines each keeps; empty ones are left out."""
    found = [Filter(code, words, sum(map(fits, lines))) for code, (words, fits) in SHOWN.items()]
    return [choice for choice in found if choice.count or not choice.value]


@dataclass(frozen=True)
class Tally:
    """How the agencies of a review stand, in numbers."""

    involved: int
    asked: int
    answered: int
    late: int
    unasked: int
    telling: int

    @property
    def words(self) -> str:
        return f"{self.answered} of {self.involved} answered"


def tally(lines: list[Line]) -> Tally:
    return Tally(
        involved=len(lines),
        asked=sum(line.request is not None for line in lines),
        answered=sum(line.is_answered for line in lines),
        late=sum(line.is_late for line in lines),
        unasked=sum(line.is_unasked for line in lines),
        telling=sum(line.tells for line in lines),
    )
