"""
G. What a paper tells of children: their sex, age and birth, and where they are.

A child of a review goes to school with those who can read it. Sex, age and month of birth make
one child of many.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words import ages
from anonymity.checking.words.cast import Cast
from anonymity.checking.words.dates import MONTH, YEAR
from anonymity.checking.words.living import CODED_CHILD, YOUNG, Living, names_of
from anonymity.checking.words.people import PROCESS
from anonymity.checking.words.whom import Whom

S = Severity
SEX = "The sex of a child, which is not published."
CHILD_AGE = "The age of a child."
CHILD_BIRTH = "When a child was born."
WHEREABOUTS = "Where a child, or somebody else who lives on, can be found now."
ADOPTED = "That a child was adopted or taken into care: it is the child’s."
POLICY = {
    ADOPTED: "whereabouts",
    SEX: "sex_of_children",
    CHILD_AGE: "ages_of_children",
    CHILD_BIRTH: "births_of_children",
    WHEREABOUTS: "whereabouts",
}

WORDS = {
    "<when>": r"(?:(?:early|mid|late)[\s-]+)?(?:\d{1,2}\w*\s+)?"
    rf"(?:(?:{MONTH}\s+)?{YEAR}|{MONTH})",
    "<age>": rf"(?:\d{{1,2}}(?!\d)|(?:{ages.SPELLED})\b)",
    "<few>": r"(?:1[0-7]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)",
    "<kin>": r"(?:(?:grand|step)?(?:son|daughter)|boy|girl|brother|sister|niece|nephew)s?",
    "<young>": YOUNG,
}
OF_CHILDREN = (
    # the sex of a child
    (r"\b(?:(?:her|his|their|the|an?)\s+)?(?:[\w-]+\s+)??<kin>[,\s(‘“]+<hidden>", S.SERIOUS, SEX),
    ((r"<hidden>[’”]?\s*(?:,\s*|\(\s*|\s+(?:is|was)\s+)(?:her|his|their|the|"
      r"an?)\s+(?:[\w-]+\s+){0,2}?"
     r"<kin>\b"), S.SERIOUS, SEX),
    (r"<hidden>[’']?s?\s+(?:(?:older|younger|elder|half|step|twin)[\s-]?)?(?:brother|sister)\b",
     S.SERIOUS, SEX),
    # the birth of a child
    ((r"(?:\b[Ii]n\s+<when>,?\s+)?(?:\b[A-Z]?[\w’'-]+\s+)?\bgave\s+birth\s+to\s+(?:<any>|"
      r"an?\s+\w+)"
     r"\s+(?:in|on)\s+<when>"), S.SERIOUS, CHILD_BIRTH),
    ((r"\b[Ii]n\s+<when>,?\s+(?:[A-Z]?[\w’'-]+\s+){0,2}?gave\s+birth(?:\s+to\s+(?:<any>|"
     r"an?\s+\w+))?"),
     S.SERIOUS, CHILD_BIRTH),
    (r"<any>\W+(?:who\s+)?(?:(?:was|were)\s+)?born\s+(?:prematurely\s+)?(?:in|on)\s+<when>",
     S.SERIOUS, CHILD_BIRTH),
    (r"\b[Ii]n\s+<when>,?\s+<any>\s+(?:was|were)\s+born\b", S.SERIOUS, CHILD_BIRTH),
    (r"\bgave\s+birth\s+(?:in|on)\s+<when>(?:,?\s+to\s+(?:<any>|an?\s+\w+))?", S.SERIOUS,
     CHILD_BIRTH),
    (r"\bbirth\s+of\s+<any>,?\s+(?:in|on)\s+<when>", S.SERIOUS, CHILD_BIRTH),
    ((r"<any>,?\s+(?:(?:was|were|had)\s+)?(?:arrived|delivered|"
     r"came\s+into\s+the\s+world)\s+(?:[\w-]+\s+){0,4}?"
     r"(?:in|on|of)\s+(?:the\s+(?:[\w-]+\s+){1,3}of\s+)?<when>"), S.SERIOUS, CHILD_BIRTH),
    (r"<when>[\t ,:–-]+(?:[^\t]{0,40}\t)?(?:[Bb]irth|[Dd]elivery)\s+of\s+<any>", S.SERIOUS,
     CHILD_BIRTH),
    (r"<any>,?\s+(?:who\s+)?(?:was\s+)?born\s+(?:\w+\s+){1,4}(?:before|after)\b[^.;,]{0,40}",
     S.SERIOUS, CHILD_BIRTH),
    (r"<any>,\s+(?:[\w-]+\s+){1,5}?(?:boy|girl)\b", S.SERIOUS, SEX),
    # the age of a child
    ((r"<any>\s*(?:,|\(|\b(?:is|was|were|are|who\s+(?:is|was|were))\b)?\s*(?:(?:then|now|just|"
      r"both)\s+)*"
     r"(?:aged\s+<age>|<age>[\s-]+(?:years|months|weeks)[\s-]+(?:old|of\s+age))"
     r"(?:(?:,\s*<age>)*\s*(?:and|&)\s*<age>)?(?:\s+(?:years|months|weeks)(?:\s+old)?)?"),
     S.POLICY, CHILD_AGE),
    (r"<any>\s*(?:,\s*|\(\s*(?:aged\s+)?)<age>(?:\s*(?:months|weeks|years|yrs)(?:\s+old)?)?\s*[,)]",
     S.POLICY, CHILD_AGE),
    ((r"<child>\s+(?:was|is|were)\s+(?:(?:then|now|just|only)\s+)*<age>"
     r"(?=[,.;]|\s+(?:at\s+the\s+time|when|and\s+<child>))"), S.POLICY, CHILD_AGE),
    (r"<age>[\s-](?:year|month|week)s?[\s-]old\s+(?:<young>|<child>)", S.POLICY, CHILD_AGE),
    ((r"\b(?:[A-Z]\w+[’']s|[Hh]er|[Hh]is|[Tt]heir)\s+<few>[\s-](?:years?|months?|weeks?|yr)[\s-]old"
      r"(?=[\s,.;])"), S.SERIOUS, CHILD_AGE),
    ((r"<any>\s+(?:(?:was|is|were|are|had|started|began|entered|moved)\s+)+(?:then\s+|"
     r"now\s+)?(?:up\s+)?(?:in|into)\s+"
     r"(?:Reception|Year\s+(?:\d+|[A-Z][a-z]+))\b"), S.POLICY, CHILD_AGE),
    # what became of a child
    ((r"<any>,?\s+(?:who\s+)?(?:(?:had|has|was|were|is|are|been|being|later|then|both|all|to|"
      r"be)\s+)*"
      r"(?:(?:placed|put|given|freed|relinquished)\s+(?:up\s+)?for\s+adoption|adopted|"
      r"(?:removed|taken\s+away)\s+at\s+birth)\b(?:\s+in\s+<when>)?"), S.SERIOUS, ADOPTED),
    ((r"\b(?:gave|given|giving|put|placed|placing|lost|"
      r"losing)\s+(?:up\s+)?<any>\s+(?:up\s+)?(?:for|to)\s+"
      r"adoption\b"), S.SERIOUS, ADOPTED),
    ((r"\bhad\s+(?:had\s+)?(?:an?(?:other)?|one|two|three|an?\s+\w+|her|his|"
      r"all)\s+(?:\w+\s+)?(?:child|"
      r"children|baby|son|daughter|sons|daughters)\s+(?:adopted|removed|taken\s+into\s+care|"
      r"placed\s+for\s+"
      r"adoption)\b"), S.SERIOUS, ADOPTED),
    # where a child is now
    ((r"\b(?:now|currently|since|has|have|still)\b[^.;]{0,25}\b(?:looks?\s+after|caring\s+for|"
      r"cares?\s+for|raising|raises?|bringing\s+up|custody\s+of|guardianship\s+of|"
      r"the\s+care\s+of)\s+"
      r"<any>"), S.SERIOUS, WHEREABOUTS),
    ((r"<any>[^.;]{0,60}?\b(?:now|currently|presently)\s+(?:liv(?:es?|ing)|resid(?:es?|ing)|"
      r"stay(?:s|ing)|"
     r"placed|cared\s+for|in\s+the\s+care|attends?)\b(?:\s+(?:with|in|at|by|of|abroad)\s+"
     r"(?:[\w’'-]+\s*){1,4})?"), S.SERIOUS, WHEREABOUTS),
    ((r"<any>\s+(?:(?:is|are|has\s+been|have\s+been)\s+(?:both\s+|since\s+|been\s+|"
      r"being\s+)*(?:living|placed|residing|"
     r"cared\s+for|adopted|in\s+the\s+care)|lives?|ha(?:s|ve)\s+lived)\s+(?:with|by|of|in|at)\s+"
     r"(?:[\w’'-]+\s+){0,3}?(?:foster\s+\w+|adopt\w+|grand\w+|aunt|uncle|sister|brother|father|"
     r"family|relatives?|carers?|"
     r"[A-Z][a-z]+)\b(?:\s+in\s+[A-Z]\w+)?"), S.SERIOUS, WHEREABOUTS),
)  # fmt: skip


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


PARENTS = ("victim", "perpetrator")


class Children(Living):
    """The patterns that find what is told of the children of one register."""

    def __init__(self, register: Register) -> None:
        super().__init__(register)
        children = [one for one in register.people if one.is_child]
        self.are_hidden = bool(children) and not any(one.publish_sex for one in children)
        self.have_grown_children = parents_of_grown_children(register)
        self.have_young_grandchildren = not any(
            YOUNGER_KIN.search(one.relationship) for one in register.people
        )
        self.of_children = tuple(
            Pattern(self.filled(words), severity, reason) for words, severity, reason in OF_CHILDREN
        )
        parents = [one for one in register.people if one.role in PARENTS]
        self.sons = re.compile(
            rf"\b(?:{names_of(parents)})[’']s?\s+(?:(?:young|eldest|youngest|elder|oldest|older|"
            r"younger|baby|little|two|three|first|second)\s+)?(?:sons?|daughters?|boys?|girls?)\b"
        )
        self.pronoun = re.compile(
            rf"^(?P<before>(?:\W*\d+(?:\.\d+)*\.?\s)?[^.;“”\"]{{0,80}}?){self.hidden}(?P<between>[^.;“”\"]{{0,70}}?)"
            r"\b(?:he|she|his|her|him|himself|herself)\b(?!\s+(?:son|daughter))"
        )
        self.opening = re.compile(rf"(?:\W*\d+(?:\.\d+)*\.?\s+)?{self.hidden}(?![’']s)")

    def are_hidden_of(self, role: str) -> bool:
        """Whether a son or daughter of such a person is a child whose sex is not published."""
        if not role:
            return not self.have_grown_children
        return role in {"victim", "perpetrator"} - self.have_grown_children

    def filled(self, words: str) -> re.Pattern[str]:
        for name, meant in {
            **WORDS,
            "<any>": self.any_child,
            "<child>": rf"\b{self.one_child}",
            "<hidden>": self.hidden,
        }.items():
            words = words.replace(name, meant)
        return re.compile(words)


def parents_of_grown_children(register: Register) -> set[str]:
    """
    Return the roles whose sons and daughters may be grown up and named by their sex: “daughter”
    is the victim’s, and the perpetrator’s where the two were a couple.
    """
    are_a_couple = any(
        one.role == "perpetrator" and A_PARTNER.search(one.relationship) for one in register.people
    )
    named = {one.role: one.pseudonym for one in register.people if one.pseudonym}
    told = [
        one.relationship
        for one in register.people
        if not one.is_child and ADULT_CHILD.search(one.relationship)
    ]
    return {
        role
        for role in PARENTS
        for words in told
        if f"of the {role}" in words
        or re.search(rf"\bof\b.*\b{re.escape(named.get(role, '-'))}\b", words)
        or (not re.search(r"\bof\b", words) and (role == "victim" or are_a_couple))
    }


A_PARTNER = re.compile(r"(?i)\b(?:partner|husband|wife|spouse|boyfriend|girlfriend|fianc\w+)\b")
YOUNGER_KIN = re.compile(r"(?i)\b(?:grand(?:son|daughter|child))")
ADULT_CHILD = re.compile(r"(?i)\b(?:step-?)?(?:son|daughter)\b")


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living, whom = Children(register), Whom(Cast(paper, register))
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES:
            continue
        for sentence in passage.sentences():
            before = passage.text[max(0, sentence.start - NEARBY) : sentence.start]
            for hit in (
                *hits(sentence, living),
                *at_school(before, sentence.text, living),
                *sons_and_daughters(before, sentence.text, living, whom),
                *later_pronouns(passage.text[: sentence.start], sentence.text, living),
                *grandsons(sentence.text, living),
            ):
                span = (sentence.start + hit.span[0], sentence.start + hit.span[1])
                yield passage.finding(
                    span, Kind.LIVING, hit.severity, hit.reason, policy=POLICY[hit.reason]
                )


def hits(sentence: Sentence, living: Children) -> Iterator[Hit]:
    text = sentence.text
    if PROCESS.search(text) and not living.anybody.search(text) and not living.child.search(text):
        return
    for one in living.of_children:
        for found in one.words.finditer(text):
            named_town = one.reason is WHEREABOUTS and IN_A_TOWN.search(found[0])
            yield Hit(found.span(), S.STOP if named_town else one.severity, one.reason)
    if living.child.search(text) or YOUNGEST.search(text):
        for found in BIRTHDAY.finditer(text):
            yield Hit(found.span(), S.SERIOUS, CHILD_BIRTH)
    yield from pronouns(text, living)


# Below the age at which somebody is grown up
NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|[1-9](?:st|nd|rd|th)|1[0-7]th)"
)
BIRTHDAY = re.compile(
    r"(?:\b[\w-]+\s+(?:days?|weeks?)\s+(?:short\s+of|before|after)\s+)?"
    rf"\b(?:an?|the|her|his|their|[A-Z]\w+[’']s)\s+{NTH}\s+birthday"
    r"(?:\s+(?:party\s+)?(?:on\s+)?(?:the\s+)?(?:day|week|weekend)\b[^.,;]{0,40})?"
)
YOUNGEST = re.compile(
    rf"\b(?:[A-Z]\w+[’']s|[Hh]er|[Hh]is|[Tt]heir|[Tt]he)\s+(?:youngest|eldest|oldest|middle|"
    rf"{YOUNG})\b(?=[\s,])"
)


IN_A_TOWN = re.compile(r"\b(?:in|at)\s+[A-Z][a-z]")


def pronouns(text: str, living: Children) -> Iterator[Hit]:
    """A sentence that begins with a child and names nobody else goes on about the child."""
    found = living.pronoun.search(text)
    if not found:
        return
    between = TOLD_SOMEBODY.sub("", found["between"])
    others = f"{found['before']} {between}"
    if BORN.search(between) or OTHER_PEOPLE.search(others) or living.anybody.search(others):
        return
    if IS_SUBJECT.search(found["before"]):
        yield Hit((found.end("before"), found.end()), S.SERIOUS, SEX)


def later_pronouns(before: str, text: str, living: Children) -> Iterator[Hit]:
    """Find “She has moved” in a paragraph that began with a child and spoke of nobody else."""
    found = BEGINS_WITH.match(text)
    child = living.opening.match(before) if found else None
    if not found or not child:
        return
    rest = TOLD_SOMEBODY.sub("", before[child.end() :])
    if not SOMEBODY_ELSE.search(rest) and not living.anybody.search(living.child.sub("", rest)):
        yield Hit(found.span("pronoun"), S.SERIOUS, SEX)


BEGINS_WITH = re.compile(
    r"(?P<pronoun>(?:He|She)\s+(?:has|is|was|had|still|now|lives?|wants?|says?|told|said|does|"
    r"did)\b|His|Her\b)"
)
# One other person is enough for a pronoun to mean; people in general are not
SOMEBODY_ELSE = re.compile(
    r"(?i)\b(?:mother|father|mum|mam|dad|sister|brother|aunt|uncle|cousin|partner|parent|teacher|"
    r"worker|nurse|visitor|grand\w+|step\w+|friend|victim|perpetrator|officer|doctor|gp|chair|"
    r"author|"
    r"head|tutor|carer|counsellor|therapist|advocate|psycholog\w+|man|woman|boy|girl|he|she|him|"
    r"his|her)\b"
)
BORN = re.compile(r"\bborn\s+(?:when|while|before|after)\b")  # the mother goes on
IS_SUBJECT = re.compile(
    r"(?:^\W*|,\s*|\d\s+|\b(?:[Ww]hen|[Ww]hile|[Aa]s|[Tt]hat|[Ww]here|[Aa]fter|[Bb]ecause|[Oo]nce|"
    r"[Aa]lthough|[Bb]efore|time|day|occasion|visit)\s+)$"
)
TOLD_SOMEBODY = re.compile(r"\b(?:told|said\s+to)\s+(?:an?|the)\s+[\w\s]+?\s+that\b")
OTHER_PEOPLE = re.compile(
    r"(?i)\b(?:mother|father|mum|dad|sister|brother|aunt|uncle|partner|parents?|teacher|worker|"
    r"nurse|"
    r"grand\w+|step\w+|friend|victim|perpetrator|officers?|doctor|gp|\w+[’']s)\b"
)


def at_school(before: str, text: str, living: Children) -> Iterator[Hit]:
    """Find "he sat his mocks", told after a child: it is sex and class in one."""
    told = f"{before} {text}"
    for found in EXAMS.finditer(text):
        child = [*living.child.finditer(told[: len(before) + 1 + found.start()])][-1:]
        if child and not living.adult.search(told, child[0].end(), len(before) + 1 + found.start()):
            yield Hit(found.span(), S.SERIOUS, CHILD_AGE)


EXAMS = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z]\w+(?:\s(?:[A-Z]|\d))?)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:sat|sits|sitting|took|taking|passed|failed|revis\w+\s+for|preparing\s+for)\s+"
    r"(?:(?:his|her|their|the|some)\s+)?(?:[\w-]+\s+)?"
    r"(?:mocks?|GCSEs?|A[ -][Ll]evels?|SATs|eleven[- ]plus|Year\s+\w+\s+(?:exams?|tests?))\b"
)


def sons_and_daughters(before: str, text: str, living: Children, whom: Whom) -> Iterator[Hit]:
    """The children of a review told by their sex; a parent’s “daughter” may be the victim."""
    if not living.are_hidden or PROCESS.search(text):
        return
    around = OF_A_CHILD.sub("", f"{before} {text}")
    for found in (*SONS.finditer(text), *living.sons.finditer(text)):
        of_whom = GRANDPARENTS.get(found[0][:3].lower(), ANY_GRANDPARENT)
        is_of_them = living.anybody.search(text) or COUPLE.search(text) or OWN.match(found[0])
        if of_whom.search(around) or not is_of_them or IN_A_LIST.search(text[: found.start()]):
            continue
        place = len(before) + found.start() + len(found[0].split()[0])
        whose = whom.is_spoken_of(living.child.sub(blank, before + text), place)
        goes_on = GOES_ON_ABOUT.search(f"{before}{text[: found.start()]}")
        of_a_child = bool(goes_on and living.child.search(goes_on[0]))
        if of_a_child or living.are_hidden_of(whose.role if whose else ""):
            yield Hit(found.span(), S.SERIOUS, SEX)


def grandsons(text: str, living: Children) -> Iterator[Hit]:
    """Find “her grandson”, where no grandchild of the review is grown up."""
    is_theirs = living.are_hidden and living.have_young_grandchildren
    if not is_theirs or PROCESS.search(text) or not living.anybody.search(text):
        return
    for found in GRANDSONS.finditer(text):
        if not OF_AN_ELDER.search(text):
            yield Hit(found.span(), S.SERIOUS, SEX)


GRANDSONS = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[A-Z]\w+[’']s|an?)\s+(?:(?:first|only|new|little|baby|young|small|"
    r"eldest|youngest|beloved|two|three)\s+){0,2}(?:great-?)?(?:grandson|granddaughter)s?\b"
    r"(?!\s+of\b)"
)
# Whose grandson may be the one who was killed, or who killed
OF_AN_ELDER = re.compile(r"(?i)\b(?:grand(?:mother|father|parent|ad|ma|pa)s?|nan|gran|nanna)\b")


def blank(child: re.Match[str]) -> str:
    """A child has no daughter: it is nobody’s “his”."""
    return " " * len(child[0])


OWN = re.compile(r"[Hh]er|[Hh]is|[Tt]heir")
# "... one child, Child D. She dotes on her son": the sentence before ended on the child
GOES_ON_ABOUT = re.compile(r"\b[A-Z]\w+(?:\s\w+)?[’”]?\.\s+(?:He|She|They)\s+(?:\w+\s+){1,2}$")
SONS = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he|(?:had|have|has|and|children,)\s+(?:an?|one|two|three))\s+"
    r"(?:(?:young|eldest|youngest|elder|oldest|older|younger|baby|other|little|small)\s+)?"
    r"(?:(?:step-?)?(?:son|daughter)s?|(?:two|three|four|little|baby)\s+(?:boy|girl)s?)\b"
    r"(?!-in-law)|\b(?:gave\s+birth\s+to|had|delivered|expecting|carrying)\s+an?\s+(?:healthy\s+)?"
    r"(?:baby\s+)?(?:boy|girl)\b(?!\s*friend)"
)
IN_A_LIST = re.compile(r"\s[–-]\s+$")  # “Tobin – his son”
COUPLE = re.compile(r"\b(?:[Cc]ouple|[Tt]hey)\b")
# Whose “daughter” may be a grown-up of the review
A_MOTHER = r"mothers?|mum|mam|nan|grandmothers?|aunt"
A_FATHER = r"fathers?|dad|grandad|grandfathers?|uncle"
EITHER = r"parents?|grandparents?|family"
NO_HOUSE = r"(?![’']s?\s+(?:house|home|flat|address|funeral|grave|car|side)\b)"
ANY_GRANDPARENT = re.compile(rf"(?i)\b(?:{A_MOTHER}|{A_FATHER}|{EITHER})\b")
GRANDPARENTS = {
    "her": re.compile(rf"(?i)\b(?:{A_MOTHER}|{EITHER})\b{NO_HOUSE}"),
    "his": re.compile(rf"(?i)\b(?:{A_FATHER}|{EITHER})\b{NO_HOUSE}"),
}
# “the mother of Child A” is no grandmother
OF_A_CHILD = re.compile(
    rf"\b(?:mother|father|parents?)\s+of\s+(?:{CODED_CHILD}|(?:the|his|her|their)\s+{YOUNG})|"
    rf"\b(?:{CODED_CHILD}|[Tt]he\s+{YOUNG})[’']s?\s+(?:mother|father|parents?)\b"
)
NEARBY = 300
