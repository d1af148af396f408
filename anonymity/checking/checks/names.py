"""
A. True names of the review: whole, in part, as initials or misspelt, and other names people go by.

Printed, a name is found by a search for ever. Surnames and first names alone are looked for as
well, but not where they are words of every day without a capital letter.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Person, Register
from anonymity.checking.words.disguises import disguised, plain
from anonymity.checking.words.given_names import ONLY_NAMES
from anonymity.checking.words.names import NAME, as_words, bare, known_words
from anonymity.checking.words.nicknames import SHORT, cut_forms

SHORTEST = 3  # letters of a part of a name that is looked for alone
LIKE = 0.84  # of a misspelt name and the name
LONG = 6  # letters that a name has before a likeness means anything
IN_A_FILE = "A true name within the name of a file or an address."
TAKEN_APART = "A true name that the end of a line took apart."
# What a line must have for either
WITHIN = {
    IN_A_FILE: re.compile(r"\w[_@/\\.]\w"),
    TAKEN_APART: re.compile(
        r"\w(?:-\s|"
        r"[\u00ad\u200b]|-\w)"
    ),
}
FULL = 2  # names that somebody has at least
SAID = (
    "was|had|has|is|told|said|did|would|attended|disclosed|reported|stated|moved|left|called|went|"
    "asked|rang|denied|admitted|described|states|says|reports|denies|describes|presents|presented|"
    "feels|felt|thinks|thought|appears|appeared|remains|remained|lives|lived|wants|wanted|wishes|"
    "reported|discloses|attends|declined|declines|agreed|agrees|seemed|seems|became|saw|met|went|"
    "struggles|struggling|feeling|stating|saying|reporting|denying|presenting|aware|unable|can|"
    "could|does|should|may|will|not|no longer|remanded|arrested|spoken to|seen"
)

CAPITALISED = re.compile(NAME)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    yield from unknown_initials(paper)
    yield from cut_short(paper, register)
    allowed = known_words((*register.may_be_named, *register.pseudonyms, *register.agency_names))
    whole = plain(paper.whole)
    lines = [(line, plain(line.text)) for line in paper.filled()]
    capitalised = {bare(hit.group()) for hit in CAPITALISED.finditer(whole)}
    for person in register.people:
        patterns = [
            (pattern, reason)
            for pattern, reason in patterns_of(person, allowed, whole.lower())
            if reason in WITHIN or pattern.search(whole)
        ]
        words = misspellable(person, allowed)
        said = set(register.pseudonyms) - {person.pseudonym}  # others’: nobody’s true letters
        nearly = {word for word in capitalised - allowed if is_nearly(word, words)}
        for line, text in lines:
            for pattern, reason in patterns:
                for hit in named(text, pattern, reason, person):
                    # A pseudonym that is made of true initials is one mistake, not one a page
                    if hit[0] not in said:
                        yield told(line, hit, person, reason)
                    said.update({hit[0]} & {person.pseudonym})
            for hit in CAPITALISED.finditer(text) if nearly else ():
                if bare(hit.group()) in nearly:
                    yield told(line, hit, person, "A misspelt name of the review.")


def named(
    text: str, pattern: re.Pattern[str], reason: str, person: Person
) -> Iterator[re.Match[str]]:
    if reason not in WITHIN or WITHIN[reason].search(text):
        for hit in pattern.finditer(text):
            if not is_of_an_author(hit, person):
                yield hit


# “Ms”, “U.K.” and “J.P.” are nobody’s
DOTTED = re.compile(
    r"(?<![\w.&])(?!U\.K|U\.S|P\.C|G\.P|D\.V|D\.A|Q\.C|K\.C|N\.B|A\.M|P\.M|B\.A|I\.D|J\.P|M\.P|"
    r"P\.S|R\.I|"
    r"O\.S|C\.V|V\.I|A\.D|B\.C|L\.A|H\.V|S\.W)[A-Z]\. ?[A-Z]\.(?! ?[A-Z][\w.])(?!\w)"
)


def unknown_initials(paper: Paper) -> Iterator[Finding]:
    """Find “J.T. said”, where lives are told: whoever it is, the letters are of a true name."""
    for passage in passages(paper):
        if passage.chapter is Chapter.LIFE and "." in passage.text:
            for hit in DOTTED.finditer(passage.text):
                yield passage.finding(
                    hit.span(), Kind.IDENTIFIER, Severity.SERIOUS,
                    "Initials of somebody, as agencies write them.",
                )  # fmt: skip


def is_of_an_author(hit: re.Match[str], person: Person) -> bool:
    """Test for the first name of a professor whose surname is none of the person's."""
    family = OF_SOMEBODY_ELSE.match(hit.string, hit.end())
    return bool(
        family
        and LEARNED.search(hit.string, 0, hit.start())
        and not {bare(word) for word in family[0].split()} & known_words(person.names)
    )


LEARNED = re.compile(r"\b(?:Professor|Prof\.?|Dame|Sir|Baroness|Lady|Lord)\s+$")
OF_SOMEBODY_ELSE = re.compile(rf"(?:\s+{NAME})+")


def patterns_of(
    person: Person, allowed: set[str], whole: str
) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what to look for, and why. whole: all of the paper in small letters."""
    for name in person.names:
        yield as_words(name), "A true name of the review."
        for part in name.split():
            if len(part) >= SHORTEST and part[0].isupper() and bare(part) not in allowed:
                yield as_words(part), "Part of a true name of the review."
        yield from written_together(name, allowed, whole)
        yield from in_disguise(name, allowed)
        yield from short_forms(name, allowed)
        yield from by_letters(name)
    for initials in person.initials:
        dotted = r"\.?".join(map(re.escape, re.sub(r"\W", "", initials)))
        yield (
            re.compile(rf"(?<![\w.]){dotted}(?!\.?\w)"),
            "Initials of somebody of the review, as agencies write them.",
        )


def written_together(
    name: str, allowed: set[str], whole: str
) -> Iterator[tuple[re.Pattern[str], str]]:
    """Names within the names of files and addresses, and names that a line’s end took apart."""
    for part in name.split():
        if len(part) < LONG - 1 or bare(part) in allowed:
            continue
        word = re.escape(part)
        if part.lower() in whole:
            together = (
                rf"(?i)[\w.-]{{0,60}}[_@/\\.]\w{{0,30}}{word}\w*"
                rf"|[\w.-]{{0,60}}{word}[_@/\\][\w.-]*"
            )
            yield re.compile(together), IN_A_FILE
        broken = r"(?:[\u00ad\u200b]|-\s)?".join(map(re.escape, part))
        yield (
            re.compile(rf"(?<!\w)(?=\w+(?:[\u00ad\u200b]|-\s)){broken}(?!\w)"),
            TAKEN_APART,
        )


def in_disguise(name: str, allowed: set[str]) -> Iterator[tuple[re.Pattern[str], str]]:
    parts = (part for part in name.split() if part[0].isupper() and bare(part) not in allowed)
    for pattern in disguised(name, parts):
        yield pattern, "A true name within another word, or with its letters apart."


def short_forms(name: str, allowed: set[str]) -> Iterator[tuple[re.Pattern[str], str]]:
    """Find Kate where the register has Catherine; in the middle of a sentence if it is a word."""
    first = bare(name.split()[0]) if name.split() else ""
    own = (f"{first}y", f"{first}ie") if len(first) >= SHORTEST + 1 else ()
    for short in (*SHORT.get(first, ()), *own):
        if short not in allowed and len(short) >= SHORTEST:
            within = r"(?<=[a-z,] )" if short not in ONLY_NAMES else ""
            yield (
                re.compile(rf"(?<![\w’'-]){within}{short.title()}(?![\w-])(?!\.? (?:[A-Z]|\d))"),
                "A short form of a true name of the review.",
            )


# A cut name is a word of its own only where it is spoken, or does what somebody does
CUT = re.compile(
    rf"(?<![\w’'.-])(?P<name>[A-Z][a-z]{{2,}})(?![\w-])(?!\.? (?:[A-Z]|\d))"
    rf"(?:(?=(?P<does>(?:[’']s)? (?:{SAID})\b)))?"
)
SPOKEN = re.compile(r"“[^“”\n]{0,400}$")


def cut_short(paper: Paper, register: Register) -> Iterator[Finding]:
    """Find Chels, where the register has Chelsea: the letters that people leave of a long name."""
    everybody = (*register.may_be_named, *register.pseudonyms, *register.agency_names)
    allowed = known_words((*everybody, *(name for one in register.people for name in one.names)))
    cuts: dict[str, Person] = {}
    for person in register.people:
        firsts = {bare(name.split()[0]) for name in person.names if name.strip()}
        for first in firsts - known_words(everybody):
            cuts |= {
                cut: person
                for long in (first, *SHORT.get(first, ()))
                for cut in cut_forms(long) - allowed - set(SHORT.get(first, ()))
            }
    for line in paper.filled() if cuts else ():
        for hit in CUT.finditer(line.text):
            word = bare(hit["name"])
            if word not in cuts or word in paper.small_words:
                continue
            if hit["does"] or SPOKEN.search(line.text, 0, hit.start()):
                reason = "A short form of a true name of the review."
                yield told(line, hit, cuts[word], reason)


# Letters that stand for a calling or a body, whoever’s initials they are
CALLINGS = frozenset("GP PC DC DS DI SW HV OT MP PA IT HR ED QC KC".split())  # noqa: SIM905
# The same where letters stand beside any word
OF_THE_TRADE = CALLINGS | frozenset(
    """
    AE AI AM BP CP CV CT DA DV EA EU ER FM GB HQ ID IV LA LB MA MS NB NI NR OD OK OR PE PM PO PS PT
    RE RI SA SI SN ST TA TB TV UK UN US VA VI WC MH LD MI HO CC CE CM DL DO SE NE NW IS AS AT BE BY
    DR GO HE IF IN ME MY NO OF ON SO TO UP WE BA
    """.split()  # noqa: SIM905 - as in pseudonyms
)


# What stands before somebody’s initials in the notes of an agency
BESIDE = "|".join(
    rf"(?<=\b{word} )"
    for word in "told asked saw with to by from for and called rang met advised of".split()  # noqa: SIM905
)


def by_letters(name: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """Find "Ms O" and "PO said", where the register does not give initials itself."""
    words = [word for word in name.split() if word[0].isupper()]
    if len(words) < FULL:
        return
    first, last = words[0][0], words[-1][0]
    yield (
        re.compile(rf"\b(?:Mr|Mrs|Ms|Miss)\.? {last}\b(?![.’']?\w)"),
        "A title with the first letter of a true name.",
    )
    if f"{first}{last}" in CALLINGS:
        return
    yield (
        re.compile(rf"(?<![\w.&]){first}\.? ?{last}(?=\.?[’']s\b|\.? (?:{SAID})\b)"),
        "Initials of a true name of the review.",
    )
    if f"{first}{last}" not in OF_THE_TRADE:
        yield (
            re.compile(
                rf"(?<=[“ (]){first}\.?{last}\b(?!\.?[\w&/’'-]|\s[A-Z\d])(?=[^“”\n]{{0,300}}”)|"
                rf"(?:{BESIDE}){first}\.?{last}\b(?=[,.;:]? (?:that|who|and|was|is|had|has|at|on|"
                rf"about|to)\b)"
            ),
            "Initials of a true name of the review.",
        )


def misspellable(person: Person, allowed: set[str]) -> set[str]:
    words = {word for word in known_words(person.names) if len(word) >= LONG}
    return words - allowed


def is_nearly(word: str, names: set[str]) -> bool:
    return word not in names and any(
        word[0] == name[0]
        and abs(len(word) - len(name)) <= 1
        and (is_of_other_vowels(word, name) or SequenceMatcher(None, word, name).ratio() >= LIKE)
        for name in names
    )


def is_of_other_vowels(word: str, name: str) -> bool:
    """Test for Jordon, where Jordan is meant."""
    wrong = [pair for pair in zip(word, name, strict=False) if pair[0] != pair[1]]
    return len(word) == len(name) and len(wrong) == 1 and set(wrong[0]) <= set("aeiouy")


def told(line: Line, hit: re.Match[str], person: Person, reason: str) -> Finding:
    instead = person.pseudonym or (f"the {person.role}" if person.role else "")
    return marked(line, hit, Kind.IDENTIFIER, Severity.STOP, reason, instead)
