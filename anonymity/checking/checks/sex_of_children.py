"""
G. The sex of a child that the register or the paper withholds, given away in passing.

“Child A … He had stopped putting his hand up in class”, “Child B missed his grandmother”, “the
boy”, “a big brother”: by what only a child does, and where nobody else of that sex is spoken of.
`children` finds what stands beside the child’s own name.
"""

import re
from collections.abc import Iterator

from anonymity.checking.checks.children import SEX
from anonymity.checking.checks.pronouns import SOMEBODY
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import Cast, any_of
from anonymity.checking.words.living import CODED_CHILD, names_of
from anonymity.checking.words.people import POPULATION, PROCESS

HE_OR_SHE = re.compile(
    r"\b(?:(?P<he>[Hh]e|[Hh]is|[Hh]im|himself)|(?P<she>[Ss]he|[Hh]er|herself))\b"
    r"(?!\s+or\s+(?:she|her|he|his))(?<!\bor she)(?<!\bor her)(?<!\bor he)(?<!\bor his)"
)
MALE = (
    r"(?:step|grand|god|half-?)?(?:fathers?|dad|daddy|sons?|brothers?)|grandad|grandpa|uncles?|nephews?|"
    r"husband|boyfriend|fianc[eé]|man|men|boys?|Mr|gentleman|males?"
)
FEMALE = (
    r"(?:step|grand|god|half-?)?(?:mothers?|mum|mam|mummy|daughters?|sisters?)|nan|nanna|gran|grandma|"
    r"aunt(?:s|ie)?|nieces?|wife|girlfriend|fianc[eé]e|wom[ae]n|girls?|Mrs|Ms|Miss|lady|females?|midwi\w+"
)
OF_ONE_SEX = {
    "M": re.compile(rf"\b(?:{MALE}|[Hh]e|[Hh]im|[Hh]is)\b"),
    "F": re.compile(rf"\b(?:{FEMALE}|[Ss]he|[Hh]er)\b"),
}
# What only a child does or has, whoever else is in the paragraph
CHILDISH = re.compile(
    r"\b(?:(?:in|to|at|from|into)\s+(?:class|school|nursery|pre-?school|reception|playgroup|assembly|"
    r"the\s+playground|the\s+classroom|story\s?time)|class(?:mates?|room|work)|playground|playtime|"
    r"homework|school\s?bag|school\s+(?:uniform|dinner|trip|work|friends?|report|refuser)|"
    r"lunch\s?box|packed\s+lunch|spellings?|phonics|times\s+tables|reading\s+(?:book|age)|"
    r"put(?:s|ting)?\s+(?:up\s+)?(?:his|her)\s+hand\s+up|hand\s+up|joins?\s+in\s+(?:with\s+)?games|"
    r"play(?:s|ed|ing)?\s+with\s+(?:other\s+children|toys|the\s+(?:cars|dolls|bricks))|toys?|teddy|"
    r"dolls?|bottle|nappy|nappies|cot|buggy|pushchair|dummy|potty|bed-?time|bed-?wetting|"
    r"wet(?:ting)?\s+the\s+bed|nightmares|clingy|tantrums?|cr(?:ied|ying)\s+for\s+(?:his|her)|"
    r"(?:his|her)\s+(?:teachers?|class|school|nursery|key\s?worker\s+at\s+(?:school|nursery)|form\s+tutor|"
    r"head\s+of\s+year|social\s+worker\s+at\s+school|foster\s+\w+|mummy|daddy|siblings?|peers|"
    r"grand(?:mother|father|ma|pa|ad|parents?)|nan|nanna|gran)|well-?grown|weaned|crawling|teething|"
    r"developmental|milestones|immuni[sz]ations?|health\s+visitor\s+checks?|centile|"
    r"(?:half-?term|sports\s+day|nativity|school\s+play|birthday\s+party|sleep-?over)|"
    r"an?\s+(?:[\w-]+(?:,|\s+and)?\s+){0,3}(?:child|pupil|baby|toddler)(?![’'\w-])|Year\s+(?:\d|One|Two|Three|Four|Five|Six|Seven))\b"
)
# Who works with children may have a class and toys as well
OF_A_WORKER = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s+(?:had\s+|also\s+|then\s+|later\s+)?(?:said|told|noted|recorded|wrote|reported|"
    r"asked|observed|described|felt\s+that|raised|referred|spoke|offered|explained|thought|believed|"
    r"noticed|advised|contacted|discussed|rang|telephoned|informed|visited|assessed|taught|saw|"
    r"(?:is|was|became)\s+(?:his|her|their|the|an?|also)\s+(?:[\w-]+\s+){0,3}?(?:teacher|tutor|worker|nurse|"
    r"assistant|visitor|lead|mother|father|parent|governor))\b"
)
# “A nurse weighed him”: what is done to a child by who is named by a calling
DONE_BY_WORKERS = re.compile(
    r"\b(?:nurses?|workers?|teachers?|assistants?|visitors?|doctors?|GPs?|officers?|paramedics?|counsellors?|"
    r"psychologists?|midwi(?:fe|ves)|dentists?|consultants?|paediatricians?|staff|school)\s+(?:had\s+|also\s+|"
    r"then\s+|later\s+)?(?:saw|met|examined|weighed|asked|visited|sat\s+with|spoke\s+(?:to|with)|listened\s+to|"
    r"comforted|observed|found|helped|assessed|referred|knew|noticed|described|sent|collected|taught|held)\s+"
    r"(?P<who>him|her)(?=[.,;]|\s+(?:in|at|on|alone|as|to|for|and|again|every|with|twice|once|by|when|about|"
    r"weekly|from|daily|was|that)\b)"
)
# A child that is the only one who can have a grandmother here, or a teacher
OWN = (
    r"<hidden>(?![’']s)(?P<between>[^.;“”]{0,90}?)\b(?P<whose>his|her)\s+(?:own\s+)?(?:late\s+)?"
    r"(?:grand(?:mother|father|ma|pa|ad|parents?)|nan|nanna|gran|teachers?|classmates?|school|nursery|"
    r"toys?|teddy|homework|bedroom|mummy|daddy|foster\s+\w+|key\s?worker|best\s+friend|siblings?|"
    r"(?:little|big|baby|younger|older)\s+(?:brother|sister|sibling))\b"
)
# The child did it itself
DOING = re.compile(r"\s+(?!(?:and|or|with|in|to|at|from|on|of|for|by|as|who\s+was)\b)[a-z]")
# “The nurse saw Child A on his own”
ON_OWN = (
    r"<hidden>(?![’']s)\s+(?:[\w-]+\s+){0,4}?(?:(?:on|in)\s+(?P<whose>his|her)\s+own\b|"
    r"by\s+(?P<self>him|her)self\b)"
)
CALLED = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]er|[Hh]is|[Tt]heir|[Bb]oth|[Mm]y|an?(?=\s+(?:little|young|small|baby|"
    r"healthy)\b))\s+(?:(?:healthy|little|young|small|"
    r"baby|older|younger|elder|eldest|youngest|two|three|same|other|poor|lovely|bright|quiet|unborn|"
    r"[\w-]+-old)\s+){0,2}(?:boys?|girls?|lads?|lass(?:es)?|school(?:boy|girl)|(?:baby|toddler)\s+(?:boy|girl))\b"
    r"(?!\s+(?:friend|he\b|from\b|at\b|in\s+the\s+office|group|band|called)|friend|[’']s\s+school|s[’'])"
    r"(?<!with the boys)(?<!with the girls)(?<!of the boys)(?<!of the girls)"
)
# “As a boy he …” was somebody who is grown up
GROWN = re.compile(
    r"(?i)\b(?:as\s+(?:a\s+)?(?:\w+\s+)?(?:boys?|girls?|child)|when\s+(?:he|she)\s+was\s+a|had\s+been\s+a|other\s+"
    r"girls|another\s+girl|new\s+girl|good\s+(?:girl|boy)|my\s+(?:boy|girl)|old\s+(?:boy|girl)|grew\s+up|"
    r"childhood|growing\s+up|(?:his|her|their)\s+(?:own\s+)?(?:boy|girl)\b(?!s)\s+(?:was\s+killed|died))\b"
)
SIBLING = re.compile(
    r"\b(?:[Aa]|[Hh]er|[Hh]is|[Tt]he|[Tt]heir)\s+(?:big|little|baby)\s+(?:brother|sister)\b"
)
BOTH_ARE = (
    r"<hidden>\s+and\s+<hidden>,?\s+(?:(?:who\s+)?(?:are|were|is)\s+)?(?:both\s+)?(?:the\s+|two\s+)?"
    r"(?:brothers?|sisters?|boys|girls|sons|daughters)\b"
)
NIECES = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[A-Z]\w+[’']s|[Tt]he)\s+(?:(?:young|little|baby|great|only|two)[\s-]+){0,2}"
    r"(?:nephew|niece|godson|goddaughter)s?\b"
)
UNCLES = re.compile(r"(?i)\b(?:aunt|uncle|niece|nephew|cousin|god\w+)")
BEFORE = 400  # letters in which a child may have been spoken of


THE_CHILD = (
    r"(?:[Tt]he|[Tt]heir|[Tt]his)\s+(?:(?:younger|older|elder|youngest|eldest|only|unborn)\s+)?(?:child|baby|"
    r"infant|toddler|grandchild|pupil)\b(?!\s+(?:protection|in\s+need|contact|arrangement\w*))"
)


# “Child A’s social worker” is no child
NO_WORKER = (
    r"(?![’']s\s+(?:[\w-]+\s+){0,2}?(?:workers?|nurse|teacher|tutor|visitor|carers?|mother|father|mum|"
    r"dad|parents?|aunt|uncle|brother|sister|friend|doctor|GP|guardian|advocate)\b)"
)
# A mother is told of as well, where nobody names her
OF_BIRTH = re.compile(
    r"(?i)\b(?:due|born|birth|pregnan\w+|scan|breast-?f\w+|midwi\w+|labour|antenatal|post-?natal)\b"
)


class Hidden:
    """The children of one register whose sex no paper may give, as words that speak of them."""

    def __init__(self, paper: Paper, register: Register) -> None:
        cast = Cast(paper, register)
        children = [one for one in register.people if one.is_child]
        grown = [one for one in register.people if not one.is_child]
        hidden = [one for one in children if not one.publish_sex]
        self.are_hidden = bool(hidden) and len(hidden) == len(children)
        self.sexes = {one.pseudonym: one.sex for one in hidden}
        shown = names_of(one for one in children if one.publish_sex)
        the_child = THE_CHILD if self.are_hidden else r"(?!)"
        self.hidden = rf"\b(?!(?:{shown})\b)(?:{names_of(hidden)}|{CODED_CHILD}|{the_child})"
        self.child = re.compile(self.hidden)
        self.told = re.compile(rf"{self.hidden}{NO_WORKER}")
        self.own = re.compile(OWN.replace("<hidden>", self.hidden))
        self.on_own = re.compile(ON_OWN.replace("<hidden>", self.hidden))
        self.both = re.compile(BOTH_ARE.replace("<hidden>", self.hidden))
        names = {one.pseudonym for one in children}
        adults = [one for one in cast.members if one.name not in names]
        self.adult = re.compile(rf"\b{any_of(one.name for one in adults)}")
        self.of_sex = {
            sex: re.compile(rf"\b{any_of(one.name for one in adults if one.sex in (sex, ''))}")
            for sex in ("F", "M")
        }
        self.has_nieces = any(UNCLES.search(one.relationship) for one in grown)

    def is_spoken_of(self, sex: str, text: str) -> bool:
        """Whether anybody of a sex, or whose sex is not told, stands in a text; no child does."""
        rest = self.child.sub("", text)
        return bool(self.of_sex[sex].search(rest) or OF_ONE_SEX[sex].search(rest))


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    hidden = Hidden(paper, register)
    for passage in passages(paper):
        if passage.chapter in (Chapter.SOURCES, Chapter.PLAN) or not hidden.sexes:
            continue
        for sentence in passage.sentences():
            before = passage.text[max(0, sentence.start - BEFORE) : sentence.start]
            for start, end in given_away(before, sentence.text, hidden, passage.text):
                yield passage.finding(
                    (sentence.start + start, sentence.start + end),
                    Kind.LIVING, Severity.SERIOUS, SEX,
                )  # fmt: skip


def given_away(before: str, text: str, hidden: Hidden, around: str) -> Iterator[tuple[int, int]]:
    if not PROCESS.search(text):
        yield from of_ones_own(text, hidden)
        yield from what_children_do(before, text, hidden)
        yield from alone(before, text, hidden)
    if hidden.are_hidden:
        yield from called(text, hidden, around)


def of_ones_own(text: str, hidden: Hidden) -> Iterator[tuple[int, int]]:
    """Find “Child B told a nurse about his grandmother”, where nobody between has one."""
    for pattern in (hidden.own, hidden.on_own):
        for hit in pattern.finditer(text):
            whose = hit["whose"] or hit.groupdict().get("self")
            sex = "M" if whose in ("his", "him") else "F"
            is_doing = pattern is hidden.own and DOING.match(hit["between"])
            others = hit["between"] if is_doing else text[: hit.start()] + hit[0]
            if not hidden.is_spoken_of(sex, re.sub(r"\b(?:his|her)\b[^.]*$", "", others)):
                yield hit.span()


def what_children_do(before: str, text: str, hidden: Hidden) -> Iterator[tuple[int, int]]:
    """Find “He had stopped putting his hand up in class” after a child was spoken of."""
    hit = HE_OR_SHE.search(text)
    deed = CHILDISH.search(text, hit.end()) if hit else None
    if not hit or not deed or OF_A_WORKER.search(text):
        return
    sex = "M" if hit["he"] else "F"
    children = [*hidden.told.finditer(f"{before} {text[: hit.start()]}")][-1:]
    if not children or hidden.adult.search(text, 0, hit.start()):
        return
    between = f"{before} {text[: hit.start()]}"[children[0].end() :]
    if not hidden.is_spoken_of(sex, between) and not leads_with_another(before, sex, hidden):
        yield hit.start(), deed.end()


def leads_with_another(before: str, sex: str, hidden: Hidden) -> bool:
    """Whether the sentence before begins with somebody of that sex, of whom it may go on."""
    last = re.split(r"(?<=[.!?])\s+", before.strip())[-1]
    named = hidden.adult.search(last) or OF_ONE_SEX[sex].search(last)
    child = hidden.child.search(last)
    leads = named and (not child or named.start() < child.start())
    return bool(leads and hidden.is_spoken_of(sex, last[: named.end()] if named else ""))


def alone(before: str, text: str, hidden: Hidden) -> Iterator[tuple[int, int]]:
    """
    Find a pronoun after a child where nobody at all of that sex, or of none told, was named; or
    where who works with the child did something with “him”.
    """
    if OF_BIRTH.search(f"{before} {text}"):
        return
    done = DONE_BY_WORKERS.search(text)
    hit = HE_OR_SHE.search(text)
    for pronoun, is_done in ((hit, False), (done, True)):
        if not pronoun or hidden.on_own.search(text):
            continue
        told = f"{before} {text[: pronoun.start()]}"
        words = pronoun["who"] if is_done else pronoun[0]
        sex = "M" if words.lower() in ("he", "his", "him", "himself") else "F"
        if not hidden.child.search(told) or hidden.is_spoken_of(sex, told):
            continue
        somebody = SOMEBODY.search(hidden.child.sub("", told).replace(" who ", " "))
        if is_done or not (somebody or hidden.of_sex[sex].search(text, pronoun.end())):
            yield pronoun.span()


def called(text: str, hidden: Hidden, around: str) -> Iterator[tuple[int, int]]:
    """Find “the boy”, “a big brother”, “her nephew”, where all children are withheld."""
    yield from (hit.span() for hit in hidden.both.finditer(text))
    if POPULATION.search(PEOPLE.sub("", text)) or GROWN.search(text) or PROCESS.search(text):
        return
    if not (hidden.child.search(around) or CHILDREN.search(around)):
        return
    for pattern in (CALLED, SIBLING):
        for hit in pattern.finditer(text):
            if not (IS_A.search(text, 0, hit.start()) and hidden.adult.search(text)):
                yield hit.span()
    if not hidden.has_nieces and not UNCLES.search(NIECES.sub("", around)):
        yield from (hit.span() for hit in NIECES.finditer(text))


IS_A = re.compile(r"\b(?:is|was|been|be|as|being)\s+$")
CHILDREN = re.compile(
    r"\b(?:[Cc]hild(?:ren)?|[Bb]aby|[Ii]nfant|[Tt]oddler|[Pp]upil|[Ss]chool|[Nn]ursery)\b"
)
# Of boys and girls a paper speaks in general as well
PEOPLE = re.compile(
    r"\b(?:(?<!and )[Bb]oys(?! and)|(?<!and )[Gg]irls(?! and)|[Aa]dults?|[Pp]erson)\b"
)
