"""What somebody did or did not do: a verb of agencies and families, and whether it is denied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from anonymity.checking.facts.likeness import stem

DONE = (
    "visited visit|offered offer offers|referred referral refer referring|arrested arrest|charged|"
    "interviewed interview|"
    "asked ask asking enquiry|assessed assessment assess|checked check checks|flagged flag marker|"
    "disclosed disclosure disclose|"
    "shared share sharing|searched search|convicted conviction|registered register|prescribed "
    "prescription prescribe|"
    "admitted admission|discharged discharge|married marriage|applied application apply|granted "
    "grant|heard hearing hear|discussed discuss discussion|"
    "replied reply replies responded response|recognised recognise|trained training|seen alone|"
    "spoken spoke speak|written wrote|informed inform|notified notify notification|injured injury "
    "injuries|"
    "served serve serving|"
    "employed employment work worked|photographed photographs photograph|inspected inspection|"
    "supervised supervision|monitored"
)
ROOT = {word: group.split()[0] for group in DONE.split("|") for word in group.split()}
NEGATED = re.compile(
    r"(?i)\b(?P<not>never|not|no|nor|neither|without|nobody|no[- ]one|failed to|"
    r"none)\b(?P<gap>(?: [\w’-]+){0,5}?) (?P<verb>"
    + "|".join(sorted(ROOT, key=len, reverse=True))
    + r")\b"
)
VERB = re.compile(r"(?i)\b(?P<verb>" + "|".join(sorted(ROOT, key=len, reverse=True)) + r")\b")
ABSOLUTE = re.compile(
    r"(?i)\b(?:at no (?:time|point|stage)|never|not once|on no occasion|not at any (?:time|point)|"
    r"no\b[^.;]{0,40}\bever|not ever|not one|none\b[^.;]{0,40}\b(?:at any (?:time|point|stage)|"
    r"ever))\b"
)
UNREAL = re.compile(
    r"(?i)\b(?:should|would|could|might|if|whether|(?-i:may)|must|need|can|will|to be|ought|"
    r"unless|until|"
    r"had (?:she|he|they) been)\b"
)


@dataclass(frozen=True, slots=True)
class Action:
    """root: the verb, one for all its forms. start, end: where it stands in the sentence."""

    root: str
    start: int
    end: int


def denied_in(text: str) -> Iterator[Action]:
    """Yield what a sentence says was not done."""
    always = re.search(r"(?i)\bat no (?:time|point|stage)\b|\bon no occasion\b|\bnot once\b", text)
    if always:
        verb = VERB.search(text, always.end())
        if verb:
            yield Action(ROOT[verb["verb"].lower()], always.start(), verb.end())
    for hit in NEGATED.finditer(text):
        if not UNREAL.search(hit["gap"]):
            yield Action(ROOT[hit["verb"].lower()], hit.start(), hit.end())


def done_in(text: str) -> Iterator[Action]:
    """Yield what a sentence says was done."""
    denied = [(one.start, one.end) for one in denied_in(text)]
    for hit in VERB.finditer(text):
        before = text[max(0, hit.start() - 60) : hit.start()]
        if UNREAL.search(before) or re.search(
            r"(?i)\b(?:not|never|no|nor|neither|without|failed|declined|refused|nobody|none)\b",
            before[-40:],
        ):
            continue
        if not any(start <= hit.start() < end for start, end in denied):
            yield Action(ROOT[hit["verb"].lower()], *hit.span())


STEMS = {
    group.split()[0]: frozenset(stem(word) for word in group.split()) for group in DONE.split("|")
}
