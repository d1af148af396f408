"""
D. Pseudonyms that are misspelt, that nobody defined, or that nobody used.

A name that is nearly the pseudonym is often nearer to the true name.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.cast import Cast, row_of
from anonymity.checking.words.dates import MONTHS, WEEKDAYS
from anonymity.checking.words.given_names import GIVEN
from anonymity.checking.words.likeness import is_slip, sounds_like
from anonymity.checking.words.names import NAME, bare, known_words
from anonymity.checking.words.nicknames import SHORT

BEGINNINGS = frozenset(  # of sentences: words that are nearly a name
    """
    both then when here each even ever this that they them than there their these those where while
    some same such many more most must much never after again also another later lastly since until
    under upon from into like made mainly maybe mean
    """.split()  # noqa: SIM905
)
NEVER_ONE = {word.lower() for word in (*MONTHS, *WEEKDAYS)} | BEGINNINGS
SHORTEST = 4  # letters of a pseudonym that can be misspelt
FEW = 3  # times that another spelling stands there before it is somebody else
RARE = 5  # how many times more often the right form stands there
CAPITALISED = re.compile(NAME)
NUMBERED = re.compile(
    r"\b(Child|Adult|Sibling|Witness|Friend|Female|Male|Neighbour|Colleague|Relative|Partner|"
    r"Brother|Sister|Son|Daughter|Cousin|Grandchild|Parent|Employer|Flatmate|Housemate|Carer) "
    r"([A-Z]|\d{1,2})\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    yield from misspelt(paper, register)
    yield from undefined(paper, register)
    yield from of_nobody(paper, register)
    yield from mixed_up(paper, register)
    yield from unused(paper, register)
    yield from shortened(paper, register)


def misspelt(paper: Paper, register: Register) -> Iterator[Finding]:
    """
    Find words that are nearly a pseudonym, or sound like it.

    One that stands as often as the pseudonym may be somebody else; unless it is a first name, as
    is the pseudonym, and the paper says of nobody that it is theirs.
    """
    counted = Counter(hit.group() for hit in CAPITALISED.finditer(paper.whole))
    allowed = known_words((*register.may_be_named, *register.agency_names, *register.pseudonyms))
    others = {bare(word) for word in counted} - allowed - paper.small_words - NEVER_ONE
    times = Counter({bare(word): 0 for word in counted})
    for word, count in counted.items():
        times[bare(word)] += count
    for person in register.people:
        word = bare(person.pseudonym)
        if len(word) < SHORTEST or " " in person.pseudonym or not times[word]:
            continue
        slips = {
            other for other in others
            if (is_slip(other, word) and times[other] * RARE <= times[word])
            or (times[other] <= FEW and sounds_like(other, word) and is_a_name(other, word))
            or (times[other] <= FEW and is_a_form_of(other, word))
        }  # fmt: skip
        for line in paper.filled() if slips else ():
            for hit in CAPITALISED.finditer(line.text):
                if bare(hit.group()) in slips and not is_titled(line.text, hit):
                    yield marked(
                        line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
                        "Nearly a pseudonym of this review.", person.pseudonym,
                    )  # fmt: skip


def is_titled(text: str, hit: re.Match[str]) -> bool:
    """Test for “Professor Jane Ostrander”: a pseudonym is a first name, and has no title."""
    return bool(TITLED.search(text, 0, hit.start()) and SURNAMED.match(text, hit.end()))


TITLED = re.compile(
    r"\b(?:Professor|Prof|Dr|Sir|Dame|Lord|Lady|Baroness|Judge|Justice|Mr|Mrs|Ms|Miss|Rev|Revd|"
    r"Reverend|Councillor|Cllr|Inspector|Sergeant|Superintendent|Constable|P[CS]|D[CSI]|DCI)\.? $"
)
SURNAMED = re.compile(r" (?:[A-Z]\.? )?[A-Z][a-z]")


def is_a_name(other: str, word: str) -> bool:
    """Whether a word that sounds like a pseudonym is a first name, or too like it to be another."""
    return other in GIVEN or (abs(len(other) - len(word)) <= 1 and len(word) > SHORTEST)


def is_a_form_of(other: str, word: str) -> bool:
    """Test for Sue, where Susan is meant, and for Gwenno, where Gwen is."""
    endings = {other.removeprefix(word)} if other.startswith(word) else set()
    return other in SHORT.get(word, ()) or bool(endings & FOND)


FOND = {"y", "ie", "ey", "i", "o", "no", "ny", "nie", "by", "bie", "ita", "etta", "bear"}


# Of whom another review is
LETTERED = re.compile(
    r"\b(?:Child|Adult|Mother|Father|Partner|Male|Female) [A-Z]\b(?![.&/’-]?[A-Z])"
)
OF_ANOTHER_REVIEW = re.compile(
    r"(?i)\breviews?\b|\bSARs?\b|\bSCRs?\b|\binquir|\bpublished\b|\bstud(?:y|ies)\b|\bresearch"
)
INTRODUCED = re.compile(
    r"(?i)(?:[(\u2018\u201c\"]|\b(?:known|referred to|called|named|pseudonym) "
    r"(?:\w+ ){0,4}?(?:as )?)"
    r"[\u2018\u201c]?$"
)


def of_nobody(paper: Paper, register: Register) -> Iterator[Finding]:
    """Find “Adult D” once or twice in a paper that calls nobody so, and cites no review of one."""
    known = {one.name for one in Cast(paper, register).members}
    families = {name.split()[0] for name in known if NUMBERED.fullmatch(name)}
    hits = [(line, hit) for line in paper.filled() for hit in LETTERED.finditer(line.text)]
    times = Counter(hit[0] for _, hit in hits)
    introduced = {hit[0] for _, hit in hits if INTRODUCED.search(hit.string, 0, hit.start())}
    for line, hit in hits if known else ():
        is_somebody = hit[0] in known | introduced or hit[0].split()[0] in families
        if is_somebody or times[hit[0]] > ONCE or OF_ANOTHER_REVIEW.search(line.text):
            continue
        yield marked(
            line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
            "This pseudonym stands for nobody whom the review knows.",
        )  # fmt: skip


def undefined(paper: Paper, register: Register) -> Iterator[Finding]:
    """Find "Child C" where the register knows Child A and Child B."""
    families = {name.split()[0] for name in register.pseudonyms if NUMBERED.fullmatch(name)}
    for line in paper.filled() if families else ():
        for hit in NUMBERED.finditer(line.text):
            if hit[1] in families and hit.group() not in register.pseudonyms:
                yield marked(
                    line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
                    "This pseudonym stands for nobody whom the review knows.",
                )  # fmt: skip


LETTERS = re.compile(r"[A-Z]{2,3}")
CODE = re.compile(r"([A-Z]{1,3})\d{1,2}")
ONCE = 2  # times that letters stand there before they are a word of the trade
DOES = (
    r"(?=(?:[’']s\s+(?:mother|father|sister|brother|sons?|daughters?|children|partner|home|"
    r"house|death|"
    r"account|family|phone|friends?|GP)\b)|,?\s+(?:had|was|is|told|said|rang|asked|felt|"
    r"attended|reported|"
    r"disclosed|called|went|moved|left|did|would|could|saw|met|became|denied|described)\b)"
)
# Bodies and papers of two or three letters that "was" and "had" follow
OF_THE_TRADE = frozenset(
    """
    RE GP PC DC DS DI ED AE EU UK US UN IT HR MP SW HV OT CP CIN DA DV PPN IMR DHR CSP CPS NHS
    IDVA ASC CSC LA PPU VPU CPN CMHT CRC NPS OIC FLO ICB CCG AMHP BTP MPS SIO SI SAR TOR KLOE
    LSP HMP OD MH LAS
    """.split()  # noqa: SIM905 - five lines of quotes say nothing more
)


def mixed_up(paper: Paper, register: Register) -> Iterator[Finding]:
    """
    Find “DL was seen”, where the review knows AL and DK, and C5, where it knows C1 to C3.

    Letters are taken for a person’s where they are as many, do what somebody does, are no
    abbreviation of the paper and hardly stand there; single letters where several people go by one.
    """
    known = {one.name for one in Cast(paper, register).members}
    right = known | OF_THE_TRADE | set(register.agency_names)
    for pattern in patterns_like(known):
        hits = [(line, hit) for line in paper.filled() for hit in pattern.finditer(line.text)]
        times = Counter(hit[0] for _, hit in hits)
        for line, hit in hits:
            word = hit[0]
            if word in right or times[word] > ONCE or is_explained(word, paper):
                continue
            if not KINDS.search(line.text, 0, hit.start()):
                yield marked(
                    line, hit, Kind.PSEUDONYM, Severity.SERIOUS,
                    "This pseudonym stands for nobody whom the review knows.",
                )  # fmt: skip


def patterns_like(known: set[str]) -> Iterator[re.Pattern[str]]:
    """Yield what finds letters and codes of the kinds by which people of a paper go."""
    lettered = {name for name in known if LETTERS.fullmatch(name)}
    single = {name for name in known if LETTER.fullmatch(name)}
    coded = Counter(found[1] for name in known if (found := CODE.fullmatch(name)))
    stems = "|".join(sorted(stem for stem, count in coded.items() if count > 1))
    if len(lettered) > 1:
        lengths = f"{{{min(map(len, lettered))},{max(map(len, lettered))}}}"
        yield re.compile(rf"(?<!\b[Tt]he )(?<![\w(&./-])[A-Z]{lengths}\b{DOES}")
    if len(single) > FEWEST_SINGLE:
        yield single_letters(single)
    if stems:
        yield re.compile(rf"(?<![\w(&./-])(?:{stems})\d{{1,2}}\b(?!\.\d)")


LETTER = re.compile(r"[A-Z]")
FEWEST_SINGLE = 2  # people who go by one letter, before a letter is somebody
# “Class B was”, “Child A and B”, “hepatitis C”: letters that are a kind of something
KINDS = re.compile(
    r"(?i)\b(?:class|category|grade|group|band|level|schedule|appendix|appendic|annexe?|section|"
    r"part|table|"
    r"figure|ward|vitamin|hepatitis|type|plan|option|child|adult|unit|block|flat|room|zone|tier|"
    r"key|question|agency|form)(?:es|s)? (?:[A-Z](?:,| and| or) )*$"
)


def single_letters(known: set[str]) -> re.Pattern[str]:
    """A letter that does what somebody does, or stands joined to one that is somebody."""
    either = "|".join(sorted(known))
    return re.compile(
        rf"(?<![\w(&./’'-])[B-HJ-Z]\b(?:(?![.&/’-]){DOES}|(?= and (?:{either})\b(?!\.)))|"
        rf"(?<=\b(?:{either}) and )[B-HJ-Z]\b(?![.&/’-]|\s[A-Z])"
    )


def is_explained(word: str, paper: Paper) -> bool:
    """Whether letters are an abbreviation: in brackets after its words, or spelled out."""
    return bool(
        re.search(rf"\({word}[s,)]|(?m:^{word}(?:\t|\s+[–:-]\s))|\b[Tt]he {word}\b", paper.whole)
    )


def unused(paper: Paper, register: Register) -> Iterator[Finding]:
    """
    Find who stands in the paper's list of pseudonyms and nowhere else: in a row, or in a cell that
    holds nothing but the name.
    """
    members = Cast(paper, register).members
    registered = set(register.pseudonyms)
    for line in paper.filled():
        row = row_of(line)
        names = row["name"].split(" and ") if row else {line.text.strip()} & registered
        for name in names:
            if any(one.name == name for one in members) and stands_once(paper, name):
                start = line.text.index(name)
                yield Finding(
                    line, start, start + len(name), Kind.PSEUDONYM, Severity.SLIP,
                    "This pseudonym is listed and used nowhere.",
                )  # fmt: skip


def shortened(paper: Paper, register: Register) -> Iterator[Finding]:
    """
    Find "G. collected", where a pseudonym was left at its first letter. Where people go by single
    letters, one is nobody's first.
    """
    names = [one.pseudonym for one in register.people if one.pseudonym.isalpha()]
    is_lettered = any(len(name) == 1 for name in names)
    letters = set() if is_lettered else {name[0] for name in names} - set("AI")
    pattern = (
        re.compile(
            rf"(?<![\w.]\s)(?<![\w.])(?P<letter>[{''.join(sorted(letters))}])\.?(?:[’']s)? "
            rf"(?:{SAID})\b"
        )
        if letters
        else None
    )
    for line in paper.filled() if pattern else ():
        for hit in pattern.finditer(line.text) if pattern else ():
            if hit["letter"] != "I":
                yield marked(
                    line, hit, Kind.PSEUDONYM, Severity.SLIP,
                    "A pseudonym that was left at its first letter.",
                )  # fmt: skip


SAID = (
    "said|told|was|had|has|did|went|collected|attended|disclosed|reported|rang|asked|moved|left|"
    "described|felt|stated|became|returned|called"
)


def stands_once(paper: Paper, name: str) -> bool:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", paper.whole)) == 1
