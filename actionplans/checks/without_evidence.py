"""Nothing shows that it is done."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

TOLD = words_in(
    "audit*|survey*|sampl*|check*|minutes|report|register|list|lists|records|data|figures|count"
    "|attendance|found|certificate*|link"
)


def check(update: Update) -> Iterator[Remark]:
    is_shown = update.has_file or any(step.is_shown for step in update.steps)
    has_figure = any(letter.isdigit() for letter in update.said)
    if not (is_shown or has_figure or TOLD.search(update.words)):
        yield Remark(
            "without_evidence",
            "Nothing shows that it is done: no file, no figure, no record is named.",
            "Whoever checks it has to take it on trust, and the next reader too.",
            "Attach what shows it, or say which record would.",
        )
