"""The recommendations and learning points in one chapter of a report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from learning.readers.headings import (
    SAYS,
    addressee_of_label,
    is_heading,
    label_of,
    number_of_label,
    take_of_label,
)
from learning.readers.lines import ReadLine, Take
from learning.readers.paragraphs import BULLET, Paragraph

NUMBER = re.compile(r"^\(?(\d{1,3})[.)]?$")
SOMEBODY = re.compile(
    r"^(?:That\s+)?(?P<who>(?:The\s+|All\s+|Every\s+|Each\s+)?[A-Z][^.;:]{2,90}?)"
    r"\s+(?:should|must|shall|ought to|to|will|needs? to|(?:is|are) asked to)\s"
    r"(?!be\s(?!asked|required|expected|reminded|encouraged))",
)
VERBS = re.compile(
    r"^(?:Review|Ensure|Train|Ask|Develop|Consider|Make|Provide|Promote|Improve|Raise|In|For|When|"
    r"If|It|This|There|As|Where|To|Work|Create|Agree|Identify|Domestic|Registered)\b"
)
# Headings that name no body
NOBODY = re.compile(
    r"^(?:national|local|regional|strategic|general|other)\b|multi-agency|single[- ]agency|"
    r"individual agency|overview|recommend",
    re.I,
)
FOR_WHOM = re.compile(r"^(?:recommendations?\s+)?(?:for|to)\s+(?:the\s+)?", re.I)
SENTENCE_ENDS = re.compile(r"[.?!][”’\"')\]]*$")


@dataclass
class Items:
    """
    The lines of one chapter as they are found.

    is_listed: it has points with numbers, bullets or labels; then nothing else in it is one.
    counts: its points count from one; then higher numbers are those of its paragraphs.
    has_bullets: some of its points are bullets.
    """

    take: Take
    is_listed: bool
    counts: bool
    has_bullets: bool
    found: list[ReadLine] = field(default_factory=list)
    addressee: str = ""
    theme: str = ""
    waiting: tuple[str, str, Take] | None = None
    expected: int = 1

    def add(
        self, text: str, *, number: str = "", addressee: str = "", take: Take | None = None
    ) -> None:
        """Take some words; a learning point is addressed to nobody, and has a theme instead."""
        kind = take or self.take
        if kind == Take.LEARNING:
            line = ReadLine(take=kind, text=text, number=number, themes=self.theme)
        else:
            whom = addressee or self.addressee or somebody_in(text)
            line = ReadLine(take=kind, text=text, number=number, addressee=whom)
        self.found.append(line)

    def asks(self, text: str) -> bool:
        """Test whether a paragraph with a number of several parts is a point of its own."""
        if self.counts:
            return False
        return not self.has_bullets if self.take == Take.LEARNING else bool(SAYS.search(text))

    def leave_out(self, text: str) -> None:
        self.found.append(ReadLine(take=Take.LEFT_OUT, text=text))

    def go_on(self, text: str) -> None:
        """Put more words to the line before."""
        last = self.found[-1]
        self.found[-1] = replace(last, text=f"{last.text}\n{text}")

    @property
    def last_is_taken(self) -> bool:
        return bool(self.found) and self.found[-1].take != Take.LEFT_OUT


def items_in(take: Take, chapter: Sequence[Paragraph]) -> list[ReadLine]:
    """Return every line of a chapter, in its order: what is taken, and what is left out."""
    numbers = [int(found[1]) for one in chapter if (found := NUMBER.match(one.mark))]
    listed = any(one.mark for one in chapter) or any(label_of(one) for one in chapter)
    bullets = any(one.mark == BULLET for one in chapter)
    items = Items(take, is_listed=listed, counts=1 in numbers, has_bullets=bullets)
    for one in chapter:
        put(items, one)
    return items.found


def put(items: Items, one: Paragraph) -> None:
    label = label_of(one)
    if label is not None:
        by_label(items, label)
    elif is_heading(one):
        items.theme = one.text[:100]
        items.addressee = body_in(one.text)
    elif items.waiting:
        number, addressee, take = items.waiting
        items.waiting = None
        items.add(one.text, number=number, addressee=addressee, take=take)
    elif found := NUMBER.match(one.mark):
        by_number(items, one, int(found[1]))
    elif one.mark:
        by_sign(items, one)
    else:
        unmarked(items, one)


def by_label(items: Items, label: "re.Match[str]") -> None:
    number, take = number_of_label(label), take_of_label(label)
    if label["rest"]:
        addressee = addressee_of_label(label)
        items.add(label["rest"], number=number, addressee=addressee, take=take)
    else:
        items.waiting = (number, addressee_of_label(label), take)


def by_number(items: Items, one: Paragraph, number: int) -> None:
    """Take a point that counts on from the last; another number is one of the report's own."""
    if number == 1:
        items.expected = 1
    if items.counts and number != items.expected:
        items.leave_out(f"{one.mark} {one.text}")
    else:
        items.expected = number + 1
        items.add(one.text, number=str(number))


def by_sign(items: Items, one: Paragraph) -> None:
    """Take a bullet; under a point it belongs to it. A number of parts is a point if it asks."""
    if one.mark[:1].isdigit():
        if items.asks(one.text):
            items.add(one.text, number=one.mark)
        else:
            items.leave_out(f"{one.mark} {one.text}")
    elif items.last_is_taken and belongs(items.found[-1], one):
        items.go_on(f"{one.mark} {one.text}")
    else:
        items.add(one.text)


def belongs(last: ReadLine, one: Paragraph) -> bool:
    """Test whether a bullet or letter stands under the point before it."""
    return (
        bool(last.number)
        or last.text.endswith(":")
        or f"\n{BULLET}" in last.text
        or (last.text.splitlines()[-1].startswith(one.mark[:1]) and "\n" in last.text)
    )


def unmarked(items: Items, one: Paragraph) -> None:
    goes_on = items.last_is_taken and (
        one.text[:1].islower() or not SENTENCE_ENDS.search(items.found[-1].text)
    )
    if goes_on and items.is_listed:
        items.go_on(one.text)
    elif not items.is_listed and (items.take == Take.LEARNING or SAYS.search(one.text)):
        items.add(one.text)
    else:
        items.leave_out(one.text)


def body_in(heading: str) -> str:
    """Return whom a heading inside a chapter addresses: "For the police" is the police."""
    named = FOR_WHOM.sub("", heading).strip(" :–-")[:200]
    return "" if NOBODY.search(named) else named


def somebody_in(text: str) -> str:
    """Return who is to do it, where a sentence begins with that: "The council should …"."""
    found = SOMEBODY.match(" ".join(text.split()))
    if found is None or VERBS.match(found["who"]) or len(found["who"].split()) > MOST:
        return ""
    return found["who"].strip(" ,")


MOST = 12  # words of a body's name
