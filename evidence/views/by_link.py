"""
Answering a scoping letter by a link, without an account.

The link alone shows that a review of this reference asks for an answer, and whom to ring. The
code, sent separately, opens the letter for an hour; it is the only thing it opens. A link that is
wrong, over, taken back or used looks the same as one that never was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from audit.models import ActorKind
from documents.forms import take_file
from documents.models import Document
from evidence.forms.by_link import ByLinkForm, CodeForm
from evidence.models import NEXT_STEPS, ScopingLink
from evidence.operations import by_link as operations
from evidence.queries.letter import written
from evidence.queries.links import link_of
from evidence.rules.links import check_link_stands
from guests import http
from guests.models import GuestCode
from guests.operations import codes
from privacy import row_locks
from reviews.access import Refused, allows

ROBOTS = "noindex, nofollow, noarchive"
NOT_TYPED = ("csrfmiddlewaretoken", "code")
WRONG = "This code is not right, older than 10 minutes, or was used. Check it, or ask for another."


@dataclass(frozen=True)
class Caller:
    """
    Somebody with a link that is known here.

    code: what they typed for it within the hour, unless they have left since.
    """

    request: HttpRequest
    secret: str
    link: ScopingLink
    code: GuestCode | None
    today: date
    now: datetime

    @property
    def is_inside(self) -> bool:
        return self.code is not None

    @property
    def is_open(self) -> bool:
        return allows(check_link_stands, self.link, today=self.today)

    @property
    def origin(self) -> str:
        return http.origin(self.request)

    @property
    def moment(self) -> dict[str, Any]:
        """What every operation is told last."""
        return {"today": self.today, "at": self.now}

    @property
    def path(self) -> str:
        return reverse("evidence:by-link", args=[self.secret])

    def go(self, name: str) -> HttpResponse:
        return redirect(f"evidence:{name}", self.secret)

    def letter(self, form: ByLinkForm, *, is_kept: bool = False) -> HttpResponse:
        letter = written(self.link.request, may_know=True)
        return self.show("evidence/by_link/letter.html", letter=letter, form=form, is_kept=is_kept)

    def show(self, page: str, **more: object) -> HttpResponse:
        context = {"link": self.link, "secret": self.secret, "today": self.today, **more}
        return render(self.request, page, context)


Page = Callable[[Caller], HttpResponse]


def guest_page(*methods: str, after: bool = False) -> Callable[[Page], Callable[..., HttpResponse]]:
    """
    Make a page of a link: open to nobody in particular, kept by no cache and no search engine.

    after: it stays open to whoever is inside once the link is used.
    """

    def make(page: Page) -> Callable[..., HttpResponse]:
        @login_not_required
        @never_cache
        @require_http_methods(methods)
        @wraps(page)
        def view(request: HttpRequest, token: str) -> HttpResponse:
            caller = caller_with(request, token)
            if caller is None:
                response = closed(request)
            else:
                with row_locks.for_part(caller.link.request.involvement_id):
                    response = respond(caller)
            response["X-Robots-Tag"] = ROBOTS
            return response

        def respond(caller: Caller) -> HttpResponse:
            is_done = caller.is_inside and caller.link.link.is_used
            if not (caller.is_open or is_done):
                return closed(caller.request)
            if is_done and not after:
                return caller.go("by-link-answered")
            return page(caller)

        return view

    return make


def closed(request: HttpRequest) -> HttpResponse:
    return render(request, "evidence/by_link/closed.html", status=404)


def caller_with(request: HttpRequest, secret: str) -> Caller | None:
    now = timezone.now()
    link = link_of(secret, origin=http.origin(request), at=now)
    if link is None:
        return None
    return Caller(
        request=request,
        secret=secret,
        link=link,
        code=http.code_of_visit(request, link.link),
        today=timezone.localdate(),
        now=now,
    )


@guest_page("GET", "POST")
def by_link(caller: Caller) -> HttpResponse:
    """The letter and a place to answer it; before the code, what this is and how to go on."""
    request = caller.request
    if not caller.is_inside:
        return caller.show("evidence/by_link/start.html", kept=typed_before(request))
    if request.method == "GET":
        operations.tell("letter_by_link.looked_at", caller.link, at=caller.now)
        return caller.letter(ByLinkForm())
    form = ByLinkForm(request.POST, request.FILES)
    document = take_file(
        form,
        "document",
        by=ActorKind.SIGNED_OUT,
        kept_for=f"link {caller.link.pk}",
        at=caller.now,
        review_ref=caller.link.link.review_ref,
    )
    form.ask_for_missing(has_file=document is not None)
    if form.is_valid():
        try:
            take_in(caller, form, document)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return caller.go("by-link-answered")
    return caller.letter(form)


def take_in(caller: Caller, form: ByLinkForm, document: Document | None) -> None:
    link, guest = caller.link, form.guest()
    if form.wants_time:
        operations.ask_for_time(link=link, asked=form.more_time(), guest=guest, **caller.moment)
    else:
        said = form.answer()
        operations.answer(link=link, said=said, guest=guest, document=document, **caller.moment)


def typed_before(request: HttpRequest) -> list[tuple[str, str]]:
    """
    Return what was typed into the answer before the hour was over, to be sent on. The password
    of a file is sent back to no page.
    """
    return [
        (name, str(value))
        for name in request.POST
        if name not in NOT_TYPED and not name.endswith("_password")
        for value in request.POST.getlist(name)
    ]


@guest_page("POST")
def send_code(caller: Caller) -> HttpResponse:
    """Email a code to the address the link went to."""
    kept = typed_before(caller.request)
    try:
        codes.send_code(link=caller.link.link, origin=caller.origin, **caller.moment)
    except Refused as refusal:
        form = CodeForm({})
        form.errors.clear()
        form.add_error(None, str(refusal))
        return caller.show("evidence/by_link/code.html", form=form, kept=kept)
    if kept:
        return caller.show("evidence/by_link/code.html", form=CodeForm(), kept=kept)
    return caller.go("by-link-code")


@guest_page("GET", "POST")
def enter_code(caller: Caller) -> HttpResponse:
    """Type the code. It opens the letter in this browser, for an hour."""
    kept = typed_before(caller.request)
    form = CodeForm(caller.request.POST or None)
    if caller.request.method == "POST" and form.is_valid():
        try:
            code = codes.try_code(
                link=caller.link.link,
                typed=form.cleaned_data["code"],
                origin=caller.origin,
                **caller.moment,
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            if code:
                return let_in(caller, code, kept=kept)
            form.add_error("code", WRONG)
    return caller.show("evidence/by_link/code.html", form=form, kept=kept)


def let_in(caller: Caller, code: GuestCode, *, kept: list[tuple[str, str]]) -> HttpResponse:
    """Go on to the letter; with what was typed before, where the hour had run out on it."""
    if kept:
        operations.tell("letter_by_link.looked_at", caller.link, at=caller.now)
        response = caller.letter(ByLinkForm(caller.request.POST), is_kept=True)
    else:
        response = caller.go("by-link")
    http.begin_visit(response, code, path=caller.path)
    return response


@guest_page("GET", after=True)
def answered(caller: Caller) -> HttpResponse:
    """A receipt, to print or save."""
    answer, delay = caller.link.returns.last(), caller.link.delays.last()
    if not caller.is_inside or not (answer or delay):
        return caller.go("by-link")
    next_step = NEXT_STEPS.get(answer.kind, "") if answer else ""
    return caller.show(
        "evidence/by_link/answered.html", answer=answer, delay=delay, next_step=next_step
    )


@guest_page("POST", after=True)
def leave(caller: Caller) -> HttpResponse:
    """End the visit before its hour, at a computer that others use."""
    if caller.code:
        codes.leave(code=caller.code, at=caller.now)
    response = caller.show("evidence/by_link/left.html")
    http.forget_visit(response, path=caller.path)
    return response
