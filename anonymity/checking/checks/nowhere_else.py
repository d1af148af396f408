"""
B. What belongs to another review because nothing else in this one knows of it: “the grandson”,
where nobody has one; “the knife”, where nobody was cut; antenatal appointments of who had no child.

A paragraph is copied for its recommendation and brings its own case along. Only what the paper
speaks of as known, in one place, is looked for.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register
from anonymity.checking.words.people import POPULATION

REASON = "Nothing else in the paper knows of this: is it text of another review?"
# What speaks of no one case, or of another that is cited
IN_GENERAL = re.compile(
    r"(?i)\b(?:if|where (?:a|an|there)|when (?:a|an)|whether|any|every|each|such as|for example|"
    r"e\.g|"
    r"research|stud(?:y|ies)|survey|statistics|training|other reviews?|(?:previous|earlier|"
    r"another|national) "
    r"(?:review|case|DHR)s?|guidance|definition|act \d{4}|policy|policies|may|might|can be|often|"
    r"including|include[sd]?|e\.g\.|in general|typically)\b"
)
A_CASE = re.compile(
    r"\b(?:she|he|her|his|was|were|had|did|did not|obtained|came|went|took|used|told|said|seen|"
    r"rang)\b"
)


@dataclass(frozen=True)
class Matter:
    """said: how a paper speaks of it as known. known: what else tells of it anywhere."""

    said: re.Pattern[str]
    known: re.Pattern[str]


def matter(said: str, known: str) -> Matter:
    return Matter(re.compile(rf"\b(?:{said})\b"), re.compile(rf"(?i)\b(?:{known})"))


OWN_CHILD = "a child of theirs"  # as a register is read, where somebody of the paper has one
# A relative with “the”, and what else says that there is one
RELATIVES: Mapping[str, str] = {
    "grandson": "grand-?(?:son|child|mother|father|parent)|nan\\b|grandad|grand[mp]a",
    "granddaughter": "grand-?(?:daughter|child|mother|father|parent)|nan\\b|grandad|grand[mp]a",
    "grandmother": "grand-?(?:mother|child|parent|daughter|son|ma)|nan\\b|gran\\b",
    "grandfather": "grand-?(?:father|child|parent|daughter|son|pa|dad)",
    "nephew": "nephew|aunt|uncle",
    "niece": "niece|aunt|uncle",
    "aunt": "aunt|niece|nephew",
    "uncle": "uncle|niece|nephew",
    "cousin": "cousin",
    "stepson": "step-?(?:son|child|father|mother|parent)",
    "stepdaughter": "step-?(?:daughter|child|father|mother|parent)",
    "stepfather": "step-?(?:father|son|daughter|child|parent|dad)",
    "stepmother": "step-?(?:mother|son|daughter|child|parent|mum)",
    "mother-in-law": "in-law",
    "father-in-law": "in-law",
    "brother-in-law": "in-law",
    "sister-in-law": "in-law",
    "son-in-law": "in-law",
    "daughter-in-law": "in-law",
    "lodger": "lodge|tenant|rent\\w* a room",
    "fiancée?": "fianc|engaged|engagement",
}
LANGUAGES = (
    r"(?:Albanian|Amharic|Arabic|Bengali|Bulgarian|Cantonese|Czech|Dari|Farsi|French|German|Greek|"
    r"Gujarati|Hindi|Hungarian|Italian|Kurdish|Latvian|Lithuanian|Malayalam|Mandarin|Nepali|Pashto|"
    r"Persian|Polish|Portuguese|Punjabi|Romanian|Russian|Sinhala|Slovak|Somali|Sorani|Spanish|"
    r"Swahili|Sylheti|Tagalog|Tamil|Thai|Tigrinya|Turkish|Twi|Ukrainian|Urdu|Vietnamese|Yoruba)"
)
MATTERS = (
    *(matter(rf"[Tt]he {one}(?:[’']s)?", known) for one, known in RELATIVES.items()),
    matter(r"[Tt]he (?:kitchen |bread |carving )?knife", r"kni(?:fe|ves)|stab|blade|cut\b|weapon"),
    matter(
        r"[Tt]he (?:shot|hand)?gun|[Tt]he (?:firearm|rifle|shotgun certificate)",
        r"(?:shot|hand)?guns?\b|firearm|rifle|shooting|shot\b|cartridge|weapon",
    ),
    matter(
        r"[Tt]he (?:hammer|axe|machete|hatchet|crossbow|sword)",
        r"hammer|axe|machete|hatchet|crossbow|sword|weapon|bludgeon|blunt",
    ),
    matter(
        r"[Tt]he (?:ligature|strangulation)",
        r"strang|ligature|asphyxi|hang(?:ed|ing)|compression",
    ),
    matter(r"[Tt]he (?:arson|petrol|accelerant)", r"arson|petrol|fire\b|burn|accelerant"),
    matter(
        r"(?:her|the|all|two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?antenatal "
        r"(?:appointments?|clinics?|visits?|care|booking)|[Tt]he (?:midwife|midwives|pregnancy)|"
        r"(?:her|the) unborn (?:child|baby)|her (?:midwife|pregnancy)",
        r"ante-?natal|midwi|pregnan(?!cy (?:and|or) maternity)|unborn|(?<!and )(?<!or )maternity|"
        rf"miscarr|obstetric|gave birth|newborn|{OWN_CHILD}",
    ),
    matter(
        r"[Tt]he (?:health visitor|nursery nurse)",
        rf"health visit|nursery|toddler|baby|newborn|child [a-z0-9]\b|{OWN_CHILD}",
    ),
    matter(r"[Tt]he refuge(?: worker| place)?", r"refuges?\b"),
    matter(
        r"(?:[Tt]he|[Hh]er|[Hh]is) (?:[Ss]chool [Nn]urse|[Cc]lass ?[Tt]eacher|[Hh]ead ?[Tt]eacher|"
        r"form tutor)",
        r"school nurs|class ?teacher|head ?teacher|nursery|(?:primary|secondary) school|pupil|"
        r"child [a-z0-9]\b",
    ),
    matter(
        r"[Tt]he (?:forced marriage|FGM|dowry)(?: protection order| unit)?",
        r"forced marri|FGM|dowry|honour|arranged",
    ),
    # where another family lived, and who looked after them there
    matter(
        r"(?:[Tt]he|[Hh]er|[Hh]is) (?:(?:care|nursing|residential) home|day centre)",
        r"(?:care|nursing|residential) (?:home|placement|care\b)|day centre|care provider|resident"
        r"ial",
    ),
    matter(
        r"[Tt]he (?:children[’']s home|foster (?:carers?|family|home|parents?|placement))",
        r"children[’']s home|foster|looked[- ]after|placement",
    ),
    matter(
        r"[Tt]he hostel|(?:placed|housed|moved|stayed|staying) (?:[\w ]+ )?in a hostel",
        r"hostel|temporary accommodation|bed and breakfast|approved premises",
    ),
    matter(
        r"[Tt]he (?:barracks|regiment|garrison|welfare officer)",
        r"barrack|regiment|garrison|army|armed forces|navy|soldier|military|RAF\b|veteran",
    ),
    matter(
        r"(?:[Tt]he|[Hh]er|[Hh]is) (?:caravan(?: site)?|houseboat|boat|narrowboat|barge)",
        r"caravan|traveller|boat|barge|mooring|marina",
    ),
    matter(r"[Tt]he twins(?:[’']s?)?", r"twin"),
    matter(
        r"(?:[Tt]he|[Hh]er|[Hh]is) (?:wheelchair|guide dog|walking frame|stairlift)",
        r"wheelchair|mobility|disab|guide dog|walking|blind|sight|stairlift",
    ),
    matter(r"(?:sign language|BSL) interpreters?", r"deaf|hearing loss|sign language|BSL"),
    matter(
        r"(?:[Tt]he|[Hh]er|[Hh]is) (?:care package|home carers?|tutor|hall of residence)",
        r"care package|home care|carer|domiciliary|tutor|student|university|college",
    ),
    matter(r"(?:[Tt]he|[Hh]er|[Hh]is) (?:asylum claim|asylum accommodation)", r"asylum|refugee"),
    matter(
        rf"interpreters? (?:for|in|of) {LANGUAGES}|{LANGUAGES}(?:[- ]speaking)? interpreters?",
        r"interpret(?:er|ing)|immigra|asylum|visas?\b|leave to remain|first language|mother tongue|"
        r"came to (?:the UK|the United Kingdom|England|Wales|Britain|this country)",
    ),
    matter(
        r"(?:[Hh]er|[Hh]is|[Tt]he) (?:new |newborn |young )?bab(?:y|ies)(?:[’']s)?",
        rf"bab(?:y|ies)|pregnan(?!cy (?:and|or) maternity)|newborn|infant|toddler|gave birth|"
        rf"midwi|was born|{OWN_CHILD}",
    ),
)
TOLD = (Chapter.LIFE, Chapter.PLAN, Chapter.PROCESS)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    known = " ".join(f"{one.relationship} {one.pseudonym}" for one in register.people)
    if any(one.is_child and "grand" not in one.relationship for one in register.people):
        known += f" {OWN_CHILD}"
    told = [one for one in passages(paper) if one.chapter is not Chapter.SOURCES]
    for each in MATTERS:
        hits = [(one, hit) for one in told for hit in each.said.finditer(one.text)]
        if len({id(one) for one, _ in hits}) != 1 or each.known.search(known):
            continue
        passage, hit = hits[0]
        if passage.chapter in TOLD and not is_known(each, told, passage, hit):
            sentence = sentence_of(passage, hit)
            if A_CASE.search(sentence.text) and not is_general(sentence.text):
                yield passage.finding(
                    hit.span(), Kind.ANOTHER_REVIEW, Severity.SERIOUS, REASON
                )  # fmt: skip


def is_known(each: Matter, told: list[Passage], here: Passage, hit: re.Match[str]) -> bool:
    """Whether another paragraph tells of it, or this one before it does."""
    before = here.text[: hit.start()]
    return bool(each.known.search(before)) or any(
        each.known.search(one.text) for one in told if one is not here
    )


def sentence_of(passage: Passage, hit: re.Match[str]) -> Sentence:
    return next(
        one for one in reversed(passage.sentences()) if one.start <= hit.start() or one.start == 0
    )


def is_general(text: str) -> bool:
    return bool(IN_GENERAL.search(text) or POPULATION.search(text))
