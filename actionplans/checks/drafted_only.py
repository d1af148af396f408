"""Asked to be in force; said to be a draft."""

from collections.abc import Iterator

from actionplans.checks.reading import words_in
from actionplans.checks.remark import Remark
from actionplans.checks.update import Update

DRAFT = words_in(
    "draft|drafts|drafted|in draft|first version|being written|being drafted|being developed"
    "|under development|in development|out for consultation|out to consultation|outline"
    r"|working version|(?:first|second|third|final) reading|for (?:their|its|your) (?:views"
    r"|comments?)"
    r"|for (?:comments?|consultation|approval|sign-off|ratification|agreement|consideration)"
    r"|with (?:the |our )?(?:legal|lawyers|human resources|governance|communications|board"
    r"|executive)"
    r"|put together|looking at it|(?:are|is) looking at|sketched|working draft"
    r"|being (?:finalised|considered|reviewed|prepared)|in preparation|under discussion"
    r"|nearly ready"
    r"|not (?:yet )?(?:been )?(?:published|approved|adopted|ratified|agreed|signed off|finalised)"
)
IN_FORCE = words_in(
    "(?:was|were|been|and|now|is|are|then) (?:published|approved|adopted|ratified|signed off"
    "|finalised|launched|in use|in force|live)|took effect|went live|came into force|since in use"
)
DRAFT_ASKED = words_in("draft|drafting|consult|outline")


def check(update: Update) -> Iterator[Remark]:
    if DRAFT_ASKED.search(update.wanted):
        return
    found = next((clause for clause in update.clauses if DRAFT.search(clause)), "")
    if found and not IN_FORCE.search(DRAFT.sub("", update.words)):
        yield Remark(
            "drafted_only",
            "The update tells of a draft.",
            "A draft binds nobody and changes nothing yet.",
            "Say when it came into force, or report progress until it has.",
            found,
        )
