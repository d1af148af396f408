"""
J. How often a sentence says it was, and how many months it then names.

“On four occasions, in June 2019, April 2020 and November 2020”: one was taken out, or one was
never put in.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of
from anonymity.checking.words.dates import MONTH

THINGS = (
    r"(?:occasions|times|conferences|incidents|contacts|reports|calls|visits|referrals|"
    r"attendances|assaults|arrests|disclosures|overdoses|meetings|appointments|admissions|"
    r"breaches|hearings|assessments|MARACs|offences|conversations|reviews)"
)
WHEN = rf"(?:(?:early|mid|late)[\s-]+)?(?:\d{{1,2}}\s+)?{MONTH}(?:\s+(?:19|20)\d\d)?"
NAMED = re.compile(
    rf"\b(?P<count>(?i:{COUNT}))\s+(?:(?!and\b|"
    rf"or\b)[a-z-]+\s+){{0,2}}?{THINGS}\b(?P<between>[^.;:()]{{0,60}}?)"
    rf"(?:,|:|\s[–-])?\s+(?:in|on)\s+(?P<all>{WHEN}(?:,\s+(?:in\s+|on\s+)?{WHEN})*,?\s+and\s+"
    rf"(?:again\s+)?(?:in\s+|on\s+)?{WHEN})(?!\s+(?:19|20)\d\d)(?!\s*\((?:twice|two|three))"
    # more of them follow: “…, on Monday 4 March, and finally on 9 May”
    rf"(?![ ]?[,;](?:[ ][a-z]+){{0,3}}[ ](?:in|on)[ ][^.;]{{0,30}}{MONTH})"
)
ONE = re.compile(WHEN)
# Of these, not all are named, or one month stands for more
SOME = re.compile(
    r"(?i)\b(?:includ\w+|between|among|most|of (?:which|these|them)|first|last|latest|other|"
    r"twice|from|"
    r"more than|over|at least|about|some|up to|each)\b"
)
MOST = 12  # times that one would name one by one


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for one in statements(paper):
        for hit in NAMED.finditer(one.text):
            counted = number_of(hit["count"])
            named = len(ONE.findall(hit["all"]))
            if hit.start() < one.begins or not counted or counted > MOST or counted == named:
                continue
            around = one.text[max(0, hit.start() - NEAR) : hit.start("all")]
            if not SOME.search(around):
                yield one.finding(
                    hit.span(), f"{named} are named.", Severity.POLICY, policy="counts"
                )


NEAR = 16  # letters before a number
