"""A table that leaves as CSV, Excel or Word: the same cells in each."""

import re
from dataclasses import dataclass

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """
    marking: on every page. about: what its reader must know, in sentences.
    widths: of the columns, one to another.
    """

    title: str
    marking: str
    about: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
