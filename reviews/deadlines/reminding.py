"""
On which days a rule reminds, and which of its steps a sweep owes. Reckoning only: who was told
what is in the ledger of `reminders/`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reviews.deadlines.calendar import due_after
from reviews.deadlines.rule import Rule, Step


@dataclass(frozen=True, kw_only=True)
class StepDay:
    """One step of a rule on the day it falls on. Its key is one of its own in the deadline."""

    on: date
    key: str
    is_escalation: bool = False


@dataclass(frozen=True, kw_only=True)
class Owed:
    """
    What a sweep owes of one deadline.

    tell: the step to remind of now. missed: those before it that nobody could be told in time.
    late_by: days between the day of the step and today, where the sweep should have been earlier.
    next_on: the day to look again; None where nothing is to come.
    """

    tell: StepDay | None
    missed: tuple[StepDay, ...]
    late_by: int
    next_on: date | None


def steps_of(rule: Rule, *, started_on: date, stands_on: date) -> Iterator[StepDay]:
    """Yield the steps of one deadline in the order of their days: without end if it repeats."""
    listed = sorted(
        (
            StepDay(
                on=day_of(step, started_on=started_on, stands_on=stands_on),
                key=step.key,
                is_escalation=step.is_escalation,
            )
            for step in rule.reminders
        ),
        key=lambda step: (step.on, step.is_escalation),
    )
    yield from listed
    last = listed[-1] if listed and rule.repeat_every else None
    while last is not None:
        on = last.on + timedelta(days=rule.repeat_every)
        key = Step(after_due=(on - stands_on).days).key
        last = StepDay(on=on, key=key, is_escalation=last.is_escalation)
        yield last


def day_of(step: Step, *, started_on: date, stands_on: date) -> date:
    if step.after_start is not None:
        return due_after(step.after_start, started_on=started_on)
    return stands_on + timedelta(days=step.after_due)


def owed(
    rule: Rule, *, started_on: date, stands_on: date, since: date, noted_on: date, today: date
) -> Owed:
    """
    Return what is owed of a deadline whose steps before `since` were looked after.

    noted_on: the day from which it has stood as it does. What it would have reminded of before,
    nobody missed: only that it is due or late by now is said.
    """
    passed: list[StepDay] = []
    next_on = None
    for step in steps_of(rule, started_on=started_on, stands_on=stands_on):
        if step.on > today:
            next_on = step.on
            break
        if step.on >= since:
            passed.append(step)
    last = passed[-1] if passed else None
    tell = last if last and (last.on >= noted_on or last.on >= stands_on) else None
    in_time = [step for step in passed if step.on >= noted_on]
    return Owed(
        tell=tell,
        missed=tuple(step for step in in_time if tell is not None and step.on < tell.on),
        late_by=(today - tell.on).days if tell and tell.on >= noted_on else 0,
        next_on=next_on,
    )
