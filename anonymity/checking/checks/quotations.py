"""
H. Words that a search of the press finds.

What was said in court, in a message or to the emergency services has been printed word for word.
Quoted here, it leads to the report of the trial, and so to the names.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, Passage, passages
from anonymity.checking.register import Register
from anonymity.checking.words.living import Living

FEWEST = 6  # words of a quotation that can be searched for
LONGEST = 600  # letters
QUOTED = re.compile(
    rf"\u201c(?P<double>[^\u201c\u201d]{{9,{LONGEST}}})\u201d"
    rf"|\u2018(?P<single>(?:[^\u2018\u2019]|\u2019(?=\w)){{9,{LONGEST}}})\u2019"
    rf"|(?<!\w)\"(?P<plain>[^\"]{{9,{LONGEST}}})\"(?!\w)"
)
UNQUOTED = re.compile(
    r"(?i:\b(?:text|message|messaged|texted|voicemail|email|note|post|wrote|replied|said)\b)"
    rf"[^.:\n]{{0,60}}:\s+(?P<words>[A-Z][^\u2018\u201c\"\n.!?]{{12,{LONGEST}}}[.!?])"
)
# Somebody speaks, or is spoken to
SPOKEN = re.compile(
    r"(?i)\b(?:I|I[\u2019'](?:m|ll|ve|d)|me|my|you|your|we|us|mum|mummy|dad|daddy)\b"
)
OF_A_PAPER = re.compile(
    r"(?i)\b(?:guidance|policy|act|definition|report|survey|research|study|toolkit)\b"
)
JUST_BEFORE = 60  # letters before a quotation that say where it comes from


# Words that were said where the press listens, or that were found and read out there
PUBLIC = re.compile(
    r"(?i)\b(?:search\w*|googled?|internet|typed|judge|sentenc\w+|court|trial|jury|prosecut\w+|"
    r"barrister|counsel|coroner|inquest|"
    r"defence|"
    r"verdict|told (?:the )?(?:police|officers)|999|emergency (?:call|services)|operator|"
    r"body[- ]worn|text|message[ds]?|texted|"
    r"whatsapp|"
    r"facebook|social media|post(?:ed)?|voicemail|letter|note|diary|journal|statement|interview|"
    r"newspaper|press|media|reported as|headline|shouted|screamed|overheard|threatened|tribute|"
    r"eulogy)\b"
)
OF_RECORDS = re.compile(
    r"(?i)\b(?:recorded|records?|noted|notes state|assessment|form|entry|graded|category|minutes|"
    r"ticked|"
    r"described as|referred to as|known as|entitled|called|defined|under the heading|states? that|"
    r"section)\b"
)
IN_COURT = re.compile(
    r"(?i)\b(?:judge|coroner|sentencing|prosecut\w+|counsel|jury|newspapers?|press|headlines?)\b"
)
CHILDS = re.compile(r"\b(?:Mummy|Daddy|Mum|Dad)\b")  # as a child says it
FEWEST_OF_A_CHILD = 4
PAPERS = re.compile(
    r"\b(?:[A-Z]\w+\s)?(?:Telegraph|Times|Echo|Argus|Mail|Gazette|Post|Herald|Guardian|Mirror|Sun|"
    r"Express|Star|"
    r"Chronicle|Standard|Advertiser|News|Observer|Independent|Courier|Examiner|Mercury|Journal|"
    r"MailOnline|BBC|ITV)\b"
)
SOURCE = re.compile(r"^\s*\[\d{1,3}[\]:]")  # a footnote in a text
# What a family wrote to be printed
TRIBUTE = re.compile(
    r"(?i)\b(?:tribute|portrait|writes|in memory|remembered|(?:family|children|mother|parents|"
    r"sister|daughter|son)(?:[’']s)? (?:words|wrote)|words of (?:her|his|the)|our (?:mum|mother|"
    r"sunshine|family|daughter|son|sister))\b"
)
FAR_BEFORE = 160
PARAGRAPH = 400  # letters before a quotation that may say where it was heard
# What is told to a review, or at its meetings, was printed nowhere
TO_THE_REVIEW = re.compile(
    r"(?i)\b(?:told|to|by|with)\s+the\s+(?:panel|chair|review\w*|author|imr author)\b|"
    r"\b(?:learning event|practitioners?|final meeting|panel heard|review heard)\b"
)
FEWEST_IN_PUBLIC = 5
FEWEST_IN_COURT = 3
SAID_IN_COURT = re.compile(
    r"(?i)\b(?:judge|court|jury|prosecut\w+|defence|barrister|counsel|inquest|coroner|999|"
    r"call handler|operator)\b[^.]*$"
)
# “…, the Coroner said”, and what she said in the sentence after she was named
BENCH = r"(?:judge|coroner|magistrate|recorder|prosecut\w+|barrister|counsel|foreman|jury)"
SAID_OF_IT = (
    r"(?:said|told|found|wrote|remarked|concluded|added|observed|called|put\s+it|stated|commented|"
    r"described)"
)
ATTRIBUTED = re.compile(
    rf"(?i)^[,.]?\W{{0,3}}(?:(?:in|were|as)\s+)?(?:[\w’]+\s+){{0,3}}?{BENCH}\b[^.;]{{0,30}}?\b{SAID_OF_IT}\b|"
    rf"^[,.]?\W{{0,3}}{SAID_OF_IT}\s+(?:[\w’]+\s+){{0,3}}?{BENCH}\b|"
    rf"^[,.]?\W{{0,3}}(?:were|was|are|in)\s+the\s+words\s+(?:[\w’]+\s+){{0,4}}?{BENCH}\b"
)
WENT_ON = re.compile(
    rf"(?i)\b{BENCH}\b[^.]*\.\s+(?:\d+(?:\.\d+)+\s+)?(?:she|he|it)\s+(?:also\s+|then\s+)?{SAID_OF_IT}\b[^.]*$"
)
# What one body wrote to another about somebody was read out nowhere
OF_A_BODY = re.compile(
    r"(?i)\b(?:consultant|gp|doctor|hospital|clinic|discharge|referral|appointment|school|council|trust|"
    r"team|service|agency|cafcass|nurse|psychiatrist|assessment|officer|social worker)[’']?s?\s+"
    r"(?:letter|e?-?mail|report|summary|notes?|form)\b[^.]*$|\b(?:letter|report|application|referral|"
    r"e?-?mail|summary)s?\s+(?:to|from)\s+(?:the|her|his|their)\s+(?:\w+\s+){0,2}?(?:court|gp|council|"
    r"hospital|trust|surgery|practice|service|team|school|police|employer)\b[^.]*$"
)

# What was said to somebody who helps was heard by nobody else
TO_A_WORKER = re.compile(
    r"(?i)\b(?:told|said\s+to|asked|confided\s+in)\s+(?:the|her|his|their|an?)\s+(?:[\w’-]+\s+){0,2}?"
    r"(?:liaison\s+officer|idva|advis[eo]r|gp|health\s+visitor|midwife|(?:social|support|key|youth|case|"
    r"outreach)\s?worker|counsellor|nurse|therapist|(?:housing|probation)\s+officer|offender\s+manager)\s+"
    r"(?:that\s+)?[^.;“‘]{0,20}$"
)
OF_A_NOTE = re.compile(
    r"(?i)\b(?:notes?|entry|entries|records?|minutes?|log)\s+(?:of\s+\w+\s+)?(?:reads?|says?|said|states?|"
    r"recorded)\b[^.]*$"
)
OF_ONESELF = re.compile(r"\b(?:I|I[’'](?:m|ll|ve|d)|me|my|you|your|we|us)\b")

# What the press made of somebody
DUBBED = re.compile(
    r"(?i)\b(?:dubbed|nicknamed|branded|labelled|headlines?|called (?:her|him)|known in the)\b.*"
    r"\b(?:newspapers?|press|media|tabloids?|papers|headlines?|reporters?)\b|"
    r"\b(?:newspapers?|press|media|tabloids?|headlines?)\b.*\b(?:dubbed|nicknamed|branded|labelled|"
    r"called|described)\b"
)


SAYS = (
    r"(?:said|told|asked|wrote|writes|described|disclosed|explained|whispered|shouted|replied|"
    r"answered|"
    r"added|confided|drew|telephoned|rang|reported)"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    child = re.compile(
        rf"(?:^|[.,;]\s|\b[Ww]hen\s|\b[Tt]hat\s|\b[Ii]t\s+was\s|"
        rf"\d\s)(?:[\w ]{{0,24}}\s)?{Living(register).any_child}"
        rf"(?:,[^,.“”]{{0,30}},)?(?:\s(?!who\b)[a-z]+){{0,2}}?,?(?:\s+who)?\s+{SAYS}\b[^.“”]{{0,80}}$"
    )
    head = last = ""
    for passage in passages(paper):
        head, last = last, passage.text
        if passage.chapter is Chapter.SOURCES or SOURCE.match(passage.text):
            for hit, group in headlines(passage.text):
                yield passage.finding(
                    hit.span(group), Kind.SEARCHABLE, Severity.POLICY,
                    "A headline of the press: it finds the case, and with it every name.",
                )  # fmt: skip
            continue
        for hit, group in (
            *quoted(passage.text),
            *((hit, "words") for hit in UNQUOTED.finditer(passage.text)),
        ):
            is_tribute = is_of_the_family(passage, hit, head)
            before = passage.text[max(0, hit.start(group) - 1 - FAR_BEFORE) : hit.start(group) - 1]
            if len(hit[group].split()) >= FEWEST and child.search(before):
                yield passage.finding(
                    hit.span(group), Kind.LIVING, Severity.SERIOUS,
                    "What a child said, word for word: it is the child’s, and others were there.",
                )  # fmt: skip
            elif is_searchable(passage.text, hit, group) and not is_tribute:
                yield passage.finding(
                    hit.span(group), Kind.SEARCHABLE, Severity.POLICY,
                    "Words that somebody spoke or wrote can be searched for: say what they meant.",
                )  # fmt: skip


def is_of_the_family(passage: Passage, hit: re.Match[str], head: str) -> bool:
    """Whether a family wrote it to be printed: at the front, or under a heading that says so."""
    if is_of_the_bench("", passage.text[hit.end() :]):
        return False
    if SIGNED.match(passage.text, hit.end()):
        return True
    is_front = passage.text.lstrip().startswith(hit[0]) or TRIBUTE.search(passage.text)
    return bool(
        (passage.chapter is Chapter.OPENING and is_front)
        or (len(head) < LONGEST_HEADING and TRIBUTE.search(head))
    )


# “… and we miss her.” Her children
SIGNED = re.compile(
    r"[\s–—-]*(?:[A-Z]\w+[’']s|[Hh]er|[Hh]is|[Tt]he)\s+(?:\w+\s+)?(?:family|mother|father|parents|children|"
    r"daughters?|sons?|sisters?|brothers?|friends?)(?:,?\s+(?:and|[A-Z]\w+)){0,2}(?:\s+\w+)?\s*$"
)
LONGEST_HEADING = 90  # letters


def is_public(text: str, hit: re.Match[str]) -> bool:
    """Whether the paragraph says that it was written, read out or heard by more than those two."""
    around = text[max(0, hit.start() - PARAGRAPH) : hit.end() + JUST_BEFORE]
    return bool(PUBLIC.search(around))


def headlines(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the headlines of papers that a footnote or a list of sources cites."""
    for hit in QUOTED.finditer(text):
        if PAPERS.search(text[max(0, hit.start() - JUST_BEFORE) : hit.end() + JUST_BEFORE]):
            yield hit, str(hit.lastgroup)


def quoted(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield what stands in quotation marks and is not taken from guidance or research."""
    for hit in QUOTED.finditer(text):
        before = text[max(0, hit.start() - JUST_BEFORE) : hit.start()]
        if not OF_A_PAPER.search(before):
            yield hit, str(hit.lastgroup)


def is_of_the_bench(before: str, after: str) -> bool:
    """Whether a judge, a coroner or counsel said it, by what stands before it or after it."""
    return bool(ATTRIBUTED.match(after[:FAR_BEFORE]) or WENT_ON.search(before))


def was_heard_by_few(before: str, words: str) -> bool:
    """Whether it was said to a worker, or stands in a record of a body and nowhere else."""
    if TO_A_WORKER.search(before) or OF_A_BODY.search(before):
        return True
    return bool(OF_A_NOTE.search(before) and not OF_ONESELF.search(words))


def is_searchable(text: str, hit: re.Match[str], group: str) -> bool:
    """
    Test whether somebody spoke, or whether it was said where the press listens.

    What an agency wrote into its records was printed nowhere.
    """
    words = hit[group]
    count = len(words.split())
    if count >= FEWEST_OF_A_CHILD and CHILDS.search(words):
        return True
    before = text[max(0, hit.start() - FAR_BEFORE) : hit.start()]
    if TO_THE_REVIEW.search(before[-JUST_BEFORE:]):
        return False
    if count >= FEWEST_IN_COURT and is_of_the_bench(before, text[hit.end() :]):
        return True
    if was_heard_by_few(before, words):
        return False
    if count >= FEWEST and SPOKEN.search(words) and is_public(text, hit):
        return True
    if count >= FEWEST_IN_COURT and SAID_IN_COURT.search(before[-JUST_BEFORE:]):
        return True
    if DUBBED.search(f"{before[-JUST_BEFORE:]} {text[hit.end() :][:JUST_BEFORE]}"):
        return True
    just_before = re.split(r"[.!?]\s", before)[-1][-JUST_BEFORE:]
    return (
        count >= FEWEST_IN_PUBLIC
        and bool(PUBLIC.search(before))
        and (not OF_RECORDS.search(just_before) or bool(IN_COURT.search(just_before)))
    )
