"""
G. What a paper tells of people who live on: children above all.

A child of a review goes to school with those who can read it. Sex, age and month of birth make
one child of many; where and when a parent is met tells the other where to wait. Those who reported
a sexual offence are anonymous for life by law (Sexual Offences (Amendment) Act 1992).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.anonymity.finding import Finding, Kind, Severity
from reports.anonymity.paper import Paper
from reports.anonymity.passages import Chapter, Sentence, passages
from reports.anonymity.register import Person, Register
from reports.anonymity.words import ages
from reports.anonymity.words.dates import MONTH, WEEKDAY, YEAR
from reports.anonymity.words.health import CONDITIONS, MEDICINES, SEXUAL_ABUSE
from reports.anonymity.words.people import PROCESS, named

S = Severity
SEX = "The sex of a child, which is not published."
CHILD_AGE = "The age of a child."
CHILD_BIRTH = "When a child was born."
CONTACT = "How and when a child is with somebody: whoever waits there finds the child."
WHEREABOUTS = "Where a child, or somebody else who lives on, can be found now."
IMMIGRATION = "How and when somebody who lives on came to this country, and by what leave."
HEALTH = "The health of somebody who lives on."
COMPLAINANT = "Who reported a sexual offence: anonymous for life."

CODED_CHILD = r"(?:Child(?:ren)?|Sibling|Baby)\s+(?:[A-Z]|\d|One|Two|Three)\b"
YOUNG = (
    r"(?:step|grand)?(?:son|daughter|child|children|baby|babies|sons|daughters|boy|girl|boys|girls|"
    r"toddler|infant|twins|siblings)"
)
OFTEN = (
    rf"(?:weekly|fortnightly|monthly|daily|twice|every\s+(?:other\s+|second\s+)?(?:{WEEKDAY}|week\w*|"
    rf"day|month|fortnight)|each\s+(?:{WEEKDAY}|week\w*)|on\s+{WEEKDAY}s|(?:at|on)\s+weekends|"
    r"alternate\s+\w+|once\s+(?:a|per)\s+\w+|(?:three|four|\d)\s+times\s+(?:a|per)\s+\w+|"
    r"after\s+school|(?:school\s+)?holidays|overnight|supervised|unsupervised|at\s+(?:the|a)\s+"
    r"(?:local\s+)?(?:\w+\s+)?(?:[Cc]ontact|[Cc]hildren[’']?s|[Ff]amily)\s+[Cc]entre)"
)
MEETING = (
    r"(?:supervised\s+|unsupervised\s+|weekly\s+|direct\s+)?(?:access\s+(?:to|with|visits?)|"
    r"contact\s+(?:with|visits?|sessions?|arrangements?|order|centre|between)|saw|sees|see|seeing|"
    r"visit(?:s|ed|ing)?(?:\s+to\s+see)?|stay(?:s|ed|ing)?\s+with|spends?\s+time\s+with|collect\w*|"
    r"ha(?:s|ve|d)\s+(?:\w+\s+){0,2}?contact)"
)
WORKERS = re.compile(
    r"(?i)\b(?:health visit\w*|midwi\w+|social workers?|school nurs\w+|nurs(?:e|es|ing)|teachers?|"
    r"doctors?|gp|practitioners?|early help|family support|statutory|core group|reviewed)\b"
)
ENTERED = re.compile(
    rf"\b(?:entered|arriv(?:ed|ing)\s+in|came\s+to|come\s+to|moved\s+to|travelled\s+to|"
    rf"emigrated\s+to|settled\s+in|been\s+in)\s+(?:the\s+)?(?:UK|U\.K\.|United\s+Kingdom|England|Britain|"
    rf"Great\s+Britain|country|this\s+country)\b(?:\s+(?!in\b|on\b|as\b|with\b|using\b)[\w’'-]+){{0,6}}?"
    rf"\s+(?:in\s+(?:the\s+\w+\s+of\s+)?(?:early\s+|late\s+|mid[\s-])?(?:{MONTH}\s+)?{YEAR}|"
    r"(?:on|with|using|as)\s+(?:an?|his|her)\s+(?:[\w’'‘-]+\s+){0,4}?(?:visa|asylum\s+seeker|refugee|"
    r"student|dependant|spouse))"
    r"(?:\s+(?:on|with|using|as)\s+(?:an?|his|her)\s+(?:[\w’'‘-]+\s+){0,4}?(?:visa|asylum\s+seeker|"
    r"refugee|student|dependant|spouse))?"
)
LEAVE = re.compile(
    r"(?i)\b(?:(?:had\s+)?(?:been\s+)?(?:applied\s+for|appl(?:y|ying|ication)\s+for|appeal(?:ed|ing)?|"
    r"grant(?:ed)?|refused|given|awarded|extend(?:ed)?|held|has|had|obtained|seeking|sought|claimed|"
    r"against)\s+(?:[\w’'‘-]+\s+){0,6}?(?:(?:indefinite\s+|limited\s+|discretionary\s+)?leave\s+to\s+"
    r"(?:remain|enter)|asylum|(?:\w+\s+)?[‘’']?(?:spous(?:e|al)|student|visitor|visit|work|tourist|"
    r"family|fianc[eé]e?)\s+visa|a\s+visa|british\s+citizenship|(?:pre-)?settled\s+status|refugee\s+status|"
    r"ILR)[’']?|overstay(?:ed|er|ing)(?:\s+(?:his|her|their|a)\s+(?:\w+\s+)?visa)?|"
    r"(?:his|her)\s+(?:[\w’']+\s+){0,2}?visa\s+(?:had\s+)?(?:expired|ran\s+out|was\s+refused|"
    r"was\s+revoked)|(?:was\s+)?(?:in\s+the\s+(?:uk|country)\s+|entered\s+[\w\s]{0,20})illegally|"
    r"(?:failed\s+)asylum\s+seeker|(?:was\s+|been\s+)?deported)"
)
PRISON = re.compile(r"\b(?:HMP|HMYOI|YOI)\s+(?!and\b)[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?")
DETAINED = re.compile(
    r"\b(?:detained|held|serving\s+\w+\s+sentence|remanded|imprisoned)\s+(?:at|in|to)\s+"
    r"(?:[A-Z][\w’'-]+\s+){1,3}(?:Hospital|Prison|Clinic|Unit)\b"
)
DIAGNOSED = re.compile(
    rf"\b(?:(?:was|were|been|is|had|has)\s+)*(?:diagnosed\s+(?:with|as)|diagnosis\s+of|"
    rf"suffer(?:s|ed|ing)?\s+(?:from|with)|ha[sd]|is|was|living\s+with|prescribed|taking|treated\s+for|"
    rf"treatment\s+for|history\s+of|medication\s+for)\s+(?:[\w’'-]+\s+){{0,5}}?"
    rf"(?:(?P<condition>(?i:{CONDITIONS}))|(?P<medicine>(?i:{MEDICINES})))\b"
)
REPORTED = (
    r"(?:report(?:ed|s|ing)?|disclos(?:ed?|ing|ures?)|alleg(?:ed|ations?|ing)|told|complain(?:ed|t)|"
    r"accus(?:ed|ation)|victim\s+of|had\s+been|was\s+being|was)"
)
FORMER = (
    r"(?:(?:an?|his|her|[A-Z]\w+[’']s)\s+)?(?:(?:former|previous|first)\s+|ex-\s?)(?:partner|wife|girlfriend|husband|"
    r"boyfriend)|(?:his|her)\s+(?:(?:step|half)-?)?(?:sister|niece|cousin)|"
    r"(?:a|another)\s+(?:young\s+)?(?:woman|girl|teenager)"
)
WORDS = {
    "<when>": r"(?:(?:early|mid|late)[\s-]+)?(?:\d{1,2}\w*\s+)?"
    rf"(?:(?:{MONTH}\s+)?{YEAR}|{MONTH})",
    "<age>": rf"(?:\d{{1,2}}(?!\d)|(?:{ages.SPELLED})\b)",
    "<kin>": r"(?:son|daughter|boy|girl|brother|sister)s?",
    "<young>": YOUNG,
    "<reported>": REPORTED,
    "<abuse>": SEXUAL_ABUSE,
    "<former>": FORMER,
    "<far>": r"[^.;:()]{0,80}?",
    "<any>": r"(?:<child>|\b(?:[Tt]he|[Tt]heir|[Hh]er|[Hh]is|[Bb]oth|[Tt]wo|[Tt]hree|[Aa]|"
    r"[Oo]ne)\s+"
    rf"(?:[\w’'-]+\s+){{0,2}}?{YOUNG})\b",
}
OF_CHILDREN = (
    # the sex of a child
    (r"\b(?:(?:her|his|their|the|an?)\s+)?(?:[\w-]+\s+)??<kin>[,\s(‘“]+<hidden>", S.SERIOUS, SEX),
    ((r"<hidden>[’”]?\s*(?:,\s*|\(\s*|\s+(?:is|was)\s+)(?:her|his|their|the|an?)\s+(?:[\w-]+\s+){0,2}?"
     r"<kin>\b"), S.SERIOUS, SEX),
    (r"<hidden>[’']?s?\s+(?:(?:older|younger|elder|half|step|twin)[\s-]?)?(?:brother|sister)\b",
     S.SERIOUS, SEX),
    # the birth of a child
    ((r"(?:\b[Ii]n\s+<when>,?\s+)?(?:\b[A-Z]?[\w’'-]+\s+)?\bgave\s+birth\s+to\s+(?:<any>|an?\s+\w+)"
     r"\s+(?:in|on)\s+<when>"), S.SERIOUS, CHILD_BIRTH),
    (r"\b[Ii]n\s+<when>,?\s+(?:[A-Z]?[\w’'-]+\s+){0,2}?gave\s+birth(?:\s+to\s+(?:<any>|an?\s+\w+))?",
     S.SERIOUS, CHILD_BIRTH),
    (r"<any>\W+(?:who\s+)?(?:(?:was|were)\s+)?born\s+(?:prematurely\s+)?(?:in|on)\s+<when>",
     S.SERIOUS, CHILD_BIRTH),
    (r"\b[Ii]n\s+<when>,?\s+<any>\s+(?:was|were)\s+born\b", S.SERIOUS, CHILD_BIRTH),
    (r"\bgave\s+birth\s+(?:in|on)\s+<when>(?:,?\s+to\s+(?:<any>|an?\s+\w+))?", S.SERIOUS,
     CHILD_BIRTH),
    (r"\bbirth\s+of\s+<any>,?\s+(?:in|on)\s+<when>", S.SERIOUS, CHILD_BIRTH),
    # the age of a child
    ((r"<any>\s*(?:,|\(|\b(?:is|was|were|are|who\s+(?:is|was|were))\b)?\s*(?:(?:then|now|just|both)\s+)*"
     r"(?:aged\s+<age>|<age>[\s-]+(?:years|months|weeks)[\s-]+(?:old|of\s+age))"
     r"(?:(?:,\s*<age>)*\s*(?:and|&)\s*<age>)?(?:\s+(?:years|months|weeks)(?:\s+old)?)?"),
     S.POLICY, CHILD_AGE),
    (r"<any>\s*(?:,\s*|\(\s*(?:aged\s+)?)<age>(?:\s*(?:months|weeks|years|yrs)(?:\s+old)?)?\s*[,)]",
     S.POLICY, CHILD_AGE),
    ((r"<child>\s+(?:was|is|were)\s+(?:(?:then|now|just|only)\s+)*<age>"
     r"(?=[,.;]|\s+(?:at\s+the\s+time|when|and\s+<child>))"), S.POLICY, CHILD_AGE),
    (r"<age>[\s-](?:year|month|week)s?[\s-]old\s+(?:<young>|<child>)", S.POLICY, CHILD_AGE),
    # where a child is now
    ((r"<any>[^.;]{0,60}?\b(?:now|currently|presently)\s+(?:liv(?:es?|ing)|resid(?:es?|ing)|stay(?:s|ing)|"
     r"placed|cared\s+for|in\s+the\s+care|attends?)\b(?:\s+(?:with|in|at|by|of|abroad)\s+"
     r"(?:[\w’'-]+\s*){1,4})?"), S.SERIOUS, WHEREABOUTS),
    ((r"<any>\s+(?:(?:is|are|has\s+been|have\s+been)\s+(?:both\s+|since\s+|been\s+|being\s+)*(?:living|placed|residing|"
     r"cared\s+for|adopted|in\s+the\s+care)|lives?|have\s+lived)\s+(?:with|by|of|in|at)\s+"
     r"(?:[\w’'-]+\s+){0,3}?(?:foster\s+\w+|adopt\w+|grand\w+|aunt|uncle|sister|brother|father|family|relatives?|carers?|"
     r"[A-Z][a-z]+)\b(?:\s+in\s+[A-Z]\w+)?"), S.SERIOUS, WHEREABOUTS),
    # who reported a sexual offence
    (r"<child><far>\b<reported>\b<far>\b<abuse>", S.STOP, COMPLAINANT),
    (r"\b(?:<former>|(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:[\w-]+\s+)??<young>)\b<far>\b<reported>\b<far>\b<abuse>",
     S.SERIOUS, COMPLAINANT),
    (r"\b<reported>\b<far>\b<abuse>\s+(?:of|against|by|towards)?\s*(?:<former>|<any>)", S.SERIOUS,
     COMPLAINANT),
)  # fmt: skip
# who meets a child: both orders
OF_CONTACT = (
    r"(?:<often>\s+)?<meeting>\b[^.;]{0,90}?<any>(?:[^.;]{0,90}?<often>)?|"
    r"<any>[^.;]{0,40}?<meeting>\b(?:[^.;]{0,90}?<often>)?|"
    r"\b[Tt]hey\s+(?:see|have\s+contact\s+with|stay\s+with|visit)\b[^.;]{0,90}?<often>"
)


@dataclass(frozen=True)
class Hit:
    span: tuple[int, int]
    severity: Severity
    reason: str


@dataclass(frozen=True)
class Pattern:
    """What is looked for, how grave it is, and why."""

    words: re.Pattern[str]
    severity: Severity
    reason: str


class Living:
    """Those of a register who live on, as the patterns that find what is told of them."""

    def __init__(self, register: Register) -> None:
        children = [one for one in register.people if one.is_child]
        child = rf"(?:{names_of(children)}|{CODED_CHILD})"
        shown = names_of([one for one in children if one.publish_sex])
        hidden = rf"\b(?!(?:{shown})\b){child}"
        dead = [one for one in register.people if not lives_on(one)]
        adults = [one for one in register.people if lives_on(one) and not one.is_child]
        self.child = re.compile(rf"\b{child}")
        self.a_child = filled("<any>", child, hidden)
        self.adult = re.compile(rf"\b(?:{names_of(adults)})\b")
        self.dead = re.compile(rf"\b(?:{names_of(dead)}|(?i:victim|deceased))\b")
        self.are_hidden = bool(children) and not any(
            one.publish_sex or ADULT_CHILD.search(one.relationship)
            for one in register.people
            if one.is_child or ADULT_CHILD.search(one.relationship)
        )
        self.anybody = re.compile(rf"\b(?:{named(register)}|[Hh]e|[Ss]he|[Pp]erpetrator)\b")
        self.anybody_named = re.compile(rf"\b(?:{named(register)})\b")
        self.of_children = tuple(
            Pattern(filled(words, child, hidden), severity, reason)
            for words, severity, reason in OF_CHILDREN
        )
        self.contact = filled(OF_CONTACT, child, hidden)
        self.pronoun = re.compile(
            rf"^(?P<before>[^.;“”\"]{{0,80}}?){hidden}(?P<between>[^.;“”\"]{{0,70}}?)"
            r"\b(?:he|she|his|her|him|himself|herself)\b(?!\s+(?:son|daughter))"
        )

    def is_about_an_adult(self, before: str, text: str) -> bool:
        """Whether a sentence names one who lives on, or begins with “He” after one who does."""
        if self.dead.search(text):
            return False
        if self.adult.search(text):
            return True
        last = [*self.anybody_named.finditer(before)][-1:]
        return bool(last and PRONOUN.match(text) and self.adult.fullmatch(last[0][0]))


ADULT_CHILD = re.compile(r"(?i)\b(?:step-?)?(?:son|daughter)\b")
PRONOUN = re.compile(r"\W*(?:He|She|His|Her)\b")


def filled(words: str, child: str, hidden: str) -> re.Pattern[str]:
    for name, meant in {
        **WORDS,
        "<often>": OFTEN,
        "<meeting>": MEETING,
        "<child>": rf"\b{child}",
        "<hidden>": hidden,
    }.items():
        words = words.replace(name, meant)
    return re.compile(words)


def lives_on(person: Person) -> bool:
    return person.role != "victim" and person.died_on is None


def names_of(people: list[Person]) -> str:
    return "|".join(re.escape(one.pseudonym) for one in people if one.pseudonym) or r"(?!)"


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living = Living(register)
    told: set[str] = set()
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        for sentence in passage.sentences():
            before = passage.text[max(0, sentence.start - NEARBY) : sentence.start]
            for hit in (
                *hits(sentence, living),
                *sons_and_daughters(before, sentence.text, living),
                *health(before, sentence.text, living, told),
            ):
                span = (sentence.start + hit.span[0], sentence.start + hit.span[1])
                yield passage.finding(span, Kind.LIVING, hit.severity, hit.reason)


def hits(sentence: Sentence, living: Living) -> Iterator[Hit]:
    text = sentence.text
    if PROCESS.search(text) and not living.anybody.search(text) and not living.child.search(text):
        return
    for one in living.of_children:
        for found in one.words.finditer(text):
            named_town = one.reason is WHEREABOUTS and IN_A_TOWN.search(found[0])
            yield Hit(found.span(), S.STOP if named_town else one.severity, one.reason)
    yield from pronouns(text, living)
    yield from contacts(text, living)
    if living.anybody.search(text):
        yield from immigration(text, living)
        for found in (*PRISON.finditer(text), *DETAINED.finditer(text)):
            yield Hit(found.span(), S.POLICY, WHEREABOUTS)


IN_A_TOWN = re.compile(r"\b(?:in|at)\s+[A-Z][a-z]")


def pronouns(text: str, living: Living) -> Iterator[Hit]:
    """A sentence that begins with a child and names nobody else goes on about the child."""
    found = living.pronoun.search(text)
    if not found:
        return
    between = TOLD_SOMEBODY.sub("", found["between"])
    others = f"{found['before']} {between}"
    if OTHER_PEOPLE.search(others) or living.anybody.search(others):
        return
    if IS_SUBJECT.search(found["before"]):
        yield Hit((found.end("before"), found.end()), S.SERIOUS, SEX)


IS_SUBJECT = re.compile(
    r"(?:^\W*|,\s*|\d\s+|\b(?:[Ww]hen|[Ww]hile|[Aa]s|[Tt]hat|[Ww]here|[Aa]fter|[Bb]ecause|[Oo]nce|"
    r"[Aa]lthough|[Bb]efore|time|day|occasion|visit)\s+)$"
)
TOLD_SOMEBODY = re.compile(r"\b(?:told|said\s+to)\s+(?:an?|the)\s+[\w\s]+?\s+that\b")
OTHER_PEOPLE = re.compile(
    r"(?i)\b(?:mother|father|mum|dad|sister|brother|aunt|uncle|partner|parents?|teacher|worker|nurse|"
    r"grand\w+|step\w+|friend|victim|perpetrator|officers?|doctor|gp|\w+[’']s)\b"
)


WHO_BEFORE = 30


def contacts(text: str, living: Living) -> Iterator[Hit]:
    for found in living.contact.finditer(text):
        by_workers = WORKERS.search(text, max(0, found.start() - WHO_BEFORE), found.end())
        if re.search(OFTEN, found[0]) and not by_workers:
            yield Hit(found.span(), S.SERIOUS, CONTACT)


def immigration(text: str, living: Living) -> Iterator[Hit]:
    """The dead left nothing to remain for; of the living, each step is told to whoever reads."""
    if living.dead.search(text) and not living.adult.search(text):
        return
    for pattern in (ENTERED, LEAVE):
        for found in pattern.finditer(text):
            yield Hit(found.span(), S.POLICY, IMMIGRATION)


def health(before: str, text: str, living: Living, told: set[str]) -> Iterator[Hit]:
    """
    Of a sentence that speaks of a child, or of somebody who lives on and of none who died.

    told: the conditions of adults that were found; each is decided on once.
    """
    child = living.a_child.search(text)
    if not child and not living.is_about_an_adult(before, text):
        return
    for found in DIAGNOSED.finditer(text):
        condition = (found["condition"] or found["medicine"]).lower()
        if child or condition not in told:
            yield Hit(found.span(), S.SERIOUS if child else S.POLICY, HEALTH)
        told.add(condition)


def sons_and_daughters(before: str, text: str, living: Living) -> Iterator[Hit]:
    """The children of a review told by their sex; a parent’s “daughter” may be the victim."""
    if not living.are_hidden or GRANDPARENTS.search(f"{before} {text}"):
        return
    if (living.anybody.search(text) or COUPLE.search(text)) and not PROCESS.search(text):
        for found in SONS.finditer(text):
            yield Hit(found.span(), S.SERIOUS, SEX)


SONS = re.compile(
    r"\b(?:her|his|their|(?:had|have|has|and|children,)\s+(?:an?|one|two|three))\s+"
    r"(?:(?:young|eldest|youngest|older|younger|baby|other)\s+)?(?:step-?)?(?:son|daughter)s?\b"
    r"(?!-in-law)"
)
COUPLE = re.compile(r"\b(?:[Cc]ouple|[Tt]hey)\b")
GRANDPARENTS = re.compile(r"(?i)\b(?:mothers?|fathers?|parents?|mum|dad|grand\w+|family)\b")
NEARBY = 300
