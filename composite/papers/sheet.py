"""A table that leaves as CSV, Excel, Word or PDF: the same cells in each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
TOLD_EVERY = 500  # rows

Tell = Callable[[int], None]  # is told how many rows are laid out; what it raises ends the work


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """
    marking: on every page. about: what its reader must know, in sentences.
    widths: of the columns, one to another.
    """

    title: str
    reference: str
    marking: str
    about: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]

    def counted(self, tell: Tell) -> Iterator[tuple[str, ...]]:
        """Yield the rows, and tell now and then how far that is."""
        for number, row in enumerate(self.rows, start=1):
            yield row
            if number % TOLD_EVERY == 0:
                tell(number)
