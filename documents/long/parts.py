"""Make a long paper: each part in a process of its own, two at a time, and one that joins them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from pikepdf import Pdf

from documents.long.numbers import WITHOUT, empty_pages, shapes_of
from documents.long.part import LACKS_PANGO
from documents.rendering import STYLES, UNAVAILABLE, RenderingUnavailable, static_file

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
    with ThreadPoolExecutor(AT_ONCE) as hands:
        begun = [(one.heading, hands.submit(render, one.html, styles + WITHOUT)) for one in parts]
        try:
            for heading, waiting in begun:
                headings.append(heading)
                made.append(waiting.result())
                tell(len(made))
        except BaseException:
            hands.shutdown(cancel_futures=True)
            raise
    made.append(numbers_of(made, styles))
    told = {"sizes": [len(part) for part in made], "headings": headings}
    return run("documents.long.whole", json.dumps(told).encode() + b"\n", *made)


def numbers_of(parts: Iterable[bytes], styles: str) -> bytes:
    """Return a paper of as many pages as the parts have, with nothing on them but their number."""
    shapes: list[bool] = []
    for part in parts:
        with Pdf.open(BytesIO(part)) as paper:
            shapes += shapes_of(paper)
    return render(empty_pages(shapes), styles, variant=None)


def render(html: str, styles: str, **options: str | None) -> bytes:
    asked = {"html": html, "styles": styles, **options}
    return run("documents.long.part", json.dumps(asked).encode())


def run(module: str, *given: bytes) -> bytes:
    """
    Give a process what it needs and return what it made.

    It knows no key and no password, and what it complains of is dropped: it may quote the paper.
    """
    with subprocess.Popen(
        [sys.executable, "-m", module],
        cwd=settings.BASE_DIR,
        env=environment(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            made, _ = process.communicate(b"".join(given), timeout=PATIENCE)
        except BaseException as fault:
            process.kill()
            if isinstance(fault, subprocess.TimeoutExpired):
                raise PartFailed(f"{module} took more than {PATIENCE} seconds") from None
            raise
    if process.returncode == LACKS_PANGO:
        raise RenderingUnavailable(UNAVAILABLE)
    if process.returncode:
        raise PartFailed(f"{module} ended with {process.returncode}")
    return made


def environment(own: Mapping[str, str]) -> dict[str, str]:
    return {name: own[name] for name in NEEDED if name in own}
