"""The report does not say the same sentence twice."""

from collections.abc import Iterator

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme
from publications.readers.letter_words import sentences_of

LONG = 12  # words: shorter sentences may come again


def check(paper: Rehearsed) -> Iterator[Remark]:
    first: dict[str, str] = {}
    for key, chapter in paper.chapters.items():
        for number, text in chapter.paragraphs:
            for sentence in sentences_of(text):
                if len(sentence.split()) < LONG:
                    continue
                before = first.setdefault(sentence, number)
                if before != number:
                    words = f"Paragraph {number} says again what paragraph {before} says."
                    yield Remark(Theme.READABILITY, words, ("chapter", key), sentence)
