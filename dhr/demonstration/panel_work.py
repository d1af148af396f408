"""What the panel of the review in evidence looks at, asks and decides not to do."""

from datetime import timedelta
from typing import Any

from agencies.models import User
from decisions.models import DecisionKind, Forum
from decisions.operations import record_decision
from decisions.rules import Decided
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from panels.models import Characteristic
from panels.operations.equality import Considered, answer_characteristic
from questions.models import QuestionKind
from questions.operations.asking import add_question, ask_questions
from questions.rules import Asking
from reviews.models import AgencyInvolvement, Review

POLICE, HOSPITAL = "Calderwick Constabulary", "Wychmere Hospitals NHS Trust"
QUESTIONS = (
    (HOSPITAL, Asking(question="Who was told when the second appointment was missed?")),
    (HOSPITAL, Asking(question="Which policy on routine enquiry held at that time?")),
)


def work_as_panel(review: Review, clock: Clock, *, by: User) -> None:
    """One characteristic seen late and one concluded, two decisions, and three questions asked."""
    acting: dict[str, Any] = {"today": clock.today, "by": by, "at": clock.now}
    consider(review, clock, acting)
    decide(review, clock, acting)
    inquire(review, clock)


def consider(review: Review, clock: Clock, acting: dict[str, Any]) -> None:
    for considered in (
        Considered(
            characteristic=Characteristic.CARER,
            identified_on=clock.ago(days=90),
            why="She looked after her mother, and services saw her as a carer only.",
            expertise="A carers’ organisation reads the reports of health and social care.",
        ),
        Considered(
            characteristic=Characteristic.LANGUAGE,
            identified_on=clock.ago(days=130),
            why="A report spoke of a language line.",
            conclusion="She spoke and read English. No interpreter was needed.",
            concluded_on=clock.ago(days=60),
        ),
    ):
        answer_characteristic(review=review, considered=considered, **acting)


def decide(review: Review, clock: Clock, acting: dict[str, Any]) -> None:
    meeting = review.meetings.get(number=1)
    for decided in (
        Decided(
            kind=DecisionKind.OUT_OF_PROPORTION,
            about="Full reports by schools",
            reason="What they held is told in two pages. A full report would add nothing.",
            forum=Forum.MEETING,
            meeting=meeting,
            decided_on=meeting.held_on,
        ),
        Decided(
            kind=DecisionKind.NOT_PURSUED,
            about="Records from before the period under review",
            reason="They are sixteen years old and of another household.",
            forum=Forum.CHAIR,
            decided_on=clock.ago(days=70),
        ),
    ):
        record_decision(review=review, decided=decided, **acting)


def inquire(review: Review, clock: Clock) -> None:
    """The chair asks the hospital two things, and the police whether a nurse may be interviewed."""
    asking: dict[str, Any] = {"by": people.user(people.INDEPENDENT_CHAIR), "at": clock.now}
    hospital, police = part_of(review, HOSPITAL), part_of(review, POLICE)
    interview = Asking(
        kind=QuestionKind.INTERVIEW,
        question="May we interview this member of staff before the trial?",
        staff_of=hospital,
        staff_post="Nurse in the emergency department",
    )
    for name, asked in (*QUESTIONS, (POLICE, interview)):
        add_question(part=part_of(review, name), asked=asked, **asking)
    for part in (hospital, police):
        ask_questions(
            part=part, due_on=clock.today + timedelta(days=14), today=clock.today, **asking
        )


def part_of(review: Review, name: str) -> AgencyInvolvement:
    return review.involvements.get(agency__name=name)
