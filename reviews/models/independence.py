"""
What people are asked about their independence, for each part they play, and what an answer means.

One list for everybody. The questions are a product default (docs/adr/0009-value-lists.md): no
national wording was confirmed, so none is quoted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from django.db import models


class Capacity(models.TextChoices):
    """The parts in which somebody's independence matters."""

    INDEPENDENT_CHAIR = "INDEPENDENT_CHAIR", "Independent chair"
    OVERVIEW_AUTHOR = "OVERVIEW_AUTHOR", "Author of the overview report"
    SECRETARY = "SECRETARY", "Secretary"
    PANEL_MEMBER = "PANEL_MEMBER", "Panel member"
    ADVISER = "ADVISER", "Adviser"
    OBSERVER = "OBSERVER", "Observer"
    IMR_AUTHOR = "IMR_AUTHOR", "Author of an agency’s report"
    SUMMARY_AUTHOR = "SUMMARY_AUTHOR", "Author of a summary of engagement"
    SENIOR_SIGN_OFF = "SENIOR_SIGN_OFF", "Senior sign-off"
    OFFICER = "OFFICER", "CSP officer"

    @property
    def in_words(self) -> str:
        """The part inside a sentence: "the senior sign-off"."""
        label = str(self.label)
        return label if label.startswith("CSP") else f"{label[0].lower()}{label[1:]}"


class Weight(Enum):
    """What a declared connection means for one part."""

    DISQUALIFIES = "disqualifies"
    TO_ACCEPT = "the CSP chair accepts or declines it"


C = Capacity
LEADING = (C.INDEPENDENT_CHAIR, C.OVERVIEW_AUTHOR, C.SECRETARY)
ON_PANEL = (*LEADING, C.PANEL_MEMBER, C.ADVISER, C.OBSERVER)
WRITING = (C.IMR_AUTHOR, C.SUMMARY_AUTHOR)
INSIDE = (C.SENIOR_SIGN_OFF, C.OFFICER)


def weighs(*parts: Capacity, bars: tuple[Capacity, ...] = ()) -> Mapping[Capacity, Weight]:
    """Return for these parts that the CSP chair weighs an answer, but for those it bars."""
    return {part: Weight.DISQUALIFIES if part in bars else Weight.TO_ACCEPT for part in parts}


@dataclass(frozen=True)
class IndependenceQuestion:
    """
    One question, answered yes or no.

    weights: who is asked it, and what a connection means for them.
    connects_if: the answer that declares a connection, to be explained.
    """

    code: str
    words: str
    weights: Mapping[Capacity, Weight]
    connects_if: bool = True

    def connects(self, answers: Mapping[str, bool]) -> bool:
        return answers.get(self.code) is self.connects_if

    def bars(self, capacity: Capacity) -> bool:
        return self.weights.get(capacity) is Weight.DISQUALIFIES


Q = IndependenceQuestion
QUESTIONS = (
    Q(
        "KNOWN",
        "Have you known, at work or in private, anyone this review is about?",
        weighs(*ON_PANEL, *INSIDE),
    ),
    Q(
        "INVOLVED",
        "Have you given a service to them, or managed or supervised somebody who did?",
        weighs(*ON_PANEL, *INSIDE, bars=(*LEADING, C.PANEL_MEMBER)),
    ),
    Q(
        "EMPLOYED_NOW",
        "Do you work for an agency of this review or for the partnership?",
        weighs(*LEADING, bars=(C.INDEPENDENT_CHAIR, C.OVERVIEW_AUTHOR)),
    ),
    Q(
        "EMPLOYED",
        "Have you worked for an agency of this review, for the partnership or in its area?",
        weighs(*LEADING),
    ),
    Q(
        "OTHER_REVIEWS",
        "Do you take part in another review in this area, or did you?",
        weighs(*LEADING),
    ),
    Q(
        "SENIOR",
        "Are you senior enough to commit the body you speak for?",
        weighs(C.PANEL_MEMBER),
        connects_if=False,
    ),
    Q(
        "DELIVERED",
        "Did you ever give a service to any of the people this review is about, or take part in a "
        "decision about them?",
        weighs(*WRITING, bars=(C.IMR_AUTHOR,)),
    ),
    Q(
        "MANAGED",
        "Did you manage or supervise that service, then or since?",
        weighs(*WRITING, bars=(C.IMR_AUTHOR,)),
    ),
    Q(
        "LINE_MANAGES",
        "Do you line-manage anybody who gave it, or did you then?",
        weighs(*WRITING, bars=(C.IMR_AUTHOR,)),
    ),
    Q("REPORTS_TO", "Do you report to somebody who gave or managed it?", weighs(*WRITING)),
    Q(
        "KNOWS",
        "Do you know any of these people, or anybody close to them, in private life?",
        weighs(*WRITING),
    ),
    Q("OTHER", "Is there anything else that others should know of?", weighs(*Capacity)),
)

ANSWERED_WITH_POSTS = ("EMPLOYED_NOW", "EMPLOYED")


def questions_for(capacity: str) -> tuple[IndependenceQuestion, ...]:
    return tuple(question for question in QUESTIONS if capacity in question.weights)


def connections_in(answers: Mapping[str, bool], capacity: Capacity) -> list[IndependenceQuestion]:
    """Return the questions whose answers declare a connection."""
    return [asked for asked in questions_for(capacity) if asked.connects(answers)]


def disqualifying(answers: Mapping[str, bool], capacity: Capacity) -> list[IndependenceQuestion]:
    """Return the questions whose answers mean that somebody else must play the part."""
    return [asked for asked in connections_in(answers, capacity) if asked.bars(capacity)]


class Decided(models.TextChoices):
    """What the CSP chair made of a declared connection."""

    ACCEPTED = "ACCEPTED", "Accepted"
    DECLINED = "DECLINED", "Declined"


class Judged(Enum):
    """How a declaration stands. The first two let its person play their part."""

    CLEAR = "Declared, no connection"
    ACCEPTED = "Connection accepted"
    WAITING = "Connection to be decided"
    DECLINED = "Connection declined"
    DISQUALIFIED = "Disqualified"

    @property
    def lets_act(self) -> bool:
        return self in {Judged.CLEAR, Judged.ACCEPTED}

    @property
    def stops(self) -> bool:
        """Test whether somebody else must play the part. Nobody can pass this."""
        return self in {Judged.DECLINED, Judged.DISQUALIFIED}


def judge(answers: Mapping[str, bool], capacity: Capacity, decided: str) -> Judged:
    """Say how a declaration stands. A decision never outweighs what disqualifies."""
    if disqualifying(answers, capacity):
        return Judged.DISQUALIFIED
    if not connections_in(answers, capacity):
        return Judged.CLEAR
    if not decided:
        return Judged.WAITING
    return Judged.ACCEPTED if decided == Decided.ACCEPTED else Judged.DECLINED
