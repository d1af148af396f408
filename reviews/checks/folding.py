"""Make words comparable: without case, accents, hyphens and what cannot be seen."""

import re
from unicodedata import category, normalize

# Letters that Unicode does not take apart into a plain letter and its mark
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
INVISIBLE = "Cf"  # soft hyphens, zero-width joiners, marks of writing direction
CONTROL = "Cc"
WORD = re.compile(r"[^\W_]+")
INSIDE_A_WORD = re.compile(r"(?<=\w)[-'’ʼ‐‑]\s*(?=\w)")  # or where a line ends within one


def fold(text: str) -> str:
    """Return the words of a text in plain small letters, one space between them."""
    apart = small_and_apart(small_and_apart(text)).translate(LETTERS)
    seen = "".join(c for c in apart if not is_mark(c) and category(c) != INVISIBLE)
    return " ".join(WORD.findall(seen))


def is_mark(sign: str) -> bool:
    """Test whether a sign only changes another: an accent, a joiner, a choice of its drawing."""
    return category(sign).startswith("M")


def small_and_apart(text: str) -> str:
    """Take letters and marks apart, in small letters. Once is not enough for a few letters."""
    return normalize("NFKD", text.casefold())


def fold_joined(text: str) -> str:
    """Return the same with hyphenated words as one: "O'Neill-Smith" is "oneillsmith"."""
    return fold(INSIDE_A_WORD.sub("", text))


def holds_unseen(line: str) -> bool:
    """Test whether a line holds a sign that shows nothing, or turns the direction of writing."""
    return any(category(c) in (INVISIBLE, CONTROL) for c in line)


def without_unseen(text: str) -> str:
    """Return a text of any number of lines without such signs."""
    return "".join(c for c in text if c in "\r\n\t" or not holds_unseen(c))


def fold_signs(text: str) -> str:
    """Return a text in small letters, its signs and spaces as they are: for dates."""
    plain = normalize("NFKC", text).casefold()
    return "".join(c for c in plain if category(c) != INVISIBLE)
