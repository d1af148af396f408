"""
Answering by a link and a code, without an account.

The link alone shows the review's reference and the last day. The code, sent separately, opens
what was put to people for an hour: terms and minutes in their words, of a draft or a document its
version and hash. Looking changes nothing. A link that is wrong, over or taken back looks the same
as one that never was.
"""

from datetime import date, datetime

from django.http import HttpResponse

from guests.models import GuestLink
from guests.views.room import Room, Visit
from panels.forms.rounds import AnswerForm
from panels.models import AgreementInvitee
from panels.operations import answers as operations
from panels.queries.rounds import invitee_behind
from panels.rules.rounds import check_link_stands
from panels.views.answers import initial_of
from reviews.access import Refused, allows


class AgreementRoom(Room[AgreementInvitee]):
    name = "panels:agreement-link"
    folder = "panels/agreement"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[AgreementInvitee, GuestLink] | None:
        found = invitee_behind(secret, origin=origin, at=at)
        return (found, found.link) if found and found.link else None

    def is_open(self, about: AgreementInvitee, *, today: date) -> bool:
        return allows(check_link_stands, about, today=today)

    def context(self, about: AgreementInvitee) -> dict[str, object]:
        return {"round": about.round, "invitee": about}


ROOM = AgreementRoom()
send_code, enter_code, leave = ROOM.code_pages()


@ROOM.page("GET", "POST", inside=True)
def agreement_link(visit: Visit[AgreementInvitee]) -> HttpResponse:
    latest = visit.about.answers.first()
    form = AnswerForm(visit.request.POST or None, initial=initial_of(latest))
    if visit.request.method == "POST" and form.is_valid():
        try:
            operations.answer_by_link(invitee=visit.about, **form.cleaned_data, **visit.moment)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return visit.go()
    return visit.show("answer", form=form, latest=latest)
