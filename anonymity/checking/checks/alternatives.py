"""
C. Two words side by side of which nobody chose one: “the panel notes finds that”, “medium high
risk”, “should must”.

Somebody wrote the new word and did not take out the old one. Only pairs are looked for that no
sentence of good English has.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.dates import MONTHS, WEEKDAYS

REASON = "Two words side by side of which nobody chose one."
# What panels and agencies do in a report: in this form none can stand beside another
SAYS = (
    r"(?:considers|believes|thinks|notes|finds|feels|recogni[sz]es|accepts|acknowledges|concludes|"
    r"recommends|suggests|understands|agrees|says|states|observes|regards|welcomes|commends|shows|"
    r"indicates|demonstrates|highlights|remains|appears|seems|is|was|has|had|knows|wishes|wants|"
    r"hopes|expects|asks|urges|advises|proposes)"
)
SAID = (
    r"(?:considered|believed|thought|noted|found|felt|recogni[sz]ed|accepted|acknowledged|"
    r"concluded|recommended|suggested|understood|agreed|said|stated|observed|told|reported|asked|"
    r"explained|advised|disclosed)"
)
WHO = (
    r"(?:[Tt]he (?:\w+ )?(?:panel|review|chair|author|trust|council|force|service|practice|board|"
    r"partnership|officers?|nurse|doctor|GP|Panel|Review|Chair|Author|Trust|Council|Force|Board)|"
    r"[Ss]he|[Hh]e|[Tt]hey|[Ww]e)"
)
# What somebody did, where no “who” stands before it: “Two officers visited attended the address”
DID = (
    r"(?:visited|attended|telephoned|called|contacted|rang|met|saw|spoke|wrote|noted|stated|said|told|"
    r"asked|advised|informed|explained|disclosed|confirmed|observed|arrived|submitted|completed|"
    r"reported|recorded|went|moved|left|found|sent|gave)"
)
DOER = (
    r"(?:(?!Those|All|What|Who|Whom|Some|Many)[A-Z][\w’-]*|(?:The|A|An|Two|Three|Four|One|Her|His|Both)"
    r"(?: (?!who|whom|which|that|what|she|he|they|we|it|you)[a-z][\w’-]*){1,3}?)"
)
MODAL = r"(?:should|must|could|would|might|may|can|shall|will|cannot)"
GRADE = r"(?:standard|medium|high|low|moderate)"
JUDGED = r"(?:good|adequate|inadequate|poor|excellent|satisfactory|reasonable|unsatisfactory)"
FEW = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|few)"
COUNTED = (
    r"(?:occasions|times|weeks|months|years|days|hours|agencies|meetings|visits|calls|incidents|"
    r"children|appointments|referrals|recommendations|contacts|officers|men|women|people)"
)
KIN = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|mother|father|sister|brother|son|daughter|aunt|"
    r"uncle|niece|nephew|cousin|grandmother|grandfather)"
)
VERB = (
    r"(?:recommend|consider|believe|conclude|accept|attend|provide|receive|require|ensure|inform|"
    r"contain|agree|explain|describe|include|suggest|understand|acknowledge|recogni[sz]e|refer|"
    r"remain|appear|allow|enable|happen|occur|arrive|return|ask|tell|give|take|make|live)"
)
MONTH = rf"(?:{'|'.join(MONTHS)})"
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
ONCE = r"(?!(?P=one)\b)"  # the same word twice is another slip
PATTERNS = (
    (
        rf"\b(?:panel|review|chair|author|report|trust|council|force|service|practice|board|[Ss]he|"
        rf"[Hh]e)"
        rf" (?P<two>(?P<one>{SAYS}) {ONCE}(?!is\b|was\b|has\b|had\b){SAYS})\b(?!-)"
    ),
    rf"(?:^|(?<=[.!?] ))(?:[\d.]+\s+)?{WHO} (?P<two>(?P<one>{SAID}) {ONCE}{SAID})\b(?! by\b)",
    (
        rf"(?:^|(?<=[.!?] ))(?:[\d.]+\s+)?{DOER} (?:then |later |also )?"
        rf"(?P<two>(?P<one>{DID}) {ONCE}(?!called\b|left\b){DID})\b(?! by\b)"
    ),
    (
        rf"(?<!free )(?<!her )(?<!his )(?<!last )(?<!the )(?<!a )\b"
        rf"(?P<two>(?P<one>{MODAL}) {ONCE}{MODAL})\b"
    ),
    (
        rf"(?<!-)\b(?!(?:high|low) standard)(?P<two>(?P<one>{GRADE}) {ONCE}{GRADE})\b(?!-)"
        r"(?= risk|,|\.|;|$| and\b| by\b| at\b| in\b| on\b)"
    ),
    rf"\b(?P<two>(?P<one>{JUDGED}) {ONCE}{JUDGED})\b",
    (
        rf"\b(?P<two>(?P<one>{VERB}) (?P=one)(?:e?s|e?d|ing)|(?P<other>{VERB})(?:e?s|e?d|ing) "
        rf"(?P=other))\b"
    ),
    r"\b(?P<two>(?P<one>[a-z]{4,}) (?:in|un|im|ir|dis|non-)(?P=one))\b",
    r"\b(?P<two>(?:in|un|im|ir|dis|non-)(?P<one>[a-z]{5,}) (?P=one))\b",
    # “some three years” are about three
    (
        rf"(?<!hundred )(?<!-)\b(?P<two>(?P<one>(?!some\b){FEW}) "
        rf"{ONCE}(?!few\b|some\b){FEW}) {COUNTED}\b"
    ),
    (
        rf"\b(?:her|his|their|the|[A-Z]\w+’s) (?:\w+ )?(?P<two>(?P<one>{KIN}) {ONCE}{KIN})\b"
        r"(?! (?:relationship|bond|pair|team|dyad|dynamic))(?![’'-])"
    ),
    (
        r"\b(?P<two>[Hh]e she|[Ss]he he|[Hh]e they|[Ss]he they|[Tt]hey (?:he|she)|his her|"
        r"their (?:his|her)|his their)\b"
    ),
    (
        r"(?<!and )(?<!, )\b(?P<two>(?:a|an) (?:the|an|a)|the (?:a|an)|"
        r"(?:his|their|our|my) (?:the|an|a|its|this))\b(?= [a-z]{2})(?![-/])"
    ),
    r"(?<!thought )(?<!heard )\b(?P<two>(?:by|with|at|to|for|from) of)\b(?! course)",
    (
        rf"\b(?:in|of|since|until|by|during|from|between) (?P<two>(?P<one>{MONTH}) {ONCE}{MONTH}) "
        rf"(?:19|20)\d\d"
    ),
    rf"\b(?:on|until|since|by|that|a) (?P<two>(?P<one>{WEEKDAY}) {ONCE}{WEEKDAY})\b(?! and\b|,)",
)
COMPILED = tuple(re.compile(pattern) for pattern in PATTERNS)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for passage in passages(paper):
        if passage.is_row or passage.chapter is Chapter.SOURCES:
            continue
        for pattern in COMPILED:
            for hit in pattern.finditer(passage.text):
                yield passage.finding(hit.span("two"), Kind.RESIDUE, Severity.POLICY, REASON)
