"""
Answering a scoping letter by a link, without an account.

The link alone shows that a review of this reference asks for an answer, and whom to ring. The
code, sent separately, opens the letter for an hour; it is the only thing it opens. A link that is
wrong, over, taken back or used looks the same as one that never was.
"""

from contextlib import AbstractContextManager
from datetime import date, datetime

from django.http import HttpResponse

from audit.models import ActorKind
from documents.forms import take_file
from documents.models import Document
from evidence.forms.by_link import ByLinkForm
from evidence.models import NEXT_STEPS, ScopingLink
from evidence.operations import by_link as operations
from evidence.queries.letter import written
from evidence.queries.links import link_of
from evidence.rules.links import check_link_stands
from guests.models import GuestLink
from guests.views.room import Room, Typed, Visit
from privacy import row_locks
from reviews.access import Refused, allows

Letter = Visit[ScopingLink]


class ScopingRoom(Room[ScopingLink]):
    name = "evidence:by-link"
    folder = "evidence/by_link"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[ScopingLink, GuestLink] | None:
        found = link_of(secret, origin=origin, at=at)
        return (found, found.link) if found else None

    def is_open(self, about: ScopingLink, *, today: date) -> bool:
        return allows(check_link_stands, about, today=today)

    def context(self, about: ScopingLink) -> dict[str, object]:
        return {"link": about}

    def in_sight(self, about: ScopingLink) -> AbstractContextManager[object]:
        return row_locks.for_part(about.request.involvement_id)

    def done(self, visit: Letter) -> HttpResponse:
        return visit.go("answered")

    def resume(self, visit: Letter, kept: Typed) -> HttpResponse:
        if not kept:
            return visit.go()
        operations.tell("letter_by_link.looked_at", visit.about, at=visit.now)
        return letter(visit, ByLinkForm(visit.request.POST), is_kept=True)


ROOM = ScopingRoom()
send_code, enter_code, leave = ROOM.code_pages()


def letter(visit: Letter, form: ByLinkForm, *, is_kept: bool = False) -> HttpResponse:
    asked = written(visit.about.request, may_know=True)
    return visit.show("letter", letter=asked, form=form, is_kept=is_kept)


@ROOM.page("GET", "POST", inside=True)
def by_link(visit: Letter) -> HttpResponse:
    """The letter and a place to answer it; before the code, what this is and how to go on."""
    request = visit.request
    if request.method == "GET":
        operations.tell("letter_by_link.looked_at", visit.about, at=visit.now)
        return letter(visit, ByLinkForm())
    form = ByLinkForm(request.POST, request.FILES)
    document = take_file(
        form,
        "document",
        by=ActorKind.SIGNED_OUT,
        kept_for=f"link {visit.about.pk}",
        at=visit.now,
        review_ref=visit.link.review_ref,
    )
    form.ask_for_missing(has_file=document is not None)
    if form.is_valid():
        try:
            take_in(visit, form, document)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return visit.go("answered")
    return letter(visit, form)


def take_in(visit: Letter, form: ByLinkForm, document: Document | None) -> None:
    link, guest = visit.about, form.guest()
    if form.wants_time:
        operations.ask_for_time(link=link, asked=form.more_time(), guest=guest, **visit.moment)
    else:
        said = form.answer()
        operations.answer(link=link, said=said, guest=guest, document=document, **visit.moment)


@ROOM.page("GET", after=True)
def answered(visit: Letter) -> HttpResponse:
    """A receipt, to print or save."""
    answer, delay = visit.about.returns.last(), visit.about.delays.last()
    if not visit.is_inside or not (answer or delay):
        return visit.go()
    next_step = NEXT_STEPS.get(answer.kind, "") if answer else ""
    return visit.show("answered", answer=answer, delay=delay, next_step=next_step)
