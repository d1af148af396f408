"""Make a long paper: each part in a process of its own, two at a time, and one that joins them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from queue import SimpleQueue
from signal import SIGKILL
from threading import Timer
from typing import BinaryIO, NoReturn, cast

from django.conf import settings
from pikepdf import Pdf

from documents.long.numbers import WITHOUT, empty_pages, shapes_of
from documents.long.part import LACKS_PANGO
from documents.rendering import STYLES, UNAVAILABLE, RenderingUnavailable, static_file

Process = subprocess.Popen[bytes]
AT_ONCE = 2  # processes
PATIENCE = 300  # seconds for one of them, which takes about ten
# Of our own environment: where programs and typefaces are, and no key or password.
NEEDED = ("PATH", "HOME", "LANG", "LC_ALL", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH")


@dataclass(frozen=True, kw_only=True)
class Part:
    """
    One part of a long paper.

    heading: what it is called in the list beside the pages. html: a whole document.
    """

    heading: str
    html: str


class PartFailed(Exception):
    """A process that makes paper ended before its time. What it said may quote the paper."""


def render_parts(parts: Iterable[Part], *, tell: Callable[[int], None]) -> bytes:
    """
    Return the parts as one tagged PDF (PDF/UA-1) whose pages are numbered through.

    tell: is told after each part how many are made. What it raises ends the work.

    Raises RenderingUnavailable when Pango is missing, and PartFailed.
    """
    styles = static_file(STYLES).read_text()
    headings: list[str] = []
    made: list[bytes] = []
    with ExitStack() as need:
        work = need.enter_context(ThreadPoolExecutor(AT_ONCE))
        need.callback(work.shutdown, cancel_futures=True)
        hands = Hands(AT_ONCE, need)
        begun = [
            (part.heading, work.submit(hands.render, part.html, styles + WITHOUT)) for part in parts
        ]
        for heading, waiting in begun:
            headings.append(heading)
            made.append(waiting.result())
            tell(len(made))
        made.append(hands.render(empty_pages(shapes_in(made)), styles, variant=None))
    told = {"sizes": [len(part) for part in made], "headings": headings}
    return join(json.dumps(told).encode() + b"\n", *made)


def shapes_in(parts: Iterable[bytes]) -> Iterator[bool]:
    """Yield of each page of the parts whether it lies on its side."""
    for part in parts:
        with Pdf.open(BytesIO(part)) as paper:
            yield from shapes_of(paper)


class Hands:
    """Processes that make parts, each one at a time. They end with the block they were made in."""

    def __init__(self, count: int, need: ExitStack) -> None:
        self.processes = [need.enter_context(started("documents.long.part")) for _ in range(count)]
        self.free: SimpleQueue[Process] = SimpleQueue()
        for process in self.processes:
            self.free.put(process)

    def render(self, html: str, styles: str, **options: str | None) -> bytes:
        asked = json.dumps({"html": html, "styles": styles, **options}).encode()
        hand = self.free.get()
        try:
            return ask(hand, asked)
        finally:
            self.free.put(hand)


def ask(hand: Process, asked: bytes) -> bytes:
    """Have a process make a part. Raises RenderingUnavailable, and PartFailed where it ends."""
    jobs, answers = cast("BinaryIO", hand.stdin), cast("BinaryIO", hand.stdout)
    with ended_when_late(hand):
        with suppress(BrokenPipeError):  # what it ended with says more
            jobs.write(b"%d\n" % len(asked) + asked)
            jobs.flush()
        line = answers.readline()
        made = answers.read(int(line or 0))
    if not line or len(made) < int(line):
        check(hand)
    return made


def join(*given: bytes) -> bytes:
    """Have a process join the parts, the page numbers the last of them."""
    with started("documents.long.whole") as process:
        with ended_when_late(process):
            made, _ = process.communicate(b"".join(given))
        if process.returncode:
            check(process)
        return made


def check(process: Process) -> NoReturn:
    """Say what became of a process that ended. What it complained of may quote the paper."""
    end(process)
    ended = process.wait()
    if ended == LACKS_PANGO:
        raise RenderingUnavailable(UNAVAILABLE)
    raise PartFailed(f"A process that makes paper ended with {ended}")


@contextmanager
def started(module: str) -> Iterator[Process]:
    """Start a process that knows no key and no password. It ends with this block."""
    process = subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=settings.BASE_DIR,
        env=environment(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        end(process)
        process.wait()
        for pipe in filter(None, (process.stdin, process.stdout)):
            with suppress(BrokenPipeError):  # a job that it did not live to read
                pipe.close()


@contextmanager
def ended_when_late(process: Process) -> Iterator[None]:
    late = Timer(PATIENCE, end, [process])
    late.start()
    try:
        yield
    finally:
        late.cancel()


def end(process: Process) -> None:
    """End a process and the forks of it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, SIGKILL)


def environment(own: Mapping[str, str]) -> dict[str, str]:
    return {name: own[name] for name in NEEDED if name in own}
