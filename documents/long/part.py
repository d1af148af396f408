"""
Make parts: `python -m documents.long.part`.

On its input, again and again, a line with a number of octets and then so many of JSON: what
`as_pdf` takes. On its output likewise a PDF for each.

WeasyPrint takes long to load, and keeps the memory that it takes by the page. So it is loaded once,
and each part is made in a fork that ends with it. No process here knows the database or any key.
"""

import gc
import json
import os
import sys
from typing import BinaryIO

from documents.rendering import RenderingUnavailable, as_pdf

LACKS_PANGO = 3  # what it ends with then
A_WORD = "<!DOCTYPE html><html lang='en-GB'><head><title>A word</title></head><p>One</p></html>"


def serve(jobs: BinaryIO, made: BinaryIO) -> None:
    warm_up()
    while line := jobs.readline():
        asked = json.loads(jobs.read(int(line)))
        child = os.fork()
        if not child:
            os._exit(make(asked, made))
        _, status = os.waitpid(child, 0)
        if status:
            sys.exit(os.waitstatus_to_exitcode(status))


def warm_up() -> None:
    """Load what every part needs, typefaces too, before the first of them is asked for."""
    try:
        as_pdf(A_WORD, styles="")
    except RenderingUnavailable:
        sys.exit(LACKS_PANGO)
    gc.freeze()


def make(asked: dict[str, str | None], made: BinaryIO) -> int:
    """Make a part, in a process that ends afterwards, and return what it ends with."""
    gc.disable()  # a third of the time goes there, and all of the memory goes soon
    try:
        paper = as_pdf(**asked)  # type: ignore[arg-type]
        made.write(b"%d\n" % len(paper) + paper)
        made.flush()
    except BaseException:
        return 1
    return 0


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
