"""When the review took its steps: month and year, never a day."""

from datetime import date

from reports.published.report import Block, Table
from reports.queries.assembly.record import OtherStep, Record
from reports.queries.assembly.words import counted, month
from reviews.models import Exactness


def timescales(record: Record) -> list[Block]:
    rows = (*own_steps(record), *map(in_print, record.other_steps))
    said = [(when, row) for when, *row in rows if when]
    in_order = tuple((what, words) for _, (what, words) in sorted(said, key=lambda one: one[0]))
    return [Table("The steps of the review", ("Step", "When"), in_order, (65, 35))]


def own_steps(record: Record) -> tuple[tuple[date | None, str, str], ...]:
    """Return the steps that every review takes, each by its day and in its words."""
    steps, panel, review = record.steps, record.panel, record.review
    first = panel.meetings[0] if panel.meetings else None
    drafted = min((draft.made_on for draft in record.drafts), default=None)
    drafts = counted(len(record.drafts), "draft")
    return (
        by_month("The partnership was told of the death", review.notified_on),
        by_month("It decided to hold a review", steps.decided_on),
        by_month("The Home Office was told of the decision", steps.home_office_told_on),
        by_month("The family was told of the decision", steps.family_told_on),
        by_month("The independent chair was appointed", panel.chair_appointed_on),
        by_month("The panel first met", first),
        by_month("The terms of reference were agreed", panel.terms_first_agreed_on),
        (first, "Meetings of the panel", meetings(record)),
        (drafted, "Drafts of this report", drafts),
        by_month("The panel agreed the report", steps.panel_agreed_on),
        by_month("The partnership signed the report off", steps.signed_off_on),
    )


def by_month(what: str, day: date | None) -> tuple[date | None, str, str]:
    return day, what, month(day)


def in_print(step: OtherStep) -> tuple[date | None, str, str]:
    is_year = step.exactness == Exactness.YEAR
    return step.on, step.what, f"{step.on:%Y}" if is_year else month(step.on)


def meetings(record: Record) -> str:
    held = record.panel.meetings
    return f"{len(held)}, the last in {month(held[-1])}" if held else ""
