"""
Answering one question by a link, without an account: that question and no other.

Who calls, the code and the way out are `guests.views.room`.
"""

from datetime import date, datetime

from django.http import HttpResponse

from audit.models import ActorKind
from documents.forms import take_file
from guests.models import GuestLink
from guests.views.room import Room, Visit
from questions import access
from questions.forms.answering import AnswerByLinkForm
from questions.models import Delegation
from questions.operations import answering
from questions.rules import check_link_stands
from reviews.access import Refused, allows


class QuestionRoom(Room[Delegation]):
    name = "questions:by-link"
    folder = "questions/by_link"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[Delegation, GuestLink] | None:
        found = access.delegation_behind(secret, origin=origin, at=at)
        return (found, found.link) if found else None

    def is_open(self, about: Delegation, *, today: date) -> bool:
        return allows(check_link_stands, about, today=today)

    def context(self, about: Delegation) -> dict[str, object]:
        return {"delegation": about, "link": about.link, "question": about.question}

    def done(self, visit: Visit[Delegation]) -> HttpResponse:
        return visit.show("answered")


ROOM = QuestionRoom()
send_code, enter_code, leave = ROOM.code_pages()


@ROOM.page("GET", "POST", inside=True)
def by_link(visit: Visit[Delegation]) -> HttpResponse:
    """The question and a place to answer it; before the code, what this is and how to go on."""
    request, delegation = visit.request, visit.about
    if request.method == "GET":
        answering.tell_of_link("question.looked_at", delegation, at=visit.now)
        return visit.show("question", form=AnswerByLinkForm(question=delegation.question))
    form = AnswerByLinkForm(request.POST, request.FILES, question=delegation.question)
    document = take_file(
        form,
        "answer_file",
        by=ActorKind.SIGNED_OUT,
        kept_for=f"question link {delegation.pk}",
        at=visit.now,
        review_ref=visit.link.review_ref,
    )
    if form.is_valid():
        try:
            answering.answer_by_link(
                delegation=delegation,
                said=form.said(),
                guest=form.guest(),
                answer_file=document,
                **visit.moment,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return visit.go()
    return visit.show("question", form=form)
