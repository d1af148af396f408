"""What a rehearsal looks at, as plain values, and what it says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from publications.models import PointCategory as Theme

WORD = re.compile(r"[a-z][a-z’'-]{3,}")
COMMON = re.compile(
    r"what|when|where|which|whether|were|that|this|with|have|from|into|about|their|they|them|there"
    r"|these|those|been|between|would|could|should|other|agenc(?:y|ies)|known|reviews?|services?"
    r"|does|much"
)


@dataclass(frozen=True)
class Remark:
    """
    One thing that a letter might ask.

    mend: where it is mended: a kind of page and the number of what is on it, such as
    ("learning", 7) or ("section", "analysis-enquiries"); or ("page", its address).
    """

    theme: Theme
    words: str
    mend: tuple[str, int | str]
    where: str = ""


@dataclass(frozen=True)
class Chapter:
    """A chapter as it would print: paragraphs under their numbers, and everything in it as text."""

    title: str
    paragraphs: tuple[tuple[str, str], ...] = ()
    text: str = ""

    @property
    def length(self) -> int:
        return len(self.text.split())


@dataclass(frozen=True)
class Enquiry:
    """is_left_open: the panel answers its lines as it goes, and has not answered this one."""

    number: int
    text: str
    has_finding: bool
    is_left_open: bool = False


@dataclass(frozen=True)
class Learning:
    pk: int
    number: int
    has_recommendation: bool
    says_why_none: bool


@dataclass(frozen=True)
class Step:
    """An action of the plan."""

    pk: int
    name: str
    text: str
    measure: str
    has_lead: bool
    has_target: bool


@dataclass(frozen=True)
class Recommended:
    pk: int
    number: int
    text: str
    has_owner: bool
    actions: tuple[Step, ...]


@dataclass(frozen=True)
class FamilyRecord:
    """What the family compartment has of those on the victim's side, as counts and no more."""

    people: int
    offered_advocacy: int
    shown_terms: int
    given_draft: int
    asked_for_pseudonym: int
    unanswered: int = 0
    untold: int = 0
    revoked: int = 0


@dataclass(frozen=True)
class ThreadGap:
    """Something missing between evidence and recommendations, and the page that mends it."""

    words: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Rehearsed:
    """family: None for a reader who may not see the compartment."""

    chapters: Mapping[str, Chapter]
    summary: Mapping[str, Chapter]
    enquiries: tuple[Enquiry, ...] = ()
    learning: tuple[Learning, ...] = ()
    recommendations: tuple[Recommended, ...] = ()
    thread_gaps: tuple[ThreadGap, ...] = ()
    characteristics: tuple[str, ...] = ()
    unanswered_characteristics: tuple[str, ...] = ()  # characteristic and whose
    family: FamilyRecord | None = None
    has_adviser: bool = False
    is_over_six_months: bool = False
    empty_sections: Mapping[str, str] = field(default_factory=dict)

    def chapter(self, key: str) -> Chapter:
        return self.chapters.get(key, Chapter(""))

    @property
    def whole(self) -> str:
        return "\n".join(chapter.text for chapter in self.chapters.values())


def telling_words(text: str) -> set[str]:
    """Return the words by which a sentence is recognised in other words' company."""
    return {word for word in WORD.findall(text.lower()) if not COMMON.fullmatch(word)}
