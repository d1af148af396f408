"""
Make one part: `python -m documents.long.part`. On its input what `as_pdf` takes, as JSON; on its
output a PDF.

WeasyPrint takes memory by the page and keeps it. A process that ends gives it back, and this one
knows neither the database nor any key.
"""

import gc
import json
import sys

from documents.rendering import RenderingUnavailable, as_pdf

LACKS_PANGO = 3  # what it ends with then


def make() -> None:
    try:
        sys.stdout.buffer.write(as_pdf(**json.load(sys.stdin.buffer)))
    except RenderingUnavailable:
        sys.exit(LACKS_PANGO)


if __name__ == "__main__":
    gc.disable()  # a third of the time goes there, and all of the memory goes soon
    make()
