"""
H. What the paper itself says that it will not tell, and then tells.

"The diagnosis is not described" stands in one chapter; the clinic, the medicine or the charity in
another. Registers often know nothing of it: what is withheld is read from the paper.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages
from anonymity.checking.register import Register
from anonymity.checking.words.families import CONDITIONS
from anonymity.checking.words.health import MEDICINES

TOLD = "The paper says elsewhere that it does not tell this."
BODY = (
    r"(?:diagnos\w+|(?:health|medical)\s+(?:condition|history|problem)s?|illness|condition|health)"
)
HIDING = (
    r"(?:not|never|nowhere|without|neither|withheld|omitted|left\s+out|general\s+terms|no\s+more\s+"
    r"detail)"
)
TELLING = (
    r"(?:describ\w+|nam(?:ed|ing|e)|specif\w+|giv(?:en|ing)|set\s+out|identif\w+|stat(?:ed|ing)|"
    r"disclos\w+|detail\w*|publish\w*|shared|included|recorded\s+here|withheld|omitted|left\s+out|"
    r"general\s+terms)"
)
WITHHELD = re.compile(
    rf"(?i)\b{BODY}\b[^.;]{{0,90}}\b{HIDING}\b[^.;]{{0,60}}\b{TELLING}\b"
    rf"|\b{HIDING}\b[^.;]{{0,60}}\b{TELLING}\b[^.;]{{0,60}}\b{BODY}\b"
    rf"|\b{HIDING}\b[^.;]{{0,40}}\b{BODY}\b[^.;]{{0,40}}\b{TELLING}\b"
    rf"|\b{BODY}\b[^.;]{{0,60}}\b(?:withheld|omitted|left\s+out)\b"
)
# What a paper writes in the place of an illness
IN_ITS_PLACE = re.compile(
    r"(?i)\b(?:a|an|the|her|his)\s+(?:(?:long-?term|chronic|serious|severe|enduring|underlying|"
    r"life-limiting|rare|previous|known)\s+)+(?:and\s+enduring\s+)?(?:(?:mental|physical|medical|"
    r"neurological|gynaecological|health|psychiatric)\s+)*(?:condition|illness|diagnosis)\b"
    r"|\b(?:a\s+)?private\s+(?:health\s+|medical\s+|family\s+)?matter\b"
    r"|\b(?:a|her|his)\s+(?:mental\s+health|medical|psychiatric|physical\s+health)\s+"
    r"(?:condition|diagnosis)\b"
)
CHARITY = (
    r"(?:Bipolar|Diabetes|Crohn\W?s(?:\s+and\s+Colitis)?|Epilepsy|Parkinson\W?s|MS|Alzheimer\W?s|"
    r"Autis\w+|Dementia|Asthma|Stroke|Kidney|Cancer|Hearing\s+Voices|Schizophrenia|OCD|Endometriosis|"
    r"Lupus|Arthritis|Sickle\s+Cell|Tourette\w*|Narcolepsy|Migraine)\s+(?:UK|Society|Action|Trust|"
    r"Association|Foundation|Network|Research|Care|Support)"
)
COMMON = re.compile(
    r"(?i)(?:voices|flashbacks|depress\w+|anxiety|memory|transplant|valproate|stroke|manic|mania|"
    r"detox\w*|annual health check|learning disab\w+|hospice|transgender|gender identity|"
    r"talking therap\w+|antidepressants?|IAPT|abortion|termination)$"
)
MOST = 2  # times that a word stands there which the paper did not mean to print


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in passages(paper) if one.chapter is not Chapter.SOURCES]
    if not any(WITHHELD.search(one.text) or IN_ITS_PLACE.search(one.text) for one in told):
        return
    hits = [
        (one, hit)
        for one in told
        if not WITHHELD.search(one.text)
        for hit in GIVES_AWAY.finditer(one.text)
        if not COMMON.match(hit[0])
    ]
    counted = Counter(hit[0].lower() for _, hit in hits)
    printed = openly_told(paper)
    instead = [hit[0].lower() for one in told for hit in IN_ITS_PLACE.finditer(one.text)]
    for passage, hit in hits:
        is_open = any(telling.search(hit[0]) for telling in printed)
        is_open = is_open or any(hit[0].lower() in words for words in instead)
        is_open = is_open or bool(is_of_the_mind(instead) and OF_THE_BODY.search(hit[0]))
        if counted[hit[0].lower()] <= MOST and not is_open:
            yield passage.finding(hit.span(), Kind.SEARCHABLE, Severity.POLICY, TOLD)


def openly_told(paper: Paper) -> list[re.Pattern[str]]:
    """Return the families of illnesses of which a paper speaks throughout: it hides none."""
    return [
        family for family in FAMILIES if sum(1 for _ in family.finditer(paper.whole)) >= THROUGHOUT
    ]


def is_of_the_mind(instead: list[str]) -> bool:
    """Whether a paper withholds an illness of the mind, as far as its words tell, and no other."""
    return bool(instead) and all("mental" in one or "psychiatric" in one for one in instead)


OF_THE_BODY = re.compile(
    r"(?i)diabet|insulin|metformin|epilep|seizure|cancer|chemo|radiotherapy|tumour|asthma|kidney|renal|"
    r"dialysis|stroke|arthritis|hepat|liver|heart|angina|cardiac|COPD|crohn|colitis|parkinson|sclerosis|"
    r"warfarin|thyro|glaucoma|fertil|IVF"
)
FAMILIES = tuple(re.compile(rf"(?i)\b(?:{telling})(?!\w)") for _, telling in CONDITIONS)
THROUGHOUT = 6
# What nobody tells of anybody, where a paper speaks of a private matter
INTIMATE = (
    r"pregnancy\s+advisory\s+\w+|terminations?\s+of\s+pregnancy|abortion\s+(?:clinic|service)|BPAS|"
    r"Marie\s+Stopes|MSI|sexual\s+health\s+(?:clinic|service)|GUM\s+clinic|fertility\s+clinic"
)
GIVES_AWAY = re.compile(
    rf"(?<![\w-])(?:{CHARITY}|{INTIMATE}|(?i:{MEDICINES}(?:\s+(?:clinic|nurse|group))?|"
    rf"{'|'.join(telling for _, telling in CONDITIONS)}))(?![\w-])"
)
