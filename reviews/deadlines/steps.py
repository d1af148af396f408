"""Short words for the reminders of a rule, so that a table of rules reads as one."""

from reviews.deadlines.rule import Length, Step


def after_start(*days: int) -> tuple[Step, ...]:
    return tuple(Step(after_start=Length(days=count)) for count in days)


def months_after_start(months: int, days: int = 0) -> Step:
    return Step(after_start=Length(months=months, days=days))


def around_due(*days: int) -> tuple[Step, ...]:
    """Return steps so many days after the due day; before it for negative numbers."""
    return tuple(Step(after_due=count) for count in days)


def escalated(days: int) -> Step:
    return Step(after_due=days, is_escalation=True)
