"""The same HTML printed by our own means and by a headless Chromium: time, memory and pages."""

import shutil
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from pikepdf import Pdf

from dhr.benchmark.files import timed
from dhr.benchmark.memory import Watch
from documents.long.parts import Hands
from documents.rendering import STYLES, static_file

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PRINTING = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


@dataclass(frozen=True, kw_only=True)
class Prints:
    """
    What one printer needed: seconds each time, megabytes of all its processes, and the paper.

    Time and memory are of different printings: to look at memory takes time.
    """

    seconds: list[float]
    resident: float
    proportional: float
    paper: bytes

    @property
    def middle(self) -> float:
        return median(self.seconds)

    @property
    def pages(self) -> int:
        with Pdf.open(BytesIO(self.paper)) as opened:
            return len(opened.pages)


class NoBrowser(Exception):
    """There is no Chromium on this machine. The text says what to install."""


def browser() -> str:
    """Return where Chromium is. Raises NoBrowser."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise NoBrowser("There is no Chromium here. On Debian run: apt-get install chromium")
    return found


def by_us(html: str, *, times: int) -> tuple[float, Prints]:
    """Print in a process that stays; return first how long it took from the start of it."""
    styles = static_file(STYLES).read_text()
    start = perf_counter()
    with ExitStack() as need:
        hands = Hands(1, need)
        hands.render(html, styles)
        from_start = perf_counter() - start
        seconds = [timed(lambda: hands.render(html, styles))[0] for _ in range(times)]
        with Watch(hands.processes[0].pid) as watch:
            paper = hands.render(html, styles)
    return from_start, prints(seconds, watch, paper)


def by_chromium(html: str, *, times: int) -> Prints:
    """Print with Chromium, which begins anew each time."""
    styles = static_file(STYLES).read_text()
    with TemporaryDirectory() as folder:
        page, paper = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_text(html.replace("</head>", f"<style>{styles}</style></head>", 1))
        command = [
            *(browser(), *PRINTING, f"--user-data-dir={folder}/profile"),
            *(f"--print-to-pdf={paper}", page.as_uri()),
        ]
        begin(command).wait()  # the first time it makes its profile
        seconds = [timed(lambda: begin(command).wait())[0] for _ in range(times)]
        process = begin(command)
        with Watch(process.pid) as watch:
            process.wait()
        return prints(seconds, watch, paper.read_bytes())


def begin(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def prints(seconds: list[float], watch: Watch, paper: bytes) -> Prints:
    return Prints(
        seconds=seconds, resident=watch.resident, proportional=watch.proportional, paper=paper
    )
