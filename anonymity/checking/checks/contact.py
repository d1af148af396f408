"""
G. Who sees a child, where and when: “every other weekend”, handovers, a contact centre.

Where and when a parent is met tells the other where to wait. What was with somebody who has died
since, or who then killed, is over and may stand.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.dates import WEEKDAY
from anonymity.checking.words.living import Living, names_of

CONTACT = "How and when a child is with somebody: whoever waits there finds the child."
OFTEN = (
    rf"(?:weekly|fortnightly|monthly|daily|twice|every\s+(?:other\s+|second\s+)?(?:{WEEKDAY}|"
    rf"week\w*|"
    rf"day|month|fortnight)|each\s+(?:{WEEKDAY}|week\w*)|on\s+{WEEKDAY}s|(?:at|on)\s+weekends|"
    r"one\s+\w+\s+an?\s+(?:week|month|year)|alternate\s+\w+|once\s+(?:a|per)\s+\w+|(?:three|"
    r"four|\d)\s+times\s+(?:a|per)\s+\w+|"
    r"after\s+school|(?:school\s+)?holidays|overnight|supervised|unsupervised|at\s+(?:the|a)\s+"
    r"(?:local\s+)?(?:\w+\s+)?(?:[Cc]ontact|[Cc]hildren[’']?s|[Ff]amily)\s+[Cc]entre)"
)
MEETING = (
    r"(?:supervised\s+|unsupervised\s+|weekly\s+|direct\s+)?(?:access\s+(?:to|with|visits?)|"
    r"contact\s+(?:with|visits?|sessions?|arrangements?|order|centre|between)|saw|sees|see|seeing|"
    r"visit(?:s|ed|ing)?(?:\s+to\s+see)?|stay(?:s|ed|ing)?\s+with|spends?\s+time\s+with|"
    r"collect\w*|"
    r"ha(?:s|ve|d)\s+(?:\w+\s+){0,2}?contact|(?:send|sends|sent|writes?)\s+[^.;]{0,20}?(?:letters?|"
    r"cards?))"
)
WORKERS = re.compile(
    r"(?i)\b(?:health visit\w*|midwi\w+|social workers?|school nurs\w+|nurs(?:e|es|ing)|teachers?|"
    r"doctors?|gp|practitioners?|early help|family support|statutory|core group|reviewed)\b"
)
# who meets a child: both orders
REGULAR = (
    rf"(?:every\s+(?:other\s+|second\s+)?(?:{WEEKDAY}|week\w*|fortnight)|alternate\s+(?:week\w*|"
    rf"{WEEKDAY}s)|"
    rf"each\s+(?:{WEEKDAY}|weekend)|on\s+{WEEKDAY}s)"
)
OF_CONTACT = (
    r"\b(?:ha[sd]|have|having|takes?|keeps?|looks\s+after|"
    r"cares\s+for)\s+<any>\s+(?:to\s+stay\s+)?<regular>[^.;]{0,60}|"
    r"(?:<often>\s+)?<meeting>\b[^.;]{0,90}?<any>(?:[^.;]{0,90}?<often>)?|"
    r"<any>[^.;]{0,40}?<meeting>\b(?:[^.;]{0,90}?<often>)?|"
    r"\b(?:collects?|takes?|picks?\s+up|drops?\s+off)\s+(?:them|him|her)\s+(?:up\s+)?(?:from|to|"
    r"at)\s+"
    r"[^.;]{0,60}?<often>|"
    r"\b[Tt]hey\s+(?:see|have\s+contact\s+with|stay\s+with|visit)\b[^.;]{0,90}?<often>"
)
# With whom children are, and when
BEING = (
    r"(?:be|is|are|was|were|been|being|go(?:es|ing)?|went|c[ao]mes?|spen[dt]s?|spending|sle(?:ep|eps|pt)|"
    r"stay(?:s|ed|ing)?|liv(?:e|es|ed|ing)|return(?:s|ed)?|alternat(?:e|es|ed)|divid(?:e|es|ed))"
)
WHEN = (
    rf"(?:(?:every|each|alternate)\s+(?:other\s+|second\s+|third\s+)?(?:{WEEKDAY}|weekend|week|night|"
    r"fortnight|holiday|Christmas|Easter|birthday|half-?term|school\s+holiday)s?|"
    rf"(?:on|from|until)\s+{WEEKDAY}s?(?:\s+and\s+{WEEKDAY}s?)?|{WEEKDAY}\s+(?:to|until|and)\s+{WEEKDAY}|"
    r"weekends?|(?:at|during|in)\s+(?:the\s+)?(?:week|term-?time|school\s+holidays|half-?terms?)|"
    r"half\s+(?:of\s+)?(?:each|every|the|all)\s+(?:school\s+)?holidays?|midweek|"
    r"(?:one|two|three|four|five|six|\d)\s+(?:nights?|days?|hours?|afternoons?|evenings?|weekends?)\s+"
    r"(?:an?|each|every|per|in\s+\w+)|week\s+about|shared\s+care|overnight|after\s+school)"
)
WITH = (
    r"(?:with|to|at|between|in)\s+(?:the\s+|an?\s+)?(?:[A-Z]|him|her|them|their|his|each|both|care|"
    r"home|house|aunt|uncle|relatives?|grand\w+|father|mother|famil\w+)"
)
TOGETHER = (
    rf"(?<!\bhave )(?<!\bhad )(?<!\bhas )(?:<any>|\b[Tt]hey)\s+"
    rf"(?:[\w’-]+\s+){{0,5}}?{BEING}\s+(?:(?:[\w’-]+\s+){{0,4}}?{WITH}[^.;]{{0,60}}?"
    rf"\b{WHEN}\b[^.;]{{0,30}}|(?:[\w’-]+\s+){{0,3}}?{WHEN}\s+{WITH})|\b(?:[Oo]n|[Aa]t|[Ee]very|[Ee]ach|"
    rf"[Dd]uring)\s+(?:\w+\s+){{0,2}}?(?:{WEEKDAY}s?|{WHEN}),?\s+(?:<any>|they)\s+(?:[\w’-]+\s+){{0,3}}?"
    rf"{BEING}\s+(?:[\w’-]+\s+){{0,3}}?{WITH}"
)
KEPT = (
    rf"\b(?:has|have|keeps?|minds?|looks?\s+after|cares?\s+for)\s+(?!(?:an?|one|two|three|four|no)\s)"
    rf"<any>\s+[^.;]{{0,30}}?\b{WHEN}\b"
)
# Where they change hands
HANDED = (
    r"\b(?:[Hh]and-?overs?|[Cc]hange-?overs?|[Ee]xchanges?|[Dd]rop-?offs?|[Pp]ick-?ups?|[Cc]ollections?|"
    r"handed\s+over|dropped(?:\s+off)?|picked\s+up|collected|collects?)\s+"
    r"[^.;]{0,50}?\b(?:at|in|outside|from|by|beside|on|to)\s+(?:(?:the|an?|her|his|their|"
    r"[A-Z]\w+[’']s)\s+(?:[\w’-]+\s+){0,4}?)?(?:car\s+park|caf[ée]|station|services|park|restaurant|"
    r"supermarket|shop|school(?:\s+gates?)?|nursery|library|centre|pub|house|home|flat|address|street|"
    r"playground|corner|lay-?by|garage|church|mosque|pier|pool|front\s+door|gate)\b"
)
ORDERED = (
    r"\b(?:[Ii]nterim\s+|[Ss]upervised\s+|[Dd]irect\s+|[Ii]ndirect\s+|[Vv]ideo\s+)?(?:[Cc]ontact|[Aa]ccess|"
    r"[Cc]alls?)\s+(?:(?:was|is|were|are|to|would|took|takes?|had|has|been|be|continued?s?|place|set|"
    r"ordered|agreed|arranged|fixed|held)\s+)*(?:[\w’-]+\s+){0,6}?<when>\b[^.;]{0,50}"
).replace("<when>", WHEN)
SETTINGS = (
    ("children", OF_CONTACT),
    ("children", TOGETHER),
    ("children", KEPT),
    ("handed", HANDED),
    ("told", ORDERED),
)
OF_PARTING = re.compile(
    r"(?i)\b(?:contact|access|handovers?|collects|child arrangements|interim|separat\w+|"
    r"weekends?|court|cafcass)\b"
)
BEFORE = 300  # letters in which it may be said that children are meant
WHO_BEFORE = 30


class Contacts(Living):
    """The patterns that find when the children of one register are with whom."""

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        self.patterns = [(setting, self.filled(words)) for setting, words in SETTINGS]
        self.with_the_dead = re.compile(
            rf"\b(?:stay(?:s|ed|ing)?|with|to|at|by|saw|visit\w*|see(?:s|ing)?)\s+(?:with\s+)?(?:{self.dead.pattern})(?![’']s)"
        )

        killers = names_of(one for one in register.people if one.role == "perpetrator")
        self.killers = re.compile(rf"\b(?:{killers}|[Tt]he\s+perpetrator)\b")

    def filled(self, words: str) -> re.Pattern[str]:
        for name, meant in {
            "<often>": OFTEN,
            "<regular>": REGULAR,
            "<meeting>": MEETING,
            "<any>": self.any_child,
            "<child>": rf"\b{self.one_child}",
        }.items():
            words = words.replace(name, meant)
        return re.compile(words)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living = Contacts(register)
    for passage in passages(paper):
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN):
            continue
        for sentence in passage.sentences():
            before = passage.text[max(0, sentence.start - BEFORE) : sentence.start]
            for start, end in contacts(before, sentence.text, living):
                yield passage.finding(
                    (sentence.start + start, sentence.start + end),
                    Kind.LIVING, Severity.SERIOUS, CONTACT,
                )  # fmt: skip


def contacts(before: str, text: str, living: Contacts) -> Iterator[tuple[int, int]]:
    around = f"{before} {text}"
    for setting, pattern in living.patterns:
        if not may_be_meant(setting, around, living):
            continue
        for found in pattern.finditer(text):
            if is_contact(text, found, living):
                yield found.span()


def may_be_meant(setting: str, around: str, living: Contacts) -> bool:
    """Whether children are spoken of, and of handing over whether parents have parted."""
    if setting == "children":
        return True
    if setting == "told" and OF_CHILDREN.search(around):
        return True
    is_parted = setting != "handed" or OF_PARTING.search(around)
    return bool(is_parted and living.a_child.search(around))


OF_CHILDREN = re.compile(r"(?i)\bcontact\s+(?:takes?|took)\s+place|\b(?:contact|family) centre\b")


def is_contact(text: str, found: re.Match[str], living: Contacts) -> bool:
    by_workers = WORKERS.search(text, max(0, found.start() - WHO_BEFORE), found.end())
    is_regular = re.search(OFTEN, found[0]) or found.re is not living.patterns[0][1]
    is_over = living.with_the_dead.search(found[0]) and not IS_NOW.search(found[0])
    is_told = is_regular and not by_workers and not is_over
    return bool(is_told and not was_with_the_killer(text, found, living))


def was_with_the_killer(text: str, found: re.Match[str], living: Contacts) -> bool:
    """Test for “he saw the children at weekends”, without a day or a place, of who killed since."""
    before = text[: found.end()]
    is_past = WAS.search(before) and not IS_NOW.search(text) and not GOES_ON.search(text)
    return bool(is_past and living.killers.search(before) and not EXACT.search(found[0]))


EXACT = re.compile(rf"{WEEKDAY}|(?i:\bcent(?:re|er)\b)")
# What somebody did with a child before they killed
WAS = re.compile(
    r"\b(?:saw|had|was|were|took|visited|stayed|would|went|came|collected|kept|asked)\b"
)
GOES_ON = re.compile(
    r"\b(?:sees|spends|stays|visits|takes|collects|goes|comes|lives|sleeps|meets|writes|speaks|"
    r"continues?|remains?|since|hand-?overs?|car\s+park)\b"
)
IS_NOW = re.compile(r"\b(?:now|still|has|have|is|are|will|to\s+be)\b")
