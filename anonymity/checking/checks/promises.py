"""
J. What the paper promises of its anonymity, and what the paper itself then breaks.

"No schools appear in this report" is a sentence that families hold a partnership to. It is marked
where another check finds a school.
"""

import re
from collections.abc import Iterable, Iterator

from anonymity.checking.finding import Finding, Kind, Severity
from anonymity.checking.paper import Paper
from anonymity.checking.passages import Chapter, passages

BE = r"(?:is|are|was|were|be|been|being)\s+(?:\w+\s+){0,2}?"
SAID = (
    rf"{BE}(?:named|identified|identifiable|published|given|disclosed|included|omitted|removed|"
    rf"anonymised|"
    r"left\s+out|generalised)|appears?|identif(?:y|ies)"
)
HAVE = r"(?:have|has|had)\s+(?:not|never)\s+been\s+(?:included|named|given|published|used)"
PROMISE = re.compile(
    rf"(?i)(?:\b(?:no|only|all|any)\b(?! to\b)(?=[^.;]*\b(?:{SAID})\b)"
    rf"|\b(?:their |the )?(?:sex|ages?|names?)\b(?=[^.;]*\b(?:not\s+(?:named|identified|published|"
    rf"given|"
    rf"disclosed|included)|{HAVE})\b)"
    r"|\b(?:[\w’]+\s+)?(?:schools?|nurser(?:y|ies)|surger(?:y|ies)|practices?|hospitals?|places|"
    r"locations|addresses|villages?|towns?|streets?|refuges?|hostels?|employers?|professionals?)\b"
    r"(?=[^.;]*\b(?:is|are|will|has|have)\s+(?:not|never)\s+(?:be(?:en)?\s+)?"
    r"(?:named|identified|given|stated|published|disclosed|included)\b)"
    rf"|\bneither\s+(?:the\s+)?(?:sex|gender|ages?|names?|"
    rf"schools?)\b(?=[^.;]*\bnor\b[^.;]*\b(?:{SAID}|discovered|known|told)\b)"
    r"|\b(?:the\s+)?(?:sex|gender|ages?)\b(?=[^.;]*\b(?:not\s+(?:stated|told|mentioned)|nowhere)\b)"
    r"|\bneither\b(?=[^.;]*\b(?:ages?|sex|gender)\b[^.;]*\bnor\b)"
    r"|\b(?:the\s+)?(?:sex|gender|ages?|names?)\b(?=[^.;]*\b(?:withheld|concealed|left\s+out)\b)"
    r"|\b(?:report|review|paper|panel|we)\b[^.;]{0,40}\b(?:does|do|did|has|have|will|"
    r"shall)\s+not\s+"
    r"(?:disclosed?|giv(?:e|en)|name[d]?|state[d]?|reveal(?:ed)?|identif\w+|"
    r"publish(?:ed)?|print(?:ed)?|"
    r"includ\w+)\b(?=[^.;]*\b(?:sex|gender|ages?|names?|schools?|villages?|towns?|where|"
    r"live[sd]?|days?|dates?)\b)"
    r"|\b(?:months?|years?)\s+(?:and|but|,)?\s*(?:not|no|"
    r"never)\s+(?:the\s+)?(?:exact\s+)?(?:days?|dates?)\b"
    r"|\b(?:no|without)\s+(?:exact|precise|full|specific)\s+(?:days?|dates?|ages?)\b"
    r"|\bnothing\b(?=[^.;]*\b(?:points?\s+to|leads?\s+to|identif\w+|gives?\s+away|betrays?|"
    r"tells?)\b[^.;]*"
    r"\b(?:village|town|place|family|children|school)\b)"
    r"|\b(?:dates?|days?)\b(?=[^.;]*\b(?:removed|left\s+out|omitted|generalised|withheld|"
    r"not\s+(?:given|"
    r"stated|published|included))\b)"
    r")[^.;\n]*"
)
# In the story of a life these count something else: “only the doctor who had been named”
OF_LIVES = re.compile(
    r"(?i)(?:only|all|no|any|days?|dates?)\b(?!\s+(?:names?|schools?|dates?|ages?)\b)"
)
NAMES = {Kind.IDENTIFIER, Kind.PROFESSIONAL}
ABOUT = (
    (r"\b(?:name[sd]?|members?|people|professionals?)\b", NAMES),
    (r"\b(?:dates? of birth|birth|ages?)\b", {Kind.PRECISE, Kind.LIVING}),
    (r"\b(?:days?|(?:exact|precise|full) dates?)\b", {Kind.PRECISE}),
    (r"\b(?:villages?|towns?|where they live)\b", {Kind.PLACE}),
    (
        (
            r"\b(?:address(?:es)?|schools?|places?|locations?|nurser(?:y|ies)|surger(?:y|ies)|"
            r"streets?|practices?|refuges?|hostels?|employers?)\b"
        ),
        {Kind.PLACE},
    ),
    (r"\b(?:children|schooling)\b(?! (?:is|are|has|have|were|was|will)\b)", {Kind.LIVING}),
)
OF_SEX = re.compile(r"(?i)\b(?:sex|gender|boy or a girl|girl or a boy)\b")
# Of a child, what is found of the kind may be anything: these tell whether it is a boy or a girl
TELL_THE_SEX = {"sex_of_children", "births_of_children"}
COMPILED = tuple((re.compile(pattern, re.I), kinds) for pattern, kinds in ABOUT)


def broken(paper: Paper, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the promises that what the other checks found breaks."""
    told = list(found)
    kinds = {one.kind for one in told}
    tell_the_sex = any(one.policy in TELL_THE_SEX for one in told)
    for passage in passages(paper):
        if passage.chapter is Chapter.SOURCES or passage.is_row:
            continue
        for hit in PROMISE.finditer(passage.text):
            if passage.chapter is Chapter.LIFE and OF_LIVES.match(hit[0]):
                continue
            about = set().union(*(them for what, them in COMPILED if what.search(hit.group())))
            if about & kinds or (tell_the_sex and OF_SEX.search(hit.group())):
                yield passage.finding(
                    hit.span(), Kind.CONTRADICTION, Severity.SERIOUS,
                    "The paper does not keep this: see what else was found.",
                )  # fmt: skip
