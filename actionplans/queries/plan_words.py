"""What the plan says that an action was brought in from, and what is unusual about its days."""

from dataclasses import dataclass

from actionplans.models import Action
from actionplans.models.plan_cells import others_in_plan, words_in_plan
from actionplans.readers.days import in_words
from actionplans.rules.plan_days import why_unusual_for_review

COLUMNS = (
    ("lead", "Lead agency"),
    ("milestones", "Key milestones"),
    ("target", "Target date"),
    ("completion", "Date of completion and outcome"),
)


@dataclass(frozen=True, kw_only=True)
class InPlan:
    """file: the number of the file, 0 for none. where: table and row. cells: column and words."""

    file: int
    where: str
    cells: tuple[tuple[str, str], ...]


def in_plan(action: Action) -> InPlan | None:
    """Return the words of an action's cells in the plan it came in; None where it came in none."""
    cells = action.plan_cells
    if not cells:
        return None
    said = [(label, words_in_plan(cells, column)) for column, label in COLUMNS]
    table, row = cells.get("at", ["", 0])
    return InPlan(
        file=action.plan_import.number if action.plan_import else 0,
        where=", ".join(filter(None, (table, f"row {row}"))),
        cells=tuple((label, words) for label, words in (*said, *others_in_plan(cells)) if words),
    )


def unusual_days(action: Action) -> list[str]:
    """Say which days of an action come before the death or the review. All are accepted."""
    review = action.recommendation.review
    days = [("The target date", action.target_on), ("The day of completion", action.completed_on)]
    for step in action.milestones.all():
        days.append((f"The milestone “{step.text[:60]}”", step.done_on or step.due_on))
    return [
        f"{called}, {in_words(day)}, is {why}."
        for called, day in days
        if day and (why := why_unusual_for_review(review, day))
    ]
