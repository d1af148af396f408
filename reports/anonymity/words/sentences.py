"""Sentences of a line, with where they begin."""

import re
from collections.abc import Iterator

END = re.compile(r"(?<=[.!?])[\u2019\u201d\")\]]*\s+(?=[\"\u2018\u201c(A-Z0-9])")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for end in END.finditer(text):
        yield begin, text[begin : end.start()]
        begin = end.end()
    yield begin, text[begin:]
