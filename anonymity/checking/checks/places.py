"""
F. Schools, surgeries, refuges and streets by name, and homes, workplaces and relatives by town.

A named school finds the children. A flat, a shift or a sister in a named neighbourhood finds the
family, and with the month of the death it finds the newspaper. What is learnt needs only the kind
of place: a primary school, a flat. Agencies, authorities and forces are named as what they are.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Place, Register
from anonymity.checking.words.area import own_area
from anonymity.checking.words.localities import COUNTRIES, DIRECTIONS, NO_PLACES
from anonymity.checking.words.people import CODED, PROCESS, RELATIVE, named, somebody
from anonymity.checking.words.settings import AFTER, TITLE, WORD, Allowed, kept_back

S = Severity
REGISTERED = "A place of this review that is not published by its name."
NAMED = "A named place that finds those who went there."
HOME = "A home or a place of work, down to the town or neighbourhood."
RELATED = "Where a relative or friend lives."
EMPLOYER = "The name of a place of work."
MOVED = "Where somebody lived, down to the town or neighbourhood."
POLICY = {
    REGISTERED: "places_of_the_review",
    HOME: "homes",
    MOVED: "homes",
    EMPLOYER: "homes",
    RELATED: "relatives",
}
POLICY_OF_KIND = {
    "school": "schools",
    "academy": "schools",
    "college": "schools",
    "nursery": "schools",
    "children’s centre": "schools",
    "GP practice": "practices",
    "ward": "practices",
    "care home": "practices",
    "refuge": "refuges",
    "hostel": "refuges",
}

SETTINGS = {
    "school": r"(?:(?:Church of England|C\s?of\s?E|Catholic|RC|Community|Junior|Infants?|Primary|"
    r"Secondary|High|Grammar|Girls[’']|Boys[’']|Comprehensive|Special|Preparatory|Free)\s+)*School|"
    r"(?:Primary|Infants|Juniors)(?!\s+(?:Schools?|Care|Carer|Victim|Mental|Medical)\b)",
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
    "venue": r"Library|Leisure Centre|Sports Centre|Swimming (?:Pool|Baths)|Community Hall|"
    r"Village Hall|(?:Social|Working Men[’']?s|Boxing|Football|Rugby|Cricket|Golf|Bowls) Club|"
    r"Food ?[Bb]ank|Caf[eé]|Restaurant|Takeaway|Bakery|Salon|Barbers|Stores|Theatre|Cinema|Museum|"
    r"Railway Station|Bus Station|Farm|Cottage|Industrial Estate|Business Park|Retail Park|"
    r"Garden Centre",
    "shopping centre": r"Shopping Centre|Supermarket|Retail Park",
    "prison": r"(?!)",
}
SAINT = re.compile(
    r"\bSt\.? [A-Z][a-z]+[’']s\b"
    r"(?! (?:[A-Z][a-z]+ )?(?:Hospitals?|University|NHS|Trust|Hospice|Day)\b)"
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
    r"temple|gurdwara|care home|workplace|business|job|car park|hospital ward|post office|stores|"
    r"chip shop|farm|farmhouse|cottage|bakery|caf[eé]|call centre|warehouse|depot|car wash|"
    r"caravan(?: park)?|"
    r"annexe?|minor injuries unit|walk-?in centre|health centre|clinic|hairdressers?|nail bar|"
    r"building site|play centre|contact centre|community centre|care agency|bookmakers?|petrol "
    r"station|"
    r"service station|market stall|barber[’']?s?|dental practice|pharmacy|studio|lock-up|"
    r"allotment)"
)
LOCATED = re.compile(
    rf"(?:\b(?i:{ARTICLES})\s+(?i:{ADJECTIVES}))?\b(?<!\bup )(?i:{BUILDING})\s+"
    rf"(?:(?:situated|located|based)\s+)?(?:in|at|near|outside|close to)\s+{AREA}{TOWN}"
)
OWN_HOME = re.compile(
    rf"(?:\bat\s+)?\b(?:her|his|their)\s+(?:new\s+|own\s+)?(?:home|house|flat|address)\s+(?:in|at|"
    rf"near)\s+{AREA}{TOWN}"
)
RELATED_IN = re.compile(
    rf"\b(?i:(?:(?:his|her|their|the|a)\s+)?(?:[\w’'-]+\s+){{0,2}}?{RELATIVE}s?)\b(?:[’']s?\s+(?:place|house|home|flat|address|farm|shop))?,?\s*"
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
WORKED_ON = re.compile(
    r"\b(?:worked|works|working|employed|job|shifts?|placement|volunteer\w*)\b[^.;]{0,60}?"
    r"\b(?:on|in|at)\s+(?:the|an?)\s+(?:[a-z][\w’-]*\s+){1,4}?(?:ward|unit|department|clinic|"
    rf"kitchens?|canteen|depot|branch)\s+(?:at|of)\s+(?:the\s+)?{TOWN}"
)
# "The farm, High Nettle, was let"
NAMED_HOME = re.compile(
    r"\b[Tt]he\s+(?:family\s+)?(?:holding|farm|smallholding|farmhouse|cottage|bungalow|croft)"
    r"(?:,|\s+(?:is|was)\s+(?:called|named|known\s+as))\s+"
    rf"(?P<name>{WORD}(?:\s+{WORD}){{0,2}})(?=,|\.|\s+(?:is|was|stands|lies|runs)\b)"
)
EMPLOYED_BY = re.compile(
    r"\b(?:worked|works|working|work|employed|job)\s+(?:(?!for\b|by\b|at\b)[a-z][\w’'-]*\s+){0,5}?"
    rf"(?:for|by|at)\s+{TOWN}"
)
AUTHORITY_BEFORE = re.compile(
    r"(?:Borough|City|County|District|Royal Borough|LB|Council)\s+of\s+$|\bLB\s+$|\bHMP\s+$"
)
AUTHORITY_AFTER = re.compile(
    r"\s*(?:(?:County|City|Borough|District|Metropolitan|Unitary)?\s*(?:Council|Police|"
    r"Constabulary|"
    r"CSP|Community Safety|Children|Adult|Safeguarding|Social|Housing|Crown|Magistrates|County|"
    r"Coroner|University|General|Royal|NHS|Hospital|CCG|ICB|CSC|MARAC|MASH|IDVA|Women|Airport|"
    r"Court)|"
    r",\s+(?:Pakistan|Bangladesh|India|Poland|Romania|Nigeria|Somalia|Turkey))\b"
)


# “Her mother, at the post office in …”: who gave an account of it to the review
OF_A_RELATIVE = rf"\b(?:[Hh]er|[Hh]is|[Tt]heir)\s+(?:\w+\s+)?{RELATIVE}s?\b"


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    area = own_area(paper, register)
    known = tuple((place, registered(place)) for place in kept_back(register, area))
    subjects = re.compile(
        rf"\b(?:{named(register)}|{CODED}|[Tt]he (?:victim|perpetrator))\b|{OF_A_RELATIVE}"
    )
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
        yield from small_settings(passage, allowed, area)
        yield from saints(passage, allowed)
        for sentence in passage.sentences():
            if PROCESS.search(sentence.text):
                yield from own_homes(passage, sentence, allowed, area)
                continue
            if whose[passage.chapter].search(sentence.text):
                yield from located(passage, sentence, allowed, area)


def saints(passage: Passage, allowed: "Allowed") -> Iterator[Finding]:
    """Find a school or a church that is called by its saint alone."""
    for hit in SAINT.finditer(passage.text):
        if not any(hit.group().lower() in name for name in allowed.agencies):
            yield passage.finding(hit.span(), Kind.PLACE, S.SERIOUS, NAMED)


def registered(place: Place) -> re.Pattern[str]:
    names = sorted((place.name, *place.aliases), key=len, reverse=True)
    loose = "|".join(re.escape(name).replace("’", "[’']?").replace("'", "[’']?") for name in names)
    return re.compile(rf"\b(?:{loose})\b(?:\s*\((?:{loose})\))?")


def places_of_the_register(
    passage: Passage, known: tuple[tuple[Place, re.Pattern[str]], ...]
) -> Iterator[Finding]:
    for place, pattern in known:
        for hit in pattern.finditer(passage.text):
            yield passage.finding(
                hit.span(), Kind.PLACE, S.STOP, REGISTERED, place.published_as, POLICY[REGISTERED]
            )


def named_settings(passage: Passage, allowed: Allowed, area: frozenset[str]) -> Iterator[Finding]:
    for kind, pattern in SETTING_PATTERNS:
        for hit in pattern.finditer(passage.text):
            start = allowed.after_generic_words(hit["title"]) + hit.start()
            name = passage.text[start : hit.end()]
            title = passage.text[start : hit.start("type")].strip()
            said = may_be_said(allowed, name, kind, passage)
            if not title or "\t" in name or title in area or said:
                continue
            if kind == "GP practice" and is_of_a_calling(title, passage.text[hit.end() :]):
                continue
            if is_told(passage, kind):
                article = "an" if kind[0] in "aeiou" else "a"
                proposal = f"{article} {kind}"
                yield passage.finding(
                    (start, hit.end()), Kind.PLACE, S.SERIOUS, NAMED, proposal,
                    POLICY_OF_KIND.get(kind, ""),
                )  # fmt: skip


def is_of_a_calling(title: str, after: str) -> bool:
    """Whether nobody is treated there: “Good Practice”, “Adult Practice Review”."""
    return bool(OF_A_CALLING.search(title) or OF_A_PRACTICE.match(after))


OF_A_CALLING = re.compile(
    r"\b(?:Professional|Clinical|Social|Reflective|Good|Best|Adult|Child|Safe|Legal|Under)$"
)
OF_A_PRACTICE = re.compile(
    r"\s+(?:Reviews?|Directions?|Guidance|Notes?|Guides?|Standards?|Frameworks?|Education|Learning|"
    r"Development|Supervisors?|Educators?)\b"
)


def may_be_said(allowed: Allowed, name: str, kind: str, passage: Passage) -> bool:
    """
    An agency is named as what it is; a school is not where a life is told, though it is one.

    Where it stands beside a child, it says where the child is found each morning.
    """
    return allowed.hold(name) and not (kind in SCHOOLS and passage.chapter is Chapter.LIFE)


SCHOOLS = frozenset({"school", "academy", "college", "nursery"})
SETTING_PATTERNS = tuple(
    (kind, re.compile(rf"\b(?P<title>{TITLE})(?P<type>{words})\b{AFTER}"))
    for kind, words in SETTINGS.items()
)


# "the Quayside practice": a name before a kind of place that is written small
SMALL = {
    "GP practice": r"(?:medical |doctors[’'] |GP )?(?:practice|surgery)|medical centre|health "
    r"centre",
    "school": r"(?:primary |secondary |infant |junior |high )?school|academy",
    "nursery": r"nursery|pre-?school|playgroup",
    "children’s centre": r"(?:children[’']s|family|contact) centre",
    "refuge": r"(?:women[’']s )?refuge",
    "hostel": r"hostel",
    "ward": r"ward|unit",
    "hotel": r"hotel|guest ?house",
    "pub": r"pub|inn",
    "place of worship": r"mosque|church|gurdwara|temple|synagogue",
    "care home": r"(?:care|nursing|residential) home",
    "estate": r"estate",
}
SMALL_PATTERNS = tuple(
    (
        kind,
        re.compile(
            rf"\b(?:[Tt]he|[Aa]t|[Tt]o|[Ii]n|"
            rf"[Oo]n)\s+(?P<title>(?:{WORD}\s+){{1,3}})(?P<type>{words})\b"
            r"(?!\s+(?:staff\s+)?(?:manager|policy|policies|worker|nurse|model|area|placement|"
            r"standards?))"
        ),
    )
    for kind, words in SMALL.items()
)


def small_settings(passage: Passage, allowed: Allowed, area: frozenset[str]) -> Iterator[Finding]:
    if passage.chapter is not Chapter.LIFE:
        return
    for kind, pattern in SMALL_PATTERNS:
        for hit in pattern.finditer(passage.text):
            start = allowed.after_generic_words(hit["title"]) + hit.start("title")
            name = passage.text[start : hit.end()]
            words = passage.text[start : hit.start("type")].split()
            if not words or {*words} & (area | NO_PLACES | COUNTRIES) or allowed.hold(name):
                continue
            if allowed.hold(" ".join(words)) or words[0].isupper():
                continue
            yield passage.finding(
                (start, hit.end()),
                Kind.PLACE,
                S.SERIOUS,
                NAMED,
                f"a {kind}",
                POLICY_OF_KIND.get(kind, ""),
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


def own_homes(
    passage: Passage, sentence: Sentence, allowed: Allowed, area: frozenset[str]
) -> Iterator[Finding]:
    """Where the chair met a mother "at her home in" a town, it is a home as well."""
    moved = MOVED_TO.finditer(sentence.text) if allowed.people.search(sentence.text) else ()
    for hit in (*OWN_HOME.finditer(sentence.text), *moved):
        if is_town(hit["town"], allowed.names | area):
            yield at(passage, sentence, hit.span(), S.POLICY, HOME, cut_before_town(hit))


def located(
    passage: Passage, sentence: Sentence, allowed: Allowed, area: frozenset[str]
) -> Iterator[Finding]:
    for hit in NAMED_HOME.finditer(sentence.text):
        if not {*hit["name"].split()} & allowed.names:
            yield at(passage, sentence, hit.span(), S.SERIOUS, HOME)
    for pattern, severity, reason, needs_somebody in (
        (LOCATED, S.SERIOUS, HOME, False),
        (RELATED_IN, S.POLICY, RELATED, False),
        (MOVED_TO, S.POLICY, MOVED, True),
        (EMPLOYED_BY, S.POLICY, EMPLOYER, True),
        (WORKED_ON, S.SERIOUS, EMPLOYER, True),
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
    # One lives in a town, though an agency is called by it: "Eastbrook" for Eastbrook Housing
    is_in = text[:start].endswith(" in ")
    agencies = tuple(name for name in allowed.agencies if " " in name or not is_in)
    return bool(
        AUTHORITY_BEFORE.search(text, 0, start)
        or AUTHORITY_AFTER.match(text, hit.end())
        or text[start:].lower().startswith(agencies)
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
    return passage.finding(moved, Kind.PLACE, severity, reason, proposal, POLICY[reason])
