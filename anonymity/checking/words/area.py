"""
Whose review this is: the places and authorities that a paper may name as its own.

An authority that is named in passing is another's; that of the review heads its pages, and half of
the agencies have its name in theirs.
"""

import re
from collections import Counter
from collections.abc import Iterator

from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.localities import COUNTRIES, DIRECTIONS, NO_PLACES

WORD = r"[A-Z][a-z][\w’'-]{1,30}"
NAME = rf"{WORD}(?:(?:\s(?:and|upon|on|of|the|&)|\s|-)\s?{WORD}){{0,3}}?"
OF = (
    r"(?:(?:London|Royal|Metropolitan)\s+)?(?:Borough|City|County)\s+of\s+(?:the\s+)?|"
    r"\bLB\s+(?:of\s+)?"
)
BODY = (
    r"(?:(?:City|County|Borough|District|Metropolitan|Metropolitan\s+Borough|Unitary|"
    r"Town)\s+)?Council|"
    r"(?:Community|City|Borough|County)?\s?Safety\s+Partnership|CSP|"
    r"Partnership|"
    r"(?:Local\s+)?Safeguarding\s+(?:Children|Adults?)?\w*\s*(?:Partnership|Board)|Constabulary|"
    r"Police|"
    r"(?:Clinical\s+Commissioning\s+Group|CCG|Integrated\s+Care\s+Board|ICB)|"
    r"(?:[\w’&]+\s+){0,4}?NHS\s+(?:Foundation\s+)?Trust|Magistrates[’']?\s+Court|Crown\s+Court|"
    r"County\s+Court|"
    r"Ambulance\s+Service|Fire\s+and\s+Rescue|MARAC|Probation|Coroner[’']?s?\s+(?:Court|Area)|"
    r"Children[’']?s\s+(?:Social\s+Care|Services)|Adult\s+Social\s+Care|Women[’']?s\s+Aid|"
    r"(?:community\s+safety\s+)?partnership|(?:borough\s+|county\s+|city\s+)?council|"
    r"safeguarding\s+(?:children|adults?)\s+(?:board|partnership)"
)
SPELLED = (
    rf"\bSafer\s+(?P<safer>{WORD}(?:\s(?!Partnership){WORD})?)(?:[’']s)?\s+"
    r"(?:Partnership|Executive|Board|Group|Strategy)"
    rf"|(?:{OF})(?P<of>{WORD}(?:(?:\s(?:and|upon|on|&))?\s{WORD}){{0,2}})"
    rf"|\b(?:NHS\s+)?(?P<named>{WORD}(?:(?:\s(?:and|upon|on|of|the|&))?\s{WORD}){{0,3}}?)"
    rf"\s+(?:{BODY})(?![\w-])"
    r"|\b(?:Board|Partnership|[Cc]oroner|Commissioner|Council|CSP)\s+for\s+(?:the\s+)?"
    rf"(?P<for>{WORD}(?:\s(?:of\s)?{WORD}){{0,2}})"
    rf"|\b(?P<whose>{WORD})[’']s\s+(?:previous|earlier|last|first|own|"
    rf"second)\s+(?:domestic\s+homicide\s+)?"
    r"(?:review|DHR|SCR)\b"
    rf"|\b(?P<owner>{WORD}(?:\s{WORD}){{0,2}})[’']s?\s+(?:[A-Z][\w-]+\s+){{1,4}}?"
    r"(?:Group|Board|Panel|Forum|Executive|Network|Strategy|Protocol|Pathway|Hub|Framework|Plan|"
    r"Programme|Team)\b"
)
# A cell of a table ends a name
AUTHORITY = re.compile(SPELLED.replace(r"\s", r"[^\S\t]"))
OFTEN = 4  # times that a name heads an authority, before it is the review's own
GENERIC = frozenset(
    """
    The This That These A An Local Safer Community British Transport Royal Metropolitan Domestic
    Review Independent Named Joint Multi Agency Strategic National Home Office Crown County City
    Borough District Town Council Safeguarding Adults Adult Children Children’s Children's Family
    Youth Magistrates Court Health Mental Hospital Hospitals University Foundation Trust Partnership
    NHS Police Service Services Women Women’s Women's Victim Victims Integrated Care Clinical Board
    His Her Their Both Each When While Where After Before During Since In At By From To For And Or
    Of On As If It He She They Chief Detective Ambulance Fire Housing Probation Public General
    Abuse Violence Girls Strategy Prevention Homicide Drugs Alcohol Offender Management Reducing
    Reoffending Sexual Hate Justice Criminal Economic Voluntary Sector Learning Improvement Serious
    Chair Leader Mayor Members Secretary Was Were Is Are Did Does Had Has Have Would Could Should
    Officers Officer Stronger Together Every Its Our My
    Welsh Scottish English Prime Minister Senior Acting Assistant Deputy Director Executive Group
    Military Civil Working Partner Key Other All Any No Responsible Early Help Team Specialist
    Medical Nursing Midwifery Dental Research Privy Bar Sentencing Arts Refugee Muslim Professions
    Pharmaceutical Judicial Funding Parish Tenants Science Economic
    Ask Attend Audit Brief Circulate Consult Contact Deliver Develop Embed Encourage Engage Ensure
    Establish Inform Introduce Invite Meet Monitor Promote Propose Provide Publish Raise Refer
    Refresh Remind Request Require Revise Seek Send Share Strengthen Support Train Update Write
    Regional Following Individual Management Overview
    Advise Agree Amend Consider Explore Extend Include Link Present Relaunch Report Use
    """.split()  # noqa: SIM905
)


# The Police Chiefs’ Council and the Surveyors’ Board are of no area
OF_A_CALLING = re.compile(r"\b[A-Z][a-z]{3,}(?:s|men)[’'](?:s)?$")


def authorities(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each authority that is named, with the first word of its name that says which."""
    for hit in AUTHORITY.finditer(text):
        name = next(filter(None, hit.groups()))
        if OF_A_CALLING.search(name):
            continue
        words = [word for word in re.findall(r"[\w’'-]+", name) if word not in GENERIC]
        telling = [word for word in words if word not in DIRECTIONS and word[0].isupper()]
        if telling and not set(telling) & (NO_PLACES | COUNTRIES):
            yield hit, telling[0]


def own_area(paper: Paper, register: Register) -> frozenset[str]:
    """Return the telling words of the names of authorities that are the review's own."""
    counted = Counter(name for line in paper.filled() for _, name in authorities(line.text))
    named = {name for words in register.agency_names for _, name in authorities(words)}
    most = max(counted.values(), default=0)
    often = {
        name
        for name, count in counted.items()
        if count >= OFTEN or (most < OFTEN and count == most and not named)
    }
    titled = {
        name
        for line in [one for one in paper.lines if not one.is_empty][:TITLE]
        for _, name in authorities(line.text.title() if line.text.isupper() else line.text)
    }
    return frozenset(named | often | titled)


TITLE = 6  # lines that a title takes
