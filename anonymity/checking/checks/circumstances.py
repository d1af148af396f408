"""
B. Two circumstances of a life in one sentence, neither of which any other line knows: “her leg
ulcers” and “her husband” of a woman who had neither; an interpreter and a brother-in-law.

One that stands nowhere else is in every report. Two together are of another life.
"""

import re
from collections.abc import Iterator

from anonymity.checking.checks.nowhere_else import A_CASE, REASON, is_general
from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, Sentence, passages
from anonymity.checking.register import Register

# Where a life differs from another: whom somebody had, what they had, where they were
CIRCUMSTANCES = tuple(
    re.compile(rf"(?i)\b(?:{words})")
    for words in (
        r"interpret(?:er|ing)s?\b|(?:limited|little|no|poor|broken) English\b|translat(?:ed|or)",
        r"\w+-in-law\b",
        r"district nurs|leg ulcers?|catheter|(?:wound|pressure) (?:care|sores?)|dressings?\b",
        r"school nurs|class ?teacher|head ?teacher|nursery",
        r"husband|wife\b|wives\b|marriage|married|spouse",
        r"midwi|ante-?natal|pregnan|unborn|obstetric|gave birth|labour ward",
        r"health visit|bab(?:y|ies)\b|toddler|newborn|infant",
        r"(?:care|nursing|residential) home|day centre|care package|home care|carers? visit",
        r"wheelchair|walking (?:frame|stick)|stairlift|mobility",
        r"hostel|homeless|rough sleep|sofa[- ]surf|temporary accommodation|bed and breakfast",
        r"prison|probation|licen[cs]e condition|recall(?:ed)? to",
        r"visas?\b|asylum|immigra|leave to remain|deport|spousal",
        r"mosque|imam\b|church|temple|gurdwara|priest|pastor|vicar|synagogue",
        r"forced marriage|honour|dowry|FGM|arranged marriage",
        r"farm|caravan|traveller|boat\b|allotment|smallholding",
        r"army|regiment|barracks|veteran|soldier|military|RAF\b",
        r"universit|student|college\b|tutor|campus",
        r"alcohol|dr[iu]nk|intoxicat|sober",
        r"cannabis|heroin|cocaine|methadone|drugs?\b|substance",
        r"psychos|psychotic|schizo|voices|delusion|hallucinat",
        r"dementia|alzheimer|memory|confus(?:ed|ion)",
        r"shotgun|firearm|guns?\b|rifle",
        r"kni(?:fe|ves)|stab",
        r"arson|fire\b|petrol|burn",
        r"dogs?\b|cats?\b|pets?\b|puppy|horse",
        r"step-?(?:son|daughter|child|father|mother|dad|mum)",
        r"foster|adopted|looked[- ]after|care leaver",
        r"tracker|tracking|spyware|camera|social media|facebook|instagram|snapchat",
        r"lodger|flatmate|housemate|landlady",
        r"refuge",
        r"grand(?:mother|father|parents?|son|daughter|child)",
        r"aunt|uncle|cousin|niece|nephew",
        r"divorc|solicitor|family court|separat(?:ed|ion)",
        r"gambl|debts?\b|loan|bailiff|arrears",
        r"cancer|chemotherapy|tumour|hospice|palliative|oncolog",
        r"diabet|insulin|epilep|seizure|asthma|stroke\b|heart attack",
        r"overdos|self-harm|suicid",
        r"deaf|hearing loss|sign language|blind\b|sight loss",
        r"learning disab|autis|ADHD|special school",
        r"twins?\b",
        r"sex work|prostitut",
        r"transgender|gay\b|lesbian|same-sex",
        r"factory|warehouse|taxi|restaurant|takeaway|shift work|building site",
        r"miscarr|stillb|abortion|terminat(?:ion|ed) (?:of|the) pregn",
        r"contact centre|supervised contact|child arrangements|Cafcass",
    )
)
FEWEST = 60  # passages of a paper in which what stands once stands nowhere else
# That there was no such thing says nothing of a life
NONE_OF_IT = re.compile(
    r"(?i)\b(?:no|not|without)\b.{0,40}(?:need|requir|language)|English was|first language"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = [one for one in passages(paper) if one.chapter is not Chapter.SOURCES]
    known = " ".join(f"{one.relationship} {one.pseudonym}" for one in register.people)
    only: dict[int, list[re.Pattern[str]]] = {}
    for each in CIRCUMSTANCES if len(told) >= FEWEST else ():
        if each.search(known):
            continue
        at = [place for place, one in enumerate(told) if tells_of(each, one)]
        if len(at) == 1:
            only.setdefault(at[0], []).append(each)
    for place, those in only.items():
        for sentence in told[place].sentences():
            hits = first_of(those, sentence)
            if len(hits) > 1 and tells_of_a_case(sentence.text):
                yield marked(told[place], sentence, hits)


def tells_of(each: re.Pattern[str], passage: Passage) -> bool:
    return bool(each.search(passage.text)) and any(
        each.search(one.text) and not NONE_OF_IT.search(one.text) for one in passage.sentences()
    )


def first_of(those: list[re.Pattern[str]], sentence: Sentence) -> list[re.Match[str]]:
    """Return where each circumstance stands first, in the order of the sentence."""
    hits = [hit for each in those if (hit := each.search(sentence.text))]
    return sorted(hits, key=lambda hit: hit.start())


# What a panel asks, recommends and looks through
OF_THE_REVIEW = re.compile(
    r"(?i)\b(?:should|will|must|recommend\w*|characteristics?|considered because|confirmed that "
    r"they)\b"
)


def tells_of_a_case(text: str) -> bool:
    return bool(A_CASE.search(text)) and not is_general(text) and not OF_THE_REVIEW.search(text)


def marked(passage: Passage, sentence: Sentence, hits: list[re.Match[str]]) -> Finding:
    span = (sentence.start + hits[0].start(), sentence.start + hits[-1].end())
    return passage.finding(span, Kind.ANOTHER_REVIEW, Severity.SERIOUS, REASON)
