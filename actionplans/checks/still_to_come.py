"""Said to be done; told of as something still to come."""

from collections.abc import Iterator

from actionplans.checks.reading import months_named, words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

TO_COME = words_in(
    r"will|shall|to be (?!\w+ able)\w+|is due|are due|due to (?:start|begin|be|go|open|report|meet)"
    r"|due (?:in|by|on)|planned|plan to|plans to|scheduled|awaiting|awaits|awaited|pending"
    r"|in due course|intend*|hope to|hopes to|aim to|aims to|going to|expected|anticipated"
    r"|is being|are being|under review|in progress|underway|under way|ongoing|on-going"
    r"|yet to|still to|in the process|working towards|following sign-off|subject to"
    r"|on (?:its|the|their|our) list|application (?:is |was )?made|when the [a-z]+ (?:comes"
    r"|is|are|has)"
    r"|once the|starts when|starts in|begins in|opens in|ordered|promised|applied for|bid"
    r"|tender|advertised|out to advert|we hear|comes in"
    r"|in principle|exploring|looking into|considering|has (?:started|begun)|have (?:started|begun)"
    r"|work (?:has )?(?:started|began|begun)|agreed to|committed to|on track|making progress"
    r"|next (?:spring|summer|autumn|winter|month|year|financial|quarter|meeting)"
    r"|looking to|remains to|forthcoming|upcoming"
)
# What goes on after it is done: the next round of something that has begun
GOES_ON = words_in(
    "again|repeat*|continu*|each|every|annual|annually|yearly|quarterly|monthly|regular|regularly"
    "|re-audit*|refresher|rolling|kept under review|programme runs"
    "|next (?:audit|course|session|refresher|one|round|cohort|check|survey|review|edition)"
    "|ongoing (?:support|basis|programme|training)|follow-up"
)


def check(update: Update) -> Iterator[Remark]:
    found = next((one for one in update.clauses if is_to_come(one, update)), "")
    if found:
        yield Remark(
            "still_to_come",
            "It is reported done; these words speak of something still to come.",
            "A plan made is easily overtaken; whoever reads the plan believes it has happened.",
            "Report progress now, and done once it has happened.",
            found,
        )


def is_to_come(clause: str, update: Update) -> bool:
    if any(month > update.on for month in months_named(clause)):
        return True
    return bool(TO_COME.search(clause)) and not GOES_ON.search(clause)
