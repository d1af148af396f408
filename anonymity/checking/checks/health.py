"""
G. The health of somebody who lives on: the perpetrator, a child, a relative.

That somebody was unwell may be needed to learn from; the diagnosis, the medicine and the clinic
are theirs. Of an adult each condition is decided on once; of a child, wherever it stands.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.cast import Cast
from anonymity.checking.words.health import (
    CARE_OF_A_CHILD,
    CONDITIONS,
    HARM,
    MEDICINES,
    RECOVERING,
    TREATMENT,
)
from anonymity.checking.words.living import Living
from anonymity.checking.words.whom import Whom

HEALTH = "The health of somebody who lives on."
BE = r"(?:(?:was|were|been|is|being|had|has|have|now|also|himself|herself|previously|then)\s+){0,6}"
TOLD = re.compile(
    rf"\b{BE}(?:diagnosed\s+(?:with|as)|diagnos(?:is|es)\s+of|under(?:going|goes|went|gone)|beg[au]n|suffer(?:s|ed|"
    rf"ing)?\s+(?:from|with)|"
    rf"ha[sd]|having|"
    r"is|was|living\s+with|prescribed|taking|started\s+on|treated\s+for|treatment\s+for|"
    r"history\s+of|"
    r"medication\s+for|seen\s+(?:for|with)|under\s+\w+\s+for|waiting\s+(?:list\s+)?for|awaiting|"
    r"receiving|"
    r"receives|addicted\s+to|dependent\s+on)\s+(?:[\w’'-]+\s+){0,5}?"
    rf"(?P<condition>(?i:{CONDITIONS}|{MEDICINES}|{TREATMENT}))(?:\s+assessment)?\b"
)
# "since her diabetes was diagnosed"
OWNED = re.compile(
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[A-Z]\w+[’']s)\s+(?:own\s+)?"
    rf"(?P<condition>(?i:{CONDITIONS}|{MEDICINES}))\s+(?:(?:medication|treatment|therapy|tablets|drugs|"
    r"regime|prescriptions?|injections?|doses?|clinics?|appointments?)\s+)?(?:(?:was|were|is|had|has|"
    r"been|being|not)\s+)*"
    r"(?:diagnosed|identified|worse\w*|stable|relapsed|returned|got|means?|meant|prevent\w+|made|"
    r"progress\w*|flared|left|interrupted|stopped|started|missed|lapsed|ran\s+out|collected|controlled|"
    r"managed|treated|untreated|changed|increased|reduced|affected|caused|lost|kept|stolen)\b"
)
HARMED = re.compile(rf"\b(?P<condition>(?i:{HARM}|{RECOVERING}))(?!\w)")
OF_A_CHILD = re.compile(rf"\b(?:{CARE_OF_A_CHILD})\b")
NOT_TOLD = re.compile(
    r"(?i)\b(?:no (?:diagnosis|record|evidence|history)|not (?:diagnosed|known)|whether|if|denied|"
    r"policy|training|"
    r"guidance|risk of|services? for|asked (?:him |her )?about|(?:means|method) by which)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    living, whom = Living(register), Whom(Cast(paper, register))
    told: set[tuple[str, str]] = set()
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES or passage.chapter is Chapter.PLAN:
            continue
        for sentence in passage.sentences():
            for span, severity in (
                *of_children(sentence, living),
                *of_adults(passage, sentence, whom, told, living),
            ):
                moved = (sentence.start + span[0], sentence.start + span[1])
                yield passage.finding(moved, Kind.LIVING, severity, HEALTH)


def of_children(sentence: Sentence, living: Living) -> Iterator[tuple[tuple[int, int], Severity]]:
    child = living.a_child.search(sentence.text)
    if not child or NOT_TOLD.search(sentence.text):
        return
    named = living.child.search(sentence.text)
    for pattern in (TOLD, HARMED, OF_A_CHILD) if named else (TOLD,):
        for hit in pattern.finditer(sentence.text, child.start()):
            if not living.adult.search(sentence.text, child.end(), hit.start()):
                yield hit.span(), Severity.SERIOUS


def of_adults(
    passage: Passage, sentence: Sentence, whom: Whom, told: set[tuple[str, str]], living: Living
) -> Iterator[tuple[tuple[int, int], Severity]]:
    for pattern in (TOLD, HARMED, OWNED):
        for hit in pattern.finditer(sentence.text):
            if NOT_TOLD.search(sentence.text[: hit.end()]):
                continue
            if living.a_child.search(sentence.text, 0, hit.start()):
                continue
            one = whom.is_spoken_of(passage.text, sentence.start + hit.start())
            if one and one.lives and one.role != "child":
                key = (one.name, hit["condition"].lower())
                if key not in told:
                    yield hit.span(), Severity.POLICY
                told.add(key)
