"""The sentences of a paper with what can be compared of them: when, where, about what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from weakref import WeakKeyDictionary

from anonymity.checking.facts.moments import NOT_OF_LIVES, Moment, label_of, moments_in
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages

YEAR_ALONE = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:In\s+)?(?P<year>(?:19|20)\d\d)\s*:?\s*$")
# What a chapter does, by the words of its heading: the first that matches
REGIONS = {
    r"plan": r"action plan|recommendations?\b|what (?:should|needs to|must|has to) change|"
    r"what happens next",
    "analysis": (
        r"anal?y\w+|conclusions?|lessons|learning|findings|themes|key (?:issues|lines)|discussion|"
        r"good practice|what (?:the panel|we|i) \w+|made of it|reflections|missed opportunities"
    ),
    "facts": (
        r"facts|chronolog\w+|narrative|background|what happened|events|contacts?\b|timeline|"
        r"history|the story|what was known|"
        r"what (?:the )?(?:agencies|services|professionals) knew|known to agencies|"
        r"involvement of agencies|the (?:death|"
        r"homicide|murder|incident)\b"
    ),
    "summary": r"summary|introduction|foreword|preface|about this|circumstances",
    "appendix": r"^\W*(?:appendix|annexe?)\b",
    "process": r"methodology|timescales?|terms of reference|panel|contributors?|process|parallel",
}
HEADINGS = {region: re.compile(words, re.IGNORECASE) for region, words in REGIONS.items()}
LONGEST_HEADING = 9  # words
NUMBER = re.compile(r"^\s*(?:paragraph\s+)?\(?(?P<number>[A-Z]?\d{1,3}(?:\.\d+)*)[.)]?\s")
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]{2,}")


@dataclass(frozen=True)
class Statement:
    """
    A sentence, or a row of a table. start: where it begins in its passage. place: as people name
    it, “paragraph 3.2”. year: that of the heading it stands under or was spoken of before it.
    region: a key of REGIONS, of the last heading that says so. label: the day or month under which
    the whole entry of a chronology stands; it stands before the sentence. before: the last month
    that the paragraph told before it. around: in a chronology, from the month told before it to
    that told after it, if it says none itself. begins: behind a number of its
    paragraph that reads as a day.
    """

    passage: Passage
    text: str
    start: int
    place: str
    year: int | None
    region: str
    label: Moment | None = None
    before: Moment | None = None
    around: Moment | None = None
    begins: int = 0

    @cached_property
    def moments(self) -> list[Moment]:
        """When it was; where the sentence says no day, the label of its entry."""
        own = [] if NOT_OF_LIVES.search(self.text) else self.told_moments()
        if own or not self.label:
            return own
        start, end = self.label.start - self.start, self.label.end - self.start
        return [replace(self.label, start=start, end=end)]

    def told_moments(self) -> list[Moment]:
        told = moments_in(self.text, self.year)
        return [one for one in told if one.start >= self.begins] if self.begins else told

    @property
    def context(self) -> list[Moment]:
        """Its moments, or those told around it; of these, only to compare."""
        other = self.before or self.around
        return self.moments or ([other] if other else [])

    @property
    def place_first(self) -> str:
        """Its place at the head of a sentence."""
        return self.place[:1].upper() + self.place[1:]

    @property
    def chapter(self) -> Chapter:
        return self.passage.chapter

    def finding(
        self, span: tuple[int, int], reason: str, severity: Severity, policy: str = "events"
    ) -> Finding:
        """Return a finding on letters of the sentence."""
        return self.passage.finding(
            (self.start + span[0], self.start + span[1]),
            Kind.CONTRADICTION, severity, reason, policy=policy,
        )  # fmt: skip


READ: WeakKeyDictionary[Paper, tuple[Statement, ...]] = WeakKeyDictionary()


def statements(paper: Paper) -> tuple[Statement, ...]:
    """Return every sentence of a paper that is no source, read once as long as it is there."""
    if paper not in READ:
        READ[paper] = tuple(placed(list(statements_of(paper))))
    return READ[paper]


def placed(told: list[Statement]) -> Iterator[Statement]:
    """Give each sentence of a chronology the time between those around it that tell theirs."""
    ahead: list[Moment | None] = []
    following: Moment | None = None
    for one in reversed(told):
        ahead.append(following if one.region == "facts" else None)
        following = leading(one) if one.region == "facts" else None
    last: Moment | None = None
    for one, after in zip(told, reversed(ahead), strict=True):
        own = leading(one) if one.region == "facts" else None
        last = own or last
        last = last if one.region == "facts" else None
        end = after.last if after and last and after.last >= last.last else last and last.last
        if own or not last or not end or (end - last.first).days > LONGEST_GAP:
            yield one
        else:
            yield replace(one, around=Moment(last.first, end, -1, -1))


LONGEST_GAP = 400  # days between two entries of a chronology that still say when another was
LOOKS_BACK = re.compile(r"(?i)\b(?:had|since|previous(?:ly)?|earlier|before|until|ago)\b")


def leading(one: Statement) -> Moment | None:
    """Return the month that a sentence of a chronology begins with, if it does not look back."""
    first = next((each for each in one.moments if each.is_month), None)
    if first is None or first.start > LEAD or LOOKS_BACK.search(one.text[:LEAD]):
        return None
    return first


LEAD = 40  # letters


def statements_of(paper: Paper) -> Iterator[Statement]:
    year: int | None = None
    place = region = ""
    for passage in in_order(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        alone = YEAR_ALONE.match(passage.text)
        opened = region_of(passage)
        region = opened or region
        if alone or opened:
            year = int(alone["year"]) if alone else None
        numbered = NUMBER.match(passage.text)
        if numbered:
            place = f"paragraph {numbered['number']}"
        said, label = year, label_of(passage.text, year)
        last: Moment | None = None
        for sentence in passage.sentences():
            here = place if numbered else place_of(passage)
            is_counted = numbered and not sentence.start and numbered["number"] in paper.numbers
            one = Statement(
                passage, sentence.text, sentence.start, here, said, region, label, last,
                begins=numbered.end() if numbered and is_counted else 0,
            )  # fmt: skip
            last = next((each for each in reversed(one.moments) if each.is_month), last)
            said = last.first.year if last else said
            yield one


def in_order(paper: Paper) -> list[Passage]:
    """Return the passages as they stand: a margin comes before the sentence that it breaks."""
    places = {line: place for place, line in enumerate(paper.lines)}
    return sorted(passages(paper), key=lambda one: places[one.lines[0]])


def place_of(passage: Passage) -> str:
    """As people name where an unnumbered paragraph stands."""
    line = passage.lines[0]
    if line.part != "body":
        return line.part
    return f"the table in line {line.number}" if passage.is_row else f"line {line.number}"


def region_of(passage: Passage) -> str:
    text = passage.text.strip()
    if len(text.split()) > LONGEST_HEADING or text[-1:] in ".,;" or passage.is_row:
        return ""
    if re.search(r"\.{4}|\b(?:was|were|had|has|is|are|did|said)\b", text):
        return ""
    if not re.match(r"\W*(?:[A-Z\d])", text):
        return ""
    return next((region for region, words in HEADINGS.items() if words.search(text)), "")
