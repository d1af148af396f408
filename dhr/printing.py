"""The documents that are printed from tables in the code, so that they cannot say otherwise."""

from collections.abc import Callable, Iterable

from django.db.models import TextChoices

from actionplans.cycle import ACTION_CYCLE, ActionStatus
from chronologies.cycle import CYCLE as CHRONOLOGY_CYCLE
from chronologies.cycle import SubmissionState
from evidence.cycle import IMR_CYCLE, ImrState
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission, Role
from reviews.access.artefacts import ARTEFACTS, DIFFERENCES, WITHOUT_ACCOUNT, Difference, cell
from reviews.deadlines import RULES
from reviews.lifecycle import ENDED, LIFECYCLE, STEPS, Stage
from reviews.state_machine import StateTable

NOTE = (
    "<!-- Printed by `python3 run.py manage print_docs`. Change the table in the code instead. -->"
)


def review_states() -> str:
    """The lifecycle as a picture and as a table."""
    arrows = [f"  {row.from_} --> {row.to}: {row.verb}" for row in LIFECYCLE]
    ends = [f"  {stage} --> [*]" for stage in Stage if stage in ENDED]
    rows = [
        (
            Stage(row.from_).label,
            Stage(row.to).label,
            row.verb,
            Permission(row.permission).label,
            ", ".join(f"`{gate}`" for gate in row.gates),
            ", ".join(row.starts),
            ", ".join(row.meets),
        )
        for row in LIFECYCLE
    ]
    steps = [
        (str(number), name, ", ".join(stage.label for stage in stages))
        for number, (name, stages) in enumerate(STEPS, 1)
    ]
    head = ("From", "To", "Button", "Needs the right to", "Gates", "Starts", "Meets")
    return page(
        "The stages of a review",
        "Printed from `reviews/lifecycle.py`. One step back, with a reason, is open to the CSP "
        "officer from every stage but the first.",
        "\n".join(["```mermaid", "stateDiagram-v2", "  [*] --> NOTIFIED", *arrows, *ends, "```"]),
        table(head, rows),
        "## The ten steps of the strip",
        table(("Step", "Name", "Stages"), steps),
    )


def imr_states() -> str:
    """The cycle of what an agency writes."""
    return cycle(
        "The states of an IMR, a short report or a summary of engagement",
        "Printed from `evidence/cycle.py`. Versions, sign-offs, questions and acceptances are "
        "records of their own, beside the state.",
        IMR_CYCLE,
        ImrState,
    )


def chronology_states() -> str:
    """The cycle of one chronology file."""
    return cycle(
        "The states of a chronology",
        "Printed from `chronologies/cycle.py`. Each file of an agency goes through them by itself.",
        CHRONOLOGY_CYCLE,
        SubmissionState,
    )


def action_states() -> str:
    """The cycle of an action of the plan."""
    return cycle(
        "The states of an action",
        "Printed from `actionplans/cycle.py`. What was reported and what was checked are records "
        "of their own, beside the state.",
        ACTION_CYCLE,
        ActionStatus,
    )


def cycle(title: str, about: str, moves: StateTable, states: type[TextChoices]) -> str:
    """A small state table as a picture and as a table."""
    start = moves.transitions[0].from_
    arrows = [f"  {row.from_} --> {row.to}: {row.verb}" for row in moves]
    rows = [
        (
            states(row.from_).label,
            states(row.to).label,
            row.verb,
            Permission(row.permission).label if row.permission else "Done by the system",
        )
        for row in moves
    ]
    return page(
        title,
        about,
        "\n".join(["```mermaid", "stateDiagram-v2", f"  [*] --> {start}", *arrows, "```"]),
        table(("From", "To", "What happens", "Needs the right to"), rows),
    )


def access_matrix() -> str:
    """Who may do what: a row for each kind of record, then a row for each permission."""
    return page(
        "Who may do what",
        "Printed from `reviews/access/`. When it may be done is for the rules of each app. Access "
        "is to one review, ends with the role, and a removal bites on the next page.",
        "## Records",
        "“Own part” is what belongs to the agency that somebody is admitted for. After a review "
        "has ended nothing of it is written any more, and what is read here is still read.",
        table(
            ("Record", *(role.label for role in Role)),
            [(row.name, *(cell(row, role) for role in Role)) for row in ARTEFACTS],
        ),
        "## Where this differs from the matrix it follows",
        table(
            ("Record", "Role", "There", "Here", "Why"),
            [
                (row.artefact, row.role.label, row.expected, here(row) or "nothing", row.reason)
                for row in DIFFERENCES
            ],
        ),
        "## Who takes part without opening a review here",
        "\n".join(f"- {who}: {how}." for who, how in WITHOUT_ACCOUNT.items()),
        "## Permissions",
        "● in the whole review; ○ in their own agency's part.",
        table(
            ("Permission", *(role.label for role in Role)),
            [
                (permission.label, *(mark(role, permission) for role in Role))
                for permission in Permission
            ],
        ),
    )


def here(difference: Difference) -> str:
    named = {row.name: row for row in ARTEFACTS}
    return cell(named[difference.artefact], difference.role)


def mark(role: Role, permission: Permission) -> str:
    if permission in REVIEW_GRANTS.get(role, ()):
        return "●"
    return "○" if permission in INVOLVEMENT_GRANTS.get(role, ()) else ""


def deadlines() -> str:
    """The rules of the clock."""
    rows = [
        (rule.code, rule.name, rule.starts_from, length(rule.months, rule.days), rule.owner,
         str(rule.basis), rule.source)
        for rule in RULES.values()
    ]  # fmt: skip
    head = ("Code", "What", "Counted from", "Length", "Owner", "Basis", "Source")
    return page("Deadlines", "Printed from `reviews/deadlines.py`.", table(head, rows))


def length(months: int, days: int) -> str:
    parts = [(months, "month"), (days, "day")]
    return " and ".join(f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n)


def page(title: str, *blocks: str) -> str:
    return "\n\n".join([f"# {title}", NOTE, *blocks]) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head), ["---"] * len(list(head)), *(list(row) for row in rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


PRINTED: dict[str, Callable[[], str]] = {
    "docs/states/review.md": review_states,
    "docs/states/imr.md": imr_states,
    "docs/states/chronology.md": chronology_states,
    "docs/states/action.md": action_states,
    "docs/access.md": access_matrix,
    "docs/deadlines.md": deadlines,
}
