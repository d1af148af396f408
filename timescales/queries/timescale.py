"""A review along time: what is due when, what was agreed, what is likely, what it waited for."""

from dataclasses import dataclass
from datetime import date

from agencies.models import User
from reviews import access
from reviews.access import Permission
from reviews.deadlines import RULES_OF, Rule
from reviews.models import Deadline, Review
from reviews.queries.deadlines import readable_in
from timescales.forecast import Forecast
from timescales.models import Extension, Hold, YearlyLook
from timescales.queries.agreed import waits
from timescales.queries.pace import forecast_of
from timescales.queries.report import REPORT, Told, letters_of_delay, told_since

YEARLY_LOOK = "D31"


@dataclass(frozen=True)
class Line:
    """One deadline as the table shows it. `forecast_on` is the report's alone."""

    deadline: Deadline
    rule: Rule
    forecast_on: date | None
    is_held: bool

    @property
    def about(self) -> str:
        part = self.deadline.involvement
        return str(part.agency) if part else ""


@dataclass(frozen=True)
class Pause:
    hold: Hold
    days: int
    told: Told


@dataclass(frozen=True)
class Later:
    extension: Extension
    told: Told


@dataclass(frozen=True)
class Timescale:
    """
    report: the line of the overview report, where its clock has started.
    statutory: the decision and the report; others: everything else that this reader may see.
    must_extend: the report is likely to come after the day that stands, and nothing later is
    agreed: this is said before the day has passed. has_passed: it has.
    """

    lines: list[Line]
    forecast: Forecast | None
    pauses: list[Pause]
    laters: list[Later]
    yearly_looks: list[YearlyLook]
    unconfirmed: str
    must_extend: bool
    has_passed: bool

    @property
    def report(self) -> Line | None:
        return next((line for line in self.lines if line.deadline.code == REPORT), None)

    @property
    def owes_yearly_look(self) -> bool:
        """Test whether there is a contract to look at, and it is this reader's to see."""
        return any(line.deadline.code == YEARLY_LOOK for line in self.lines)

    @property
    def running_hold(self) -> Hold | None:
        return next((one.hold for one in self.pauses if one.hold.is_running), None)


def timescale_of(review: Review, reader: User, *, today: date) -> Timescale:
    letters = letters_of_delay(review)
    holds = list(review.holds.prefetch_related("looks"))
    likely = forecast_of(review, holds=holds, today=today)
    sees_contract = access.has(reader, Permission.ACCESS_MANAGE, on=review)
    is_held = any(hold.is_running for hold in holds)
    lines = [
        Line(
            deadline=one,
            rule=one.rule,
            forecast_on=likely.expected_on if likely and one.code == REPORT else None,
            is_held=is_held and waits(one),
        )
        for one in readable_in(review, reader)
    ]
    report = next((line.deadline for line in lines if line.deadline.code == REPORT), None)
    return Timescale(
        lines=lines,
        forecast=likely,
        pauses=[
            Pause(one, one.days(today=today), told_since(letters, one.began_on)) for one in holds
        ],
        laters=[Later(one, told_since(letters, one.agreed_on)) for one in review.extensions.all()],
        yearly_looks=list(review.yearly_looks.all()) if sees_contract else [],
        unconfirmed=RULES_OF[review.regime_code].unconfirmed,
        must_extend=must_extend(report, likely),
        has_passed=bool(report and report.stands_on and report.stands_on < today),
    )


def must_extend(report: Deadline | None, likely: Forecast | None) -> bool:
    """Test whether a later day must be agreed: what is likely comes after the day that stands."""
    if report is None or likely is None or not report.is_running:
        return False
    return report.stands_on is not None and likely.expected_on > report.stands_on
