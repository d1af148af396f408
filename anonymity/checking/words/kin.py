"""Words for what people are to each other: whose sex they tell, and which of them are one thing."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kin:
    """group: what it is, whatever the sex. sex: "F", "M" or empty."""

    group: str
    sex: str = ""


WRITTEN = {
    "parent": ("mother mum mummy", "father dad daddy", "parent"),
    "child": ("daughter", "son", "child"),
    "sibling": ("sister", "brother", "sibling twin"),
    "spouse": ("wife girlfriend fiancée widow", "husband boyfriend fiancé widower", "partner"),
    "grandparent": ("grandmother gran nan", "grandfather grandad", "grandparent"),
    "grandchild": ("granddaughter", "grandson", "grandchild"),
    "aunt": ("aunt auntie", "uncle", ""),
    "niece": ("niece", "nephew", ""),
    "in-law": (
        "mother-in-law sister-in-law daughter-in-law",
        "father-in-law brother-in-law son-in-law",
        "",
    ),
    "step-parent": ("stepmother step-mother", "stepfather step-father", "step-parent"),
    "step-child": ("stepdaughter step-daughter", "stepson step-son", "stepchild"),
    "sibling ": ("half-sister step-sister stepsister", "half-brother step-brother stepbrother", ""),
    "cousin": ("", "", "cousin"),
    "friend": ("", "", "friend"),
    "neighbour": ("", "", "neighbour"),
}
KIN: dict[str, Kin] = {
    word: Kin(group.strip(), sex)
    for group, spelled in WRITTEN.items()
    for sex, words in zip(("F", "M", ""), spelled, strict=True)
    for word in words.split()
}
INVERSE = {
    "parent": "child", "child": "parent", "sibling": "sibling", "spouse": "spouse",
    "grandparent": "grandchild", "grandchild": "grandparent", "aunt": "niece", "niece": "aunt",
    "step-parent": "step-child", "step-child": "step-parent", "friend": "friend",
}  # fmt: skip
WORD = rf"(?:{'|'.join(sorted(map(re.escape, KIN), key=len, reverse=True))})"
# What may stand before such a word without making it another thing
QUALIFIED = (
    r"(?:(?:former|ex-?|estranged|late|first|second|third|new|then|current|young|elder|older|"
    r"eldest|oldest|younger|youngest|adult|only|long-term|biological|birth|adoptive|maternal|"
    r"paternal|teenage|twin|own|middle)[\s-]+)*"
)
ONLY = re.compile(rf"\b(?P<kin>{WORD})(?P<many>s|ren)?\b(?![’'-])", re.I)


def kin_of(word: str) -> Kin:
    return KIN[word.lower()]
