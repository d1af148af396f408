"""
A. Numbers and addresses that belong to one person or case, whether or not the register knows them.

An NHS number counts only with its right check digit; a National Insurance number only with letters
that are given out; a car's registration only where it is said to be one.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Line, Paper
from anonymity.checking.register import Register
from anonymity.checking.words.dates import MONTH

S = Severity
KIND = Kind.IDENTIFIER
DAY = rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH} \d{{4}})"
BIRTH = r"d\.?o\.?b\.?|date of birth|born(?: on)?|birthday"
SYSTEMS = (
    "crime|incident|CAD|CRIS|URN|case|custody|hospital|patient|NSPIS|Athena|Niche|MARAC|log|"
    "occurrence|"
    "STORM|RiO|EMIS|SystmOne|Mosaic|Liquidlogic|complaint|tenancy|application|claim|passport|visa|"
    "Home Office|prison|PNC|driving licence|NOMIS|payroll|warrant|collar"
)
NUMBER = r"(?:reference|ref\.?|number|no\.?|record)"
CODE = r"(?=[A-Z0-9/-]*\d{4})(?!(?:19|20)\d\d\b)[A-Z0-9]{1,6}(?:[/*-]?[A-Z0-9]{2,}){1,4}\b"
PLATE = r"registration|reg(?:\.|istered)? (?:number|plate|no\.?)|VRM"
LETTERS = "[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"  # that are given out
NOT_GIVEN = "BG|GB|KN|NK|NT|TN|ZZ"
PHONE = r"(?:\+44 ?|0)(?:7\d{3}|1\d{2,3}|2\d)[ )-]*\d{3,4}[ -]?\d{3,4}"
LOGS = r"[Ll]og|CAD|STORM|OIS|ICCS|CRIS|URN|[Ss]erial|[Oo]ccurrence"
OFFICERS = "W?PC|PCSO|TDC|DC|DS|PS|DI|SC|Sgt|Sergeant|Constable|Officer"
HELD = (
    "student|staff|employee|shoulder|collar|badge|warrant|policy|membership|customer|tenancy|"
    "library|locker|file|docket|prisoner|reference|passport|licen[cs]e|"
    "(?:student|bank|debit|credit|travel|bus) card"
)
POSTED = r"post ?codes?(?: (?:is|was|of|as|area|district|sector))*"
WEIGHTS = range(10, 1, -1)

# what is looked for, how grave it is, and why
PATTERNS = (
    (
        rf"\b(?!{NOT_GIVEN}){LETTERS} ?\d\d ?\d\d ?\d\d ?[A-D]\b", S.STOP,
        "A National Insurance number.",
    ),
    (rf"(?i)\b(?:{BIRTH})\s*(?:is|was|:|-)?\s*{DAY}", S.STOP, "A date of birth."),
    (rf"\b(?i:{SYSTEMS})\s*(?i:{NUMBER})?\s*(?:is|:|#)?\s*{CODE}", S.STOP, "The number of a case."),
    (rf"(?i)\b(?:{PLATE})\b\W{{0,3}}[A-Z]{{2}}\d\d ?[A-Z]{{3}}\b", S.STOP, "A car’s registration."),
    (r"\b[A-Z]{1,4}\d{0,2}/\d{3,7}/\d{2,4}\b", S.STOP, "The number of a case."),
    # letters and digits that only a register of somebody’s gives
    ((r"(?<![\w/.£@=#-])(?=(?:[A-Z/*-]*\d){5})(?=\d*[A-Z/*-])(?!\d+-\d+\b)(?!\d{1,2}/\d{1,2}/)"
      r"(?!(?:19|20)\d\d[/-]\d)(?!\d{1,2}/(?:19|20)\d\d\b)(?!(?:19|20)\d\d[01]\d[0-3]\d[0-2]\d{5})"
      r"[A-Z0-9][A-Z0-9/*-]{4,18}[A-Z0-9](?![\w/.%-]*\w)"), S.SERIOUS,
     "The number of a case."),
    (r"\b(?:[TUSA]20[0-3]\d[01]?\d{3,4}|A\d{4}[A-Z]{2})\b", S.STOP,
     "The number of a trial or of a prisoner."),
    # "[@chapter-facts]" leads to a place of the report (docs/report-markup.md)
    (r"(?<![\w.@/])(?!(?<=\[)@[\w-]+\])@[A-Za-z_]\w{3,}\b", S.SERIOUS,
     "A name on a social network."),
    (r"\b(?!CG|NG|QS|PH)[A-Z]{1,2}\d[A-Z\d]?(?= (?:area|postcode|district)\b)", S.POLICY,
     "The first half of a postcode."),
    (rf"(?<=[^\w])(?i:{POSTED})\W{{1,3}}[A-Z]{{1,2}}\d[A-Z\d]? ?[\dO][A-Z]{{2}}\b", S.STOP,
     "A full postcode."),
    (rf"(?<=[^\w])(?i:{POSTED})\W{{1,3}}[A-Z]{{1,2}}\d[A-Z\d]?\b(?! ?\d)", S.POLICY,
     "The first half of a postcode."),
    # “student number 20318846”, whatever the number is of
    ((r"(?i)\b(?!(?:telephone|phone|mobile|contact|fax|freephone|helpline|charity|company|"
      r"registered|registration|reference)\b)[a-z]+ (?:number|no\.?)(?: (?:was|is|of))?:? "
      r"\d{6,12}\b"), S.STOP,
     "The number of a person."),
    (r"(?i)\b(?:account|card) (?:number )?(?:ending (?:in )?)?\d{4,10}\b", S.POLICY,
     "An account number."),
    (r"(?i)\bsort code\W{1,3}(?:is |was |of )?\d\d-\d\d-\d\d\b", S.POLICY, "An account number."),
    # “Log 742 refers”: short, and with its day it is one call
    ((rf"\b(?:{LOGS})\s+(?:(?i:{NUMBER})\s*)?#?(?!(?:19|20)\d\d\b(?! (?:refers|of \d)))\d{{3,6}}"
      r"(?:/\d+)?\b(?!\s+(?:calls?|entries|incidents|people|cases|records)\b)"), S.SERIOUS,
     "The number of a call or an incident."),
    (rf"\b(?i:{LOGS}|incident|crime)\s+(?i:{NUMBER})\s*#?\d{{1,6}}(?:/\d+)?\b", S.SERIOUS,
     "The number of a call or an incident."),
    ((rf"\b(?i:{LOGS}|incident|crime)\s+#?\d{{1,6}}(?=\s+(?:refers|"
      r"of\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?[\s/]))"),
     S.SERIOUS, "The number of a call or an incident."),
    (r"\bURN\s+\d{1,4}/\d{1,5}\b", S.SERIOUS, "The number of a call or an incident."),
    ((r"\b[Rr]ef(?:erence)?\.?:?\s+(?=[A-Z0-9/-]*\d{4})(?!(?:19|20)\d\d\b)[A-Z0-9/-]{5,}\b"),
     S.SERIOUS, "The number of a case."),
    (rf"\b(?:{OFFICERS})\s?\d{{3,6}}\b(?!\s+(?:calls?|hours?|cases)\b)", S.SERIOUS,
     "The number of an officer."),
    (rf"\b(?i:{HELD})\s+(?i:{NUMBER})(?:\s+(?:was|is|of))?:?\s+(?=[A-Z/-]*\d)[A-Z0-9/-]{{3,}}\b",
     S.STOP, "The number of a person."),
    (r"\b[Ee]xhibit\s+[A-Z]{2,3}/?\d{1,3}\b", S.SERIOUS,
     "The number of an exhibit, with the initials of who found it."),
    (r"(?<!/)///[a-z]+\.[a-z]+\.[a-z]+\b", S.STOP, "A place to within three metres."),
    ((r"(?i)\bgrid\s+ref(?:erence)?\W{1,3}(?:is |was |of )?[A-Z]{2}\s?\d{2,5}\s?\d{2,5}\b|"
      r"(?<![\d.])5\d\.\d{3,},\s?-?\d\.\d{3,}\b"), S.STOP, "A place to within some metres."),
    (r"\bIP\s+address\W{1,3}(?:is |was |of )?(?:\d{1,3}\.){3}\d{1,3}\b", S.STOP,
     "The number of a person."),
)  # fmt: skip
COMPILED = tuple((re.compile(pattern), severity, reason) for pattern, severity, reason in PATTERNS)
NHS = re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
CAR = re.compile(r"\b[A-Z]{2}\d\d ?(?!NHS|GPs)[A-Z]{3}\b")
DRIVEN = re.compile(
    r"(?i)\b(?:car|vehicle|van|driv\w+|drove|parked|taxi|Astra|Corsa|Ford|Focus|"
    r"Fiesta|BMW|Audi|Golf|Polo|Vauxhall|Toyota|Nissan|Peugeot|Renault|Mercedes|"
    r"ANPR|motorbike)\b"
)
OFFICES = re.compile(r"(?i)home office|marsham street|council|town hall|civic centre|PO Box")
TELEPHONE = re.compile(rf"(?<![\w/+]){PHONE}(?![\w/])")
OF_EVERYBODY = re.compile(
    r"(?i)\b(?:helpline|enquir\w+|media|press|contact|telephone|tel|freephone|samaritans)\b"
)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A mailbox of an office: no name before the sign, and a public body behind it
OFFICIAL_EMAIL = re.compile(
    r"(?i)^(?:(?:dhr|info|enquir|contact|public|office|safeguarding|community|team)[\w.+-]*@"
    r"|[a-z]+@[\w.-]+\.(?:gov|police|nhs)\.uk$)"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    own = [re.compile(re.escape(one.value)) for one in register.references if one.value]
    known = [(pattern, S.STOP, "A reference number of the review.") for pattern in own]
    for line in paper.filled():
        for pattern, severity, reason in (*known, *COMPILED):
            for hit in pattern.finditer(line.text):
                yield marked(line, hit, KIND, severity, reason)
        yield from of_one_person(line)


def of_one_person(line: Line) -> Iterator[Finding]:
    """Find what only looks as if it belonged to one person, and then does."""
    for pattern, is_one, severity, reason in LOOKS:
        for hit in pattern.finditer(line.text):
            if is_one(hit):
                yield marked(line, hit, KIND, severity, reason)


def is_home(hit: re.Match[str]) -> bool:
    """Test whether the sentence names no office; after “postcode” it is one of somebody’s."""
    before = SENTENCES.split(hit.string[: hit.start()])[-1]
    after = SENTENCES.split(hit.string[hit.end() :])[0]
    return bool(SAID_TO_BE.search(before)) or not OFFICES.search(before + after)


SENTENCES = re.compile(r"(?<=[a-z\d”][.!?])\s+(?=[A-Z“])")
SAID_TO_BE = re.compile(rf"(?i)\b{POSTED}\W{{1,3}}$")


def is_driven(hit: re.Match[str]) -> bool:
    return bool(DRIVEN.search(hit.string))


def is_of_nobody_known(hit: re.Match[str]) -> bool:
    return not REGISTERED.search(hit.string[: hit.start()])


# Eight or nine digits in a row are somebody’s, unless a company or a charity has them
LONG_NUMBER = re.compile(r"(?<![\w£$€./,:=-])(?!20[0-3]\d[01]\d[0-3]\d\b)\d{8,9}(?![\w/-]|[.,]\d)")
REGISTERED = re.compile(
    r"(?i)\b(?:charity|company|registered|registration|ISBN|ISSN|DOI|PMID|helpline|telephone|tel|"
    r"contact|fax|phone)\b[^.;]{0,40}$"
)


def is_private(hit: re.Match[str]) -> bool:
    return not OF_EVERYBODY.search(hit.string[: hit.start()])


def is_personal(hit: re.Match[str]) -> bool:
    return not OFFICIAL_EMAIL.match(hit.group())


def has_check_digit(hit: re.Match[str]) -> bool:
    return is_nhs(hit.group())


def is_nhs(found: str) -> bool:
    """Test the check digit. Source: NHS Data Dictionary, NHS NUMBER."""
    *digits, check = (int(one) for one in found if one.isdigit())
    total = sum(digit * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return (11 - total % 11) % 11 == check and len(set(digits)) > 1


LOOKS = (
    (NHS, has_check_digit, S.STOP, "An NHS number."),
    (CAR, is_driven, S.STOP, "A car’s registration."),
    (POSTCODE, is_home, S.STOP, "A full postcode."),
    (LONG_NUMBER, is_of_nobody_known, S.SERIOUS, "The number of a person or a case."),
    (TELEPHONE, is_private, S.SERIOUS, "A telephone number."),
    (EMAIL, is_personal, S.SERIOUS, "A person’s email address."),
)
