"""
J. A law under another year than its own, and what else of the frame of every review is written
wrongly: since when there are reviews, how many characteristics are protected.

These stand in each report in one paragraph that is copied on, and a slip in it is copied too.
"""

import re
from collections.abc import Iterator

from anonymity.checking.finding import Finding, Kind, Severity, marked
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register
from anonymity.checking.words.counts import COUNT, number_of

# The years of Acts as legislation.gov.uk has them
ACTS = {
    "Domestic Violence, Crime and Victims": "2004", "Equality": "2006 2010", "Care": "2014",
    "Serious Crime": "2007 2015", "Domestic Abuse": "2021", "Mental Capacity": "2005",
    "Human Rights": "1998", "Crime and Disorder": "1998", "Data Protection": "1984 1998 2018",
    "Homicide": "1957", "Coroners and Justice": "2009", "Family Law": "1996",
    "Protection from Harassment": "1997", "Freedom of Information": "2000",
    "Police and Criminal Evidence": "1984", "Social Services and Well-being (Wales)": "2014",
    "Sexual Offences": "1956 1967 1985 1992 1993 2003", "Protection of Freedoms": "2012",
    "Homelessness Reduction": "2017", "Modern Slavery": "2015", "Female Genital Mutilation": "2003",
    "Mental Health": "1959 1983 2007 2025", "Children and Families": "2014",
    "Children and Social Work": "2017", "Forced Marriage (Civil Protection)": "2007",
    "Offences Against the Person": "1828 1861", "Adoption and Children": "2002",
    "Victims and Prisoners": "2024", "Online Safety": "2023", "Suicide": "1961",
}  # fmt: skip
AN_ACT = re.compile(
    rf"(?i)\b(?P<name>{'|'.join(map(re.escape, sorted(ACTS, key=len, reverse=True)))})"
    r"\s+Act,?\s+(?P<year>\d{4})\b"
)
ACT = "Act"  # as all of them are written
LONGER = re.compile(r"\b(?:and|(?!The\b|Under\b|By\b|See\b)[A-Z][\w-]*),?\s+$")
PROTECTED = re.compile(rf"(?i)\b(?P<count>{COUNT})\s+(?:\w+\s+)?protected\s+characteristics\b")
ALL_PROTECTED = 9  # Equality Act 2010 s. 4
PART = re.compile(r"(?i)\b(?:of|following|these|relevant|other|only|next)\s+$")
IN_FORCE = re.compile(
    r"(?i)\b(?:reviews?|DHRs?|section\s+9)\b[^.;]{0,60}\b(?:into|in)\s+force\s+(?:on|from|in)\s+"
    r"(?P<when>(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d)\b"
)
SINCE = re.compile(r"^(?:13(?:th)?\s+)?(?:April\s+)?2011$")  # S.I. 2011/817


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    for line in paper.filled():
        for hit in AN_ACT.finditer(line.text) if ACT in line.text else ():
            years = ACTS[next(name for name in ACTS if name.lower() == hit["name"].lower())]
            is_of_another = LONGER.search(line.text[: hit.start()])
            if hit["year"] not in years.split() and not is_of_another:
                yield marked(
                    line, hit, Kind.CONTRADICTION, Severity.SLIP,
                    f"This Act is of {years.split()[-1]}.", policy="events",
                )  # fmt: skip
        for hit in PROTECTED.finditer(line.text):
            if number_of(hit["count"]) != ALL_PROTECTED and not is_a_part(line.text, hit):
                yield marked(
                    line, hit, Kind.CONTRADICTION, Severity.SLIP,
                    "The Equality Act 2010 has nine.", policy="counts",
                )  # fmt: skip
        for hit in IN_FORCE.finditer(line.text):
            if not SINCE.match(hit["when"]):
                yield marked(
                    line, hit, Kind.CONTRADICTION, Severity.SLIP,
                    "They came into force on 13 April 2011.", group="when", policy="events",
                )  # fmt: skip


def is_a_part(text: str, hit: re.Match[str]) -> bool:
    """Whether only some of them are spoken of: “two of the protected characteristics”."""
    return bool(PART.search(text[: hit.start()])) or not re.search(
        r"(?i)\b(?:all|the|each|each of the|against)\s+(?:the\s+)?$", text[: hit.start()]
    )
