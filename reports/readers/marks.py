"""
Marks inside authored text: [^1] calls a footnote, [@label] refers to a place, {#label} at the end
of a text names the place it is, [=recommendation-3] is the words that the record has of it.
"""

import re
from collections.abc import Collection

NOTE = re.compile(r"\[\^([\w-]{1,64})\]")
REFERENCE = re.compile(r"\[@([\w-]{1,64})\]")
MARK = re.compile(rf"{NOTE.pattern}|{REFERENCE.pattern}")
INSERTED = re.compile(
    r"\[=((?:recommendation|learning-point|action|plan|extract|decision|answer|picture)-\d{1,3}"
    r"(?:\.\d{1,3})?|genogram|addresses|calls)\]"
)
# Written like one that inserts, of whatever: a slip of the hand is told to its writer
SIGN = re.compile(r"\[=([^\[\]\n]{1,64})\]")
LABEL = re.compile(r"(.*\S)\s*\{#([\w-]{1,64})\}", re.S)
FOOTNOTE = re.compile(r"\[\^([\w-]{1,30})\]:\s*(\S.*)", re.S)

DRAWN = ("genogram", "addresses", "calls")  # figures that are made from the record

# Names that the record gives to its own places: no label of an author begins like them
OF_THE_RECORD = ("chapter-", "appendix-", "recommendation-", "learning-point-")


def is_figure(sign: str) -> bool:
    """Test whether a sign puts a figure in: it prints alone in its paragraph and nowhere else."""
    return sign.startswith("picture-") or sign in DRAWN


def labelled(text: str) -> tuple[str, str]:
    """Return a text and the label at its end; none where it has none that it may have."""
    found = LABEL.fullmatch(text)
    if found is None or found[2].startswith(OF_THE_RECORD):
        return text, ""
    return found[1], found[2]


def footnote(line: str) -> tuple[str, str]:
    """Return the key and the words of a line that is one: `[^1]: words`."""
    key, words = FOOTNOTE.fullmatch(line).groups()  # type: ignore[union-attr]
    return key, words.strip()


def called_in(text: str) -> list[str]:
    """Return the keys of the notes that a text calls, in order."""
    return NOTE.findall(text)


def with_scope(text: str, keys: Collection[str], scope: str) -> str:
    """Return a text in which the calls of these notes are the scope's own, such as [^facts-1]."""
    return NOTE.sub(lambda call: f"[^{scope}-{call[1]}]" if call[1] in keys else call[0], text)
