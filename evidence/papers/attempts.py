"""The dossier of attempts as a Word file: an appendix to the report, or the ground of a letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents import word
from privacy.marking import OFFICIAL_SENSITIVE

HEADS = ("When", "Who", "How", "With whom", "Escalated to", "What came of it")
WIDTHS = (2.8, 3.6, 3.6, 4, 4, 7.7)  # centimetres, lying on its side


@dataclass(frozen=True, kw_only=True)
class AttemptsPaper:
    """What was tried with one agency, as it prints. rows: one for each attempt, as HEADS."""

    title: str
    reference: str
    agency: str
    summary: str
    outcome: str
    reason: str
    rows: Sequence[Sequence[str]]


def attempts_file(said: AttemptsPaper) -> bytes:
    paper = word.new_paper(said.title, marking=OFFICIAL_SENSITIVE)
    word.turn_landscape(paper)
    word.paragraph(paper, f"{said.reference}. {said.agency}.")
    word.paragraph(paper, said.summary)
    word.heading(paper, "How it stands")
    word.paragraph(paper, said.outcome)
    if said.reason:
        word.paragraph(paper, said.reason)
    word.heading(paper, "Every attempt")
    word.table(paper, heads=HEADS, rows=said.rows, widths=WIDTHS)
    return word.as_bytes(paper)
