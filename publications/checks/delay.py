"""Whoever waited longer than six months is told why."""

from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme

SECTION = "delay"


def check(paper: Rehearsed) -> Iterator[Remark]:
    if paper.is_over_six_months and SECTION in paper.empty_sections:
        words = "The review took longer than six months, and the reasons are not written."
        yield Remark(Theme.STRUCTURE, words, ("section", SECTION))
