"""
Could two written names be one person's? Compared without case, accents, order and titles; an
initial stands for any name that begins with it.

A likeness decides nothing: it holds somebody's access until a person has looked. Other spellings
of one name, short forms and nicknames are not known here; record them as other names.
"""

from reviews.checks.folding import fold, fold_joined

TITLES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lady", "lord",
        "rev", "reverend", "pc", "dc", "ds", "di", "dci", "dsu", "cllr", "councillor", "jr", "sr",
        "junior", "senior",
    }
)  # fmt: skip
LONG_ENOUGH = 2  # letters that make a name and no initial


def alike(one: str, other: str) -> bool:
    """Test whether two names could be the same person's. A single word is like itself only."""
    readings = [(named(by(one)), named(by(other))) for by in (fold, fold_joined)]
    return any(same_parts(*reading) or same_letters(*reading) for reading in readings)


def named(folded: str) -> list[str]:
    """Return the words of a name that name somebody, titles left out."""
    return [word for word in folded.split() if word not in TITLES]


def same_parts(one: list[str], other: list[str]) -> bool:
    """
    Test whether every word of the shorter name stands in the longer, in any order.

    At least two words must, one of them written out: "A Moss" is like "Moss, Ada Jane".
    """
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return bool(short) and short == long
    written = [word for word in short if len(word) >= LONG_ENOUGH and word in long]
    return bool(written) and all_found(short, long)


def all_found(short: list[str], long: list[str]) -> bool:
    """Test whether each word of one list finds a word of its own in the other."""
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        found = next((other for other in first_equal(word, left) if stands_for(word, other)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def first_equal(word: str, left: list[str]) -> list[str]:
    """Return the words to try, those that are the same before those that only begin so."""
    return sorted(left, key=lambda other: (other != word, len(other)))


def stands_for(word: str, other: str) -> bool:
    if word == other:
        return True
    return is_initial_of(word, other) or is_initial_of(other, word)


def is_initial_of(letter: str, word: str) -> bool:
    return len(letter) == 1 and letter.isalpha() and word.startswith(letter)


def same_letters(one: list[str], other: list[str]) -> bool:
    """Test whether two names differ in their spaces only, whichever part comes first."""
    if min(len(one), len(other)) == 0 or len(one) + len(other) < 3:
        return False
    return bool(turned(one) & turned(other))


def turned(words: list[str]) -> set[str]:
    return {"".join(words[n:] + words[:n]) for n in range(len(words))}
