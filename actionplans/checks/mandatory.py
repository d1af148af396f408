"""Asked to be a duty; said to be a choice."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

DUTY = words_in("mandatory|compulsory|obligatory|must|require|required|requires|requirement")
NO_DUTY = (
    r"(?:not|never|cannot be|no longer|isn't|aren't|without being)"
    r"(?: (?:been|be|made|yet|currently|always|become|a)){0,3}"
    r" (?:mandatory|compulsory|obligatory|required|requirement)"
    r"|non-mandatory|voluntary|voluntarily|optional"
)
DENIED = words_in(NO_DUTY)
CHOICE = words_in(
    rf"{NO_DUTY}|encourag* (?:\w+ ){{0,2}}to"
    r"|(?:is|are|was|were|been) (?:strongly )?(?:encouraged|invited|recommended|advised)"
    r"|discretion|discretionary|may choose|can choose|opt in|opt out|opted out|desirable"
    r"|(?:those|staff|anybody|anyone|who) (?:who )?(?:wish|wishing|want)"
    r"|where (?:capacity|time|workload|possible|they|it|appropriate)|if they (?:wish|want|can)"
    r"|interested|good practice|best practice|available (?:to|for|on)|open to|take up|took up"
    r"|may (?:attend|use|arrange|ask|do|complete|request|decide)|on request|as (?:a|an) option"
    r"|should (?:attend|use|ask|do|complete|consider)|left to|up to (?:the|each|managers|staff)"
)
SURE = words_in(
    r"(?:now|is|are|was|been|made|as) (?:\w+ )?(?:mandatory|compulsory|obligatory|required)|must"
    r"|nobody|no one|none (?:can|may)|condition|cannot \w+ (?:without|until)|written into"
    r"|100 ?%|all|every|each|everybody|everyone"
)
A_DUTY = words_in("mandatory|compulsory|obligatory")


def check(update: Update) -> Iterator[Remark]:
    if not DUTY.search(update.wanted):
        return
    found = next((clause for clause in update.clauses if CHOICE.search(clause)), "")
    if not found and A_DUTY.search(update.wanted) and not SURE.search(update.words):
        found = update.words
    if found:
        yield Remark(
            "mandatory",
            "It was asked to be a duty; the update leaves it to choice, or does not say.",
            "What is left to choice is done by those who would have done it anyway.",
            "Say for whom it is a duty now, or report progress until it is one for all.",
            found,
        )
