"""The points of a Home Office letter, out of its words."""

import re
from dataclasses import dataclass

from publications.models import PointCategory, PointWeight
from publications.readers.blocks import Block, blocks_of
from publications.readers.citations import citations_in
from publications.readers.letter_words import THANKS, has_office_work
from publications.readers.whole_letter import ReadLetter, read_letter

LONGEST_CITATION = 200  # letters, as the record takes them
MUST = re.compile(r"\b(?:must|needs?\s+to\s+be|has\s+to|have\s+to|is\s+required)\b", re.I)
QUESTION = re.compile(r"\?|\b(?:unclear|not\s+clear|question\s+about|clarify)\b", re.I)

GIVES_AWAY = (
    r"anonym|pseudonym|real name|dates? of birth|identif(?:iable|ies|y (?:the|a|her|his)\b)"
    r"|names? of the|redact"
)

# The first that fits is proposed; a person says what it is.
SIGNS = (
    (PointCategory.ANONYMITY, GIVES_AWAY),
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

    A whole letter is read as one. Otherwise, where lines begin with bullets or numbers each such
    line begins a point, and what stands before the first is left out; or each line is one.
    """
    found = points_of_letter(text) or points_of_list(text)
    return [understood(words) for words in found if any(map(str.isalnum, words))]


def points_of_letter(text: str) -> list[str]:
    is_letter = any(block.text.lower().startswith("dear ") for block in blocks_of(text))
    return read_letter(text).points if is_letter else []


def points_of_list(text: str) -> list[str]:
    blocks = blocks_of(text)
    if not any(block.is_marked for block in blocks):
        return [line.strip() for line in text.splitlines()]
    return listed(blocks)


def listed(blocks: list[Block]) -> list[str]:
    points: list[str] = []
    for block in blocks:
        if block.is_marked:
            points.append(block.text)
        elif points and (THANKS.match(block.text) or has_office_work(block.text)):
            break
        elif points:
            points[-1] += f" {block.text}"
    return points


def to_paste(letter: ReadLetter) -> str:
    """Return the points of a letter as they are shown to be checked."""
    return "\n\n".join(f"• {point}" for point in letter.points)


def understood(words: str) -> ReadPoint:
    cited = citations_in(words)
    return ReadPoint(
        text=words,
        paragraph_cited=cited.words[:LONGEST_CITATION],
        version_cited=cited.version,
        category=next((kind for kind, sign in SIGNS if re.search(sign, words, re.I)), "OTHER"),
        weight=weight_of(words),
    )


def weight_of(words: str) -> str:
    if MUST.search(words):
        return PointWeight.MUST
    return PointWeight.QUESTION if QUESTION.search(words) else PointWeight.SHOULD
