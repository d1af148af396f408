"""
A letter of the Home Office in its parts: what it praises, what it asks to be changed, what
publication hangs on, and what it wants to be sent.

The letters have a usual shape and no fixed one. The areas come under a heading, after a sentence
that announces them, as bullets, numbers or plain paragraphs, or there are none.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from publications.readers import letter_words as words
from publications.readers.blocks import Block, blocks_of, parts_of
from publications.readers.citations import citations_in

STRENGTHS, AREAS, CLOSING, ENDED = "strengths", "areas", "closing", "ended"
LETTERHEAD = 40  # paragraphs at most before “Dear”
SALUTATION = 8  # words at most


@dataclass
class ReadLetter:
    """What a letter says, in its own words."""

    strengths: list[str] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def asked_for(self) -> list[str]:
        """What is to be sent or published, by our names for it."""
        return list(dict.fromkeys(one for said in self.requests for one in words.asked_in(said)))

    @property
    def send_to(self) -> list[str]:
        found = (address for said in self.requests for address in words.EMAIL.findall(said))
        return list(dict.fromkeys(found))


def read_letter(text: str) -> ReadLetter:
    """Return a letter in its parts; what belongs to none of them is left out."""
    reading = Reading()
    for block in after_the_salutation(blocks_of(text)):
        for part in listed_within(block):
            reading.take(part)
    return reading.letter


def listed_within(block: Block) -> list[Block]:
    """Return the points listed within a paragraph, unless it lists what is to be sent."""
    lead, *points = parts_of(block)
    if any(words.is_office_work(f"{lead.text} {one.text}") for one in points if one.is_marked):
        return [block]
    return [lead, *points]


def after_the_salutation(blocks: list[Block]) -> list[Block]:
    for number, block in enumerate(blocks[:LETTERHEAD]):
        if block.text.lower().startswith("dear ") and len(block.text.split()) < SALUTATION:
            return blocks[number + 1 :]
    return blocks


def says_something(title: str) -> bool:
    """Test whether a line that looks like a heading is a point without its full stop."""
    return words.is_critical(title) or bool(citations_in(title).paragraphs)


class Reading:
    """How far the reading of one letter is."""

    def __init__(self) -> None:
        self.letter = ReadLetter()
        self.part = STRENGTHS
        self.lead = ""  # the paragraph that announced the list that follows
        self.list_kind = ""  # of the list of areas that is open

    def take(self, block: Block) -> None:
        if words.SIGN_OFF.match(block.text):
            self.part = ENDED
            return
        is_heading = not block.is_marked and self.opens_part(block.text)
        if is_heading or self.part == ENDED:
            return
        if block.is_marked:
            self.take_listed(block)
        else:
            self.list_kind, lead = self.after_paragraph(block), block.text
            self.lead = lead if block.ends_as_lead else ""

    def opens_part(self, text: str) -> bool:
        """Test whether a paragraph is the heading of a part, and begin that part."""
        if words.is_areas_heading(text):
            self.open_areas()
        elif words.is_praise_heading(text):
            self.part, self.list_kind, self.lead = STRENGTHS, "", text
        elif self.part != ENDED and words.is_closing_heading(text):
            self.part, self.list_kind, self.lead = CLOSING, "", ""
        else:
            return False
        return True

    def open_areas(self) -> None:
        self.part, self.list_kind, self.lead = AREAS, "", ""

    # Points of a list

    def take_listed(self, block: Block) -> None:
        sentences = words.sentences_of(block.text)
        if self.part == CLOSING and all(map(words.is_condition, sentences)):
            self.note_conditions(sentences, words.is_condition)
        elif self.part == CLOSING or all(map(words.is_office_work, sentences)):
            self.letter.requests.append(block.text)
        elif self.part == STRENGTHS and self.is_under_praise:
            self.letter.strengths.append(block.text)
        else:
            self.part = AREAS
            self.take_point(block)

    def take_point(self, block: Block) -> None:
        is_part_of_last = self.list_kind and block.list_kind != self.list_kind
        if is_part_of_last and self.letter.points:
            self.letter.points[-1] += f" {block.text}"
            return
        self.list_kind = block.list_kind
        self.letter.points.append(block.text)

    @property
    def is_under_praise(self) -> bool:
        return words.is_praise(self.lead) or words.is_praise_heading(self.lead)

    # Paragraphs

    def after_paragraph(self, block: Block) -> str:
        """Take a paragraph; return the kind of the list that is still open after it."""
        if self.part == AREAS:
            return self.take_in_areas(block)
        if self.part == STRENGTHS and words.has_office_work(block.text):
            self.part = CLOSING
        if self.part == STRENGTHS:
            self.take_in_strengths(block)
        else:
            self.take_in_closing(block)
        return ""

    def take_in_strengths(self, block: Block) -> None:
        """Keep what is praise, up to the sentence with which the areas begin."""
        sentences = words.sentences_of(block.text)
        turn = next((n for n, one in enumerate(sentences) if self.begins_areas(one)), None)
        before = sentences if turn is None else sentences[:turn]
        if turn is None and (block.ends_as_lead or block.is_title):
            self.note_conditions(sentences, words.is_condition)
            return
        self.keep(self.letter.strengths, before)
        if turn is None:
            return
        self.open_areas()
        is_lead = words.is_lead(sentences[turn]) and not citations_in(sentences[turn]).paragraphs
        self.note_conditions(sentences[turn : turn + 1], words.is_condition_outside_areas)
        rest = sentences[turn + 1 if is_lead else turn :]
        self.keep(self.letter.points, rest[:-1] if block.ends_as_lead else rest)

    def begins_areas(self, sentence: str) -> bool:
        return words.opens_areas(sentence) or words.turns(sentence)

    def take_in_areas(self, block: Block) -> str:
        sentences = words.sentences_of(block.text)
        if words.closes(block.text) or all(map(words.is_condition, sentences)):
            self.part = CLOSING if words.closes(block.text) else AREAS
            self.take_in_closing(block)
        elif block.ends_as_lead or (block.is_title and not says_something(block.text)):
            pass  # it only says what the next points are about
        elif all(map(words.is_only_praise, sentences)):
            self.keep(self.letter.strengths, sentences)
        elif self.list_kind and self.letter.points and not words.NEW_THOUGHT.match(block.text):
            self.note_conditions(sentences, words.is_condition)
            rest = [one for one in sentences if not words.is_condition(one)]
            self.letter.points[-1] = " ".join([self.letter.points[-1], *rest])
            return self.list_kind
        else:
            self.keep(self.letter.points, sentences)
        return ""

    def take_in_closing(self, block: Block) -> None:
        sentences = words.sentences_of(block.text)
        self.note_conditions(sentences, words.is_condition_outside_areas)
        self.letter.requests += filter(words.is_request, sentences)
        if block.ends_as_lead and words.opens_areas(block.text):
            self.open_areas()

    # What a paragraph leaves

    def keep(self, part: list[str], sentences: list[str]) -> None:
        """Keep a paragraph without what it says of the procedure and of publication."""
        is_inside = self.part == AREAS  # where a word too little would lose a point
        is_condition = words.is_condition if is_inside else words.is_condition_outside_areas
        is_beside = words.is_thanks if is_inside else words.is_procedure
        self.note_conditions(sentences, is_condition)
        told = [one for one in sentences if not (is_beside(one) or is_condition(one))]
        if told:
            part.append(" ".join(told))

    def note_conditions(self, sentences: list[str], is_condition: Callable[[str], bool]) -> None:
        known = self.letter.conditions
        known += [one for one in sentences if is_condition(one) and one not in known]
