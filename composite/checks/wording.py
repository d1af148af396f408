"""Lists of words, written as people read them."""


def listed_words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())
