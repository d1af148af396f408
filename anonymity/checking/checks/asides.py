"""
C. What those who wrote the report asked one another and left in it: “Orla – is this the right week?
I have May in my notes”, “(KB – which of the two do we want?)”.

Such a line tells of somebody by their first name, and often of what the panel could not agree on.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register

NOTE = "A note between those who wrote the report."
WHO = r"(?:[A-Z]{2,3}|[A-Z][a-z]{2,11}(?:[ /][A-Z][a-z]{2,11})?)"
# How a question or a request to somebody beside oneself begins
ASKS = (
    r"(?:is|are|was|were|do|does|did|can|could|should|shall|would|will|have|has|please|pls|I|we|you|"
    r"this|that|which|what|who|where|when|why|not sure|not happy|check|happy|ok|any|sorry|thanks|"
    r"thought|think|don[’']t|the (?:IMR|chronology|draft|date|record|chair|family))"
)
ADDRESSED = re.compile(
    rf"^(?:[\d.]+\s+)?(?:(?:NB|N\.B\.|Query)[:,]?\s+)?(?P<who>{WHO})\s?"
    rf"(?:[–—:-]|,(?= (?:can|could|please|pls|do|is|are)\b))"
    rf"\s(?P<said>{ASKS}\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
A_NAME = re.compile(rf"^{WHO}$")
AMONG_US = re.compile(r"(?:\b(?:I|we|you|your|my|us)\b|\bI[’'])")
# What such a question is about: the paper itself, and nothing that happened
OF_THE_PAPER = re.compile(
    r"(?i)\b(?:right|correct|wrong|date|month|year|name|spelling|source|quote|wording|word|version|"
    r"draft|para\w*|sentence|section|line|table|footnote|here|notes?|comments?|tracked|soften\w*|"
    r"reword\w*|delete|remove|check|checked|confirm|agreed|happy|sign(?:ed)? off|IMR|chronology|"
    r"minutes|duplicat\w+|typo|figure|number|still|same|meant|meeting|redact\w*)\b"
)
IN_BRACKETS = re.compile(
    rf"[(\[](?:(?P<who>{WHO})\s?[–—:,-]\s(?P<said>[^()\[\]“”]{{4,200}})|"
    rf"(?P<said2>[^()\[\]“”]{{4,200}}?)\s?[–—-]\s?(?P<who2>[A-Z]{{2,3}}))[)\]]"
)
ON_THE_PAPER = re.compile(
    r"^(?:[\d.]+\s+)?(?:(?:Is|Was|Are|Were) (?:this|that|these|it) (?:\w+ )?(?:right|correct|wrong|"
    r"the (?:right|same|correct) \w+|a typo|still \w+|what (?:we|\w+ (?:said|told))|from the)\b|"
    r"Which (?:is|one|version|date|of these|of the two) (?:\w+ )?(?:do|did|should|is|are|was|right|"
    r"correct)\b|(?:Who|Which \w+) (?:said|told us|wrote) this\b|Where (?:is|does|did) this "
    r"(?:come|from|go)\b|(?:Do|Have|Can|Should|Shall) we (?:have|know|need|want|say|mean|keep|name|"
    r"cut|got|"
    r"checked|agree\w*|add|include|use|move|put)\b)"
)
MY_NOTES = re.compile(
    r"\bI am not (?:comfortable|happy|convinced|sure)\b|\bI (?:have|had|thought|think|"
    r"can[’']t|cannot|don[’']t|do not|would|suggest|assume|am not|"
    r"’ve|’m|wonder)\b[^.?!]{0,60}\b(?:in my notes|my (?:notes|version|draft|copy|email)|"
    r"in the (?:IMR|chronology|minutes|draft)|we (?:had )?(?:agreed|said|decided)|this (?:para\w*|"
    r"sentence|section|wording|date|bit)|soften|reword|redraft|cut this|take this out)\b"
)
# Of a wording, and of nothing that happened
OF_A_WORDING = re.compile(
    r"\b(?:take|leave|keep|cut|move|put) this (?:out|in|back|here|para\w*|section|sentence|line)\b|"
    r"\b(?:remove|delete|cut|keep|reword|amend|drop|lose|retain|soften) this "
    r"(?:line|para\w*|sentence|section|bit|quote|quotation|table|date|wording|heading)\b|"
    r"\b(?:happy|unhappy|comfortable|uneasy|content) (?:with|about) this (?:wording|line|sentence|"
    r"para\w*|section|version|date|bit)\b|[–—-] ?[A-Z]{2,3}\?$|"
    r"^(?:Wording|Text|Paragraph|Para|Sentence|Section) "
    r"(?:agreed|approved|cleared|signed off|amended|supplied|provided) (?:with|by)\b|"
    r"^(?:[A-Z]{2,3}: )?[Nn]ot (?:sure|convinced|certain) (?:that )?"
    r"(?:we|I|about this|if this|this)\b|"
    # “and will add a line here when I hear from them”
    r"\b(?:I|[Ww]e) [^.?!]{0,90}?\b(?:will|shall|need to|must|have (?:yet |still )?to) (?:add|"
    r"insert|update|fill in|put in|amend|chase)\b[^.?!]{0,60}\b(?:here|line|paragraph|section|"
    r"table|figure|draft)\b"
)
# The same, where another sentence of the paragraph stands before it and no plan is told
AFTER_OTHERS = re.compile(
    r"^(?:To be (?:discussed|agreed|raised|checked|confirmed|reworded|decided) (?:at|with|by|in)\b|"
    r"(?:NOTE|NB|N\.B\.|QUERY|Query)\s?[:–-]\s|(?:Panel|Chair|Author|Legal|Police|Partnership|CSP) "
    r"to (?:decide|agree|confirm|check|consider|discuss|approve|advise)\b)"
)
QUOTED = re.compile(r"[“”‘]|(?<!\w)’")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in passages(paper) if one.chapter is not Chapter.SOURCES]
    is_of_one = sum(bool(FIRST_PERSON.search(one.text)) for one in told) >= MANY
    for passage in told:
        if not passage.is_row:
            spans = [*in_brackets(passage), *of_sentences(passage, is_of_one=is_of_one)]
            for span in spans:
                yield passage.finding(span, Kind.RESIDUE, Severity.SERIOUS, NOTE)


FIRST_PERSON = re.compile(r"^[^“]*\bI (?:have|am|was|met|wrote|spoke|think|believe|conclude)\b")
MANY = 5  # paragraphs of an author who writes as “I”


def of_sentences(passage: Passage, *, is_of_one: bool) -> Iterator[tuple[int, int]]:
    """Yield where notes stand; one may go on in the sentence behind it."""
    note: tuple[int, int] | None = None
    for sentence in passage.sentences():
        end = sentence.start + len(sentence.text)
        if note and MY_NOTES.search(sentence.text):
            note = note[0], end
            continue
        if note:
            yield note
        note = (sentence.start, end) if is_aside(sentence, passage, is_of_one=is_of_one) else None
    if note:
        yield note


def is_aside(sentence: Sentence, passage: Passage, *, is_of_one: bool) -> bool:
    text = sentence.text
    if is_within_quotation(passage.text, sentence.start) or QUOTED.search(text[:1]):
        return False
    hit = ADDRESSED.match(text)
    if hit and A_NAME.match(hit["who"]) and is_to_somebody(hit["said"]):
        return True
    if QUOTED.search(text):
        return False
    is_after = sentence.start > 0 and passage.chapter is not Chapter.PLAN
    if OF_A_WORDING.search(text) or (is_after and AFTER_OTHERS.match(text)):
        return True
    is_asked = ON_THE_PAPER.match(text) and OF_THE_PAPER.search(text) and "?" in text
    return bool(is_asked or (MY_NOTES.search(text) and not is_of_one))


def is_to_somebody(said: str) -> bool:
    """Whether it asks somebody about the paper, or tells them of “us”."""
    if "?" in said and re.search(r"\byou\b", said):
        return True
    return bool(OF_THE_PAPER.search(said) and ("?" in said or AMONG_US.search(said)))


def is_within_quotation(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def in_brackets(passage: Passage) -> Iterator[tuple[int, int]]:
    for hit in IN_BRACKETS.finditer(passage.text):
        said = hit["said"] or hit["said2"]
        is_asked = "?" in said or AMONG_US.search(said)
        if is_asked and not is_within_quotation(passage.text, hit.start()):
            yield hit.span()
