"""What a view hands to the components of a page."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line of a summary list. An empty value is shown as not recorded."""

    key: str
    value: object = ""
    href: str = ""
    verb: str = "Change"

    @property
    def is_recorded(self) -> bool:
        return self.value not in (None, "")


@dataclass(frozen=True)
class Task:
    """One line of a task list. Without `href` it cannot be started yet, and `hint` says why."""

    name: str
    status: str
    href: str = ""
    hint: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class Blocker:
    """One reason to wait, and where to mend it."""

    words: str
    href: str = ""


@dataclass(frozen=True)
class Filter:
    """One choice of a filter: `value` goes into the address, and "" means everything."""

    value: str
    words: str
    count: int | None = None


@dataclass(frozen=True)
class Strip:
    """How far along something is: short names of all steps, the one it stands at (from 1)."""

    steps: Sequence[str]
    step: int
    words: str = ""

    @property
    def now(self) -> str:
        return self.words or self.steps[self.step - 1]


@dataclass(frozen=True)
class Card:
    """One side of a review on its home page: a figure, a few short lines, a link to all of it."""

    title: str
    href: str = ""
    figure: str = ""
    lines: Sequence[str] = ()
