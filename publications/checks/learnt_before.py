"""What this partnership learnt before is said, and what came of it."""

from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme

SECTION = "local-learning"


def check(paper: Rehearsed) -> Iterator[Remark]:
    if not paper.chapter(SECTION).text and SECTION in paper.empty_sections:
        words = "It is not said what earlier reviews here had found, and whether it came again."
        yield Remark(Theme.REPEATED, words, ("section", SECTION))
