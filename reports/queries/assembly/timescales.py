"""When the review took its steps: month and year, never a day."""

from reports.published.report import Block, Table
from reports.queries.assembly.record import Record
from reports.queries.assembly.words import counted, month


def timescales(record: Record) -> list[Block]:
    steps, panel, review = record.steps, record.panel, record.review
    held = panel.meetings
    said = (
        ("The partnership was told of the death", month(review.notified_on)),
        ("It decided to hold a review", month(steps.decided_on)),
        ("The Home Office was told of the decision", month(steps.home_office_told_on)),
        ("The family was told of the decision", month(steps.family_told_on)),
        ("The independent chair was appointed", month(panel.chair_appointed_on)),
        ("The panel first met", month(held[0]) if held else ""),
        ("The terms of reference were agreed", month(panel.terms_first_agreed_on)),
        ("Meetings of the panel", meetings(record)),
        ("Drafts of this report", counted(len(record.drafts), "draft") if record.drafts else ""),
        ("The panel agreed the report", month(steps.panel_agreed_on)),
        ("The partnership signed the report off", month(steps.signed_off_on)),
    )
    rows = tuple((what, when) for what, when in said if when)
    return [Table("The steps of the review", ("Step", "When"), rows, (65, 35))]


def meetings(record: Record) -> str:
    held = record.panel.meetings
    return f"{len(held)}, the last in {month(held[-1])}" if held else ""
