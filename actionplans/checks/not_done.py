"""Said to be done; told of as not done, or not wholly."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

NOT_DONE = words_in(
    r"(?:has|have|had|was|were|is|are) not (?:yet |currently |always |fully )?"
    r"(?:been|possible|taken|started|begun|happened|able|available|in place|complete*|done|met)"
    r"|hasn't|haven't|wasn't|weren't|could not|couldn't|unable|did not (?:take|go|happen|proceed)"
    r"|postponed|delayed|cancelled|canceled|on hold|paused|stalled|suspended|not yet"
    r"|partially (?:met|complete*|done|achieved)|partly (?:met|complete*|done|achieved)"
    r"|part complete|outstanding|incomplete|no progress|no resource*|lack of (?:funding|capacity)"
    r"|not (?:feasible|viable|affordable|funded)|no (?:budget|money|funding|capacity|staff|takers)"
    r"|(?:before|when|as) (?:the )?(?:funding|money) (?:ended|ran out)|for reasons of cost"
    r"|too costly"
    r"|refused|turned down|declined|rejected|unsuccessful|nobody (?:came|applied)|nowhere|failed to"
    r"|insufficient|not (?:achieved|implemented|completed|delivered|progressed|taken forward|met)"
)

# "whoever has not been on it is sent home": a rule, not a gap
WHOEVER = words_in(r"(?:whoever|anyone who|anybody who|those who|nobody|no one)(?: \w+){1,4}")


def check(update: Update) -> Iterator[Remark]:
    found = next((clause for clause in update.clauses if is_not_done(clause)), "")
    if found:
        yield Remark(
            "not_done",
            "It is reported done; these words say that something of it is not.",
            "What is closed is looked at no more, and the missing part is forgotten.",
            "Report progress and say what is left, or say that it cannot be done and why.",
            found,
        )


def is_not_done(clause: str) -> bool:
    return bool(NOT_DONE.search(WHOEVER.sub("", clause)))
