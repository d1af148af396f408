"""
Does a clause look as if it told of one case? A hint for its writer, not a proof: a library knows
no review, so nothing of a case can be looked up here.
"""

import re
from collections.abc import Iterator

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)  # fmt: skip
DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})\b|\b(?:{MONTHS})\s+\d{{1,2}}\b(?!\d)"
    r"|\b\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b"
)
CONTACT = re.compile(r"\S@\S|\b(?:\d[ -]?){9,}\d\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
REFERENCE = re.compile(r"\b[A-Z][A-Z0-9]*-[A-Z0-9-]*\d+\b")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|PC|DC|DS|DI)\.?\s+[A-Z][a-z]+")
# A capital inside a sentence: a name, unless it is one of the field's own words
CAPITAL = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z]+(?:['’\-][A-Za-z]+)*")
FIELDS_OWN = frozenset(
    {
        "Act", "Adult", "Article", "Board", "Cafcass", "Care", "Caldicott", "Children", "Code",
        "Commissioner", "Community", "Council", "Court", "Crown", "Department", "Disclosure",
        "Domestic", "Abuse", "English", "England", "Equality", "European", "Friday", "Guidance",
        "Health", "Home", "Human", "Independent", "Monday", "Mental", "National", "Office",
        "Partnership", "Police", "Prosecution", "Review", "Reviews", "Rights", "Safety",
        "Safeguarding", "Saturday", "Secretary", "Service", "State", "Sunday", "Thursday",
        "Tuesday", "Wales", "Wednesday", "Welsh", "Work", "Working",
    }
)  # fmt: skip


def telling(text: str) -> list[str]:
    """Return what in a text may be of one case, in words that say no more of it."""
    return list(_telling(text))


def _telling(text: str) -> Iterator[str]:
    if DAY.search(text):
        yield "It holds a day."
    if CONTACT.search(text):
        yield "It holds a number, a postcode or an address that may be somebody’s."
    if REFERENCE.search(text):
        yield "It holds what may be a reference."
    named = any(word not in FIELDS_OWN for word in CAPITAL.findall(text))
    if named or TITLED.search(text):
        yield "It holds a word with a capital letter that may be a name."
