"""The documents that are printed from tables in the code, so that they cannot say otherwise."""

from collections.abc import Callable, Iterable

from django.db.models import TextChoices

from actionplans.cycle import ACTION_CYCLE, ActionStatus
from chronologies.cycle import CYCLE as CHRONOLOGY_CYCLE
from chronologies.cycle import SubmissionState
from evidence.cycle import IMR_CYCLE, ImrState
from reviews.access import INVOLVEMENT_GRANTS, REVIEW_GRANTS, Permission, Role
from reviews.access.artefacts import ARTEFACTS, DIFFERENCES, WITHOUT_ACCOUNT, Difference, cell
from reviews.deadlines import RULES_OF, Rule, RuleSet, Step
from reviews.lifecycle import ENDED, LIFECYCLE, STEPS, Stage
from reviews.regimes import REGIMES
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
        )
        for row in LIFECYCLE
    ]
    steps = [
        (str(number), name, ", ".join(stage.label for stage in stages))
        for number, (name, stages) in enumerate(STEPS, 1)
    ]
    head = ("From", "To", "Button", "Needs the right to", "Gates")
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
    """The rules of the clock, regime by regime."""
    blocks = [part for rules in RULES_OF.values() for part in of_regime(rules)]
    return page("Deadlines", "Printed from `reviews/deadlines/`.", *blocks)


def of_regime(rules: RuleSet) -> list[str]:
    head = (
        "Code", "What", "Counted from", "Until", "Length", "Owner", "Reminders", "Basis", "Source",
    )  # fmt: skip
    rows = [
        (rule.code, rule.name, rule.starts_from, rule.met_by, str(rule.length or "no figure"),
         rule.owner, reminders(rule), str(rule.basis), rule.source)
        for rule in rules.rules
    ]  # fmt: skip
    standing = f"Sources looked at in {rules.as_of}. {rules.unconfirmed}".strip()
    return [f"## {REGIMES[rules.regime_code].name}", standing, table(head, rows)]


def reminders(rule: Rule) -> str:
    said = [in_words(step) for step in rule.reminders]
    if rule.repeat_every:
        said.append(f"then every {rule.repeat_every} days")
    return "; ".join(said)


def in_words(step: Step) -> str:
    if step.after_start is not None:
        words = f"{step.after_start} after the start"
    elif step.after_due:
        count = abs(step.after_due)
        side = "after" if step.after_due > 0 else "before"
        words = f"{count} day{'' if count == 1 else 's'} {side} it is due"
    else:
        words = "on the day"
    return f"{words}, to those above as well" if step.is_escalation else words


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
