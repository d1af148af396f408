"""What boards miss in an analysis: barriers, specialist services, curiosity, kinds of abuse."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publications.checks.rehearsed import Rehearsed, Remark
from publications.models import PointCategory as Theme

CHAPTERS = (
    "overview",
    "analysis-agencies",
    "analysis-enquiries",
    "analysis-equality",
    "conclusions",
)
ANALYSIS = "analysis-enquiries"


@dataclass(frozen=True)
class Asked:
    """What an analysis is asked for, and the words by which it is found there."""

    theme: Theme
    sign: str
    words: str


ASKED = (
    Asked(
        Theme.BARRIERS,
        r"\bbarrier|\bstigma|\bshame\b|\bafraid to\b|\bfear of\b|\breluctan|\bseek(?:ing)? help"
        r"|\bask(?:ing)? for help|\bunable to (?:disclose|leave|tell)",
        "The analysis does not speak of what kept anybody from seeking help.",
    ),
    Asked(
        Theme.SPECIALIST,
        r"\bspecialist\b|\bby[- ]and[- ]for\b|\bIDVA\b|\badvoca|\bexpert",
        "It is not said whether a specialist or by-and-for service was asked, or why not.",
    ),
    Asked(
        Theme.CURIOSITY,
        r"\broutine(?:ly)? (?:enquir|asked)|\bprofessional curiosity|\bcurious\b"
        r"|\basked (?:her|him|them) (?:about|alone|whether)|\bdirect(?:ly)? ask",
        "The analysis does not say whether professionals asked about abuse when they could have.",
    ),
    Asked(
        Theme.ABUSE,
        r"\bcoerc|\bcontrolling\b|\beconomic abuse|\bfinancial abuse|\bstalk|\bhonour"
        r"|\bforced marriage|\bstrangul",
        "No kind of abuse beyond violence is explored: coercive control, economic abuse, stalking, "
        "so-called honour.",
    ),
)  # fmt: skip

TRAINING = re.compile(r"\btrain", re.I)
TAUGHT = re.compile(
    r"\btrain\w*\b.{0,60}\b(?:on|in|about"
    r"|to (?:recogni|identif|understand|ask|respond|assess)\w*)\b",
    re.I | re.S,
)


def check(paper: Rehearsed) -> Iterator[Remark]:
    told = "\n".join(paper.chapter(key).text for key in CHAPTERS)
    for asked in ASKED:
        if asked.theme == Theme.SPECIALIST and paper.has_adviser:
            continue
        if not re.search(asked.sign, told, re.I):
            yield Remark(asked.theme, asked.words, ("section", ANALYSIS))
    yield from training(paper)


def training(paper: Rehearsed) -> Iterator[Remark]:
    """A recommendation of training says what is taught."""
    for one in paper.recommendations:
        if TRAINING.search(one.text) and not TAUGHT.search(one.text):
            words = f"Recommendation {one.number} asks for training and does not say in what."
            yield Remark(Theme.TRAINING, words, ("recommendation", one.pk), one.text)
