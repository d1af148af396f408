"""
The reading room: somebody without an account looks at the copy that was released to them.

The link alone shows that there is something to read, and until when. The code, sent separately,
opens it for an hour. A link that is wrong, over or recalled looks the same as one that never was;
one to a copy that may not leave any more, before anybody has looked at it, asks its reader to wait.
"""

from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from guests.models import GuestLink
from guests.views.room import Room, Visit
from reports.forms.releases import RemarkForm
from reports.models import DraftComment, DraftPart, DraftRelease
from reports.operations import reading as operations
from reports.operations.comments import Comment
from reports.queries.releases import chapters_in, mark_of, paragraphs_in, release_behind
from reports.rules.releases import check_is_open, check_may_be_looked_at
from reviews.access import Refused, allows

TIMES_ACROSS = range(40)  # how often the mark stands on the page

Reading = Visit[DraftRelease]


class ReadingRoom(Room[DraftRelease]):
    name = "reports:reading"
    folder = "reports/reading"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[DraftRelease, GuestLink] | None:
        found = release_behind(secret, origin=origin, at=at)
        return (found, found.link) if found and found.link else None

    def is_open(self, about: DraftRelease, *, today: date) -> bool:
        return allows(check_may_be_looked_at, about, today=today)

    def shut(self, visit: Reading) -> HttpResponse:
        """Tell whoever could read it tomorrow apart from whoever has a link that is over."""
        if not allows(check_is_open, visit.about, today=visit.today):
            return self.closed(visit.request)
        response = visit.show("withheld")
        response.status_code = 404
        return response

    def context(self, about: DraftRelease) -> dict[str, object]:
        return {"release": about, "reference": about.draft.review.reference}

    def in_sight(self, about: DraftRelease) -> AbstractContextManager[object]:
        return nullcontext()  # the copy was fetched with its link, and no other row is read


ROOM = ReadingRoom()
send_code, enter_code, leave = ROOM.code_pages()


@ROOM.page("GET", inside=True)
def reading(visit: Reading) -> HttpResponse:
    return read(visit, DraftPart.REPORT)


@ROOM.page("GET", inside=True)
def reading_summary(visit: Reading) -> HttpResponse:
    check_is_there(visit, DraftPart.SUMMARY)
    return read(visit, DraftPart.SUMMARY)


def check_is_there(visit: Reading, part: str, paragraph: str = "") -> None:
    """Raise Http404 for a part or a paragraph that this copy has not got."""
    if not chapters_in(visit.about, part):
        raise Http404
    if paragraph and paragraph not in paragraphs_in(visit.about, part):
        raise Http404


def read(visit: Reading, part: DraftPart) -> HttpResponse:
    """Show the copy, to look at, with its reader's name and the time across it."""
    operations.tell("release.looked_at", visit.about, at=visit.now)
    return visit.show(
        "room",
        part=part,
        is_summary=part == DraftPart.SUMMARY,
        has_summary=bool(chapters_in(visit.about, DraftPart.SUMMARY)),
        chapters=chapters_in(visit.about, part),
        mark=mark_of(visit.about, at=visit.now),
        times_across=TIMES_ACROSS,
        is_said="said" in visit.request.GET,
    )


@ROOM.page("GET", "POST", inside=True)
def remark(visit: Reading) -> HttpResponse:
    """Say something of a paragraph, or of the whole."""
    asked = visit.request.GET
    part = asked.get("part", "")
    about = DraftComment(
        part=part if part in DraftPart else DraftPart.REPORT,
        paragraph=asked.get("paragraph", "")[:10],
    )
    check_is_there(visit, about.part, about.paragraph)
    form = RemarkForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        said = Comment(words=form.cleaned_data["words"], part=about.part, paragraph=about.paragraph)
        try:
            operations.say(release=visit.about, comment=said, **visit.moment)
        except Refused as refusal:
            form.add_error("words", str(refusal))
        else:
            place = "reading-summary" if about.is_on_summary else "reading"
            anchor = f"#paragraph-{about.paragraph}" if about.paragraph else ""
            return redirect(f"{reverse(f'reports:{place}', args=[visit.secret])}?said{anchor}")
    return visit.show("remark", form=form, about=about)


@ROOM.page("POST", inside=True)
def have_read(visit: Reading) -> HttpResponse:
    operations.have_read(release=visit.about, **visit.moment)
    return visit.show("read")
