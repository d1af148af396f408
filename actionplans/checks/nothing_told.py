"""Nothing is told that anybody would notice: neither what is different nor how many."""

from collections.abc import Iterator

from actionplans.checks.reading import NUMBERS, words_in
from actionplans.checks.remark import Remark
from actionplans.checks.sent_only import tells
from actionplans.checks.update import Update

IN_WORDS = words_in("|".join(NUMBERS))


def check(update: Update) -> Iterator[Remark]:
    counts = any(letter.isdigit() for letter in update.said) or IN_WORDS.search(update.words)
    if not counts and not any(tells(sentence) for sentence in update.sentences):
        yield Remark(
            "nothing_told",
            "These words do not tell what anybody would notice.",
            "The plan prints them as the outcome, and its readers look for what is different.",
            "Say who meets what now, or how many.",
        )
