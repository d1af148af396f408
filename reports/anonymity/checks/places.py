"""
F. Schools, surgeries, refuges and streets by name, and homes, workplaces and relatives by town.

A named school finds the children. A flat, a shift or a sister in a named neighbourhood finds the
family, and with the month of the death it finds the newspaper. What is learnt needs only the kind
of place: a primary school, a flat. Agencies, authorities and forces are named as what they are.
"""

import re
from collections import Counter
from collections.abc import Iterator

from reports.anonymity.finding import Finding, Kind, Severity
from reports.anonymity.paper import Paper
from reports.anonymity.passages import Chapter, Passage, Sentence, passages
from reports.anonymity.register import Place, Register
from reports.anonymity.words.localities import COUNTRIES, DIRECTIONS, NO_PLACES
from reports.anonymity.words.people import CODED, PROCESS, RELATIVE, named, somebody

S = Severity
REGISTERED = "A place of this review that is not published by its name."
NAMED = "A named place that finds those who went there."
STREET = "A named street, block or estate."
HOME = "A home or a place of work, down to the town or neighbourhood."
RELATED = "Where a relative or friend lives."
EMPLOYER = "The name of a place of work."
MOVED = "Where somebody lived, down to the town or neighbourhood."

WORD = r"(?:(?:St|Mt)\.?\s)?[A-Z][a-z][\w’'-]*"
TITLE = rf"(?:{WORD}(?:\s+(?:of|the|and|on|le|by|&)\s+(?=[A-Z])|[\s-]+)){{1,5}}"
SETTINGS = {
    "school": r"(?:(?:Church of England|C\s?of\s?E|Catholic|RC|Community|Junior|Infants?|Primary|"
    r"Secondary|High|Grammar|Girls[’']|Boys[’']|Comprehensive|Special|Preparatory|Free)\s+)*School",
    "academy": r"(?:Primary |Junior |Sixth Form )?Academy",
    "college": r"(?:Sixth Form |6th Form |Further Education |Community |FE )?College",
    "nursery": r"(?:Day )?(?:Nursery|Pre-?[Ss]chool|Playgroup|Kindergarten)(?: School)?",
    "children’s centre": r"(?:Children[’']?s|Family|Sure Start|Community|Contact|Youth) Centre",
    "GP practice": r"(?:(?:Group|Medical|Family|GP|Doctors[’']?)\s+)?(?:Surgery|Practice)|"
    r"(?:Medical|Health|Walk-?[Ii]n) Centre|Health Clinic",
    "refuge": r"(?:Women[’']?s )?Refuge",
    "hostel": r"Hostel",
    "hotel": r"Hotel|Guest House|Travelodge|Premier Inn",
    "pub": r"Arms|Tavern|Public House|Pub|Inn",
    "ward": r"Ward",
    "place of worship": r"Mosque|Gurdwara|Synagogue|Church",
    "care home": r"(?:Care|Nursing|Residential) Home",
    "shopping centre": r"Shopping Centre|Supermarket|Retail Park",
    "prison": r"(?!)",
}
SAINT = re.compile(
    r"\bSt\.? [A-Z][a-z]+[’']s\b"
    r"(?! (?:[A-Z][a-z]+ )?(?:Hospitals?|University|NHS|Trust|Hospice|Day)\b)"
)
STREETS = (
    r"Road|Street|Avenue|Lane|Close|Crescent|Gardens|Terrace|Mews|Estate|estate|Tower|Towers|"
    r"Drive|Grove|Walk|Way|Hill|Rise|Mansions"
)
AFTER = (
    r"(?!\s+(?:Improvement|Commission\w*|Nurs\w+|Health|Services?|Partnership|Team|Board|Trust|Programme|Manager|"
    r"Council|Authority|of (?:General|Psych\w+|Policing|Nursing|Midwi\w+|Surgeons|Physicians|"
    r"Emergency|Paramedics|Occupational|Social)|Police|Standards|Admissions|Sunday|Press))\b"
)
ARTICLES = r"(?:the|a|an|his|her|their)"
TOWN = rf"(?P<town>{WORD}(?:(?:\s+|-)(?:(?:on|upon|under|in|le|the|of|by)[\s-]+)*{WORD}){{0,2}})"
PARTS = r"(?:area|town|village|outskirts|heart|district)"
AREA = (
    rf"(?:the\s+{PARTS}\s+of\s+|the\s+(?=(?:{WORD}\s+){{1,2}}(?:area|district|estate)\b)|"
    rf"{PARTS}\s+of\s+)?"
)
ADJECTIVES = r"(?:(?!(?:in|at|to|of|for|with|and|as|from|on|by|near)\b)[\w’'-]+\s+){0,4}?"
BUILDING = (
    r"(?:flat|house|home|property|address|apartment|bedsit|maisonette|bungalow|room|hostel|refuge|"
    r"accommodation|tenancy|(?:primary |secondary |local |high |infant )*school|academy|college|"
    r"nursery|pre-?school|children[’']s centre|surgery|practice|restaurant|takeaway|shop|store|"
    r"supermarket|pub|bar|club|hotel|salon|factory|warehouse|office|garage|gym|park|church|mosque|"
    r"temple|gurdwara|care home|workplace|business|job|car park|hospital ward)"
)
LOCATED = re.compile(
    rf"(?:\b(?i:{ARTICLES})\s+(?i:{ADJECTIVES}))?\b(?<!\bup )(?i:{BUILDING})\s+"
    rf"(?:(?:situated|located|based)\s+)?(?:in|at|near|outside|close to)\s+{AREA}{TOWN}"
)
RELATED_IN = re.compile(
    rf"\b(?i:(?:(?:his|her|their|the|a)\s+)?(?:[\w’'-]+\s+){{0,2}}?{RELATIVE}s?)\b,?\s*"
    rf"(?:(?:,?\s*who\s+)?(?:lived|lives|living|was living|were living|resided)\s+)?"
    rf"(?:in|from|near)\s+{AREA}{TOWN}"
)
DWELT = (
    r"(?:set(?:ting)? up home|moved?(?: back| home| house| out| away| on)?|moving|relocated|"
    r"relocating|lived?|living|resid(?:ed|es|ing)|settled|stay(?:ed|ing)|grew up|"
    r"(?:was |were )?(?:raised|brought up|schooled|housed|rehoused|placed|accommodated|"
    r"educated)|rented|rehoused|fled|born and (?:raised|brought up)|born|worked|employed|work|"
    r"working|travelled|attended school)"
)
MOVED_TO = re.compile(
    rf"\b(?:(?:they|she|he)\s+)?{DWELT}\s+"
    rf"(?:(?!in\b|to\b|at\b|near\b|from\b)[a-z][\w’'-]*\s+){{0,5}}?"
    rf"(?:in|to|at|near|from|around)\s+{AREA}{TOWN}"
)
EMPLOYED_BY = re.compile(
    r"\b(?:worked|works|working|work|employed|job)\s+(?:(?!for\b|by\b|at\b)[a-z][\w’'-]*\s+){0,5}?"
    rf"(?:for|by|at)\s+{TOWN}"
)
AUTHORITY_BEFORE = re.compile(
    r"(?:Borough|City|County|District|Royal Borough|LB|Council)\s+of\s+$|\bLB\s+$|\bHMP\s+$"
)
AUTHORITY_AFTER = re.compile(
    r"\s*(?:(?:County|City|Borough|District|Metropolitan|Unitary)?\s*(?:Council|Police|Constabulary|"
    r"CSP|Community Safety|Children|Adult|Safeguarding|Social|Housing|Crown|Magistrates|County|"
    r"Coroner|University|General|Royal|NHS|Hospital|CCG|ICB|CSC|MARAC|MASH|IDVA|Women|Airport|Court)|"
    r",\s+(?:Pakistan|Bangladesh|India|Poland|Romania|Nigeria|Somalia|Turkey))\b"
)
OWN_AREA = re.compile(
    rf"(?:\b(?:Borough|City|County)\s+of\s+(?P<of>{WORD}(?:\s+{WORD})?))|"
    rf"\b(?P<named>{WORD}(?:\s+{WORD})?)\s+(?:(?:County|City|Borough|District)\s+)?"
    r"(?:Council|Community Safety Partnership|CSP|Safeguarding)\b"
)
OFTEN = 4
GENERIC = re.compile(
    r"(?:The|This|That|A|An|Local|Primary|Secondary|High|Junior|Infants?|Day|Sixth|Form|Her|His|"
    r"Their|Our|Each|Any|All|Every|Head|Lead|Designated|Health|School|Schools|Nursery|Early|Years|"
    r"Children[’']?s|Child|Family|Sure|Start|Community|GP|General|Medical|Group|Good|Best|"
    r"Clinical|Social|Work|Police|Professional|Reflective|Safe|Safer|Current|Previous|Former|Step|"
    r"National|Royal|Care|Nursing|Residential|Acute|Medical|Surgical|Maternity|Labour|Postnatal|"
    r"Women[’']?s|Emergency|Specialist|Domestic|Abuse|Violence|Staff|Training|Catholic|Church|of|"
    r"England|Mother|Baby|One|Stop|The|In|At|On|To|From|For|And|Of|With|When|While|Although|"
    r"Public|State|Independent|Private|Further|Higher|Education|Learning|Practice|Town|City|"
    r"University|Contact|Youth|Walk|Drop|Green|Great|Main|Council|Housing|Winding|Front|Wall|"
    r"Downing|Marsham|Fleet|Right|Same|Sunday|Saturday|London|Borough|Only|By|Half|No|Information|Sharing|Evidence|Based|IRIS|"
    r"Attending|Attended|Visited|After|Before|During|Since|If|As|Both|Some|Many|Most)"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    known = tuple((place, registered(place)) for place in register.places if place.name)
    area = own_area(paper, register)
    subjects = re.compile(rf"\b(?:{named(register)}|{CODED}|[Tt]he (?:victim|perpetrator))\b")
    whose = {
        Chapter.LIFE: re.compile(""),
        Chapter.OPENING: somebody(register),
        Chapter.PROCESS: subjects,
        Chapter.PLAN: subjects,
    }
    allowed = Allowed(register)
    for passage in passages(paper):
        yield from places_of_the_register(passage, known)
        if passage.chapter is Chapter.SOURCES:
            continue
        yield from named_settings(passage, allowed, area)
        yield from saints(passage, allowed)
        for sentence in passage.sentences():
            if PROCESS.search(sentence.text):
                continue
            if whose[passage.chapter].search(sentence.text):
                yield from streets(passage, sentence, allowed)
                yield from located(passage, sentence, allowed, area)


def saints(passage: Passage, allowed: "Allowed") -> Iterator[Finding]:
    """Find a school or a church that is called by its saint alone."""
    for hit in SAINT.finditer(passage.text):
        if not any(hit.group().lower() in name for name in allowed.agencies):
            yield passage.finding(hit.span(), Kind.PLACE, S.SERIOUS, NAMED)


class Allowed:
    """Names that may stand: of agencies, of the panel and of people under their pseudonyms."""

    def __init__(self, register: Register) -> None:
        self.agencies = tuple(name.lower() for name in register.agency_names)
        self.people = re.compile(rf"\b(?:{named(register)}|{CODED})\b")
        self.somebody = re.compile(rf"{somebody(register).pattern}|\b[Tt]hey\b")
        self.names = frozenset(
            word for one in (*register.pseudonyms, *register.may_be_named) for word in one.split()
        )

    def after_generic_words(self, title: str) -> int:
        """Return where a name begins that is one, or its length where all of it is generic."""
        for word in re.finditer(r"[\w’'&.-]+", title):
            bare = re.sub(r"[’']s?$|\.$", "", word[0])
            if bare not in self.names and not GENERIC.fullmatch(word[0]):
                return word.start()
        return len(title)

    def hold(self, name: str) -> bool:
        return any(name.lower() in agency for agency in self.agencies)


def registered(place: Place) -> re.Pattern[str]:
    names = sorted((place.name, *place.aliases), key=len, reverse=True)
    loose = "|".join(re.escape(name).replace("’", "[’']?").replace("'", "[’']?") for name in names)
    return re.compile(rf"\b(?:{loose})\b(?:\s*\((?:{loose})\))?")


def places_of_the_register(
    passage: Passage, known: tuple[tuple[Place, re.Pattern[str]], ...]
) -> Iterator[Finding]:
    for place, pattern in known:
        if place.published_as == place.name:
            continue
        for hit in pattern.finditer(passage.text):
            yield passage.finding(hit.span(), Kind.PLACE, S.STOP, REGISTERED, place.published_as)


def own_area(paper: Paper, register: Register) -> frozenset[str]:
    """
    Return the names of the area whose review this is, down to which a home is published.

    An authority that is named in passing is another's; that of the review is named on every page.
    """
    text = " ".join((paper.whole, *register.agency_names))
    named_as = {hit["of"] or hit["named"] for hit in OWN_AREA.finditer(text)}
    times = Counter({name: text.count(name) for name in named_as})
    return frozenset(name for name, count in times.items() if count >= OFTEN)


def named_settings(passage: Passage, allowed: Allowed, area: frozenset[str]) -> Iterator[Finding]:
    for kind, pattern in SETTING_PATTERNS:
        for hit in pattern.finditer(passage.text):
            start = allowed.after_generic_words(hit["title"]) + hit.start()
            name = passage.text[start : hit.end()]
            title = passage.text[start : hit.start("type")].strip()
            if not title or title in area or allowed.hold(name):
                continue
            if is_told(passage, kind):
                article = "an" if kind[0] in "aeiou" else "a"
                proposal = f"{article} {kind}"
                yield passage.finding((start, hit.end()), Kind.PLACE, S.SERIOUS, NAMED, proposal)


SETTING_PATTERNS = tuple(
    (kind, re.compile(rf"\b(?P<title>{TITLE})(?P<type>{words})\b{AFTER}"))
    for kind, words in SETTINGS.items()
)


def is_told(passage: Passage, kind: str) -> bool:
    """Wards, hotels and churches are named in lives; elsewhere they are agencies and venues."""
    return passage.chapter is Chapter.LIFE or kind in {
        "school",
        "nursery",
        "children’s centre",
        "GP practice",
        "refuge",
    }


def streets(passage: Passage, sentence: Sentence, allowed: Allowed) -> Iterator[Finding]:
    for hit in STREET_PATTERN.finditer(sentence.text):
        skipped = allowed.after_generic_words(hit["title"])
        name = sentence.text[hit.start("title") + skipped : hit.end()]
        if skipped < len(hit["title"]) and not allowed.hold(name):
            start = hit.start("number") if hit["number"] else hit.start("title") + skipped
            yield at(passage, sentence, (start, hit.end()), S.SERIOUS, STREET)


STREET_PATTERN = re.compile(
    rf"(?P<number>\b\d{{1,4}}[a-zA-Z]?,?\s+)?\b(?P<title>{TITLE})(?:{STREETS})\b{AFTER}"
    r"(?!\s+[A-Z][a-z])"
)


def located(
    passage: Passage, sentence: Sentence, allowed: Allowed, area: frozenset[str]
) -> Iterator[Finding]:
    for pattern, severity, reason, needs_somebody in (
        (LOCATED, S.SERIOUS, HOME, False),
        (RELATED_IN, S.POLICY, RELATED, False),
        (MOVED_TO, S.POLICY, MOVED, True),
        (EMPLOYED_BY, S.POLICY, EMPLOYER, True),
    ):
        if needs_somebody and not allowed.somebody.search(sentence.text):
            continue
        for hit in pattern.finditer(sentence.text):
            if is_town(hit["town"], allowed.names | area) and not is_agency(
                sentence.text, hit, allowed
            ):
                proposal = cut_before_town(hit) if pattern is LOCATED else ""
                yield at(passage, sentence, hit.span(), severity, reason, proposal)


def is_town(name: str, area: frozenset[str]) -> bool:
    """Whether a name is that of a town or neighbourhood, as far as it can be told from a name."""
    words = name.split()
    while words and words[0] in DIRECTIONS:
        words.pop(0)
    if not words or words[0].rstrip(".") in COUNTRIES | NO_PLACES | area or name.isupper():
        return False
    if any(f"{name} ".startswith(f"{one} ") for one in area):
        return False
    return not COMMON_WORD.search(name)


def is_agency(text: str, hit: re.Match[str], allowed: Allowed) -> bool:
    start = hit.start("town")
    return bool(
        AUTHORITY_BEFORE.search(text, 0, start)
        or AUTHORITY_AFTER.match(text, hit.end())
        or text[start:].lower().startswith(allowed.agencies)
    )


COMMON_WORD = re.compile(r"[’']s?$|-(?!(?:on|upon|under|in|le|the|of|by|super|next)-)[a-z]")


def cut_before_town(hit: re.Match[str]) -> str:
    kept = hit[0][: hit.start("town") - hit.start()]
    return re.sub(
        r"\s+(?:(?:situated|located|based)\s+)?(?:in|at|near|outside|close to)\s+(?:the\s+)?"
        r"(?:(?:area|town|village|outskirts|heart)\s+of\s+)?$",
        "",
        kept,
    )


def at(
    passage: Passage,
    sentence: Sentence,
    span: tuple[int, int],
    severity: Severity,
    reason: str,
    proposal: str = "",
) -> Finding:
    moved = (sentence.start + span[0], sentence.start + span[1])
    return passage.finding(moved, Kind.PLACE, severity, reason, proposal)
