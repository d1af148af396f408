"""
J. “No agency made contact with the Forced Marriage Unit”, and a paragraph that tells of one that
did: a body or a form that is said never to have been turned to.
"""

import re
from collections.abc import Iterator

from anonymity.checking.facts.told import Statement, statements
from anonymity.checking.finding import Finding, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.register import Register

NONE = (
    r"(?:[Nn]o (?:agency|service|professional|one|body|officer|practitioner|organisation)|"
    r"[Nn]obody|[Nn]one of (?:the|these) (?:agencies|services|professionals)|"
    r"[Nn]either \w+ nor \w+|[Aa]t no (?:time|point|stage))"
)
TURNED = (
    r"(?:contact(?:ed)?|consult(?:ed)?|approach(?:ed)?|referr(?:ed|al)|inform(?:ed)?|notif(?:ied|y)|"
    r"ask(?:ed)?|rang|call(?:ed)?|spoke|involv(?:ed|e)|made|sought|use of|turned)"
)
BODY = r"(?P<what>(?:[A-Z][\w’-]+ )+[A-Z][\w’-]+|[A-Z]{3,})"
DENIED = re.compile(
    rf"\b{NONE}\b[^.;,]{{0,40}}?\b{TURNED}\b[^.;,]{{0,40}}?\b(?:with|to|of|from|the|by) "
    rf"(?:the )?{BODY}\b"
)
NEVER = re.compile(
    rf"\b[Tt]he {BODY} (?:was|were|had been) (?:never |not (?:ever )?(?:at any (?:time|point) )?)"
    r"(?:contacted|consulted|approached|informed|notified|asked|involved)\b"
)
SINCE = re.compile(
    r"(?i)\b(?:until|before|after|apart from|other than|except|on (?:this|that|these|either) "
    r"occasions?|at (?:this|that) (?:time|point|stage)|in (?:this|that)|if|IMRs?|"
    r"reports?|information)\b"
)
POSITIVE = (
    r"(?:contacted|consulted|approached|rang|called|spoke (?:to|with)|referred [^.;]{0,40}?to|"
    r"informed|notified|asked|sought advice from|made (?:a referral|contact)[^.;]{0,20}? "
    r"(?:to|with)|"
    r"took advice from|advice (?:was )?(?:taken|sought|given) (?:from|by))"
)
NOT = re.compile(
    r"(?i)\b(?:not|never|no|nor|nobody|none|should|would|could|if|whether|without|until)\b"
)


def find(paper: Paper, register: Register) -> Iterator[Finding]:
    told = statements(paper)
    for one in told:
        if one.region in ("plan", "process"):
            continue
        for hit in (*DENIED.finditer(one.text), *NEVER.finditer(one.text)):
            if SINCE.search(one.text, 0, hit.end()):
                continue
            other = told_of(hit["what"], one, told)
            if other:
                yield one.finding(
                    hit.span(), f"{other.place_first} tells that it was.", Severity.SERIOUS
                )


def told_of(what: str, one: Statement, told: tuple[Statement, ...]) -> Statement | None:
    positive = re.compile(rf"\b{POSITIVE} (?:with |to )?(?:the )?{re.escape(what)}\b")
    return next(
        (
            other
            for other in told
            if other is not one
            and other.region not in ("plan", "process")
            and what in other.text
            and positive.search(other.text)
            and not NOT.search(other.text)
        ),
        None,
    )
