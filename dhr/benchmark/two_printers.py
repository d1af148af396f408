"""The same HTML printed by our own means and by a headless Chromium: time, memory and pages."""

import shutil
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

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


def side_by_side(html: str, *, times: int) -> tuple[float, Prints, Prints]:
    """
    Print by turns, for a machine may be slow for a while: ours, theirs. First of all stands how
    long ours took from the start of its process. Raises NoBrowser.
    """
    styles = static_file(STYLES).read_text()
    with ExitStack() as need:
        theirs = Chromium(html, styles, need)
        from_start, ours = timed(lambda: Ours(html, styles, need))
        turns = [(timed(ours.work)[0], timed(theirs.work)[0]) for _ in range(times)]
        ours_took, theirs_took = ([*seconds] for seconds in zip(*turns, strict=True))
        return from_start, ours.prints(ours_took), theirs.prints(theirs_took)


class Ours:
    """A process that stays, which has printed once. It ends with `need`."""

    def __init__(self, html: str, styles: str, need: ExitStack) -> None:
        self.html, self.styles, self.hands = html, styles, Hands(1, need)
        self.work()

    def work(self) -> bytes:
        return self.hands.render(self.html, self.styles)

    def prints(self, seconds: list[float]) -> Prints:
        with Watch(self.hands.processes[0].pid) as watch:
            paper = self.work()
        return prints(seconds, watch, paper)


class Chromium:
    """A browser that begins anew each time, its profile made. Its files go with `need`."""

    def __init__(self, html: str, styles: str, need: ExitStack) -> None:
        folder = need.enter_context(TemporaryDirectory())
        page, self.paper = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_text(html.replace("</head>", f"<style>{styles}</style></head>", 1))
        self.command = [
            *(browser(), *PRINTING, f"--user-data-dir={folder}/profile"),
            *(f"--print-to-pdf={self.paper}", page.as_uri()),
        ]
        self.work()

    def work(self) -> bytes:
        begin(self.command).wait()
        return self.paper.read_bytes()

    def prints(self, seconds: list[float]) -> Prints:
        process = begin(self.command)
        with Watch(process.pid) as watch:
            process.wait()
        return prints(seconds, watch, self.paper.read_bytes())


def begin(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def prints(seconds: list[float], watch: Watch, paper: bytes) -> Prints:
    return Prints(
        seconds=seconds, resident=watch.resident, proportional=watch.proportional, paper=paper
    )
