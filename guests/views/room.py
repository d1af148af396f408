"""
A room behind a link and a code: who calls, the hour that a code opens, and the way out.

What a link opens is said where it is asked for: a `Room` of that package, and its pages.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any, Generic, TypeVar

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from agencies.access import Refused
from guests import http
from guests.forms.code import CodeForm
from guests.models import GuestCode, GuestLink
from guests.operations import codes
from pages.errors import typed_in
from privacy.row_locks import lifted

ROBOTS = "noindex, nofollow, noarchive"
NOT_TYPED = ("csrfmiddlewaretoken", "code")
WRONG = "This code is not right, older than 10 minutes, or was used. Check it, or ask for another."

About = TypeVar("About")
Typed = list[tuple[str, str]]
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, kw_only=True)
class Visit(Generic[About]):
    """
    Somebody with a link that is known here.

    about: what the link is for. code: what they typed for it within the hour, unless they have
    left since.
    """

    room: "Room[About]"
    request: HttpRequest
    secret: str
    about: About
    link: GuestLink
    code: GuestCode | None
    today: date
    now: datetime

    @property
    def is_inside(self) -> bool:
        return self.code is not None

    @property
    def is_done(self) -> bool:
        """Test whether they are inside still, after the one thing was done."""
        return self.is_inside and self.link.is_used

    @property
    def origin(self) -> str:
        return http.origin(self.request)

    @property
    def moment(self) -> dict[str, Any]:
        """What every operation is told last."""
        return {"today": self.today, "at": self.now}

    @property
    def path(self) -> str:
        return reverse(self.room.name, args=[self.secret])

    def go(self, to: str = "") -> HttpResponse:
        """Lead to the room itself, or to a page of it by the end of its name."""
        return redirect(f"{self.room.name}-{to}" if to else self.room.name, self.secret)

    def show(self, page: str, **more: object) -> HttpResponse:
        context = {"secret": self.secret, "today": self.today, **self.room.context(self.about)}
        return render(self.request, f"{self.room.folder}/{page}.html", context | more)


class Room(ABC, Generic[About]):
    """
    What the links of one kind open.

    name: of the address that a link leads to; with -code, -send-code and -leave behind it, the
    names of the three addresses of `code_pages`. folder: of its templates, among them start, code,
    left and closed.
    """

    name: str
    folder: str

    @abstractmethod
    def behind(self, secret: str, *, origin: str, at: datetime) -> tuple[About, GuestLink] | None:
        """Return what a secret is for, whether or not it is still open; None for no such."""

    @abstractmethod
    def is_open(self, about: About, *, today: date) -> bool: ...

    @abstractmethod
    def context(self, about: About) -> dict[str, object]:
        """Return what every page of the room knows."""

    def in_sight(self, about: About) -> AbstractContextManager[object]:
        """Open the rows that its pages read. What the link opens is all that they ask for."""
        return lifted()

    def done(self, visit: Visit[About]) -> HttpResponse:
        """Answer whoever is inside still, on a page that needs the link open."""
        return self.closed(visit.request)

    def shut(self, visit: Visit[About]) -> HttpResponse:
        """Answer whoever has a link that is known and does not open now."""
        return self.closed(visit.request)

    def resume(self, visit: Visit[About], kept: Typed) -> HttpResponse:
        """Go on after the code. kept: what was typed before, where the hour had run out on it."""
        return visit.go()

    def page(
        self, *methods: str, inside: bool = False, after: bool = False
    ) -> Callable[[View], View]:
        """
        Make a page of the room: open to nobody in particular, kept by no cache and search engine.

        inside: it needs the code, and whoever has not typed it is asked to. after: it stays open
        to whoever is inside once the one thing is done.
        """

        def make(page: View) -> View:
            @login_not_required
            @never_cache
            @require_http_methods(methods)
            @wraps(page)
            def view(request: HttpRequest, token: str, **more: int) -> HttpResponseBase:
                visit = self.visit(request, token)
                response: HttpResponseBase
                if visit is None:
                    response = self.closed(request)
                else:
                    with self.in_sight(visit.about):
                        response = respond(visit, **more)
                response["X-Robots-Tag"] = ROBOTS
                return response

            def respond(visit: Visit[About], **more: int) -> HttpResponseBase:
                if visit.is_done and not after:
                    return self.done(visit)
                if not visit.is_done and not self.is_open(visit.about, today=visit.today):
                    return self.shut(visit)
                if inside and not visit.is_inside:
                    return visit.show("start", kept=typed_before(visit.request))
                return page(visit, **more)

            return view

        return make

    def visit(self, request: HttpRequest, secret: str) -> Visit[About] | None:
        now = timezone.now()
        found = self.behind(secret, origin=http.origin(request), at=now)
        if found is None:
            return None
        about, link = found
        return Visit(
            room=self,
            request=request,
            secret=secret,
            about=about,
            link=link,
            code=http.code_of_visit(request, link),
            today=timezone.localdate(),
            now=now,
        )

    def closed(self, request: HttpRequest) -> HttpResponse:
        """
        Answer for a link that is wrong, over or taken back as for one that never was. Whoever sent
        something to it gets back what they typed.
        """
        context = {"typed": typed_in(request)}
        return render(request, f"{self.folder}/closed.html", context, status=404)

    def code_pages(self) -> tuple[View, View, View]:
        """Return the pages that send a code, that ask for it, and that end the visit."""
        return (
            self.page("POST")(send_code),
            self.page("GET", "POST")(enter_code),
            self.page("POST", after=True)(leave),
        )


def typed_before(request: HttpRequest) -> Typed:
    """
    Return what was typed before the hour was over, to be sent on. The password of a file is sent
    back to no page.
    """
    return [
        (name, str(value))
        for name in request.POST
        if name not in NOT_TYPED and not name.endswith("_password")
        for value in request.POST.getlist(name)
    ]


def send_code(visit: Visit[Any]) -> HttpResponse:
    """Email a code to the address the link went to."""
    kept = typed_before(visit.request)
    try:
        codes.send_code(link=visit.link, origin=visit.origin, **visit.moment)
    except Refused as refusal:
        form = CodeForm({})
        form.errors.clear()
        form.add_error(None, str(refusal))
        return visit.show("code", form=form, kept=kept)
    return visit.show("code", form=CodeForm(), kept=kept) if kept else visit.go("code")


def enter_code(visit: Visit[Any]) -> HttpResponse:
    """Type the code. It opens the room in this browser, for an hour."""
    kept = typed_before(visit.request)
    form = CodeForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        try:
            code = codes.try_code(
                link=visit.link,
                typed=form.cleaned_data["code"],
                origin=visit.origin,
                **visit.moment,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            if code:
                response = visit.room.resume(visit, kept)
                http.begin_visit(response, code, path=visit.path)
                return response
            form.add_error("code", WRONG)
    return visit.show("code", form=form, kept=kept)


def leave(visit: Visit[Any]) -> HttpResponse:
    """End the visit before its hour, at a computer that others use."""
    if visit.code:
        codes.leave(code=visit.code, at=visit.now)
    response = visit.show("left")
    http.forget_visit(response, path=visit.path)
    return response
