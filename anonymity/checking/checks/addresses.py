"""
A and F. Addresses and streets of nobody in the register: a number with a street, a flat in a
block, a street alone.

A house with its number is one family’s; it stops a paper. A street or an estate is one of a few.
Offices of public bodies are not homes.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.people import CODED, PROCESS, named, somebody
from anonymity.checking.words.settings import AFTER, TITLE, Allowed

STREET = "A named street, block or estate."
ADDRESS = "An address: a number with a street or a block."
STREETS = (
    r"Road|Street|Avenue|Lane|Close|Crescent|Gardens|Terrace|Mews|Estate|estate|Tower|Towers|"
    r"Drive|Grove|Walk|Way|Hill|Rise|Mansions|Rd|Ave|Cres|Gdns|Terr|Court|Place|Row|View|Green|"
    r"Square|Heights|Buildings|Flats|Villas|Cottages|Parade|Wharf|Quay|Croft|Fold"
)
# Streets that need a number before them, because they are much else as well
ALSO_ELSE = re.compile(r"(?:Court|Place|Way|Green|View|Hill|Row|Square|Buildings|Walk|Rise|Quay)$")
FLAT = (
    r"(?:Flat|Apartment|Apt\.?|Room|Plot|Unit|No\.?|Number)\s*\d{1,4}[A-Za-z]?,?\s+(?:at\s+|"
    r"in\s+)?"
)
STREET_PATTERN = re.compile(
    rf"(?P<number>\b(?:{FLAT})?(?:\d{{1,4}}[a-zA-Z]?(?:[-–]\d+)?,?\s+"
    rf")?)\b(?P<title>{TITLE})(?P<street>{STREETS})\b"
    rf"{AFTER}(?!\s+[A-Z][a-z])"
)
BLOCK = re.compile(
    r"\b(?:Flat|Apartment|Apt\.?)\s*\d{1,4}[A-Za-z]?,?\s+(?:[A-Z][\w’'-]+\s+){1,3}(?:House|Court|"
    r"Point|Lodge|Hall)\b"
)
# Streets whose name has no English word for one: Welsh, or “22 Broadway” and “4 The Paddocks”
CAPITAL = r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w’'-]{0,30}"
WELSH = (
    r"(?:Heol|Ffordd|Stryd|Lôn|Lon|Rhodfa|Rhes|Teras|Maes|Clos|Cae|Cwrt|Gerddi|Llys|Parc|Bryn|Tai|"
    r"Tŷ|Ty|Trem|Erw|Dôl|Dol|Golwg|Llwyn|Pen|Tan|Glan|Coed|Cefn|Rhiw|Waun|Nant|Tir|Allt)"
)
ENDS = (
    r"(?=[.,;:)’]|$|\s(?:and|where|with|in|on|for|when|was|were|had|by|since|until|from|as|but|"
    r"before|after|who|that|to|at|which|is|then|near|because|while)\b)"
)
IN_WELSH = re.compile(
    rf"(?P<number>\b(?:{FLAT}|\d{{1,4}}[a-zA-Z]?,?\s+)?)"
    rf"\b(?P<title>(?P<first>{WELSH})(?:[\s-]+(?:y|yr|Y|Yr|{CAPITAL})){{1,3}}){ENDS}"
)
ROADS = ("Heol", "Ffordd", "Stryd", "Lôn", "Rhodfa")  # that are a street without a number as well
HOUSE = re.compile(
    r"\b(?:at|outside|opposite|address (?:of|was|is|as)|(?:lived?|living|moved|stayed|staying|home|"
    r"house|flat|called|went|returned|attended|visited|sent)(?: [a-z]+)? (?:at|to|in|"
    r"into))\s+(?:no\.? |number )?"
    rf"(?P<whole>\d{{1,4}}[a-zA-Z]?,?\s+(?P<title>(?:The\s+)?{CAPITAL}(?:[\s-]{CAPITAL}){{0,2}})){ENDS}"
)
NO_STREET = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|"
    r"Tues|Wednes|Thurs|Fri|Satur|Sun|Noon|Midnight|Hours?|Weeks?|Months?|Years?|Days?|Panel|"
    r"Agenc|Child|Adult|Meeting|Core|Police|Court|Crown|Magistrates|Recommendation|Marac)"
)
COURTS = re.compile(
    r"\b(?:Crown|County|Magistrates[’']?|High|Family|Youth|Supreme|"
    r"Coroner[’']?s?)\s+$"
)
OFFICE = re.compile(
    r"(?i)\b(?:council|town hall|civic|home office|marsham|office|floor|house of|headquarters|"
    r"publish\w*|"
    r"write to|PO Box|police station|registered|charity|www|telephone|courts?\b)"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    allowed = Allowed(register)
    subjects = re.compile(rf"\b(?:{named(register)}|{CODED}|[Tt]he (?:victim|perpetrator))\b")
    whose = {
        Chapter.LIFE: re.compile(""),
        Chapter.OPENING: somebody(register),
        Chapter.PROCESS: subjects,
        Chapter.PLAN: subjects,
    }
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        for sentence in passage.sentences():
            told = whose[passage.chapter].search(sentence.text)
            for span, severity in addresses(sentence.text, allowed):
                is_address = severity is Severity.STOP
                if told and (is_address or not PROCESS.search(sentence.text)):
                    yield found(passage, sentence, span, is_address=is_address)


def addresses(text: str, allowed: Allowed) -> Iterator[tuple[tuple[int, int], Severity]]:
    """Yield what looks like one, gravest where a number stands before it."""
    for hit in BLOCK.finditer(text):
        yield hit.span(), Severity.STOP
    yield from without_a_street(text, allowed)
    for hit in STREET_PATTERN.finditer(text):
        skipped = allowed.after_generic_words(hit["title"])
        name = text[hit.start("title") + skipped : hit.end()]
        numbered = bool(hit["number"].strip())
        if skipped >= len(hit["title"]) or name.lower() in allowed.agencies:
            continue
        if COURTS.search(hit["title"]) and hit["street"] == "Court":
            continue
        if not numbered and ALSO_ELSE.search(hit["street"]):
            continue
        start = hit.start("number") if numbered else hit.start("title") + skipped
        severity = Severity.STOP if numbered and not OFFICE.search(text) else Severity.SERIOUS
        yield (start, hit.end()), severity


def without_a_street(text: str, allowed: Allowed) -> Iterator[tuple[tuple[int, int], Severity]]:
    """Yield “7 Heol Las” and “at 22 Broadway”, which have no word for a street."""
    for hit in IN_WELSH.finditer(text):
        is_known = allowed.people.search(hit["title"]) or allowed.hold(hit["title"])
        if hit["number"].strip():
            yield hit.span(), Severity.STOP
        elif hit["first"] in ROADS and not is_known:
            yield hit.span("title"), Severity.SERIOUS
    for hit in HOUSE.finditer(text):
        is_known = allowed.people.search(hit["title"]) or allowed.hold(hit["title"])
        if not is_known and not NO_STREET.match(hit["title"]):
            yield hit.span("whole"), Severity.SERIOUS if OFFICE.search(text) else Severity.STOP


def found(
    passage: Passage, sentence: Sentence, span: tuple[int, int], *, is_address: bool
) -> Finding:
    moved = (sentence.start + span[0], sentence.start + span[1])
    if is_address:
        return passage.finding(
            moved, Kind.IDENTIFIER, Severity.STOP, ADDRESS, "an address", "numbers"
        )
    return passage.finding(moved, Kind.PLACE, Severity.SERIOUS, STREET, policy="streets")
