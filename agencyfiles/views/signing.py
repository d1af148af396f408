"""
Signing off a report by a link, without an account.

The link alone tells nothing of the case. The code, sent separately, shows front sheet,
recommendations and hashes for an hour, and signs exactly those. A link whose report has changed
since looks the same as one that never was.
"""

from datetime import date, datetime

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase

from agencyfiles.forms.signing import SignForm
from agencyfiles.models import SignOffLink
from agencyfiles.operations import signing
from agencyfiles.queries.reading import front_sheet_of
from agencyfiles.queries.seal import link_of, named_instead_of, recommendations_of, stands
from documents import delivery
from guests.models import GuestLink
from guests.views.room import Room, Visit
from reviews.access import Refused

Signing = Visit[SignOffLink]


class SigningRoom(Room[SignOffLink]):
    name = "agencyfiles:sign"
    folder = "agencyfiles/sign"

    def behind(
        self, secret: str, *, origin: str, at: datetime
    ) -> tuple[SignOffLink, GuestLink] | None:
        found = link_of(secret, origin=origin, at=at)
        return (found, found.link) if found else None

    def is_open(self, about: SignOffLink, *, today: date) -> bool:
        return stands(about, today=today)

    def context(self, about: SignOffLink) -> dict[str, object]:
        return {"link": about}

    def done(self, visit: Signing) -> HttpResponse:
        return visit.go("signed")


ROOM = SigningRoom()
send_code, enter_code, leave = ROOM.code_pages()


@ROOM.page("GET", "POST", inside=True)
def sign(visit: Signing) -> HttpResponse:
    """Front sheet, recommendations, the file and hashes, and a place to sign them."""
    named = named_instead_of(visit.about)
    form = SignForm(visit.request.POST if visit.request.method == "POST" else None, named=named)
    if visit.request.method == "GET":
        signing.record("imr_by_link.looked_at", visit.about.version, by=None, at=visit.now)
    elif form.is_valid():
        try:
            signing.sign_by_link(link=visit.about, **form.cleaned_data, **visit.moment)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return visit.go("signed")
    return visit.show("sheet", form=form, named=named, **shown(visit.about))


@ROOM.page("GET", inside=True, after=True)
def file(visit: Signing) -> HttpResponseBase:
    """Hand out the very file that is signed, before and after; looking at it signs nothing."""
    document = visit.about.version.document
    if document is None:
        raise Http404
    signing.record("imr_by_link.taken", visit.about.version, by=None, at=visit.now)
    return delivery.download(document)


@ROOM.page("GET", after=True)
def signed(visit: Signing) -> HttpResponse:
    """A receipt, to print or save: what was signed, by its hashes."""
    if not visit.is_done:
        return visit.go()
    return visit.show("signed", **shown(visit.about))


def shown(link: SignOffLink) -> dict[str, object]:
    version = link.version
    return {
        "version": version,
        "imr": version.imr,
        "part": version.imr.involvement,
        "sheet": front_sheet_of(version),
        "recommendations": recommendations_of(version),
    }
