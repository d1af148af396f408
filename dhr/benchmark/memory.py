"""How large a process and all that it starts become, looked at again and again while it runs."""

from collections import defaultdict
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Self

OFTEN = 0.02  # seconds
KB = 1024


class Watch:
    """
    The most memory that a tree of processes held at once, in megabytes, within a `with` block.

    resident: what each process holds, added up, as `top` shows it. proportional: likewise, what
    they share being counted once.
    """

    def __init__(self, process: int) -> None:
        self.process = process
        self.resident = self.proportional = 0.0
        self.over = Event()
        self.looking = Thread(target=self.look, daemon=True)

    def __enter__(self) -> Self:
        self.looking.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.over.set()
        self.looking.join()

    def look(self) -> None:
        while True:
            found = [sizes(process) for process in tree(self.process)]
            self.resident = max(self.resident, sum(one.get("Rss", 0) for one in found) / KB)
            self.proportional = max(self.proportional, sum(one.get("Pss", 0) for one in found) / KB)
            if self.over.wait(OFTEN):
                return


def tree(process: int) -> list[int]:
    """Return a process and all below it."""
    below = defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, after = stat.read_text().rpartition(")")
        except OSError:  # it ended meanwhile
            continue
        below[int(after.split()[1])].append(int(stat.parent.name))
    found, left = [], [process]
    while left:
        found.append(left.pop())
        left += below[found[-1]]
    return found


def sizes(process: int) -> dict[str, int]:
    """Return what a process holds, in kilobytes; nothing of one that has ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return {}
    return {
        name: int(size.split()[0])
        for name, _, size in (line.partition(":") for line in lines[1:])
        if name in {"Rss", "Pss"}
    }
