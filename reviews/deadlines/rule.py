"""What a rule of the clock says. A rule that says too little fails at start, by its code."""

from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ImproperlyConfigured


class Basis(StrEnum):
    STATUTE = "Statute"
    GUIDANCE = "Statutory guidance"
    HOME_OFFICE = "Home Office letter"
    LOCAL = "Local practice"
    DEFAULT = "Product default"

    @property
    def is_local(self) -> bool:
        """Test whether a partnership may set a length of its own."""
        return self in {Basis.LOCAL, Basis.DEFAULT}


@dataclass(frozen=True, kw_only=True)
class Length:
    """
    How long a clock runs: calendar months, then days, then working days in England and Wales.

    All nought means the same day: as soon as possible, reckoned late from the next day on.
    """

    months: int = 0
    days: int = 0
    working_days: int = 0

    def __str__(self) -> str:
        units = ((self.months, "month"), (self.days, "day"), (self.working_days, "working day"))
        said = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in units if n]
        return " and ".join(said) or "the same day"


@dataclass(frozen=True, kw_only=True)
class Step:
    """
    One reminder: so long after the start, or so many days after the due day (before: negative).

    is_escalation: it goes at once, and also to those above whoever owes the thing.
    """

    after_start: Length | None = None
    after_due: int = 0
    is_escalation: bool = False

    @property
    def key(self) -> str:
        """Return a short name that stays the same: one reminder is sent once for each."""
        if self.after_start is not None:
            days = self.after_start.months * 30 + self.after_start.days
            return f"start+{days}"
        return f"due{self.after_due:+d}"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    One deadline.

    starts_from, met_by: the events that start and stop the clock, in words.
    length: how long it runs; None where no figure is known, so that days are counted and
    nothing is ever late.
    owner: who owes it, in words.
    told: roles (reviews.access.Role) that are reminded: in the part of an agency where the
    deadline is that agency's own.
    told_late: roles that are told as well once it is escalated.
    lead_told_late: the lead of the agency that owes it is told as well then.
    reader: the permission that opens it to somebody who reads the review.
    source: where the rule comes from, shown beside the date.
    repeat_every: days between further reminders after the last step; 0 for none.
    waits_in_hold: an agreed hold moves its agreed day; the day of the rule never moves.
    page: the name of the page, of the review or of the agency's part, where it is met.
    """

    code: str
    name: str
    starts_from: str
    met_by: str
    owner: str
    told: tuple[str, ...]
    basis: Basis
    source: str
    length: Length | None
    told_late: tuple[str, ...] = ("CSP_OFFICER",)
    lead_told_late: bool = False
    reader: str = "review_read"
    reminders: tuple[Step, ...] = ()
    repeat_every: int = 0
    waits_in_hold: bool = False
    page: str = "reviews:home"

    def __post_init__(self) -> None:
        for said in ("name", "starts_from", "met_by", "owner", "told", "source"):
            if not getattr(self, said):
                raise ImproperlyConfigured(f"Deadline {self.code} must say its {said}.")
        if self.length is None and (self.reminders or self.repeat_every):
            raise ImproperlyConfigured(
                f"Deadline {self.code} has reminders, but no length to reckon them from."
            )

    @property
    def authority(self) -> str:
        """Say on whose authority it is, and where that stands."""
        said = self.source.startswith(self.basis)
        return self.source if said else f"{self.basis}: {self.source}"

    @property
    def may_be_local(self) -> bool:
        """Test whether a partnership may set its own length."""
        return self.length is not None and self.basis.is_local


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """
    The rules of one regime.

    as_of: the month in which the sources were last looked at, in words.
    unconfirmed: what is not known of them, shown wherever a date of theirs is; empty if all is.
    """

    regime_code: str
    as_of: str
    unconfirmed: str
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        codes = [rule.code for rule in self.rules]
        twice = {code for code in codes if codes.count(code) > 1}
        if twice:
            raise ImproperlyConfigured(f"{self.regime_code} says {', '.join(twice)} twice.")
