"""How alike two recommendations are: by the words that carry meaning."""

import re
from functools import cache
from itertools import combinations, product

from actionplans.checks.reading import fold

WORD = re.compile(r"[a-z][a-z-]+")
# What every recommendation says
EMPTY = frozenset(
    WORD.findall(
        "a about across after all also an and any are area as at be because been before being "
        "by can each ensure ensures every for from give gives had has have help helps how if "
        "in include includes into is it its itself local make makes may more must new no not "
        "of offer offered on one or other our out over own part place places recommend "
        "recommendation recommended review reviews set should so such take takes than that "
        "the their them there these they this those through to up us use used was ways we "
        "well were what when where which while who whose will with within without would year "
        "years agency agencies partner partners partnership service services borough county "
        "council does do see seen look looks shows show often first mind names name people "
        "person member members staff team teams officer officers practitioner practitioners "
        "professional professionals worker workers"
    )
)
# What most of them speak of: it says a little
USUAL = frozenset(
    WORD.findall(
        "domestic abuse violence victim risk train police policy support hospital health "
        "patient child safe family mental trust ward annual adopt report record experience "
        "adult social care home review speak english identify recognise complete"
    )
)
LITTLE = 0.3
ONE_WORD = {
    "gps": "gp", "surgery": "gp", "surgeries": "gp", "practice": "gp", "practices": "gp",
    "flags": "alert", "flag": "alert", "marker": "alert", "flagged": "alert", "notes": "record",
    "compulsory": "mandatory", "obligatory": "mandatory", "course": "train", "courses": "train",
    "procedure": "protocol", "pathway": "protocol", "revise": "review", "revises": "review",
    "homelessness": "homeless", "fleeing": "flee", "flees": "flee", "relatives": "family",
    "relative": "family", "sample": "audit", "dip-sample": "audit", "samples": "audit",
    "children's": "child", "children": "child", "checklist": "checklist", "dash": "checklist",
    "dara": "checklist", "housing": "house", "workplace": "employer", "leaves": "release",
    "released": "release", "shares": "share", "sends": "share", "interpret": "interpreter",
    "perpetrators": "perpetrator", "enquiry": "ask", "ask": "ask", "asks": "ask",
    "casualty": "emergency",
    "violent": "violence", "abused": "abuse", "stalked": "stalk", "stalking": "stalk",
}  # fmt: skip
ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ers",
    "ors",
    "ed",
    "es",
    "er",
    "s",
)
ALIKE = 0.42


def likeness(first: str, second: str) -> float:
    """Return how alike two texts are, from 0 to 1."""
    one, other = meaning(first), meaning(second)
    shared = weight(one & other)
    return shared / ((weight(one) * weight(other)) ** 0.5) if shared else 0.0


def are_alike(first: str, second: str) -> bool:
    return likeness(first, second) >= ALIKE


def pairs_to_look_for(text: str) -> list[tuple[str, str]]:
    """
    Return pairs of words by which to look for a text's like: two of those that few others have,
    or one of them and a usual one. One that is alone stands twice.
    """
    words = sorted(dict.fromkeys(WORD.findall(fold(text))), key=lambda word: (-len(word), word))
    telling = [word for word in words if root(word) and root(word) not in USUAL_ROOTS][:6]
    usual = [word for word in words if root(word) in USUAL_ROOTS][:4]
    return [*combinations(telling, 2), *product(telling, usual)] or [(one, one) for one in telling]


def meaning(text: str) -> frozenset[str]:
    return frozenset(found for word in WORD.findall(fold(text)) if (found := root(word)))


def weight(words: frozenset[str]) -> float:
    return sum(LITTLE if word in USUAL_ROOTS else 1.0 for word in words)


@cache
def root(word: str) -> str:
    """Return a word without its ending, or the word that means the same; nothing of empty ones."""
    if word in EMPTY:
        return ""
    bare = ONE_WORD.get(word) or without_ending(word)
    return "" if bare in EMPTY else ONE_WORD.get(bare, bare).rstrip("ey")


def without_ending(word: str) -> str:
    for ending in ENDINGS:
        is_left = len(word) - len(ending) > 2
        if is_left and word.endswith(ending) and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


USUAL_ROOTS = frozenset(map(root, USUAL))
