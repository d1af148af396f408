"""Asked to happen again and again; said to have happened once."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

OFTEN = words_in(
    "annual|annually|yearly|(?:every|each) (?:year|month|quarter|term|week|six months)|quarterly"
    "|monthly|weekly|termly|six-monthly|biannual|twice a year|once a year"
)
# Said of much that is done once, too: these ask that the update tells of one time
LOOSELY = words_in("regular|regularly|rolling|recurring|ongoing|on-going|continuous|refresher*")
ONCE = words_in(
    r"one-off|one off|once(?! (?:a|every|each|per|they|it|the))|single|just one|only one"
    r"|one (?:session|event|meeting|audit|course|workshop|briefing|review)"
    r"|(?:was|were|has been|took) (?:held|run|delivered|carried out|completed|done|place)"
    r"(?: \w+){0,4} (?:in|on) "
)
GOES_ON = words_in(
    "annual|annually|yearly|calendar|rolling|quarter|quarterly|monthly|weekly|termly|every|each"
    "|regular|regularly|next|again|repeated|repeat|twice|times|first|programme|standing|scheduled"
    "|continues|continue|since|now held|dates|series|cycle"
)


def check(update: Update) -> Iterator[Remark]:
    loosely = LOOSELY.search(update.wanted) and ONCE.search(update.words)
    if (OFTEN.search(update.wanted) or loosely) and not GOES_ON.search(update.words):
        yield Remark(
            "often",
            "It was asked to happen again and again; the update tells of one time.",
            "People come and go, and what was learnt once goes with them.",
            "Say when it happens next and who sees to it, or report progress.",
            update.words,
        )
