"""
A Word document that came back, read line by line with nothing dropped in silence.

`aside` takes out what a written paper cannot hold and says what it was; `word` reads the rest;
`lines` are what comes of it.
"""

from documents.reading.lines import CannotReadWord, Line, LineKind, ReadWord, SetAside
from documents.reading.word import read_word

__all__ = ["CannotReadWord", "Line", "LineKind", "ReadWord", "SetAside", "read_word"]
