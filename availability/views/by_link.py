"""
Saying by a link and a code, without an account, when one can come.

The link alone shows the review's reference and the last day. The code, sent separately, opens the
days and the place for an hour; once a day is chosen, the meeting. A link that is wrong, over or
taken back looks the same as one that never was. Who else was asked and what they said is not shown.
"""

from datetime import date, datetime

from django.http import HttpResponse

from availability import access
from availability.forms.answering import DaysForm
from availability.models import PollInvitee
from availability.operations import answering
from availability.queries.polls import choices_of
from availability.rules import check_link_stands
from guests.models import GuestLink
from guests.views.room import Room, Visit
from reviews.access import Refused, allows


class DatesRoom(Room[PollInvitee]):
    name = "availability:by-link"
    folder = "availability/by_link"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[PollInvitee, GuestLink] | None:
        found = access.invitee_behind(secret, origin=origin, at=at)
        return (found, found.link) if found and found.link else None

    def is_open(self, about: PollInvitee, *, today: date) -> bool:
        return allows(check_link_stands, about, today=today)

    def context(self, about: PollInvitee) -> dict[str, object]:
        return {"poll": about.poll, "invitee": about, "link": about.link}


ROOM = DatesRoom()
send_code, enter_code, leave = ROOM.code_pages()


@ROOM.page("GET", "POST", inside=True)
def by_link(visit: Visit[PollInvitee]) -> HttpResponse:
    """The days and a place to answer; once one is chosen, the meeting."""
    poll, request = visit.about.poll, visit.request
    if poll.meeting:
        return visit.show("meeting", meeting=poll.meeting)
    choices, remark = choices_of(visit.about)
    days = list(poll.days.all())
    form = DaysForm(request.POST or None, days=days, choices=choices, remark=remark)
    if request.method == "POST" and form.is_valid():
        try:
            answering.answer_by_link(invitee=visit.about, said=form.said(), **visit.moment)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return visit.go()
    return visit.show("answer", form=form, has_answered=bool(choices))
