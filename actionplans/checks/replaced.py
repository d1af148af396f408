"""Said to be done; told of as not needed any more, or as something else done in its place."""

import re
from collections.abc import Iterator

from actionplans.checks.reading import stem, words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

REPLACED = words_in(
    r"not applicable|no longer (?:applicable|needed|required|relevant|necessary|exists|in scope)"
    r"|superseded|replaced (?:by|with)|in place of|alternative*|decided not to|decided against"
    r"|not (?:be )?(?:pursued|needed|necessary|relevant|taken forward)|decommissioned|subsumed"
    r"|(?:service|unit|centre|team|project|scheme|library|post|forum|board) (?:has |was |is )?"
    r"(?:been )?(?:closed|ended|disbanded|abolished)"
    r"|dropped|scrapped|shelved|abandoned|cut from|lost its funding|withdrawn"
    r"|overtaken by|withdrawn|merged into|out of scope|duplicate of|covered by|not considered"
)
SHORT = re.compile(r"(?<![a-z])n/?a(?![a-z])")
INSTEAD_OF = re.compile(r"\b(?:instead of|rather than) (?:(?:an?|the|its|their) )?((?:\w+ ?){1,3})")
INSTEAD = re.compile(r"^instead\b(?! of)|\binstead[.]?$")


def check(update: Update) -> Iterator[Remark]:
    found = next((one for one in update.clauses if is_replaced(one, update.wanted)), "")
    if found:
        yield Remark(
            "replaced",
            "It is reported done; these words say that something else took its place.",
            "Whether the other thing does what was asked is for somebody to decide and to say.",
            "Say that it is superseded or cannot be done, and why; the plan keeps the reason.",
            found,
        )


def is_replaced(clause: str, wanted: str) -> bool:
    if REPLACED.search(clause) or SHORT.search(clause) or INSTEAD.search(clause):
        return True
    given_up = INSTEAD_OF.search(clause)
    asked = {stem(word) for word in wanted.split()}
    return given_up is not None and any(stem(word) in asked for word in given_up[1].split())
