"""
D. The victim where the perpetrator is meant, and the other way about, by what is said of them.

Only one of the two died, and only the other was tried for it. A report in which the names changed
places tells a family that their daughter was the murderer. What may be true of both (an arrest, a
complaint, an injury) is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import PERPETRATOR, VICTIM, Cast, any_of

REASON = "The pseudonym and what is said of the person do not agree: is it the other?"
OFTEN = 3  # times that a paper says it of somebody: then it means it
ADVERBS = r"(?:(?:also|then|later|subsequently|tragically|fatally|brutally|sadly|since|not)\s+)*"
BE = rf"(?:was|is|were|had\s+been|has\s+been|being|having\s+been)\s+{ADVERBS}"
# What is said of the dead only
DIED = (
    (rf"<who>,?\s+(?:who\s+)?{BE}(?:killed|murdered|(?:stabbed|strangled|beaten)\s+to\s+death|"
    r"pronounced\s+dead|found\s+dead|buried|cremated)\b"),
    r"<who>\s+(?:died|lost\s+(?:her|his)\s+life|passed\s+away)\b",
    (r"<whose>\s+(?:murder|killing|death|body|funeral|post[\s-]mortem|homicide|grave|killer|"
    r"murderer|(?:\w+\s+)?condolences)\b(?!\s+(?:of|threats?))"),
    (r"(?<!attempted )(?<!threatened )\b(?i:the\s+(?:\w+\s+)?(?:murder|killing|homicide|death|"
     r"body|"
    r"funeral|loss)\s+of|post[\s-]mortem\s+(?:examination\s+)?(?:of|on)|cause\s+of\s+death\s+of|"
    r"in\s+memory\s+of|condolences\s+to|of\s+murdering|of\s+killing|for\s+killing|"
    r"for\s+murdering|for\s+the\s+(?:murder|manslaughter)\s+of|guilty\s+(?:of|to)\s+"
    r"(?:the\s+)?(?:murder|manslaughter)\s+of)\s+<alone>"),
    r"\b(?:killed|murdered|strangled|fatally\s+\w+)\s+<alone>",
    (r"\b(?:convicted\s+of|charged\s+with|pleaded\s+guilty\s+to)\s+<whose>\s+(?:murder|killing|"
    r"manslaughter)\b"),
)  # fmt: skip
# What those do who live to see the review
OFTEN_BEFORE = r"(?:had\s+|has\s+|have\s+|also\s+|then\s+|later\s+|both\s+|since\s+)*"
DRAFT = (
    r"(?:the|an?|each|this|both)\s+(?:[\w-]+\s+){0,2}?(?:drafts?(?!\s+(?:letter|plan|statement|"
    r"will))|"
    r"(?:draft|final|overview|finished|completed|published|dhr|review)\s+report|"
    r"terms\s+of\s+reference)\b"
)
CHAIR = (
    r"(?i:(?:the|our)\s+(?:independent\s+|review\s+|dhr\s+|overview\s+)*(?:chair|panel|reviewer|"
    r"(?:report\s+)?author))"
)
TAKING_PART = (
    (
        r"<who>\s+has\s+since\s+(?:moved|married|remarried|recovered|left|returned|stopped|started|"
        r"told|said|been\s+(?:offered|rehoused|supported|given))\b"
    ),
    (
        r"<who>\s+(?:now|still)\s+(?:lives|works|attends|sees|receives|goes)\b|"
        r"<who>\s+(?:is\s+now\s+"
        r"(?:living|working|supported|well)|continues\s+to\s+(?:live|work|attend|receive|"
        r"be\s+supported))\b"
    ),
    (
        rf"<who>\s+{OFTEN_BEFORE}(?:read|saw|commented\s+on|approved|corrected|checked|received|"
        rf"was\s+(?:sent|shown|given|read|offered|consulted\s+on|taken\s+through))\s+{DRAFT}"
    ),
    (
        rf"<who>\s+{OFTEN_BEFORE}(?:met(?:\s+with)?|attended|addressed|joined|thanked|"
        rf"spoke\s+(?:to|"
        rf"with)|talked\s+to|wrote\s+to|replied\s+to)\s+{CHAIR}\b(?!\s+(?:of|at)\b)"
    ),
    (
        r"<who>\s+(?:also\s+)?(?:chose|agreed|asked\s+for|suggested)\s+(?:(?:the|her|his|their|"
        r"this)\s+)(?:own\s+)?pseudonyms?\b"
    ),
    (
        rf"<who>\s+{OFTEN_BEFORE}(?:contributed\s+to|took\s+part\s+in|"
        rf"declined\s+to\s+take\s+part\s+in|"
        r"participated\s+in|engaged\s+with|asked)\s+(?:the|this)\s+review\b"
    ),
    (
        r"\b[Tt]he\s+(?:independent\s+)?(?:[Cc]hair|[Pp]anel|[Rr]eviewer|[Aa]uthor)"
        r"(?:\s+and\s+(?:the\s+)?\w+)?\s+"
        r"(?:has\s+|have\s+|had\s+|also\s+|then\s+)*(?:met(?:\s+with)?|spoke\s+(?:to|with)|"
        r"interviewed|visited|telephoned|rang|thanks?|wishes\s+to\s+thank|is\s+grateful\s+to)"
        r"\s+<alone>(?!\s+and\b)"
    ),
)
# What is said of those only who were tried for a killing
TRIED = (
    (rf"<who>,?\s+(?:who\s+)?{BE}(?:charged\s+with|convicted\s+of|found\s+guilty\s+of|arrested\s+"
    r"(?:for|on\s+suspicion\s+of)|sentenced\s+for|tried\s+for|acquitted\s+of|cleared\s+of)\s+"
    r"(?:(?:her|his|the|attempted)\s+)?(?:murder|manslaughter)\b"),
    rf"<who>\s+{BE}sentenced\s+to\s+(?:life|a\s+(?:minimum|hospital)|\w+\s+years)\b",
    (r"<who>\s+(?:pleaded|pled|admitted|denied)\s+(?:not\s+)?(?:guilty\s+to\s+)?"
    r"(?:the\s+)?(?:murder|manslaughter|killing)\b"),
    (r"<whose>\s+(?:(?:murder|criminal)\s+trial|minimum\s+term|guilty\s+plea|life\s+sentence|"
    r"conviction\s+for\s+(?:the\s+)?(?:murder|manslaughter)|defence\s+(?:team|counsel|barrister)|"
    r"release\s+from\s+prison|(?:solicitor|barrister|counsel)\s+(?:told|said|asked|"
    r"entered|argued)|offender\s+manager|responsible\s+clinician\s+at\s+trial)\b"),
    (r"<who>\s+(?:had\s+)?(?:fatally\s+\w+|killed|murdered|strangled)\s+(?:<other>|her\b|him\b|"
    r"the\s+victim)"),
    (r"\b(?:(?:murdered|killed|strangled|(?:stabbed|beaten|strangled)\s+to\s+death)\s+by|"
    r"at\s+the\s+"
    r"hands\s+of)\s+(?:(?:her|his)\s+(?:[\w-]+\s+){1,3}?)?<alone>"),
    (r"\b(?:abuse|violence|coerci(?:on|ve\s+control)|harassment|"
    r"stalking)\s+(?:perpetrated\s+)?(?:by|of)\s+"
    r"<who>\s+(?:towards|against|on)\s+<other>"),
    (r"<who>\s+(?:had\s+|has\s+|later\s+|also\s+)*(?:gave|given|giving)\s+(?:(?:her|"
     r"his)\s+)?evidence\b|"
     r"<who>\s+(?:had\s+|has\s+|later\s+)*(?:testified|claimed\s+(?:self[\s-]defence|provocation|"
     r"(?:diminished|loss\s+of)\s+\w+)|argued\s+(?:self[\s-]defence|provocation|diminished\s+\w+)|"
     r"raised\s+a\s+defence|changed\s+(?:her|his)\s+plea|entered\s+a\s+(?:\w+\s+)?plea|"
     r"appealed\s+(?:against|the\s+(?:sentence|conviction)))|"
     r"<who>\s+(?:had\s+|has\s+|later\s+|also\s+)*(?:told|spoke\s+to|met(?:\s+with)?|wrote\s+to|"
     r"said\s+to|"
     r"asked)\s+the\s+(?:jury|trial|(?:crown\s+)?court|inquest|coroner|(?:independent\s+)?chair|"
     r"panel|"
     r"(?:independent\s+)?reviewer|review|report\s+author)\b(?!\s+of\s+(?!the\s+(?:panel|"
     r"review))\w)|"
     r"<who>\s+(?:was|were)\s+(?:interviewed\s+(?:for|by)\s+the\s+(?:review|chair|panel|reviewer)|"
     r"(?:invited|asked)\s+to\s+(?:contribute|take\s+part)|given\s+a\s+copy\s+of\s+(?:the|"
     r"this)\s+report)|"
     r"<who>\s+(?:read|saw|commented\s+on)\s+(?:the|a)\s+(?:draft|report)\b"
     r"(?!\s+(?:of|letter|plan|statement|will)\b)"),
    *TAKING_PART,
    r"\b(?:she|he|<who>)\s+(?:was|is)\s+(?:safely\s+)?(?:in\s+prison|behind\s+bars|locked\s+up)\b",
    r"\b(?:risk|danger|threat)\s+(?:that\s+)?<who>\s+(?:posed|presented)\s+to\s+<other>",
    r"\b(?:protect|safeguard|keep)\s+<other>\s+(?:safe\s+)?from\s+<who>",
    (r"<other>\s+(?:[\w-]+\s+){0,4}?(?:protected|safeguarded|kept\s+safe|safe)\s+from\s+<who>"),
)  # fmt: skip
# What is done for those who are abused, and what is done to those who abuse
HELPED = (
    (
        r"<he>\s+(?:was|is|were|had\s+been)\s+(?:also\s+|then\s+|again\s+)?(?:advised|asked|told|"
        r"encouraged)\s+to\s+"
        r"(?:change\s+(?:his|her)\s+(?:\w+\s+)?(?:number|locks)|seek\s+a\s+(?:non-molestation|"
        r"injunction|protective)\s?\w*|leave\s+(?:her|him|the\s+relationship)|contact\s+(?:a\s+)?"
        r"(?:women[’']s\s+aid|refuge|the\s+idva))"
    ),
    (
        r"<he>\s+(?:was|had\s+been)\s+(?:offered|given|found)\s+(?:a\s+(?:place\s+(?:in|"
        r"at)\s+a\s+)?"
        r"refuge|a\s+personal\s+alarm|a\s+panic\s+alarm|target\s+hardening|a\s+safety\s+plan)"
    ),
    (
        r"<he>\s+(?:was|had\s+been|is)\s+(?:not\s+|never\s+|again\s+)*(?:seen|spoken\s+to|"
        r"asked)\s+"
        r"(?:alone|on\s+(?:his|her)\s+own|by\s+(?:him|her)self|in\s+private)"
    ),
    (
        r"<he>\s+(?:had\s+)?(?:told|disclosed\s+to|confided\s+in|rang|said\s+to)\s+(?:an?\s+|"
        r"the\s+|"
        r"(?:his|her)\s+)?"
        r"(?:IDVA|refuge|helpline|[Ww]omen[’']s\s+[Aa]id|domestic\s+abuse\s+(?:service|worker|"
        r"helpline|adviser))"
    ),
    (
        r"<he>\s+(?:had\s+)?(?:told|said)\s+(?:[\w’'-]+\s+){0,4}?that\s+<other-he>\s+was\s+"
        r"(?:terrified|afraid|frightened|scared|in\s+fear)"
    ),
    (
        r"<whose>\s+(?:refuge|IDVA|safety\s+plan|panic\s+alarm|fear\s+of|injur(?:y|ies)|bruis\w+|"
        r"black\s+eye|(?:domestic\s+abuse\s+)?disclosures?|vulnerability|safety)\b"
    ),
    (
        r"\b(?:recogni[sz]ed?|identif(?:y|ied)|saw|see|seen|treat(?:ed)?|regard(?:ed)?|"
        r"view(?:ed)?)\s+"
        r"<alone>\s+as\s+(?:an?\s+|the\s+)(?:[\w-]+\s+){0,3}?(?:victim|survivor)"
    ),
    (
        r"\b(?:IDVA|refuge|outreach\s+worker|[Ww]omen[’']s\s+[Aa]id|domestic\s+abuse\s+(?:worker|"
        r"service))\s+(?:[\w-]+\s+){0,4}?(?:contact|call|ring|meet|support|reach|visit|"
        r"speak\s+(?:to|"
        r"with))(?:ed|s)?\s+<alone>"
    ),
    (
        r"<whose>\s+(?:bereaved\s+)?family\s+(?:was|were|is|are|has\s+been|"
        r"have\s+been)\s+(?:[\w-]+\s+){0,2}?"
        r"(?:supported|represented|helped)\s+by\s+(?:an?\s+)?(?:AAFDA|advocate|[Vv]ictim|homicide)"
    ),
    r"<he>\s+(?:was|had\s+been)\s+(?:[\w-]+\s+){1,4}?as\s+an?\s+(?:[\w-]+\s+){0,2}?victim\b",
    (
        r"<he>\s+(?:was|had\s+been)\s+(?:referred|signposted)\s+to\s+(?:an?\s+|the\s+)?"
        r"(?:IDVA|refuge|[Ww]omen[’']s\s+[Aa]id|[Ff]reedom\s+[Pp]rogramme|domestic\s+abuse\s+"
        r"(?:service|support|charity))"
    ),
    (
        r"<he>\s+(?:was|had\s+been|were)\s+(?:\w+\s+)?(?:too\s+)?(?:frightened|afraid|scared|"
        r"terrified)\s+(?:that\s+<other>|of\s+(?:him|her\b(?!\s+\w)|(?:what\s+)?<other>)|"
        r"to\s+(?:leave|report|"
        r"go\s+home|"
        r"support|give|make))"
    ),
    (
        r"<he>\s+(?:had\s+)?(?:fled|escaped\s+from|left)\s+(?:<other>\s+(?:and|with|for|because)|"
        r"to\s+a\s+refuge)"
    ),
    (
        r"<he>\s+(?:did\s+not|would\s+not|declined\s+to|refused\s+to|was\s+unwilling\s+to)\s+"
        r"(?:support\s+(?:a\s+|the\s+|any\s+)?prosecution|press\s+charges|make\s+a\s+(?:\w+\s+)?"
        r"statement|answer\s+the\s+DASH)"
    ),
    (
        r"<he>\s+(?:had\s+)?(?:withdrew|retracted)\s+(?:her|his|the)\s+(?:statement|complaint|"
        r"allegation)"
    ),
    (
        r"\b(?:DASH|risk\s+assessment)\s+(?:was\s+)?(?:completed|carried\s+out|"
        r"undertaken)\s+with\s+"
        r"<alone>"
    ),
    r"\b(?:support(?:ed|ing)?|help(?:ed|ing)?|enabled?)\s+<alone>\s+to\s+(?:leave|flee|escape)",
)
RESTRAINED = (
    (
        r"<he>\s+(?:was|had\s+been|is|were)\s+(?:then\s+|again\s+|also\s+|later\s+)?"
        r"(?:served\s+with\s+(?:an?|the)\s+(?:\w+\s+)?(?:non-molestation|restraining|occupation|"
        r"stalking|protection)|in\s+breach\s+of|"
        r"(?:re-)?bailed|recalled(?:\s+to\s+(?:prison|custody))?|remanded|cautioned|tagged|"
        r"(?:given|released\s+on|granted|refused)\s+(?:\w+\s+){0,2}?(?:bail|licence|caution)|"
        r"released\s+(?:from\s+(?:prison|custody)|under\s+investigation|without\s+charge|on\s+"
        r"licence)|"
        r"(?:arrested|charged|convicted|sentenced|fined)\s+(?:for|with|of|on|to)\s+[^.;]{0,40}?"
        r"(?:breach\w*|assault\w*|harass\w*|stalking|strang\w+|coerci\w+|controlling|battery|"
        r"threats?|rape|wounding|criminal\s+damage|malicious\s+\w+|restraining|non-molestation)|"
        r"(?:made\s+)?(?:the\s+)?subject\s+(?:of|to)\s+(?:an?|the)\s+(?:restraining|"
        r"non-molestation|domestic\s+violence\s+protection|licence|tag|curfew)|"
        r"(?:prohibited|forbidden|banned|excluded)\s+(?:from|to)\s+(?:contact\w*|going|entering|"
        r"approach\w*)|interviewed\s+under\s+caution|in\s+(?:police\s+)?custody)"
    ),
    (
        r"<he>\s+(?:had\s+)?(?:breached|broke|broken|ignored|flouted)\s+(?:his|her|the)\s+"
        r"(?:\w+\s+)?(?:bail|non-molestation|restraining|order|conditions|licence)"
    ),
    (
        r"<whose>\s+(?:risk\s+to|history\s+of\s+(?:violence|abus\w+|assault\w*|offending))\b"
        r"|<he>\s+(?:was|had\s+been)\s+given\s+an?\s+(?:hospital|community|restraining|"
        r"prison)\s+\w+"
        r"|\b(?:arrested|charged|remanded|sentenced|convicted|cautioned)\s+<alone>"
        r"|<he>\s+had\s+a\s+history\s+of\s+(?:violence|abus\w+|domestic|assault\w*|offending)"
        r"|<he>\s+(?:remains?|is|is\s+now|is\s+currently)\s+(?:in\s+(?:prison|custody)|detained|"
        r"serving)"
        r"|\b[Ii]n\s+interview,?\s+<alone>|<alone>\s+made\s+no\s+comment"
        r"|<he>\s+(?:had\s+)?(?:denied|admitted|accepted)\s+(?:the|all|any|this|both)\s+(?:\w+\s+)?"
        r"(?:offen[cs]es?|assaults?|allegations?|charges?)\b"
    ),
    (
        r"<whose>\s+(?:bail|licence|remand|tag|recall|probation\s+officer|offender\s+manager|"
        r"violence|violent\s+\w+|controlling\s+\w+|abusive\s+\w+|offending|previous\s+"
        r"convictions|restraining\s+order\s+expired|threats?\s+to\s+kill)\b"
    ),
)
ATTACKED = r"(?:assault|punch|kick|slapp?|strangl|chok|headbutt|stab|burn|stalk|harass|rap)(?:e?d)"
THREATENED = (
    r"<who>\s+(?:had\s+)?threatened\s+to\s+(?:kill|stab|harm|hurt|finish|burn|shoot)\s+<other>",
    (
        r"\bthreats?\s+(?:that\s+|which\s+)?<who>\s+(?:had\s+)?made\s+(?:to|against|"
        r"towards)\b[^.;]{0,40}?<other>"
    ),
    r"\bthreats?\s+(?:made\s+)?by\s+<who>\s+(?:to|against|towards)\s+(?:\w+\s+)?<other>",
    rf"<other>\s+(?:was|had\s+been|been)\s+(?:\w+\s+)?{ATTACKED}\s+by\s+<alone>",
    rf"<who>\s+(?:had\s+)?{ATTACKED}\s+<other>",
    (
        r"<other>\s+(?:was|is|felt)\s+(?:\w+\s+)?(?:afraid|frightened|scared|terrified|"
        r"in\s+fear|wary)\s+of\s+<alone>"
    ),
    (
        r"<who>\s+(?:had\s+)?(?:controlled|isolated|coerced|intimidated|belittled|monitored|"
        r"tracked|followed)\s+<other>"
    ),
    r"<other>[’']s\s+(?:fear|safety\s+from|escape\s+from|abuse\s+by)\s+(?:of\s+)?<alone>",
)
CALLED = {
    VICTIM: r"(?:victim|deceased)",
    PERPETRATOR: r"(?:perpetrator|murderer|killer|offender)",
}
IF_ONLY = re.compile(
    r"(?i)\b(?:if|whether|would|could|might|may|fear(?:ed|s|ing)?|attempt\w*|going\s+to|"
    r"wanted\s+to|"
    r"afraid|risk\s+of\s+being|suicid\w+|counter[\s-]allegation\w*|alleged)\b"
)
OWN_LIFE = re.compile(
    r"(?i)\b(?:took\s+(?:her|his)\s+own\s+life|died\s+by\s+suicide|killed\s+(?:him|her)self|"
    r"(?:her|his)\s+own\s+death|found\s+dead|both\s+died|suicide)\b"
)


@dataclass(frozen=True)
class Said:
    """words: what fits only the other. is_counted: a paper may mean it that says it often."""

    words: re.Pattern[str]
    is_counted: bool = True


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    cast = Cast(paper, register)
    somebody = re.compile(rf"{any_of((*cast.victims, *cast.perpetrators))}|\b[Ss]?[Hh]e\b")
    told = [
        (passage, sentence)
        for passage in passages(paper)
        if passage.chapter is not Chapter.SOURCES
        for sentence in passage.sentences()
        if somebody.search(sentence.text)
    ]
    for said in (*of_the_living(paper, cast), *of_the_dead(paper, cast), *misnamed(cast)):
        hits = [
            (passage, (sentence.start + hit.start(), sentence.start + hit.end()))
            for passage, sentence in told
            for hit in said.words.finditer(sentence.text)
            if not IF_ONLY.search(sentence.text, max(0, hit.start() - BEFORE), hit.start())
        ]
        if len(hits) < OFTEN or not said.is_counted:
            for passage, span in hits:
                yield passage.finding(
                    span, Kind.PSEUDONYM, Severity.SERIOUS, REASON, policy="who_is_meant"
                )


BEFORE = 40


def of_the_living(paper: Paper, cast: Cast) -> Iterator[Said]:
    """What only fits the dead, said of the perpetrator; who may have died too."""
    living = [
        one
        for one in cast.of_role(PERPETRATOR)
        if one.lives and not is_told_dead(paper, one.pattern)
    ]
    names = [one.name for one in living]
    yield from patterns(DIED, names, cast.victims)
    yield from patterns(HELPED, names, cast.victims, pronoun=only_sex(cast, PERPETRATOR))


def of_the_dead(paper: Paper, cast: Cast) -> Iterator[Said]:
    names, others = cast.victims, cast.perpetrators
    yield from patterns(TRIED, names, others)
    yield from patterns(THREATENED, names, others)
    yield from patterns(RESTRAINED, names, others, pronoun=only_sex(cast, VICTIM))


OPPOSITE = {"[Ss]he": "he", "[Hh]e": "she"}


def only_sex(cast: Cast, role: str) -> str:
    """Return the pronoun that can only mean who has this role of the two; otherwise nothing."""
    sexes = {one.sex for one in cast.of_role(role)}
    other = {one.sex for one in cast.of_role(PERPETRATOR if role == VICTIM else VICTIM)}
    if len(sexes) != 1 or sexes & other:
        return ""
    return {"F": "[Ss]he", "M": "[Hh]e"}.get(min(sexes), "")


def patterns(
    spelled: Iterable[str], names: Iterable[str], others: Iterable[str], *, pronoun: str = ""
) -> Iterator[Said]:
    names, others = tuple(names), tuple(others)
    if not names:
        return
    who = any_of(names)
    for words in spelled:
        yield Said(
            re.compile(
                words.replace("<whose>", rf"{who}(?:[’']s|[’'])")
                .replace("<who>", rf"\b{who}")
                .replace("<alone>", rf"{who}(?![’']s)")
                .replace("<other>", any_of(others))
                .replace("<other-he>", OPPOSITE.get(pronoun, r"(?!)"))
                .replace("<he>", rf"\b(?:{pronoun}|{who})" if pronoun else rf"\b{who}")
            )
        )


def misnamed(cast: Cast) -> Iterator[Said]:
    """The pseudonym of one beside the word for the other."""
    for role, other in ((VICTIM, PERPETRATOR), (PERPETRATOR, VICTIM)):
        names = [one.name for one in cast.of_role(role)]
        if not names:
            continue
        name, called = any_of(names), CALLED[other]
        for words in (
            rf"(?i:\b(?:the\s+)?{called}),?\s+{name}(?![’']s)",
            rf"{name}\s+\((?i:(?:the\s+)?{called})\)",
            rf"{name},?\s+(?i:the\s+{called})\b",
            rf"{name}\s+(?:was|is)\s+(?i:(?:the\s+)?{called})\b",
        ):
            yield Said(re.compile(words), is_counted=False)


def is_told_dead(paper: Paper, name: str) -> bool:
    near = re.compile(rf"{name}[^.]{{0,80}}(?:{OWN_LIFE.pattern.removeprefix('(?i)')})", re.I)
    return bool(near.search(paper.whole))
