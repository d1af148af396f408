"""The points of a Home Office letter and what became of each, as they print."""

from collections.abc import Sequence
from dataclasses import dataclass

HEADS = ("No.", "The Home Office wrote", "Answer", "Reasons", "Where the report changed")
WIDTHS = (6, 36, 14, 26, 18)
OPEN = "Not answered yet"


@dataclass(frozen=True, kw_only=True)
class PublishedAnswer:
    """One point and its answer. `cites` is the paragraph and version that the letter names."""

    number: int
    text: str
    cites: str
    answer: str
    reasons: str
    where_changed: str

    @property
    def row(self) -> tuple[str, ...]:
        said = f"{self.text}\n({self.cites})" if self.cites else self.text
        return (str(self.number), said, self.answer or OPEN, self.reasons, self.where_changed)


def as_text(answers: Sequence[PublishedAnswer]) -> str:
    """Return the points and answers as plain text, as they are put to people."""
    return "\n\n".join("\n".join(lines_of(answer)) for answer in answers)


def lines_of(said: PublishedAnswer) -> list[str]:
    cites = f" ({said.cites})" if said.cites else ""
    lines = [f"{said.number}. {said.text}{cites}", f"Answer: {said.answer or OPEN}"]
    if said.reasons:
        lines.append(f"Reasons: {said.reasons}")
    if said.where_changed:
        lines.append(f"Where the report changed: {said.where_changed}")
    return lines
