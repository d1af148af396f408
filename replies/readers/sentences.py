"""Sentences as people write them in emails, forms and lists."""

import re

SENTENCE = re.compile(r"(?<=[.?!])\s+|\n{2,}|\n(?=\s*(?:[-•*]|\d+[.)])\s)|(?<=:)\n")
LONGEST_QUOTE = 160


def sentences(words: str) -> list[str]:
    found = (" ".join(one.split()) for one in SENTENCE.split(words))
    return [one for one in found if one]


def short(sentence: str) -> str:
    if len(sentence) <= LONGEST_QUOTE:
        return sentence
    return f"{sentence[:LONGEST_QUOTE].rpartition(' ')[0]} …"
