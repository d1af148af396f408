"""A poll for the next meeting of the panel: some have answered, and an adviser has a link."""

from datetime import time, timedelta
from typing import Any

from agencies.models import User
from availability.models import Can
from availability.operations.answering import Said, give_answer
from availability.operations.asking import Proposal, open_poll
from availability.rules import Offer
from dhr.demonstration import people
from dhr.demonstration.clock import Clock
from panels.models import Mode
from panels.operations.rounds import Invited
from reviews.models import Review

OPENED, LAST_DAY = 4, 8  # days ago, days ahead
OFFERED = (40, 43, 48)  # days ahead
ADVISER = Invited(
    full_name="Idris Fenwick",
    email="idris.fenwick@housing.example",
    organisation="Wychmere housing advice",
)
SAID = (
    (people.INDEPENDENT_CHAIR, (Can.YES, Can.IF_NEEDED, Can.NO), ""),
    (people.PANEL_POLICE, (Can.NO, Can.YES, Can.YES), "In court on the first of them."),
)


def ask_for_dates(review: Review, clock: Clock, *, by: User) -> None:
    """Three days are offered; the chair and the police have said when they can come."""
    opened_at = clock.now - timedelta(days=OPENED)
    acting: dict[str, Any] = {"today": clock.ago(days=OPENED), "at": opened_at}
    seated = review.panel_members.attending().filter(user__isnull=False).in_order()
    members = [
        Invited(full_name=one.full_name, email=one.user.email, organisation=one.body, member=one)
        for one in seated.select_related("user", "involvement__agency")
        if one.user
    ]
    poll = open_poll(
        review=review,
        proposal=Proposal(
            closing_on=clock.ahead(days=LAST_DAY),
            mode=Mode.HYBRID,
            place="Guildhall, room 2",
            note="Two hours and a half, with a break.",
        ),
        offers=[Offer(clock.ahead(days=days), time(10), time(12, 30)) for days in OFFERED],
        people=[*members, ADVISER],
        by=by,
        **acting,
    )
    days = list(poll.days.all())
    for player, cans, remark in SAID:
        user = people.user(player)
        choices = {day.pk: can for day, can in zip(days, cans, strict=True)}
        give_answer(
            invitee=poll.invitees.get(user=user),
            said=Said(choices=choices, remark=remark),
            by=user,
            **acting,
        )
