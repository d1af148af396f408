"""Minutes of the first meeting of the review in evidence, put to the panel in a round."""

from datetime import timedelta
from typing import Any

from agencies.models import User
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from dhr.demonstration.people import Player
from panels.models import AnswerKind, ItemKind, PanelPart, Standing
from panels.operations.answers import give_answer
from panels.operations.members import Seat, add_member
from panels.operations.minutes import Minute, add_item
from panels.operations.rounds import Invited, Question, ask_about_minutes
from reviews.models import Review

OPENED, LAST_DAY = 20, 3  # days ago
MINUTES = (
    (ItemKind.DISCUSSION, "Terms of reference", "The draft was read line by line."),
    (ItemKind.DECISION, "Terms of reference", "The panel agrees the terms of reference."),
    (ItemKind.DECISION, "Who is asked for what", "Schools are asked for a short report only."),
)
OUTSIDE = Invited(
    full_name="Nora Ashby",
    email="nora.ashby@advocacy.example",
    organisation="Wychmere advocacy",
)
OBJECTION = "I said that the school should write a full report. It is not in the minutes."


def put_minutes_to_panel(review: Review, clock: Clock, *, by: User) -> None:
    """One agrees, one objects, one is silent, and one has no account and writes too late."""
    acting: dict[str, Any] = {"today": clock.today, "by": by, "at": clock.now}
    meeting = review.meetings.get(number=1)
    for kind, heading, words in MINUTES:
        add_item(meeting=meeting, minute=Minute(kind=kind, heading=heading, words=words), **acting)
    opened_at = clock.now - timedelta(days=OPENED)
    asked = ask_about_minutes(
        meeting=meeting,
        people=[
            *map(invited, (people.PANEL_MEMBER, people.PANEL_POLICE, people.PANEL_HEALTH)),
            OUTSIDE,
        ],
        question=Question(closing_on=clock.ago(days=LAST_DAY)),
        today=clock.ago(days=OPENED),
        by=by,
        at=opened_at,
    )
    for player, answer, comment in (
        (people.PANEL_MEMBER, AnswerKind.AGREE, ""),
        (people.PANEL_POLICE, AnswerKind.OBJECT, OBJECTION),
    ):
        user = people.user(player)
        give_answer(
            invitee=asked.invitees.get(user=user),
            answer=answer,
            comment=comment,
            by=user,
            at=opened_at + timedelta(days=2),
        )


def invited(player: Player) -> Invited:
    return Invited(full_name=player.name, email=player.email, organisation=player.agency)


def invite_in_vain(review: Review, clock: Clock, *, by: User) -> None:
    """Record somebody who was invited to the panel and never took the seat."""
    surgery = review.involvements.get(agency__name="Fernbank Surgery")
    add_member(
        review=review,
        seat=Seat(
            part=PanelPart.PANEL_MEMBER,
            full_name="Moira Tull",
            is_voting=False,
            job_title="Named GP for safeguarding",
            involvement=surgery,
            standing=Standing.INVITED,
            invited_on=clock.ago(days=150),
            not_seated_because="No partner of the surgery could be released.",
        ),
        today=clock.today,
        by=by,
        at=clock.now,
    )
