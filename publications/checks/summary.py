"""The executive summary is whole, and says nothing that the report does not."""

import re
from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme

FIGURE = re.compile(r"\b(?:(?:19|20)\d\d|\d{2,3})\b")


def check(paper: Rehearsed) -> Iterator[Remark]:
    known = set(FIGURE.findall(paper.whole))
    for key, chapter in paper.summary.items():
        for number, text in chapter.paragraphs:
            strange = [one for one in FIGURE.findall(text) if one not in known]
            if strange:
                words = (
                    f"Paragraph {number} of the executive summary says {', '.join(strange)}, which "
                    "the report does not."
                )
                yield Remark(Theme.STRUCTURE, words, ("summary", key), text)
