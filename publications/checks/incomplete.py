"""No paragraph stops in the middle, and no chapter waits to be written."""

import re
from collections.abc import Iterator

from publications.checks.rehearsed import Chapter, Rehearsed, Remark
from publications.models import PointCategory as Theme

ENDS = re.compile(r"[.?!:;…][”’\"')\]]*(?:\[\^?[\w-]+\]|\d{1,3})?$")
PLACEHOLDER = re.compile(
    r"\[(?!\^|@)[^\]]{0,40}(?:insert|to be|tbc|tbd|name|date|add|check|\?)[^\]]{0,40}\]"
    r"|\bTB[CD]\b|\bx{3,}\b|\blorem ipsum\b|\?\?+|_{3,}",
    re.I,
)


def check(paper: Rehearsed) -> Iterator[Remark]:
    for key, title in paper.empty_sections.items():
        yield Remark(Theme.INCOMPLETE, f"“{title}” is still to be written.", ("section", key))
    for chapters in (paper.chapters, paper.summary):
        for key, chapter in chapters.items():
            yield from unfinished(key, chapter)


def unfinished(key: str, chapter: Chapter) -> Iterator[Remark]:
    for number, text in chapter.paragraphs:
        where = f"Paragraph {number}" if number else chapter.title
        if found := PLACEHOLDER.search(text):
            words = f"{where} still holds a placeholder: “{found[0]}”."
            yield Remark(Theme.INCOMPLETE, words, ("chapter", key), text)
        elif not ENDS.search(text.rstrip()):
            words = f"{where} stops before its sentence ends."
            yield Remark(Theme.INCOMPLETE, words, ("chapter", key), text)
