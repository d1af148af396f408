"""
Reading recommendations and replying to them by a link, without an account.

The link alone shows that a review of this reference asks for a reply. The code, sent separately,
opens the letter for an hour; it is the only thing it opens. A link that is wrong, over or taken
back looks the same as one that never was; one to words that may not leave any more, before anybody
has opened them, asks to wait.
"""

from datetime import date, datetime

from django.forms import BaseForm
from django.http import HttpResponse

from audit.models import ActorKind
from documents.forms import take_file
from documents.models import Route
from guests.models import GuestLink
from guests.views.room import Room, Visit
from postoffice import access
from postoffice.forms.letters import AcknowledgeForm, ReplyByLinkForm
from postoffice.models import DispatchLink
from postoffice.operations import answering
from postoffice.operations.answering import Guest
from postoffice.queries.leaving import why_withheld
from postoffice.queries.letter_page import lines_of
from postoffice.rules import check_link_stands
from reviews.access import Refused, allows

Letter = Visit[DispatchLink]


class LettersRoom(Room[DispatchLink]):
    name = "postoffice:by-link"
    folder = "postoffice/by_link"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[DispatchLink, GuestLink] | None:
        found = access.dispatch_behind(secret, origin=origin, at=at)
        return (found, found.link) if found else None

    def is_open(self, about: DispatchLink, *, today: date) -> bool:
        dispatch = about.dispatch
        stands = self.stands(about, today=today)
        return stands and not why_withheld(dispatch, list(dispatch.lines.all()))

    def stands(self, about: DispatchLink, *, today: date) -> bool:
        return allows(check_link_stands, about.dispatch, is_open=about.link.is_open(today))

    def shut(self, visit: Letter) -> HttpResponse:
        if not self.stands(visit.about, today=visit.today):
            return self.closed(visit.request)
        response = visit.show("withheld")
        response.status_code = 404
        return response

    def context(self, about: DispatchLink) -> dict[str, object]:
        return {"link": about, "dispatch": about.dispatch}

    def done(self, visit: Letter) -> HttpResponse:
        return letter(visit)


ROOM = LettersRoom()
send_code, enter_code, leave = ROOM.code_pages()


@ROOM.page("GET", "POST", inside=True)
def by_link(visit: Letter) -> HttpResponse:
    """The recommendations; before the code, what this is and how to go on."""
    if visit.request.method == "GET":
        answering.tell("dispatch.looked_at", visit.about, at=visit.now)
        return letter(visit)
    form = AcknowledgeForm(visit.request.POST)
    if not form.is_valid():
        return letter(visit, form)
    said = dict(form.cleaned_data)
    reference = said.pop("their_reference")
    answering.acknowledge_by_link(
        link=visit.about, guest=Guest(**said), their_reference=reference, **visit.moment
    )
    return visit.go()


def letter(visit: Letter, form: BaseForm | None = None) -> HttpResponse:
    dispatch = visit.about.dispatch
    lines = lines_of(dispatch, visit.today)
    return visit.show(
        "letter",
        form=form or AcknowledgeForm(),
        lines=lines,
        acknowledgement=dispatch.acknowledgements.first(),
        is_done=visit.link.is_used,
        left=sum(not shown.replies for shown in lines),
    )


@ROOM.page("GET", "POST", inside=True)
def reply(visit: Letter, line_id: int) -> HttpResponse:
    """Reply to one recommendation. What was typed when the hour ended is shown, to be copied."""
    request = visit.request
    dispatch = visit.about.dispatch
    line = access.line_or_404(dispatch, line_id)
    line.recommendation.review = dispatch.review
    form = ReplyByLinkForm(
        request.POST or None, request.FILES or None, initial=who_before(visit.about)
    )
    if request.method == "POST":
        document = take_file(
            form,
            "document",
            by=ActorKind.SIGNED_OUT,
            kept_for=f"dispatch link {visit.about.pk}",
            at=visit.now,
            review_ref=dispatch.review.reference,
        )
        if form.is_valid():
            guest = Guest(**{name: form.cleaned_data[name] for name in ("full_name", "job_title")})
            try:
                answering.reply_by_link(
                    link=visit.about,
                    line=line,
                    said=form.said(),
                    guest=guest,
                    document=document,
                    **visit.moment,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                return visit.go()
    return visit.show("reply", form=form, line=line)


def who_before(link: DispatchLink) -> dict[str, str]:
    """Return who acknowledged it by the link, so that nobody types their name again."""
    last = link.dispatch.acknowledgements.filter(received_via=Route.PAGE).last()
    return {"full_name": last.full_name, "job_title": last.job_title} if last else {}
