"""Names of one word that every letter and report holds as a word of its own: Will, May, Grace."""

import re

from reviews.checks.folding import fold

WORDS = (
    "amber angel april art august autumn bill carol chance charity chase christmas cliff "
    "daisy dale dawn dean duke earl faith flora forest frank gene ginger glen grace grant "
    "harmony hazel heath heather holly honey hope hunter iris ivy jack jade jasmine jewel joy "
    "june justice lance lily london mark marshall mason may melody mercy miles misty nick "
    "olive opal page paris pat patience pearl penny poppy preston prince reed rich rob robin "
    "rocky rose ruby rusty sandy savannah scarlet sky star sterling sue summer sunny tanner "
    "taylor tiger unity victor victoria violet wade ward warren will willow win wren york "
    "young "
)
ORDINARY = frozenset(WORDS.split())
WITHIN_A_SENTENCE = ",;’'\"“(-–"


def is_surely_a_name(name: str, text: str) -> bool:
    """
    Test whether a name of one word, which a text holds, surely stands there as a name.

    One that is a word as well does so with a capital within a sentence and in no date, or alone:
    "and Will said", not "Will it", "2 May" or "the panel will". Any other one always does.
    """
    if fold(name) not in ORDINARY:
        return True
    written = re.escape(name.strip().capitalize())
    dated = rf"\d(?:st|nd|rd|th)?\s+{written}\b|\b{written}\s+\d"
    undated = re.sub(dated, "", text)
    stands = re.finditer(rf"\b{written}\b", undated)
    return fold(text) == fold(name) or any(is_within(undated[: one.start()]) for one in stands)


def is_within(before: str) -> bool:
    """Test whether what stands before a word is the beginning of its sentence."""
    last = before.rstrip(" ")[-1:]
    return last.isalnum() or (bool(last) and last in WITHIN_A_SENTENCE)
