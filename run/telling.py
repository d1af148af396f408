"""What run.py says to the person who started it. Standard output stays free for commands."""

import sys


class Stop(Exception):
    """The end of a run that cannot go on, in words for the person who started it."""

    def __init__(self, words: str, *, code: int = 1) -> None:
        super().__init__(words)
        self.code = code


class AskedToStop(BaseException):
    """Ctrl-C, or the signal that says the same."""


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
