"""What words say of the sex of whom they are about, and what the register knows of it."""

import re

from composite.checks.story import Person
from composite.checks.wording import listed_words

MALE, FEMALE = "M", "F"
NOUNS: dict[str, str] = {
    **dict.fromkeys(
        listed_words(
            """
            husband father dad brother son boyfriend man male uncle nephew grandfather
            stepfather stepson fiancé widower mr
            """
        ),
        MALE,
    ),
    **dict.fromkeys(
        listed_words(
            """
            wife mother mum sister daughter girlfriend woman female aunt niece grandmother
            stepmother stepdaughter fiancée widow mrs ms miss
            """
        ),
        FEMALE,
    ),
}
NOUN = rf"(?:{'|'.join(sorted(NOUNS, key=len, reverse=True))})"
PRONOUNS = {
    "he": MALE, "him": MALE, "his": MALE, "himself": MALE,
    "she": FEMALE, "her": FEMALE, "hers": FEMALE, "herself": FEMALE,
}  # fmt: skip
PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
WHOSE = re.compile(rf"\b{NOUN}(?:['’]s|s['’])|\bof\b.*$", re.IGNORECASE)
ANY_NOUN = re.compile(rf"\b{NOUN}\b", re.IGNORECASE)


def sex_of(person: Person) -> str:
    """Return "F" or "M" where the register says it, or the relationship does; else nothing."""
    if person.sex in (MALE, FEMALE):
        return person.sex
    sexes = {NOUNS[word.lower()] for word in ANY_NOUN.findall(WHOSE.sub(" ", person.relationship))}
    return sexes.pop() if len(sexes) == 1 else ""


def other_sex(sex: str) -> str:
    return {MALE: FEMALE, FEMALE: MALE}.get(sex, "")
