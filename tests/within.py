"""A bound on work that would otherwise go on for minutes, for texts made to hold a pattern up."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where the block computes for longer; waiting for a busy machine is not counted."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"It still computed after {seconds} seconds.")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
