"""
F. Names of places that say nothing of their kind: a hamlet, a public house, a club, a corner.

Where a life is told, "at", "near" or "to" before a name that nobody in the register has, that is no
agency and no country, and that stands once or twice, is a place that somebody local knows. No list
of towns is asked: a list has never all of them.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.area import own_area
from anonymity.checking.words.cast import Cast
from anonymity.checking.words.given_names import GIVEN
from anonymity.checking.words.localities import COUNTRIES, DIRECTIONS, NO_PLACES
from anonymity.checking.words.names import known_words
from anonymity.checking.words.people import PROCESS
from anonymity.checking.words.settings import WORD, Allowed

REASON = "A named place that somebody local knows."
MOST = 2  # times that it stands there: what stands there more often is the area or an agency
PLACE = re.compile(
    r"\b(?:at|near|outside|opposite|behind|beside|from|to|in|of|towards|around|on|visited|left|"
    r"via|above|over|off|along|through|across|beyond|between|under)\s+(?:the\s+)?"
    rf"(?P<place>{WORD}(?:(?:[ -](?:on|upon|le|the|of|y|and)[ -](?:the[ -])?|"
    rf"[ -]){WORD}){{0,3}}[’']?)"
    r"(?![\w(])(?!(?:[\s-]+[A-Z][\w’-]*){0,6}\s*\()"
    r"(?!\s+(?:heritage|origin|descent|nationals?|nationality|background|"
    r"communit(?:y|ies)|culture|language|speaker|parents|faith)\b)"
)
NEVER = re.compile(
    r"(?:Multi-Agency|Police|Council|Trust|Court|Hospital|Service|Services|Partnership|Board|Team|Unit|Act|"
    r"Code|Panel|Review|"
    r"Authority|Association|Society|University|Agency|Office|Programme|Scheme|Project|Law|Order|"
    r"Centre|Line|Helpline|"
    r"Report|Guidance|Policy|Strategy|Housing|Homes|Aid|Support|Care|Health|Probation|"
    r"Constabulary|Ambulance|Infirmary|"
    r"Commission|Committee|Group|Network|Alliance|Foundation|Charity|Plan|Protocol|Practice|"
    r"Conference|Encompass|Advocate|"
    r"Adviser|Advisor|Officer|Manager|Worker|Nurse|Bank|Church|Bible|Koran|Quran|God|Allah|Jesus|"
    r"National|Commissioner|Ombudsman|Inspectorate|Regulator|Institute|Minister|Ministry|Secretary|"
    r"Department|Parliament|Senedd|Register|Database|Computer|Union|Federation|"
    r"Facebook|Google|Mass|Advocacy|Samaritan|Citizen|(?!Station|Plantation)\w+(?:ation|ism))s?$"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    known = known_words(
        (
            *register.pseudonyms,
            *register.may_be_named,
            *register.agency_names,
            *own_area(paper, register),
        )
    )
    known |= known_words(one.name for one in Cast(paper, register).members)
    ordinary = {word.lower() for word in NO_PLACES | COUNTRIES | DIRECTIONS}
    known |= ordinary | {f"{word}s" for word in ordinary} | GIVEN
    allowed = Allowed(register)
    for passage in passages(paper):
        names_somebody = bool(allowed.somebody.search(passage.text))
        for sentence in passage.sentences():
            if not tells_of_lives(passage, sentence, allowed, names_somebody=names_somebody):
                continue
            if is_in_a_citation(passage.text, sentence.start):
                continue
            for hit in PLACE.finditer(sentence.text):
                is_of_a_body = OF_A_BODY.search(sentence.text, 0, hit.start())
                is_of_a_body = is_of_a_body or A_BODY.match(hit["place"])
                if not is_of_a_body and is_unknown(paper, hit["place"], known, allowed):
                    yield told(passage, sentence.start, hit)


def is_in_a_citation(text: str, at: int) -> bool:
    """Whether a sentence stands in a footnote that names a book: its title looks like a place."""
    begun = text.rfind("[", 0, at)
    return bool(
        begun >= 0 and FOOTNOTE.match(text, begun) and CITED.search(text[begun : at + LONGEST])
    )


FOOTNOTE = re.compile(r"\[\d{1,3}:")
LONGEST = 300  # letters of a citation


def tells_of_lives(
    passage: Passage, sentence: Sentence, allowed: Allowed, *, names_somebody: bool
) -> bool:
    """Elsewhere than in the story a place counts where somebody is named beside it."""
    if CITED.search(sentence.text):
        return False
    if passage.chapter is Chapter.LIFE and DWELLING.search(sentence.text):
        return True
    if passage.chapter in (Chapter.LIFE, Chapter.OPENING):
        return names_somebody
    is_of_the_review = passage.chapter is not Chapter.PROCESS or PROCESS.search(sentence.text)
    return not is_of_the_review and bool(allowed.people.search(sentence.text))


DWELLING = re.compile(
    r"(?i)\b(?:flat|house|home|tower block|street|village|estate|shop|pub|park|tenancy|cottage|"
    r"farm)\b"
)
CITED = re.compile(
    r"\((?:19|20)\d\d[a-z]?\)|,\s(?:19|20)\d\d[a-z]?[;)]|\bet al\b|https?://|\bwww\.|\bISBN\b|"
    r"\b(?:research|study|journal|university press|survey)\b",
    re.IGNORECASE,
)
BODY = r"(?:College|Institute|Academy|Faculty|Society|Association|Federation|Ministry|Department)"
OF_A_BODY = re.compile(rf"\b{BODY}\s+$")
A_BODY = re.compile(rf"(?:Royal\s+)?{BODY}\s+of\b")


def is_unknown(paper: Paper, place: str, known: set[str], allowed: Allowed) -> bool:
    first = allowed.after_generic_words(place)
    if first >= len(place) or allowed.hold(place):
        return False
    if any(map(NEVER.match, re.findall(r"[A-Z][\w’'-]*", place))):
        return False
    words = re.findall(r"[A-Z][\w’'-]*", place[first:])
    if any(re.sub(r"[’']s?$", "", word.lower()) in known for word in words[:1]):
        return False
    if words[0].lower() in paper.small_words:
        return False
    return paper.whole.count(re.sub(r"[’']s$", "", place)) <= MOST


def told(passage: Passage, begin: int, hit: re.Match[str]) -> Finding:
    span = (begin + hit.start("place"), begin + hit.end("place"))
    return passage.finding(span, Kind.PLACE, Severity.POLICY, REASON, policy="other_places")
