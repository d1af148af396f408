"""
B. Another review's authorities in this one's text: a council, a partnership, a place that no other
line knows.

Reports are written over earlier ones. What stays behind is a borough in a term of reference, a
partnership that withdrew a policy, an agency in a list. Where somebody once lived, who was asked
for papers and where an author worked are other things, and left alone.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.area import authorities, own_area
from anonymity.checking.words.localities import COUNTRIES, DIRECTIONS, NO_PLACES
from anonymity.checking.words.names import known_words

FOREIGN = "An authority of another area that stands nowhere else: is this text of another review?"
ELSEWHERE = "A place that stands nowhere else, where a review speaks of its own area."
MOST = 2  # times that an authority is named in passing
# Where somebody was before, and who answered for what happened there
BEFORE = (
    r"previous(?:ly)?|former(?:ly)?|career|retired|experience|worked|chaired|served|appointed|"
    r"author(?:ed)?|employ\w+|research|university"
)
ELSEWHERE_TOLD = (
    r"moved|lived|living|born|grew up|hospital|court|neighbouring|cross-border|out of area|"
    r"transferr\w+|another (?:area|force|county)|convicted|arrested|sentenced|trial|prison|"
    r"pathologist|regional|contacted|officers? from|known to"
)
# What an agency does for this very review, wherever its author wrote or worked
FOR_THIS_REVIEW = re.compile(
    r"(?i)[’']?s?,?\s+(?:[\w’-]+,?\s+){0,8}?(?:IMRs?|individual "
    r"management reviews?|this (?:case|review)|"
    r"action plan|chronolog(?:y|ies)|recommendations?|panel member)\b"
)
# Whose review this is, whatever else its author did for whom
OWNS_THIS_REVIEW = re.compile(
    r"(?i)[’']?s?,?\s+(?:to (?:which|whom) (?:this|the) (?:report|review) (?:is|was|will be) "
    r"(?:made|submitted|presented|addressed|sent|given)|(?:which|who|that) (?:has |have )?"
    r"(?:commissioned|established|requested|owns|adopted|approved) (?:this|the) "
    r"(?:report|review|DHR)|(?:as|being) the commissioners? of (?:this|the) review)\b"
)
# A force of elsewhere in what was counted or tried in the whole country
OF_THE_COUNTRY = re.compile(
    r"(?i)\b(?:England and Wales|nationally|nationwide|excluding|except(?:ing)? for|pilot(?:ed|s)?|"
    r"trialled|first (?:used|introduced|developed|tried)|HMICFRS|super-?complaint)\b|"
    r"\((?:[A-Z][\w’ -]+, )?(?:19|20)\d\d\b[^)]*\)"
)
OF_AN_AUTHOR = re.compile(rf"(?i)\b(?:{BEFORE})\b")
LEGITIMATE = re.compile(rf"(?i)\b(?:{BEFORE}|{ELSEWHERE_TOLD})\b")
OF_TERMS = re.compile(
    r"\b(?:in|within|across|throughout|living in|residents? of|services in|agencies in)\s+"
    r"(?P<place>[A-Z][a-z]{3,}(?:[- ][A-Z][a-z]{3,})?)(?![\w’'-])(?!\s+(?:[A-Z]|and\b))"
)
# "Coroner’s Court" and "previous review" say nothing of where somebody was
OWN_TITLE = re.compile(r"(?i)\bprevious (?:review|DHR)|\bcoroner[’']?s? (?:court|area)")
ASKS = re.compile(
    r"(?i)\?\s*$|\b(?:whether|barriers|consider|policies|procedures|services|agencies|training|"
    r"strategy|provision|pathway|commission\w*)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    home = own_area(paper, register)
    known = known_words((*register.agency_names, *register.pseudonyms, *register.may_be_named))
    counted = Counter(name for line in paper.filled() for _, name in authorities(line.text))
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        for hit, name in authorities(passage.text):
            if name in home or name.lower() in known or counted[name] > MOST:
                continue
            is_a_lead = leads_alone(passage, hit) and times_named(paper, name) == 1
            if is_a_lead or not is_legitimate(passage, hit):
                yield told(passage, hit.span(), FOREIGN)
        yield from elsewhere(paper, passage, home, known)


def leads_alone(passage: Passage, hit: re.Match[str]) -> bool:
    """Whether a cell of an action plan holds an authority of an area, and nothing else."""
    before, after = passage.text[: hit.start()], passage.text[hit.end() :]
    is_cell = before.endswith("\t") and after.startswith("\t")
    return passage.chapter is Chapter.PLAN and is_cell and bool(OF_AN_AREA.search(hit[0]))


OF_AN_AREA = re.compile(r"\b(?:Council|Commissioning Group|CCG|ICB|Care Board|Partnership|CSP)$")


def times_named(paper: Paper, name: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", paper.whole))


def is_legitimate(passage: Passage, hit: re.Match[str]) -> bool:
    sentence = next(
        one for one in reversed(passage.sentences()) if one.start <= hit.start() or one.start == 0
    )
    before, after = sentence.text[: hit.start() - sentence.start], passage.text[hit.end() :]
    after = after[: len(sentence.text) - (hit.end() - sentence.start)]
    if FOR_THIS_REVIEW.match(after) and not ONCE_THERE.search(before + after):
        return passage.is_row
    if OWNS_THIS_REVIEW.match(after):
        return False
    if OF_THE_COUNTRY.search(sentence.text):
        return True
    is_of_lives = passage.chapter in (Chapter.LIFE, Chapter.OPENING)
    fair = LEGITIMATE if is_of_lives else OF_AN_AUTHOR
    return bool(fair.search(OWN_TITLE.sub("", sentence.text))) or passage.is_row


ONCE_THERE = re.compile(
    r"(?i)\b(?:previous(?:ly)?(?! (?:DHR|review|report)s?\b)|former(?:ly)?|career|retired|"
    r"experience|moved|lived|living|"
    r"neighbouring|cross-border|out of area|transferr\w+|another (?:area|force|county))\b"
)


def elsewhere(
    paper: Paper, passage: Passage, home: frozenset[str], known: set[str]
) -> Iterator[Finding]:
    """Terms of reference and recommendations speak of their own area; another's stands out."""
    if passage.chapter not in (Chapter.PROCESS, Chapter.PLAN):
        return
    for sentence in passage.sentences():
        if not ASKS.search(sentence.text) or OF_AN_AUTHOR.search(sentence.text):
            continue
        for hit in OF_TERMS.finditer(sentence.text):
            words = hit["place"].split()
            if {*words} & (home | NO_PLACES | COUNTRIES | DIRECTIONS):
                continue
            if {word.lower() for word in words} & known or words[0].lower() in paper.small_words:
                continue
            if times_here(paper, hit["place"]) == 1:
                start = sentence.start + hit.start("place")
                yield told(passage, (start, start + len(hit["place"])), ELSEWHERE)


def times_here(paper: Paper, place: str) -> int:
    """Return in how many lines it stands that say nothing of where somebody was before."""
    alone = re.compile(rf"\b{re.escape(place)}\b")
    return sum(
        1 for line in paper.filled() if alone.search(line.text) and not LEGITIMATE.search(line.text)
    )


def told(passage: Passage, span: tuple[int, int], reason: str) -> Finding:
    return passage.finding(span, Kind.ANOTHER_REVIEW, Severity.SERIOUS, reason)
