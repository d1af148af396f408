"""
D. First names that stand for nobody: no pseudonym of the report, and no name of the register.

It is the true name that was overlooked, the name of an earlier draft, or somebody of another
review. A name that the paper itself introduces ("a friend, known here as Sam"), or that it uses
again and again, is a pseudonym that nobody told the register.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.checks.neighbourhoods import is_in_a_citation
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import QUOTES, Cast
from anonymity.checking.words.given_names import GIVEN, ONLY_NAMES
from anonymity.checking.words.kin import KIN
from anonymity.checking.words.localities import COUNTRIES, NO_PLACES
from anonymity.checking.words.names import bare, known_words
from anonymity.checking.words.nicknames import SHORT
from anonymity.checking.words.people import POSTS

REASON = "A first name that is no pseudonym of this review."
FEWEST = 8  # words of a paragraph outside the story: fewer stand in lists and on the cover
MOST = 3  # times that a name stands there before it is a pseudonym that nobody told
ALONE = re.compile(
    r"(?<![A-Z][a-z] )(?<![\w’'.-])(?P<name>[A-Z][a-z]+)(?P<own>[’']s)?"
    r"(?![\w-])(?!\s+(?:[A-Z][a-z]|\(\d{4}))(?!\s+(?:et al|and others)\b)"
    r"(?!,\s[A-Z]\.)"
)
SYSTEMS = {
    "merlin",
    "crimestoppers",
    "iris",
    "athena",
    "niche",
    "clare",
    "claire",
    "sarah",
    "martha",
    "jade",
    "ani",
    "ask",
}
AUTHORS = re.compile(r"(?<![\w’'-])(?P<author>[A-Z][\w’-]+),\s(?:[A-Z]\.\s?){1,3}(?=[,&(:;]|and\b)")
CAPITAL_BEFORE = re.compile(r"\b(?:[A-Z][\w’'-]*|(?:St|Dr|Mr|Mrs|Ms)\.|&)\s+(?:and\s+)?$")
CITED = re.compile(
    r"\((?:19|20)\d\d[a-z]?\)|,\s(?:19|20)\d\d[a-z]?[;)]|\bet al\b|https?://|\bwww\.|\bISBN\b|’s "
    r"Law|'s Law"
)
SPEAKS = re.compile(
    r"\s+(?:had\s+)?(?:said|told|asked|stated|described|disclosed|explained|recalled|rang|thought|"
    r"felt)\b"
)
# What somebody does of whom a record tells, and what only who works somewhere does
DOES = re.compile(
    r"\s+(?:had\s+|has\s+|also\s+|then\s+)?(?:thinks|says|feels|states|reports|wants|wanted|knows|"
    r"knew|texted|messaged|phoned|telephoned|emailed|visited|called|wrote|came|went|isn[’']t|wasn[’']t|"
    r"doesn[’']t|didn[’']t|won[’']t|agreed|refused|admitted|denied|noticed|remembered|replied|answered|"
    r"worried|cried|screamed|shouted|laughed|heard|met)\b"
)
# Of these a body does none
MINDS = re.compile(
    r"\s+(?:had\s+|has\s+|also\s+|then\s+)?(?:thinks|says|feels|wants|wanted|knows|knew|texted|messaged|"
    r"phoned|telephoned|noticed|remembered|worried|cried|screamed|shouted|laughed|"
    r"(?:is|was|does|did|wo)n[’']t)\b"
)
COMES = re.compile(r"\s+(?:visited|came\s+(?:round|back|to\s+the|with))\b")
# “Her midwife, Oyinka, was not told”
APPOSED = re.compile(
    r"\b(?:nurse|social worker|midwife|health visitor|support worker|key ?worker|officer|"
    r"counsellor|teacher|care co-?ordinator|IDVA|therapist|psychologist|psychiatrist|caseworker|"
    r"advocate|mentor),\s+$"
)
WHEN = re.compile(r"\b(?:when|that|and|after|before|because|then|if|but|until|while),?\s+$", re.I)
WORKED = re.compile(
    r"\s+(?:had\s+|has\s+|also\s+|then\s+|later\s+)?(?:(?:left|joined|rejoined)\s+(?:the|her|his|"
    r"their|that|this)\s+(?:\w+\s+){0,2}?(?:[Tt]rust|[Tt]eam|[Ss]ervice|[Ss]chool|[Cc]ouncil|"
    r"[Cc]harity|[Pp]ractice|[Ss]urgery|[Ff]orce|[Cc]ompany|[Ww]ard|[Rr]efuge|post|role|job|agency|"
    r"organi[sz]ation|caseload|department)|(?:left|retired|resigned)\s+(?:in|at\s+the\s+end|soon|"
    r"shortly|suddenly|without|before)\b|retired\b|resigned\b|(?:went|was|is|goes)\s+(?:off\s+sick|"
    r"sick|on\s+(?:\w+\s+)?(?:leave|holiday|secondment))\b|was\s+(?:moved|seconded|promoted|signed\s+"
    r"off)\b|(?:came\s+back|returned)\s+(?:from\s+(?:\w+\s+)?(?:leave|secondment)|to\s+work)|took\s+"
    r"over\s+(?:the\s+case|as|from)|took\s+(?:\w+\s+)?(?:leave|maternity)|(?:was|is)\s+(?:newly|not\s+"
    r"yet)\s+qualified)\b"
)
# What only somebody has, and no place
OF_A_FAMILY = re.compile(
    r"\s+(?:family(?! (?:services?|hubs?|courts?|support|safeguarding))|mother|father|mum|dad|"
    r"sister|brother|partner|husband|wife|death|murder|parents|son|daughter)\b"
)
OF_THE_KIND = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Tt]hose|[Ii]ts|[Ee]ach|[Ee]very|[Nn]o|[Aa]ny|[Oo]ne|"
    r"[Tt]wo|[Oo]ther|[Ss]ome|[Aa]ll|[Bb]oth|[Oo]ur|[Tt]heir|[Hh]is)|[’']s)\s+$"
)
NO_NAME = re.compile(r"(?:s|body|one|ty|ion|ment|ing|ly|er|ff)$")
LONG = 5  # letters of an uncommon name that begins a sentence
# “Gareth, who had lent the van, …”: somebody is told of by what they did
WHO_DID = re.compile(r",\s+(?:who|whom|whose|with whom|to whom|from whom)\b")
SPOKEN_TO = re.compile(
    r"\b(?i:friends?|colleagues?|family|mother|father|parents|children|killing|death|murder|life|"
    r"voice|husband|wife|sister|brother)\s+of\s+$|"
    r"\b(?:told|asked|advised|informed|saw|met|contacted|visited|rang|telephoned|interviewed|married|"
    r"husband|wife|son|daughter|sister|brother|mother|father|partner|friend|neighbour|named|called),?"
    r"\s+$|"
    r"\b(?:cousin|uncle|aunt|auntie|nephew|niece|grand(?:mother|father|son|daughter)|"
    r"step-?(?:mother|father|son|daughter|brother|sister)|half-(?:brother|sister)|[a-z]+-in-law|"
    r"boyfriend|girlfriend|fiancée?|ex-(?:partner|husband|wife)|flatmate|housemate|lodger|"
    r"landlord|landlady|colleague|workmate|employer|acquaintance|godmother|godfather|relative),?\s+$"
)
ORDINARY = {word.lower() for word in NO_PLACES | COUNTRIES}
STARTS = re.compile(r"(?:^|[.!?:;“\u2018\"(]\s*|^\W*\d[\d.]*\W+)$")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    if not register.people:
        return
    known = known_words((*register.may_be_named, *register.pseudonyms, *register.agency_names))
    known |= known_words(name for one in register.people for name in one.names)
    known |= known_words(one.name for one in Cast(paper, register).members)
    known |= SYSTEMS | POSTS | set(KIN)
    # “Chris ran a charity”, of Christopher who chairs it
    known |= {short for name in known_words(register.may_be_named) for short in SHORT.get(name, ())}
    # “Kelsey, R. and Marden, T. (2016)”: a surname that is a first name as well
    known |= known_words(hit["author"] for hit in AUTHORS.finditer(paper.whole))
    found = [
        (bare(hit["name"]), passage, hit.span("name"))
        for passage in passages(paper)
        if passage.chapter is Chapter.LIFE
        or (passage.chapter is not Chapter.SOURCES and len(passage.text.split()) >= FEWEST)
        or (passage.chapter is Chapter.PROCESS and passage.text.rstrip().endswith("?"))
        for hit in names_in(paper, passage)
        if bare(hit["name"]) not in known
    ]
    counted = Counter(name for name, _, _ in found)
    for name, passage, span in found:
        if counted[name] <= MOST and not is_introduced(paper, passage.text[slice(*span)]):
            yield passage.finding(
                span, Kind.PSEUDONYM, Severity.SERIOUS, REASON, policy="nobody_known"
            )


def names_in(paper: Paper, passage: Passage) -> Iterator[re.Match[str]]:
    """Yield first names that stand alone, outside of sentences that cite a book or a law."""
    cited = [
        range(one.start, one.start + len(one.text))
        for one in passage.sentences()
        if CITED.search(one.text) or is_in_a_citation(passage.text, one.start)
    ]
    for hit in ALONE.finditer(passage.text):
        if (
            is_a_name(paper, hit)
            and stands_alone(hit)
            and not any(hit.start() in one for one in cited)
        ):
            yield hit


def is_a_name(paper: Paper, hit: re.Match[str]) -> bool:
    """Whether a word is a first name: by the list, or by what only somebody does."""
    name = bare(hit["name"])
    if name in ONLY_NAMES:
        return True
    if hit["own"] and OF_A_FAMILY.match(hit.string, hit.end()):
        return name not in paper.small_words and name not in ORDINARY
    if OF_THE_KIND.search(hit.string, 0, hit.start()):
        return False
    return is_common_name(hit, name) or is_uncommon_name(paper, hit, name)


def is_common_name(hit: re.Match[str], name: str) -> bool:
    """Whether a word that is also a first name does what somebody does: “Rose thinks”."""
    return name in GIVEN and bool(
        any(deed.match(hit.string, hit.end()) for deed in (SPEAKS, WHO_DID, DOES, WORKED))
        or SPOKEN_TO.search(hit.string, 0, hit.start())
    )


def is_uncommon_name(paper: Paper, hit: re.Match[str], name: str) -> bool:
    """Whether a word that no list has speaks, is spoken to, or once does what workers do."""
    begins = STARTS.search(hit.string, 0, hit.start())
    is_word = name in paper.small_words or name.removesuffix("s") in paper.small_words
    if is_word or name in ORDINARY or (begins and NO_NAME.search(name)):
        return False
    if SPEAKS.match(hit.string, hit.end()) or SPOKEN_TO.search(hit.string, 0, hit.start()):
        return not begins or len(name) >= LONG
    if APPOSED.search(hit.string, 0, hit.start()):
        return hit.string[hit.end() : hit.end() + 1] == ","
    comes = WHEN.search(hit.string, 0, hit.start()) and COMES.match(hit.string, hit.end())
    if not comes and not any(deed.match(hit.string, hit.end()) for deed in (WORKED, MINDS)):
        return False
    return len(re.findall(rf"\b{hit['name']}\b", paper.whole)) <= ONCE


ONCE = 2  # times that an uncommon name stands there before it may be a service


def stands_alone(hit: re.Match[str]) -> bool:
    """Whether no capital before it makes it the second half of a name or a title."""
    before = hit.string[: hit.start()]
    capital = CAPITAL_BEFORE.search(before)
    return not capital or bool(STARTS.search(before[: capital.start()]))


def is_introduced(paper: Paper, name: str) -> bool:
    return bool(
        re.search(
            rf"[{QUOTES}]{name}[{QUOTES}]|\b(?:known|referred to) (?:here |in this report )?as "
            rf"{name}\b"
            rf"|\b(?:pseudonym|called|name|named) (?:of )?{name}\b",
            paper.whole,
        )
    )
