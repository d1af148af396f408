"""The points of a Home Office letter, out of its words."""

import re
from dataclasses import dataclass

from publications.models import PointCategory, PointWeight

MARK = re.compile(r"^\s*(?:[·•●○▪■◦‣*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)", re.I)
CLOSING = re.compile(
    r"^(?:once\s+(?:completed|these)|please\s+(?:send|ensure)|on\s+behalf\s+of|yours\b)", re.I
)
PARAGRAPH = re.compile(r"\b\d{1,2}(?:\.\d{1,3}){1,3}\b")
NAMED_PARAGRAPH = re.compile(r"\bparagraphs?\s+(\d{1,3}(?:\.\d{1,3})*)", re.I)
VERSION = re.compile(r"\b(?:version|draft)\s+(\d{1,2}(?:\.\d{1,2})?)\b", re.I)
MUST = re.compile(r"\b(?:must|needs?\s+to\s+be|has\s+to|have\s+to|is\s+required)\b", re.I)
QUESTION = re.compile(r"\?|\b(?:unclear|not\s+clear|question\s+about|clarify)\b", re.I)

# The first that fits is proposed; a person says what it is.
SIGNS = (
    (PointCategory.ANONYMITY, r"anonym|pseudonym|real name|date of birth|identif|name of the"),
    (PointCategory.INCOMPLETE, r"incomplete|unfinished|missing text|blank"),
    (
        PointCategory.READABILITY,
        r"repetiti|repeats itself|length|long and|readab|typograph|spelling",
    ),
    (PointCategory.ACTION_PLAN, r"action plan|outcome.focus|outcome focus"),
    (PointCategory.ADVOCACY, r"advoca|homicide service|support for the family"),
    (PointCategory.RECOMMENDATIONS, r"recommendation"),
    (PointCategory.TRAINING, r"training"),
    (PointCategory.SPECIALIST, r"specialist|by.and.for|expert on the panel"),
    (PointCategory.BARRIERS, r"barrier|seek(?:ing)? help|ask for help"),
    (PointCategory.ABUSE, r"honour|coerci|controlling|economic abuse|stalking|type of abuse"),
    (PointCategory.EQUALITY, r"equalit|diversit|protected characteristic|culture|cultural|disab"),
    (PointCategory.CURIOSITY, r"routine enquiry|curiosity"),
    (PointCategory.CONTEXT, r"pandemic|covid|nationally"),
    (PointCategory.REPEATED, r"previous review|earlier review|same learning"),
    (PointCategory.STRUCTURE, r"template|structure|appendi|heading|guidance"),
)


@dataclass(frozen=True)
class ReadPoint:
    """A point as it was understood, for a person to correct."""

    text: str
    paragraph_cited: str
    version_cited: str
    category: str
    weight: str


def read_points(text: str) -> list[ReadPoint]:
    """
    Return the points of a pasted text.

    Where lines begin with bullets or numbers each such line begins a point; what stands before
    the first is left out, and so is how a letter closes. Otherwise each line is one.
    """
    lines = [line.strip() for line in text.splitlines()]
    marked = any(MARK.match(line) for line in lines)
    found = bulleted(lines) if marked else lines
    return [understood(words) for words in found if any(map(str.isalnum, words))]


def marked_part(text: str) -> str:
    """Return a letter from its first bullet or number on; nothing where it has none."""
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if MARK.match(line)), len(lines))
    return "\n".join(lines[first:])


def bulleted(lines: list[str]) -> list[str]:
    points: list[list[str]] = []
    for line in lines:
        if mark := MARK.match(line):
            points.append([line[mark.end() :]])
        elif points and CLOSING.match(line):
            break
        elif line and points:
            points[-1].append(line)
    return [" ".join(point) for point in points]


def understood(words: str) -> ReadPoint:
    version = VERSION.search(words)
    return ReadPoint(
        text=words,
        paragraph_cited=paragraph_in(words),
        version_cited=version[1] if version else "",
        category=next((kind for kind, sign in SIGNS if re.search(sign, words, re.I)), "OTHER"),
        weight=weight_of(words),
    )


def paragraph_in(words: str) -> str:
    """Return the first paragraph that a point cites."""
    without_version = VERSION.sub("", words)
    named = NAMED_PARAGRAPH.search(without_version)
    found = PARAGRAPH.search(without_version)
    return named[1] if named else found[0] if found else ""


def weight_of(words: str) -> str:
    if MUST.search(words):
        return PointWeight.MUST
    return PointWeight.QUESTION if QUESTION.search(words) else PointWeight.SHOULD
