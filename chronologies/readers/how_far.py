"""How many rows of a long file are read, for whoever waits for them."""

from collections.abc import Callable, Iterable, Iterator

from chronologies.readers.grid import GridRow

TOLD_EVERY = 2_000  # rows; a shorter file is read before anybody looks
Tell = Callable[[int, int], None]


def to_nobody(_done: int, _of: int) -> None:
    """Say nothing."""


class HowFar:
    """of: the rows of all tables that are read, headings and all."""

    def __init__(self, of: int, tell: Tell) -> None:
        self.of, self.done = of, 0
        self.tell = tell if of >= TOLD_EVERY else to_nobody
        self.tell(0, of)

    def counted(self, rows: Iterable[GridRow]) -> Iterator[GridRow]:
        """Yield rows to be read, and tell now and then how many have been."""
        for row in rows:
            yield row
            self.done += 1
            if self.done % TOLD_EVERY == 0 or self.done == self.of:
                self.tell(self.done, self.of)
