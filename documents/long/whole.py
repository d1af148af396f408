"""
Join the parts: `python -m documents.long.whole`.

On its input a line of JSON with the sizes of the parts and their headings, then the parts one after
another, the last of them the page numbers. On its output the whole, with a list of its parts.
"""

import json
import sys
from io import BytesIO

from pikepdf import ObjectStreamMode, OutlineItem, Pdf

from documents.long.numbers import number_pages
from documents.long.tags import Tags


def make() -> None:
    told = json.loads(sys.stdin.buffer.readline())
    parts = [sys.stdin.buffer.read(size) for size in told["sizes"]]
    sys.stdout.buffer.write(joined(*parts, headings=told["headings"]))


def joined(*parts: bytes, headings: list[str]) -> bytes:
    """Return one PDF that can be read aloud from its first part to its last."""
    first, *others, numbers = parts
    whole = Pdf.open(BytesIO(first))
    begins = add_pages(whole, others)
    with whole.open_outline() as outline:
        outline.root[:] = [
            OutlineItem(heading, place) for heading, place in zip(headings, begins, strict=True)
        ]
    number_pages(whole, Pdf.open(BytesIO(numbers)))
    content = BytesIO()
    whole.save(
        content,
        deterministic_id=True,
        object_stream_mode=ObjectStreamMode.generate,
    )
    return content.getvalue()


def add_pages(whole: Pdf, others: list[bytes]) -> list[int]:
    """Add the pages and tags of other parts, and return the page each part begins on, from 0."""
    tags = Tags(whole)
    begins = [0]
    for number, content in enumerate(others, start=2):
        begins.append(len(whole.pages))
        first_key = tags.next_key
        with Pdf.open(BytesIO(content)) as part:
            for page in part.pages:
                page.obj.StructParents += first_key
            whole.pages.extend(part.pages)
            tags.add(part, first_key=first_key, number=number)
    tags.write()
    return begins


if __name__ == "__main__":
    make()
