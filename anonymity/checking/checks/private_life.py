"""
G. What is told of a child, a relative or a friend who lives on, in whatever words.

Other checks know forms of sentences. This one asks of whom a sentence speaks, and whether anything
in it is of their health, schooling, home or whom they see. It is decided on once for each person
and kind of fact; what is said of those who died, or of what they were asked to do, stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.ages import SPELLED
from anonymity.checking.words.ailments import AILMENTS
from anonymity.checking.words.cast import Cast
from anonymity.checking.words.dates import MONTH, WEEKDAY, YEAR
from anonymity.checking.words.health import REVEALING
from anonymity.checking.words.people import POPULATION
from anonymity.checking.words.subjects import ADULT, CHILD, KILLER, Subject, Subjects

S = Severity
HEALTH = "The health or care of somebody who lives on."
SCHOOL = "The age of a child, by school or class."
AGE = "The age of a child."
BIRTH = "When a child was born."
HOME = "Where somebody who lives on is now, or with whom."
CONTACT = "How and when a child is with somebody: whoever waits there finds the child."
PARENTAGE = "Whose child somebody is, or in whose care."
WORDS = "What a child said, in its words."
STATUS = "How somebody who lives on came to this country, and by what leave."
POLICY = {
    HEALTH: "health",
    SCHOOL: "ages_of_children",
    AGE: "ages_of_children",
    BIRTH: "births_of_children",
    HOME: "whereabouts",
    CONTACT: "contact",
    PARENTAGE: "whereabouts",
    WORDS: "quotations",
    STATUS: "immigration",
}
NUMBER = rf"(?:\d{{1,2}}|{SPELLED})"
WHEN = (
    rf"(?:{MONTH}|{YEAR}|{WEEKDAY}|(?:days?|weeks?|hours?|months?)\s+(?:before|after|later|"
    r"earlier|short\s+of)|the\s+(?:same|next|following)\s+(?:day|week|month)|Christmas|Easter|"
    r"birthday|spring|summer|autumn|winter)"
)
OFTEN = (
    rf"(?:{WEEKDAY}s?|weekends?|weekly|fortnight\w*|monthly|daily|twice\s+an?|once\s+an?|"
    r"every\s+\w+|each\s+(?!of\b)\w+|alternate\s+\w+|(?:school|summer|half-term|Easter)\s+holidays|"
    r"half-?term|overnight|supervised|unsupervised|contact\s+centre|times\s+an?\s+\w+|"
    r"by\s+(?:letter|telephone|video)|letterbox|indirect|birthdays?|Christmas|"
    r"after\s+school|o[’']clock|tea-?time|hours?\s+(?:a|each|every))"
)
MEETS = (
    r"(?:contact|sees?|saw|seen|seeing|visits?|visited|visiting|stays?|stayed|staying|spends?|"
    r"collect\w*|call(?:s|ed)|speaks?|FaceTimes?|video\s+calls?|phones?|rings|picks?\s+up|"
    r"drops?\s+off|access|takes?|has|have|goes|writes?|letters?|cards?)"
)
SAYS = (
    r"(?:said|says|saying|told|asked|wrote|drew|described|whispered|shouted|cried|explained|disclosed|"
    r"reported|answered|replied|stated|called|remembers?|remembered)"
)
FAR = r"[^.;]{0,70}?"
NOW = (
    r"(?:now|currently|today|since|remains?|still|permanently|long-term|presently|"
    r"has|have|is|are|will)"
)
LIVES = (
    r"(?:lives?|living|lived|resid\w+|placed|stay(?:s|ing)|cared\s+for|looked\s+after|being\s+raised|"
    r"brought\s+up|adopted|fostered|foster\s+\w+|(?:in\s+the\s+)?care\s+of|guardianship|"
    r"settled|moved|returned|gone|emigrated|remarried|re-?housed)"
)


@dataclass(frozen=True)
class Fact:
    """words: how it is told. of_adults: it counts of those too who are grown up."""

    words: re.Pattern[str]
    reason: str
    of_adults: bool = False


FACTS = (
    Fact(re.compile(rf"\b(?:{AILMENTS})(?!\w)"), HEALTH, of_adults=True),
    Fact(
        re.compile(
            r"\b(?:visa|asylum|leave\s+to\s+remain|overstay\w*|settled\s+status|refugee|deport\w*|"
            r"(?:British\s+)?citizenship|immigration\s+\w+|undocumented|trafficked)\b"
        ),
        STATUS,
        of_adults=True,
    ),
    Fact(
        re.compile(
            rf"\b(?:{NOW}\s+(?:[\w’-]+\s+){{0,3}}?{LIVES}|{LIVES}\s+(?:now|permanently|ever\s+since)|"
            r"(?<!\bto )(?<!\bthe )(?<!\btheir )(?<!\bof )(?<!\bin )(?<!\bown )lives?(?!\s+of\b)|"
            r"(?:was|were|been|be|are|is)\s+(?:then\s+|later\s+|both\s+)?"
            r"(?:placed|adopted|fostered|"
            r"re-?homed|accommodated))\s+(?:back\s+|away\s+)?(?:with|by|of|in|at|to|near|abroad|overseas|under)\b"
            r"(?:\s+[\w’'-]+){0,5}"
        ),
        HOME,
        of_adults=True,
    ),
    Fact(
        re.compile(
            r"\b(?:home[\s-](?:educated|schooled)|chang\w+\s+schools?|"
            r"breast-?fed|bottle-?fed|weaned|nappies|teething|crawling|Reception|Year\s+(?:\d{1,2}|[A-Z][a-z]+)|(?:mock\s+)?GCSEs?|SATs|A[\s-][Ll]evels?|"
            r"eleven-plus|sixth\s+form|(?:start|began|begin|join|enter|mov|transferr)\w*\s+"
            r"(?:[\w’-]+\s+){0,3}?(?:nursery|pre-?school|(?:primary\s+|secondary\s+|infant\s+|"
            r"junior\s+|high\s+|new\s+)?school|college|university))\b"
        ),
        SCHOOL,
    ),
    Fact(
        re.compile(
            rf"\b(?:(?:aged|turn(?:ed|ing|s)|age\s+of|just|only|nearly|almost)\s+{NUMBER}\b|"
            rf"{NUMBER}[\s-](?:years?|months?|weeks?|days?)[\s-](?:old|of\s+age)|"
            rf"(?:then|now)\s+{NUMBER}(?=\s*[,.)])|"
            rf"(?:is|was|were)\s+(?:then\s+|now\s+)?{NUMBER}(?=\s+(?:when|at\s+the\s+time|and|in)\b|[,.;])|"
            rf"\w+th\s+birthday|first\s+birthday|third\s+birthday|second\s+birthday)"
        ),
        AGE,
    ),
    Fact(
        re.compile(
            rf"\b(?:born\s+(?:[\w-]+\s+){{0,3}}(?:premature(?:ly)?|early|overdue|by\s+\w+|at\s+"
            rf"{NUMBER}\s+weeks)|(?:born|birth|arrived|delivered|due|premature\w*|newborn|caesarean)\b[^.;]{{0,60}}?\b{WHEN}|"
            rf"{WHEN}\b[^.;]{{0,40}}?\b(?:born|birth|gave\s+birth|delivered))\b"
        ),
        BIRTH,
    ),
    Fact(
        re.compile(
            r"\b(?:(?:biological|birth|real|natural)\s+(?:father|mother|parent)|paternity|DNA\s+test|"
            r"adopted|fostered|special\s+guardian\w*|care\s+order|looked-after|child\s+protection\s+"
            r"plan)\b"
        ),
        PARENTAGE,
    ),
    Fact(re.compile(r"\b(?:[Mm]ummy|[Dd]addy)\b[^.;]{0,60}"), WORDS),
    Fact(re.compile(rf"\b(?:{MEETS}\b{FAR}\b{OFTEN}|{OFTEN}{FAR}\b{MEETS})\b"), CONTACT),
    Fact(
        re.compile(
            rf"\b{SAYS}\b[^.“‘\"]{{0,60}}[“‘\"](?:[\w’'-]+[\s,.!?]+){{2,}}[\w’'-]+[.,!?]?[”’\"](?!\w)"
        ),
        WORDS,
    ),
)
NOT_SAID = re.compile(
    r"(?i)\b(?:died|death|no (?:diagnosis|record|evidence|history|concerns?)|not (?:known|"
    r"aware)|whether|"
    r"if|could|should|would|might|policy|training|guidance|risk|services? (?:for|to)|support for|"
    r"procedures?|pathway|assessment framework|referrals?|recommend\w*|ask(?:ed|ing) (?:for|about)|"
    r"studied|stud(?:y|ies) (?:of|found|show\w*)|literature|researchers|(?-i:may) lead)\b"
)
BEFORE = 250
OF_THE_REVIEW = re.compile(
    r"(?i)\b(?:terms of reference|imrs?|dhrs?|polic(?:y|ies)|training|guidance|strateg(?:y|ies)|"
    r"research|survey|published|recommend\w*|home office|act \d{4}|commissioned|key lines?|"
    r"panel (?:met|agreed|considered|discussed|members?)|action plan|service users?)\b"
)
# Of the killer only what nobody needs to know to learn from it
OF_THE_KILLER = re.compile(
    r"(?i)\b(?:HIV|hepatitis|chlamydia|gonorrhoea|syphilis|herpes|sexually\s+transmitted|erectile|"
    r"impoten\w+|infertil\w+|fertility|cancer|diabet\w+|epilep\w+|stroke|heart\s+\w+|autis\w+|"
    rf"dyslexi\w+|multiple\s+sclerosis|dementia|{REVEALING})\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    subjects = Subjects(register, Cast(paper, register))
    told: set[tuple[str, str, str]] = set()
    for passage in passages(paper):
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN):
            continue
        for sentence in passage.sentences():
            if OF_THE_REVIEW.search(sentence.text):
                continue
            yield from of_sentence(passage, sentence, subjects, told)


def of_sentence(
    passage: Passage, sentence: Sentence, subjects: Subjects, told: set[tuple[str, str, str]]
) -> Iterator[Finding]:
    before = passage.text[max(0, sentence.start - BEFORE) : sentence.start]
    for fact in FACTS:
        for hit in fact.words.finditer(sentence.text):
            over = fact.reason == WORDS  # a child tells a nurse what it says
            one = subjects.at(before, sentence.text, hit.start(), over_workers=over)
            if not one or not is_told(one, fact, sentence.text[: hit.end()]):
                continue
            if is_loose(one, fact, before, hit, subjects):
                continue
            if fact.reason == CONTACT and subjects.is_over(sentence.text, hit):
                continue
            key = (one.name.lower(), fact.reason, hit[0].lower() if one.who == ADULT else "")
            if one.who == ADULT and key in told:
                continue
            told.add(key)
            start = max(one.start - len(before) - 1, 0)
            if hit.start() - start > FARTHEST:
                start = hit.start()
            span = (sentence.start + min(start, hit.start()), sentence.start + hit.end())
            severity = S.SERIOUS if one.who == CHILD else S.POLICY
            yield passage.finding(
                span, Kind.LIVING, severity, fact.reason, policy=POLICY[fact.reason]
            )


FARTHEST = 60


def is_of_anybody(one: Subject, text: str, hit: re.Match[str]) -> bool:
    """Whether a sentence tells of people in general: “killed by a son”, “anyone with dementia”."""
    if WITH_IT.search(text, 0, hit.start()):
        return True
    is_general = re.match(r"(?:an?|some|one|another)\s", one.name.lower())
    return bool(is_general and POPULATION.search(text))


WITH_IT = re.compile(
    r"(?i)\b(?:an?|any|every|each|of)\s+(?:\w+\s+)?(?:persons?|people|patients?|adults?|carers?|women|"
    r"men|someone|anyone|anybody|those)\s+(?:who\s+(?:has|have|is|are)|with|living\s+with)\s+(?:\w+\s+)?$|"
    r"\b(?:anyone|someone|anybody|those|people|patients|women|men)\s+(?:who\s+(?:has|have|is|are)|with)\s+"
    r"(?:\w+\s+)?$"
)


def is_elsewhere(one: Subject, fact: Fact, before: str, hit: re.Match[str]) -> bool:
    """
    Whether something else is placed or adopted: “a tribute to be placed at its front”, or a
    practice, where people were told of in the sentence before; or something else speaks.
    """
    start = one.start - len(before) - 1
    if fact.reason == WORDS and start < 0:
        return True  # a letter, or somebody else, says it
    if fact.reason not in (HOME, CONTACT):
        return False
    between = hit.string[max(start + len(one.name), 0) : hit.start()] if start >= 0 else ""
    if start < 0:
        between = hit.string[: hit.start()]
    return bool(A_THING.search(between))


def is_loose(one: Subject, fact: Fact, before: str, hit: re.Match[str], subjects: Subjects) -> bool:
    """Whether it says nothing exact, or only seems to be told of this person."""
    return (
        is_of_anybody(one, hit.string, hit)
        or is_elsewhere(one, fact, before, hit)
        or is_vague(one, fact, hit)
        or is_of_who_leads(one, fact, before, subjects)
    )


def is_vague(one: Subject, fact: Fact, hit: re.Match[str]) -> bool:
    """Test for “has lived abroad for years”, which finds nobody, and for “the other parent”."""
    if fact.reason != HOME:
        return False
    rest = hit.string[hit.start() :]
    return bool(OTHER_PARENT.match(rest) or (one.who == ADULT and FAR_AWAY.match(rest)))


OTHER_PARENT = re.compile(
    r"[\w’'\s-]{0,30}?\bwith\s+(?:(?:the|that|its|their|a)\s+)?(?:child[’']s\s+|children[’']s\s+)?"
    r"(?:other\s+parent|parents?|family|relatives?)(?=[.,;)]|$)"
)
FAR_AWAY = re.compile(
    r"[\w’'\s-]{0,30}?\b(?:abroad|overseas)\b(?!\s+(?:with|in|near|at)\b(?!\s+(?:the|a)\s+time))"
)


def is_of_who_leads(one: Subject, fact: Fact, before: str, subjects: Subjects) -> bool:
    """
    Whether the sentence names nobody, and the one before it began with somebody else: “Maris came
    with Odette. Mild impairment was found”; or spoke of people in general.
    """
    if fact.reason not in (HEALTH, STATUS) or one.end > len(before):
        return False
    if re.match(r"(?:an?|some|one|another)\s", one.name.lower()):
        return True
    leading = subjects.leading(before)
    return bool(one.who == ADULT and leading and leading.who != one.who)


A_THING = re.compile(
    r"(?i)\b(?:an?|the|this|that|its|no|each|every)\s+(?:[\w-]+\s+){0,2}?(?:practice|tribute|policy|"
    r"letters?|reports?|cop(?:y|ies)|alerts?|flags?|systems?|approach|process|plans?|orders?|records?|"
    r"notes?|photographs?|markers?|recommendations?|documents?|forms?|referrals?|bids?|words|names?|"
    r"flowers|bench|memorial|procedures?|measures?|changes?)\b[^.;]*$"
)


def is_told(one: Subject, fact: Fact, before: str) -> bool:
    if one.who == KILLER:
        return bool(OF_THE_KILLER.search(before[-LAST:])) and not NOT_SAID.search(before)
    if one.who != CHILD and not (one.who == ADULT and fact.of_adults):
        return False
    return not NOT_SAID.search(before)


LAST = 25  # letters of what was said last
