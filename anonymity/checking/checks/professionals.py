"""
I. People named outside those who may be: officers, doctors, social workers, judges, neighbours.

They acted for an agency, or lived next door, and the report speaks of what was done. A name leads
to the place and the case. A first name beside a surname is looked for where the lives are told;
panel, authors and books have chapters of their own.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.given_names import GIVEN
from anonymity.checking.words.localities import COUNTRIES, NO_PLACES
from anonymity.checking.words.names import NAME, OF_A_LAW, bare, known_words
from anonymity.checking.words.people import POSTS

REASON = "Somebody is named who is not among those that may be."
RANKS = (
    "HV|AMHP|FLO|PC|PCSO|DC|TDC|DS|PS|DI|DCI|DSU|DCS|Sgt|Sergeant|Inspector|Superintendent|"
    "Detective(?: \\w+)?|Constable|WPC|IDVA|ISVA"
)
CALLINGS = (
    "Dr|Doctor|Nurse|CPN|Midwife|Matron|Sister|Professor|Judge|(?:Mr|Mrs|Ms|Lord|Lady) Justice|"
    "Social Worker|Health Visitor|Reverend|Rev|Father|Imam|Councillor|Cllr|Mr|Mrs|Ms|Miss|"
    "Pastor|Rabbi|Sheikh|Bishop|Canon|Coroner|Recorder|Sheriff|Midwife|Paramedic|Head ?[Tt]eacher|"
    "Sir|Dame"
)
CALLED = rf"(?P<name>(?:[A-Z]\.? ){{0,2}}{NAME}(?:(?: [A-Z]\.?)? {NAME})?)\b"
# “The Coroner. Where” ends a sentence; “Dr. Hollis” does not
SHORTENED = r"(?:Dr|Rev|Prof|Mr|Mrs|Ms|Cllr|Sgt|Insp|Supt|Det)\."
TITLED = re.compile(rf"\b(?:{SHORTENED}|{CALLINGS}|{RANKS})(?: \d{{2,6}})? {CALLED}")
# Words that begin a sentence or a clause: the name comes after them
NOT_GIVEN = (
    r"(?:The|This|That|When|While|After|Before|In|On|At|And|But|Then|With|By|For|As|If|To|Once|"
    r"Her|His)"
)
FULL = re.compile(rf"\b(?!{NOT_GIVEN}\b)(?P<given>{NAME}) (?:[A-Z]\.? )?(?P<family>{NAME})\b")
CITED = re.compile(r"\((?:19|20)\d\d[a-z]?\)|\bet al\b|https?://|\bwww\.|\bISBN\b|\bdoi\b")
# Those who are thanked or cited for what they know act for no agency of the review
LEARNED = re.compile(
    r"(?i)\b(?:research\w*|stud(?:y|ies)|published|writes|argues|author(?:ed)?|university|"
    r"timeline|model|framework|"
    r"proof-?read\w*|academic|expert advi[cs]e\w*|definition|theory|book|article|survey|journal|"
    r"ministry|minister)\b"
)
# A doctor who knew somebody is none who wrote a book, whatever else the paragraph speaks of
TOLD_OF_LIVES = re.compile(
    r"(?i)\b(?:known? (?:her|him|them|the family)|surgery|practice|patients?|appointment|examined|"
    r"prescribed|referred (?:her|him)|treated|admitted|assessed|saw (?:her|him)|told the IMR)\b"
)
WORK = (
    r"(?:nurse|CPN|social worker|midwife|health visitor|supervisor|manager|care co-?ordinator|key "
    r"worker|support "
    r"worker|caseworker|officer|IDVA|ISVA|counsellor|teacher|head ?teacher|pastor|vicar|imam|"
    r"priest|solicitor|"
    r"paramedic|doctor|GP|psychiatrist|psychologist|therapist|pharmacist|receptionist|landlord|"
    r"employer|neighbour|AMHP|approved mental health professional|mental health practitioner|"
    r"practitioner|clinician|consultant|registrar|case ?worker|key ?worker|advocate|advis[eo]r|"
    r"outreach worker|family worker|youth worker|ward manager|team manager|duty worker|inspector|"
    r"custody nurse|care assistant|warden|caretaker|"
    r"colleague|friend|carer|mentor|probation officer|housing officer|police officer|sergeant|"
    r"constable)"
)
CALLED_AFTER = re.compile(
    rf"\b(?i:{WORK}),?\s+(?:(?:called|named|by the name of|was|is)\s+)?(?P<name>(?:[A-Z]\.? "
    rf"?){{0,2}}{NAME}(?:\s{NAME}|\s[A-Z]\b)?)"
    r"(?=,|\.|\s[a-z]|[’']s)"
)
NAMED = re.compile(r"\s(?:called|named|by the name of)\s|\s[A-Z]\.?\s[A-Z]")
IN_BRACKETS = re.compile(
    rf"(?<![\w.])(?P<name>(?:[A-Z]\.? ?){{0,2}}{NAME}(?:\s{NAME})?)\s\((?=[a-z])(?:(?:the|a|an|"
    rf"her|his|"
    rf"their|duty|senior)\s+){{0,2}}(?:[a-z][\w-]*\s+){{0,2}}{WORK}\)"
)
# “K. Tarn visited”: whoever is told of by a letter and a surname
BY_LETTER = re.compile(
    rf"(?<![\w.,&]\s)(?<![\w.&])(?P<name>[A-Z]\. ?(?:[A-Z]\. "
    rf"?)?{NAME})(?=\s+(?:\([A-Z]{{2,5}}\)\s+)?"
    r"(?:was|had|has|is|told|said|rang|visited|saw|wrote|attended|confirmed|noted|recorded|asked|"
    r"called|spoke|met|completed|reported|explained|stated|felt|thought|agreed|made|took|referred|"
    r"assessed|advised|offered|did|could|would|from|of the)\b)"
)
CALLED_BEFORE = re.compile(
    rf"(?<![\w.])(?P<name>(?:[A-Z]\.? ?){{0,2}}{NAME}(?:\s{NAME})?),\s+(?:the|a|an|her|his|"
    rf"their)\s+(?:[\w-]+\s+){{0,3}}{WORK}\b(?!\s+(?:of|to|for)\b)"
)
# Who made a tool or a model is cited, not told of
DEVISED = re.compile(
    r"\s+(?:first\s+)?(?:and\s+(?:colleagues|others)\s+)?(?:developed|devised|pioneered|coined)\b"
)
NO_NAME = known_words(
    [
        "Review Panel Service Services Team Unit Act Court Report Sergeant Inspector Constable",
        "House Hospital Centre Trust Road Street School Law Hotel Ward Day Foundation College Bank",
        "Board Justice Chair Society Charity Project Office Care Lane Avenue Close Park Institute",
        "Fund Adults Children Safeguarding Catholic Catholics Empire Inquiry Enquiry Review Scheme",
        "Award Memorial Hospice Clinic Programme Training Helpline Network Campaign",
    ]
) | (POSTS - {"judge", "chaplain", "clerk", "pastor", "rabbi", "warden", "mayor", "usher"})
# What is called after somebody: a charity, a law, an inquiry, a street
CALLED_AFTER_THEM = re.compile(
    r"(?:[’']s)?(?:\s+[A-Z][\w’'-]*){0,2}?\s+(?:Trust|Foundation|Fund|Cent(?:re|er)|Charity|Society|House|Project|"
    r"Institute|Law|Act|Inquiry|Enquiry|Review|Report|Scheme|Award|Memorial|Hospice|Hospital|School|"
    r"Academy|College|Ward|Unit|Clinic|Street|Road|Lane|Avenue|Close|Court|Training|Programme|Service|"
    r"Helpline|Network|Campaign|Lecture|Suite|Building|Hall|Library|Index|Scale|Protocol|Model|"
    r"Case|Principle|Guidance|training|nurses?|inquiry|case|judgment|review|campaign)\b"
)
BODIES = re.compile(
    r"(?:Marie\s+(?:Curie|Stopes)|Sue\s+Ryder|Terrence\s+Higgins|Ann\s+(?:Craft|Summers)|John\s+Lewis|"
    r"Jimmy\s+Savile|Oliver\s+McGowan|Karma\s+Nirvana|Ruby\s+Tuesday|Marks\s+and)\b"
)


# Who is named where the review is told: an inquiry, a law, who advised it
OF_THE_REVIEW = re.compile(
    r"(?i)\b(?:inquiry|law|advice|advised|families|foundation|memorial|award|chair(?:ed)?|panel|"
    r"home office|commissioner|photograph|translat\w+|interpret\w+)\b"
)
IS_LETTER = re.compile(r"\s[A-Z]\.?$")
OFTEN = 3
ORDINARY = {word.lower() for word in NO_PLACES | COUNTRIES}


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    allowed = known_words((*register.may_be_named, *register.pseudonyms, *register.agency_names))
    allowed |= NO_NAME
    lives, learned = chapters_of(paper)
    scholars = scholars_of(paper, learned)
    for line in paper.filled():
        if CITED.search(line.text):
            continue
        for one in titled(line, allowed, is_learned=line in learned):
            # "Ms K", said again and again, is what the paper calls somebody
            is_often = IS_LETTER.search(one.text) and paper.whole.count(one.text) >= OFTEN
            if not is_often and not is_known_otherwise(one, scholars, register):
                yield one
        if line in lives:
            yield from in_lives(line, allowed)
        elif is_told_elsewhere(line) and line not in learned:
            yield from named_in_full(line, allowed)


def scholars_of(paper: Paper, learned: set[Line]) -> set[str]:
    """Return the surnames of whose books the paper cites, and of professors who taught it."""
    return {
        surname_of(hit[0])
        for line in paper.filled()
        for pattern in (TITLED, OF_THREE_NAMES)
        for hit in pattern.finditer(line.text)
        if (CITED.search(line.text) and is_of_learning(hit[0]))
        or (line in learned and hit[0].startswith("Prof"))
    }


OF_THREE_NAMES = re.compile(rf"\b(?:Dr|Prof|Professor)\.? {NAME} {NAME} {NAME}")


def is_of_learning(text: str) -> bool:
    return text.startswith(("Dr", "Prof"))


def surname_of(text: str) -> str:
    return bare(text.split()[-1])


def is_known_otherwise(one: Finding, scholars: set[str], register: Register) -> bool:
    """Test for who is cited elsewhere, and for “Ms F. General practice” of Ms F."""
    if is_of_learning(one.text) and surname_of(one.text) in scholars:
        return True
    ended = re.match(r"(?P<who>\w+ [A-Z])\. (?P<next>\w+)", one.text)
    if not ended or ended["who"] not in register.pseudonyms:
        return False
    return ended["next"] in OPENS or not DID.match(one.line.text, one.end)


OPENS = frozenset({"He", "She", "They", "His", "Her", "It", "The", "This", "There"})
DID = re.compile(r"\s+(?:said|told|was|had|has|did|rang|saw|wrote|who|is)\b")


def is_told_elsewhere(line: Line) -> bool:
    """Whether it is a sentence, and not a row of a list of those who took part."""
    is_long = len(line.text.split()) >= SENTENCE
    return is_long and not OF_THE_REVIEW.search(line.text)


SENTENCE = 9  # words


def chapters_of(paper: Paper) -> tuple[set[Line], set[Line]]:
    """Return the lines that tell of lives, and those that speak of learned people."""
    lives: set[Line] = set()
    learned: set[Line] = set()
    for passage in passages(paper):
        if passage.chapter is Chapter.LIFE:
            lives.update(passage.lines)
        if LEARNED.search(passage.text) and not TOLD_OF_LIVES.search(passage.text):
            learned.update(passage.lines)
    return lives, learned


def in_lives(line: Line, allowed: set[str]) -> Iterator[Finding]:
    in_full = list(named_in_full(line, allowed))
    yield from in_full
    for one in called(line, allowed):
        if not any(one.start < other.end and other.start < one.end for other in in_full):
            yield one


def titled(line: Line, allowed: set[str], *, is_learned: bool) -> Iterator[Finding]:
    for hit in TITLED.finditer(line.text):
        is_cited = is_learned and hit[0].startswith(("Dr", "Prof"))
        if not is_cited and not words_of(hit) & allowed:
            yield marked(line, hit, Kind.PROFESSIONAL, Severity.SERIOUS, REASON)


def called(line: Line, allowed: set[str]) -> Iterator[Finding]:
    """Find "nurse Bev Hallam" and "Lowri, her supervisor"."""
    for pattern in (CALLED_AFTER, CALLED_BEFORE, IN_BRACKETS, BY_LETTER):
        for hit in pattern.finditer(line.text):
            words = words_of(hit)
            is_doubtful = pattern is CALLED_AFTER and len(words) == 1 and not words & GIVEN
            if (
                (is_doubtful and not NAMED.search(hit[0]))
                or words & (allowed | ORDINARY)
                or hit["name"].isupper()
            ):
                continue
            yield marked(line, hit, Kind.PROFESSIONAL, Severity.SERIOUS, REASON, group="name")


def named_in_full(line: Line, allowed: set[str]) -> Iterator[Finding]:
    for hit in FULL.finditer(line.text):
        if DEVISED.match(line.text, hit.end()) or is_of_a_body(hit):
            continue
        names = {bare(hit["given"]), bare(hit["family"])}
        if bare(hit["given"]) in GIVEN and not names & allowed:
            yield marked(line, hit, Kind.PROFESSIONAL, Severity.SERIOUS, REASON)


def is_of_a_body(hit: re.Match[str]) -> bool:
    """Test for a charity, a law or an inquiry that has its name of somebody."""
    return bool(
        CALLED_AFTER_THEM.match(hit.string, hit.end())
        or BODIES.match(hit[0])
        or OF_A_LAW.search(hit.string, 0, hit.start())
    )


def words_of(hit: re.Match[str]) -> set[str]:
    """Return the names; a letter among them is not that of Child A."""
    words = {bare(word) for word in hit["name"].split()}
    return {word for word in words if len(word.rstrip(".")) > 1} or words
