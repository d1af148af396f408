"""
D. One pseudonym in the place of another, told by what each of the two is: by role and by kin.

“Maris attended the perpetrator programme”, where Maris is the one who died; “Tobin was afraid of
his son”, where Tobin is the son; “Tobin declined, since her husband would not like it”, where he is
the husband; “Tobin told the worker that she felt safe only at her mother’s”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.checks.pronouns import SOMEBODY
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, VICTIM, Cast, Member, any_of
from anonymity.checking.words.kin import KIN, QUALIFIED, WORD

OF_THE_OTHER = "The pseudonym and what is said of the person do not agree: is it the other?"
OF_ONESELF = "The person named is this very relative: is somebody else meant?"
ATTENDED = (
    r"(?:had\s+|was\s+|has\s+|then\s+|also\s+|later\s+|been\s+)*(?:attended|completed|started|began|"
    r"joined|missed|finished|referred|accepted|assessed|ordered|required|told|asked|offered|"
    r"self-referred|enrolled|signed\s+up|agreed|failed|refused|declined|dropped\s+out|suitable|"
    r"unsuitable)\b[^.;]{0,70}?\b(?:on|in|to|for|of|from|onto|the|an?)\s+"
)
FOR_WHO_HARMS = (
    r"(?:(?:the|a|an|his|her|its)\s+)?(?:[\w’-]+\s+){0,3}?(?:(?:domestic\s+(?:abuse|violence)\s+)?perpetrators?"
    r"[’']?s?\s+(?:\w+\s+)?(?:programmes?|courses?|groups?|interventions?|work)|behaviou?r\s+change\s+"
    r"(?:\w+\s+)?(?:programmes?|courses?|groups?)|Building\s+Better\s+Relationships|Caring\s+Dads|"
    r"offender\s+(?:management|behaviour)\s+\w+|accredited\s+programme|programme\s+for\s+(?:men|those)\s+who\s+"
    r"(?:abuse|harm|use))\b"
)
FOR_WHO_IS_HARMED = (
    r"(?:(?:the|a|an|her|his)\s+)?(?:[\w’-]+\s+){0,3}?(?:Freedom\s+Programme|Own\s+My\s+Life|Recovery\s+Toolkit|"
    r"Power\s+to\s+Change|Pattern\s+Changing|survivors?[’']?s?\s+(?:\w+\s+)?(?:group|programme|course)|"
    r"(?:women[’']s\s+)?refuge|sanctuary\s+scheme)\b"
)
THE_PROGRAMME = r"(?:the|this|that)\s+(?:\w+\s+)?(?:programme|course|group(?:\s+work)?|sessions?)\b"
ABUSER = (
    (
        r"<who>\s+(?:was|is|had\s+been)\s+(?:(?:managed|subject\s+to)\s+(?:\w+\s+)?(?:under\s+|at\s+)?MAPPA|"
        r"flagged\s+as\s+an?\s+(?:\w+\s+)?(?:perpetrator|abuser)|(?:an?\s+|the\s+)(?:serial\s+|known\s+|repeat\s+)"
        r"(?:perpetrator|abuser|offender))\b"
    ),
    (
        r"<who>\s+(?:had\s+|then\s+|often\s+|also\s+)?(?:waited|sat|stood|turned\s+up|appeared|parked)\s+(?:in\s+"
        r"(?:his|her)\s+car\s+)?(?:outside|at)\s+<other>[’']s?\s+(?:home|house|flat|work\w*|door|address|job)\b"
    ),
    (
        r"<who>\s+(?:had\s+|then\s+|often\s+|also\s+)?(?:took|checked|smashed|broke|hid|kept|confiscated)\s+"
        r"<other>[’']s?\s+(?:phone|keys|bank\s+card|card|wages|money|passport|purse|medication)\b"
    ),
    r"<who>\s+(?:had\s+|then\s+)?(?:bombarded|pestered|hounded|tracked|pursued|cornered)\s+<other>",
    (
        r"<who>[’']s\s+(?:abusive|controlling|coercive|violent|jealous)\s+(?:\w+\s+)?(?:behaviou?r|conduct)\s+"
        r"(?:towards|to|against)\s+<other>"
    ),
)
ABUSED = (
    (
        r"<who>\s+(?:was|had\s+been|is)\s+(?:[\w-]+\s+)?(?:supported|visited|rung|contacted|helped|advised)\s+by\s+"
        r"(?:an?\s+|the\s+|her\s+|his\s+)?(?:IDVA|refuge|[Ww]omen[’']s\s+[Aa]id)\b"
    ),
    r"<who>\s+(?:had\s+)?(?:a\s+)?(?:panic\s+button|personal\s+alarm|safety\s+plan)\b",
    (
        r"<who>\s+(?:was|had\s+been)\s+(?:given|fitted\s+with|issued\s+with)\s+an?\s+(?:panic|personal)\s+"
        r"(?:button|alarm)\b"
    ),
    r"<who>\s+(?:had\s+)?(?:walked|was\s+walking)\s+on\s+egg-?shells\b",
    r"<who>\s+(?:had\s+)?(?:hid|hidden|covered)\s+(?:her|his)\s+bruises\b",
    r"<who>\s+(?:said|told|felt|disclosed|reported)\s+[^.;]{0,60}?\bafraid\s+of\s+what\s+<other>\s+(?:would|might)\b",
)
# What who killed does not tell of the other, but of himself if the name is right
SAFE = (
    r"<who>\s+(?:had\s+)?(?:said|told\s+(?:(?:the|an?|her|his)\s+)?(?:[\w-]+\s+){1,3}?|disclosed|explained|reported|"
    r"confided|added)\s*(?:to\s+(?:the|an?)\s+(?:\w+\s+){1,2})?(?:that\s+)?<she>\s+(?:[\w-]+\s+){0,2}?"
    r"(?:(?:felt|feels|was|would\s+be|would\s+feel|did\s+not\s+feel|no\s+longer\s+felt|never\s+felt)\s+"
    r"(?:[\w-]+\s+)?(?:un)?saf(?:e|er)\b|wanted\s+to\s+(?:leave\s+(?:him|her)\b(?!\s+\w)|get\s+away|end\s+the\s+"
    r"relationship)|(?:was|had\s+been)\s+(?:walking\s+on\s+egg-?shells|hiding\s+from|trapped|too\s+frightened)|"
    r"(?:needed|wanted)\s+(?:a\s+(?:place\s+in\s+a\s+)?refuge|somewhere\s+safe)|dreaded\s+\w+\s+coming\s+home)"
)
REFUSED = re.compile(
    r"(?i)\b(?:if|whether|would|could|should|might|may|alleged|claimed|counter-?allegation\w*|no\s+evidence|"
    r"never|not\s+known)\b"
)
OFTEN = 3  # times that a paper says it: then it means it


@dataclass(frozen=True)
class Said:
    """words: what fits only the other. after: what must stand before it in the paragraph."""

    words: re.Pattern[str]
    after: re.Pattern[str] | None = None


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    cast = Cast(paper, register)
    told = [
        (passage, sentence)
        for passage in passages(paper)
        if passage.chapter not in (Chapter.SOURCES, Chapter.PLAN) and not passage.is_row
        for sentence in passage.sentences()
    ]
    for said in by_role(cast):
        hits = [
            (passage, sentence, hit.span())
            for passage, sentence in told
            for hit in said.words.finditer(sentence.text)
            if not REFUSED.search(sentence.text[max(0, hit.start() - 40) : hit.start()])
            and (not said.after or said.after.search(passage.text[: sentence.start]))
        ]
        for passage, sentence, span in hits if len(hits) < OFTEN else ():
            yield doubted(passage, sentence, span, OF_THE_OTHER)
    kin = OwnKin(cast)
    for passage, sentence in told:
        for span in kin.wrong_in(sentence.text):
            yield doubted(passage, sentence, span, OF_ONESELF)


def doubted(passage: Passage, sentence: Sentence, span: tuple[int, int], reason: str) -> Finding:
    moved = (sentence.start + span[0], sentence.start + span[1])
    return passage.finding(moved, Kind.PSEUDONYM, Severity.SERIOUS, reason, policy="who_is_meant")


def by_role(cast: Cast) -> Iterator[Said]:
    """Yield what is done with or by the one who harms, of the dead; and the other way about."""
    dead, killers = cast.victims, tuple(one.name for one in cast.of_role(PERPETRATOR))
    if not dead or not killers:
        return
    harms = re.compile(FOR_WHO_HARMS)
    yield from filled((rf"<who>\s+{ATTENDED}{FOR_WHO_HARMS}", *ABUSER), dead, killers)
    yield from filled((rf"<who>\s+{ATTENDED}{THE_PROGRAMME}",), dead, killers, after=harms)
    yield from filled((rf"<who>\s+{ATTENDED}{FOR_WHO_IS_HARMED}", *ABUSED), killers, dead)
    for one in cast.of_role(PERPETRATOR):
        other = {"M": "she", "F": "he"}.get(one.sex)
        if other:
            yield from filled((SAFE.replace("<she>", other),), (one.name,), dead)


def filled(
    spelled: tuple[str, ...],
    names: tuple[str, ...],
    others: tuple[str, ...],
    *,
    after: re.Pattern[str] | None = None,
) -> Iterator[Said]:
    for words in spelled:
        who = rf"(?<![\w’]){any_of(names)}(?![’']s)"
        named = words.replace("<who>[’']s", rf"(?<![\w’]){any_of(names)}[’']s")
        yield Said(
            re.compile(named.replace("<who>", who).replace("<other>", any_of(others))), after
        )


# What somebody may be called without being another: “he was her husband”
IS_ONE = re.compile(
    r"\b(?:is|was|be|been|being|as|became|become|like|himself|herself|than|not)\s+(?:still\s+|now\s+)?$"
)
ACTS = (
    r"(?=\s+(?:would|did|was|had|could|might|has|is|wanted|thought|said|told|does|will|came|went|got|took|"
    r"hit|knew|rang|drove|left)\b|[.,;]|$)"
)
OUGHT = re.compile(r"(?i)\b(?:must|should|ought|obey|respect|wife|wives|marr\w+|divorc\w+)\b")
FARTHEST = 130


class OwnKin:
    """Who is what to whom, to find who is told as doing something to that very person."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.anybody = re.compile(rf"(?<!\w){any_of(one.name for one in cast.members)}")
        self.patterns = [
            (one, re.compile(
                rf"(?<![\w’]){re.escape(one.name)}(?![’'\w])(?=\s+[a-z])(?!\s+(?:and|or|as|who\s+is)\b)"
                rf"(?P<between>[^.;:“”\t]{{3,{FARTHEST}}}?)\b(?P<whose>her|his)\s+(?i:{QUALIFIED})"
                rf"(?P<kin>(?i:{WORD}))(?![’'\w-]){ACTS}"
            ))
            for one in cast.members
            if one.role in (VICTIM, PERPETRATOR) and one.sex
        ]  # fmt: skip

    def wrong_in(self, text: str) -> Iterator[tuple[int, int]]:
        for one, pattern in self.patterns:
            for hit in pattern.finditer(text):
                if self.is_oneself(one, hit) and self.is_alone(one, hit):
                    yield hit.span()

    def is_oneself(self, one: Member, hit: re.Match[str]) -> bool:
        """Whether the relative is the one named: “her husband”, of the only husband there is."""
        kin = KIN[hit["kin"].lower()]
        sex = "M" if hit["whose"] == "his" else "F"
        of_whom = [each for each in self.cast.members if kin.group in self.is_what(one, each)]
        if kin.sex != one.sex or kin.group not in ("spouse", "child", "grandparent", "grandchild"):
            return False
        if sex != one.sex:
            return any(each.sex == sex for each in of_whom)
        has_own = any(
            each.sex in (kin.sex, "") and kin.group in self.is_what(each, one)
            for each in self.cast.members
        )
        return kin.group == "child" and bool(of_whom) and not has_own

    def is_what(self, one: Member, other: Member) -> set[str]:
        return self.cast.kin_of(one.name, other.name) if one is not other else set()

    def is_alone(self, one: Member, hit: re.Match[str]) -> bool:
        """Whether nobody stands between or before who may be meant, and it says no more."""
        between, before = hit["between"], hit.string[: hit.start()]
        others = {
            name for name in self.anybody.findall(f"{before} {between}") if one.name not in name
        }
        told = WORKERS.sub("", between)
        is_said = IS_ONE.search(between) or OUGHT.search(between) or SOMEBODY.search(told)
        return not (others or is_said)


WORKERS = re.compile(
    r"(?i)\b(?:officers?|nurses?|doctors?|GPs?|workers?|midwi\w+|visitors?|paramedics?|advis[eo]rs?|IDVA|"
    r"assessors?|call\s+handlers?|operators?|receptionists?|practitioners?|carers?[’']|as\s+a\s+carer|who)\b"
)
