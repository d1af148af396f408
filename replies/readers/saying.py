"""Read what kind of reply an email, a letter or a file is, and by which of its words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from replies.models.kind import ReplyKind
from replies.readers.doubts import doubts_of, of_one_only, plain_doubts_of
from replies.readers.phrases import PHRASES
from replies.readers.sentences import sentences, short
from replies.readers.signs import (
    AUTOMATIC_SUBJECT,
    AUTOMATIC_WORDS,
    BOUNCE_SENDER,
    BOUNCE_SUBJECT,
    BY_WHOM,
    FILE_NAMES,
    NAMES_SEARCHED,
    OUR_LETTER,
    PASSED_ON,
    SEARCHED,
    SYSTEMS,
)

K = ReplyKind
HEDGED = re.compile(
    r"\b(?:but|however|although|except|apart from|other than|save for|aside from)\b", re.I
)
OUTWEIGHS = 3  # how much more the first kind has to count than the second
ENOUGH = 4
MOST_DOUBTS = 3  # shown; one is enough to look
NO_NIL = "It may be no nil return. It also says"
ONE_ONLY = "It speaks of one person only."
UNREAD = "The words of what is attached cannot be read here. Look at"
ANSWERS_FIRST = frozenset({K.REFUSED, K.WRONG_BODY, K.EXPERT_INPUT})


@dataclass(frozen=True, kw_only=True)
class Said:
    """
    What is to be read: the words, and what else tells of them.

    unread_files: names of those attached of which no words can be read.
    """

    subject: str = ""
    address: str = ""
    words: str = ""
    signature: str = ""
    below: str = ""
    attached_words: str = ""
    file_names: Sequence[str] = ()
    unread_files: Sequence[str] = ()
    is_automatic: bool = False
    is_bounce: bool = False


@dataclass
class Reading:
    """
    kind: what it seems to be. why: the reasons, in words that quote it.
    is_sure: nothing in it speaks for another kind.
    """

    kind: ReplyKind = K.UNCLEAR
    why: list[str] = field(default_factory=list)
    is_sure: bool = False


def read_kind(said: Said) -> Reading:
    """Return what kind of reply this is."""
    if said.is_bounce or BOUNCE_SENDER.match(said.address) or BOUNCE_SUBJECT.match(said.subject):
        return Reading(K.BOUNCED, ["A mail server sent it: our email was not delivered."], True)
    if said.is_automatic or AUTOMATIC_SUBJECT.match(said.subject):
        return Reading(K.AUTOMATIC, ["A program sent it, as its headers or subject say."], True)
    counted = count(said.words)
    names = named_by_files(said.file_names)
    if not counted.best and AUTOMATIC_WORDS.search(said.words):
        return Reading(K.AUTOMATIC, [quoting(AUTOMATIC_WORDS, said.words)], not said.file_names)
    if not counted.is_answer and said.attached_words.strip():
        attached = count(said.attached_words)
        counted = counted.with_more(attached, where="What is attached says")
    if counted.is_answer or K.SUMMARY in counted.weights:
        names = [(kind, name) for kind, name in names if kind in FULL]
    if not counted.best and not names:
        return nothing_said(said)
    reading = weighed(counted, names, said)
    return doubted(reading, said) if reading.kind == K.NIL else reading


def doubted(reading: Reading, said: Said) -> Reading:
    """Return a nil return only where nothing takes it back and nothing else is told."""
    doubts = [
        *doubts_of(said.words),
        *plain_doubts_of(said.signature),
        *plain_doubts_of(said.attached_words),
    ]
    if doubts:
        quoted = [f"{NO_NIL} “{short(one)}”" for one in dict.fromkeys(doubts)]
        return Reading(K.UNCLEAR, [*reading.why[:1], *quoted[:MOST_DOUBTS]])
    open_ends = [
        *(f"{ONE_ONLY} “{short(one)}”" for one in of_one_only(said.words)),
        *(f"{UNREAD} “{short(name)}”." for name in said.unread_files),
    ]
    if open_ends:
        return Reading(K.NIL, [*reading.why, *open_ends[:MOST_DOUBTS]])
    return reading


def nothing_said(said: Said) -> Reading:
    has_letter = OUR_LETTER.search(said.below) or OUR_LETTER.search(said.words)
    if has_letter and PASSED_ON.match(said.subject):
        return Reading(K.COPY, ["It holds our own letter and says nothing to it."], True)
    if AUTOMATIC_WORDS.search(said.words):
        return Reading(K.AUTOMATIC, [quoting(AUTOMATIC_WORDS, said.words)], True)
    if said.file_names:
        return Reading(K.LETTER, ["It only has something attached: look what that is."])
    if len(said.words.split()) > 40:
        return Reading(K.SUMMARY, ["It tells something at length: look what it is."])
    return Reading(K.UNCLEAR, ["Nothing in it says what kind of reply it is."])


@dataclass
class Count:
    """How much speaks for each kind, and the sentence that speaks most for it."""

    weights: dict[ReplyKind, int] = field(default_factory=lambda: defaultdict(int))
    quotes: dict[ReplyKind, tuple[int, str]] = field(default_factory=dict)
    where: dict[ReplyKind, str] = field(default_factory=dict)

    @property
    def ranked(self) -> list[ReplyKind]:
        return sorted(self.weights, key=lambda kind: -self.weights[kind])

    @property
    def best(self) -> ReplyKind | None:
        return self.ranked[0] if self.weights else None

    @property
    def is_answer(self) -> bool:
        return any(kind.is_answer and count >= ENOUGH for kind, count in self.weights.items())

    def add(self, kind: ReplyKind, weight: int, sentence: str) -> None:
        self.weights[kind] += weight
        if weight > self.quotes.get(kind, (0, ""))[0]:
            self.quotes[kind] = weight, sentence

    def with_more(self, other: "Count", *, where: str) -> "Count":
        for kind, weight in other.weights.items():
            if kind.is_answer:
                self.weights[kind] += weight
                self.quotes.setdefault(kind, other.quotes[kind])
                self.where.setdefault(kind, where)
        return self

    def reason(self, kind: ReplyKind) -> str:
        return f"{self.where.get(kind, 'It says')} “{short(self.quotes[kind][1])}”"


def count(words: str) -> Count:
    """Count every sentence once for each kind that it speaks for, by its strongest phrase."""
    counted = Count()
    for sentence in sentences(words):
        strongest: dict[ReplyKind, int] = {}
        for kind, weight, phrase in PHRASES:
            if phrase.search(sentence):
                strongest[kind] = max(weight, strongest.get(kind, 0))
        if K.NIL in strongest and not HEDGED.search(sentence):
            strongest.pop(K.SUMMARY, None)  # "was never known to us" says nothing is known
        for kind, weight in strongest.items():
            counted.add(kind, weight, sentence)
    return counted


def named_by_files(file_names: Iterable[str]) -> list[tuple[ReplyKind, str]]:
    """Return what files are by their names, the fullest report first; IMR beside chronology."""
    found: dict[ReplyKind, str] = {}
    for name in file_names:
        plain = re.sub(r"[_\-.]+", " ", name)
        for kind, pattern in FILE_NAMES:
            if pattern.search(plain):
                found.setdefault(kind, name)
                break
    if K.IMR_ONLY in found and K.CHRONOLOGY_ONLY in found:
        found = {K.IMR_AND_CHRONOLOGY: found[K.IMR_ONLY], **found}
    return list(found.items())


def weighed(counted: Count, names: list[tuple[ReplyKind, str]], said: Said) -> Reading:
    for kind, name in names:
        counted.add(kind, 6 if kind in FULL else 4, "")
        counted.where[kind] = f"A file is called “{short(name)}”"
        counted.quotes[kind] = (9, "")
    settle_together(counted.weights)
    first, *others = counted.ranked
    rest = max((counted.weights[kind] for kind in others), default=0)
    is_sure = counted.weights[first] >= ENOUGH and counted.weights[first] - rest >= OUTWEIGHS
    why = [reason_of(counted, first)]
    if not is_sure:
        why += [f"It could be something else: {other.label.lower()}." for other in others[:1]]
    return Reading(first, why, is_sure)


FULL = frozenset({K.IMR_AND_CHRONOLOGY, K.CHRONOLOGY_ONLY, K.IMR_ONLY, K.SHORT_REPORT})


def settle_together(weights: dict[ReplyKind, int]) -> None:
    """Say which kind wins where two are said in one reply, as people mean them."""
    for kind in ANSWERS_FIRST & weights.keys():
        # "we hold nothing, but can advise", "no records: you want the next county"
        weights[kind] += weights.pop(K.NIL, 0) // 2
    if weights.keys() & FULL:
        told = max(weights.keys() & FULL, key=lambda kind: weights[kind])
        weights[told] += weights.pop(K.SUMMARY, 0)
    if K.IMR_AND_CHRONOLOGY in weights:
        for part in (K.IMR_ONLY, K.CHRONOLOGY_ONLY):
            weights[K.IMR_AND_CHRONOLOGY] += weights.pop(part, 0)
    if any(weights.get(kind, 0) >= ENOUGH for kind in weights if kind.is_answer):
        weights.pop(K.ACKNOWLEDGED, None)  # "thank you for your letter, we have no trace"
        weights.pop(K.COPY, None)
    elif weights.get(K.MORE_TIME, 0) or weights.get(K.QUESTION, 0):
        weights.pop(K.ACKNOWLEDGED, None)


def reason_of(counted: Count, kind: ReplyKind) -> str:
    if counted.quotes[kind][1]:
        return counted.reason(kind)
    return counted.where[kind]


def quoting(phrase: re.Pattern[str], words: str) -> str:
    sentence = next((one for one in sentences(words) if phrase.search(one)), "")
    return f"It says “{short(sentence)}”"


@dataclass(frozen=True)
class Searched:
    """What a reply says of its search, in its own sentences; empty where it does not say."""

    searched_in: str = ""
    searched_for: str = ""
    searched_by: str = ""


def read_search(words: str) -> Searched:
    about = [one for one in sentences(words) if SEARCHED.search(one)]
    by = BY_WHOM.search(words)
    return Searched(
        searched_in=" ".join(one for one in about if SYSTEMS.search(one)),
        searched_for=" ".join(one for one in about if NAMES_SEARCHED.search(one)),
        searched_by=by[1].strip() if by else "",
    )
