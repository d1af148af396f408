"""Asked in writing; said by word of mouth."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

PAPER = words_in(
    "written|in writing|write|record|records|recorded|recording|document|documented|leaflet|letter"
)
SPOKEN = words_in(
    r"verbal|verbally|oral|orally|informal|informally|(?:by|on|over) (?:the )?(?:tele)?phone"
    r"|(?:goes?|gone|went|talked|talks?) through|tell|tells|told|a conversation|mentioned"
    "|explain*|in (?:one-to-ones|supervision|meetings)|word of mouth|in conversation"
    "|face to face only|spoken|in person only"
)
NOW_PAPER = words_in("in writing|and written|written down|confirmed by (?:letter|email)|recorded")


def check(update: Update) -> Iterator[Remark]:
    found = next((one for one in update.clauses if SPOKEN.search(one)), "")
    if found and PAPER.search(update.wanted) and not NOW_PAPER.search(update.words):
        yield Remark(
            "written",
            "It was asked in writing; the update tells of the spoken word.",
            "What is not written cannot be read by the next person who needs it.",
            "Say where it is written now, or report progress until it is.",
            found,
        )
