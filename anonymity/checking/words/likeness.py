"""Whether one word is a slip of the keyboard for another, or sounds like it."""

import re


def is_slip(typed: str, meant: str) -> bool:
    """Test for one letter too many, too few or another, and for letters that changed places."""
    if typed == meant or typed[:1] != meant[:1]:
        return False
    if len(typed) == len(meant):
        wrong = sum(one != other for one, other in zip(typed, meant, strict=True))
        return wrong == 1 or sorted(typed) == sorted(meant)
    shorter, longer = sorted((typed, meant), key=len)
    return len(longer) - len(shorter) == 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


SOUNDS = (
    (r"ph", "f"), (r"[ck]h?|q", "k"), (r"z", "s"), (r"j", "g"), (r"v", "w"), (r"[aeiouyh]", ""),
    (r"(.)\1+", r"\1"),
)  # fmt: skip
FEWEST_SOUNDS = 2


def sounds_like(written: str, meant: str) -> bool:
    """Test for names that differ in vowels and ways of spelling only: Suzanne and Susan."""
    one, other = sound_of(written), sound_of(meant)
    return written != meant and one == other and len(one) > FEWEST_SOUNDS - 1


def sound_of(word: str) -> str:
    """Return the consonants as they sound, after the first letter."""
    first, rest = word[:1].replace("c", "k"), word[1:]
    for spelled, sound in SOUNDS:
        rest = re.sub(spelled, sound, rest)
    return first + rest
