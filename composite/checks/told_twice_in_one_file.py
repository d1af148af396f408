import re

from composite.checks.found import Found, roots_of, when
from composite.checks.likeness import LETTERED
from composite.checks.mentions import straight
from composite.checks.options import Options
from composite.checks.story import Register, Story, Told, grouped, minutes_apart
from composite.checks.wording import listed_words

CODE = "told_twice_in_one_file"
FEWEST_WORDS = 3
MOST_APART = 15
ALIKE = 0.85
MOST_OF_A_DAY = 200
SMALL = listed_words(
    """
    the a an was were is that of to and at on in her his their by she he
    """
)

COUNTED = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
}


def told_twice_in_one_file(story: Story, _register: Register, _options: Options) -> list[Found]:
    """
    Find rows of one agency that tell the same on the same day, word for word or nearly.

    The names and numbers in them must be the same, and so must the time where both have one.
    """
    days = grouped(((one.agency, one.day), one) for one in story.told if one.day)
    return [found for rows in days.values() if len(rows) > 1 for found in repeated(rows)]


def repeated(rows: tuple[Told, ...]) -> list[Found]:
    words = {one: words_of(one) for one in rows[:MOST_OF_A_DAY]}
    groups: list[list[Told]] = []
    for one in words:
        same = next(
            (group for group in groups if all(is_same(one, other, words) for other in group)), None
        )
        if same:
            same.append(one)
        else:
            groups.append([one])
    return [found(group) for group in groups if len(group) > 1]


def words_of(told: Told) -> frozenset[str]:
    text = LETTERED.sub(r"\1_\2x", straight(told.account))
    found = re.findall(r"\w+_\w+|[^\W\d_]+|\d+", text)
    return frozenset(COUNTED.get(word, word) for word in found) - SMALL


def is_same(one: Told, other: Told, words: dict[Told, frozenset[str]]) -> bool:
    first, second = words[one], words[other]
    if min(len(first), len(second)) < FEWEST_WORDS or (minutes_apart(one, other) or 0) > MOST_APART:
        return False
    return len(first & second) / len(first | second) >= ALIKE and telling(first) == telling(second)


def telling(words: frozenset[str]) -> set[str]:
    """Return the words of which one more or less makes another event."""
    return {word for word in words if word.isdigit() or "_" in word or word in NEGATIONS}


NEGATIONS = frozenset({"not", "no", "never", "declined", "refused", "denied"})


def found(rows: list[Told]) -> Found:
    places = [one.place for one in rows]
    words = (
        f"{rows[0].agency_label} tells the same more than once on {when(rows[0])}: "
        f"{'; '.join(places)}."
    )
    return Found(CODE, roots_of(rows), words, tuple(places))
