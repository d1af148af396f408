"""The sequence of calls of a report: take calls out of the chronology, word and order them."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from chronologies.rules import check_can_read_composite
from composite.queries.scope import scope_of
from pages import notices
from reports import access as doors
from reports.forms.calls import CallForm
from reports.models import ReportCall
from reports.operations import calls as operations
from reports.queries.calls import released, sequence_of, shelf_of, source_of
from reports.rules.sections import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review

MOVES = {"up": -1, "down": 1}


@require_GET
def calls(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the calls that are drawn, and the events that more can be taken from."""
    review = writing_or_404(request, reference)
    agency = request.GET.get("agency", "")
    context = {
        "review": review,
        "calls": sequence_of(review),
        "shelf": shelf_of(review, request.user, agency=agency, page=request.GET.get("page", "")),
        "agency": agency,
        "may_write": allows(check_can_write, request.user, review),
    }
    return render(request, "reports/calls.html", context)


@require_http_methods(["GET", "POST"])
def take_call(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    """Say who called whom at an event of the chronology."""
    review = writing_or_404(request, reference)
    entry = get_object_or_404(released(scope_of(review, request.user)), pk=entry_id)
    form = CallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            call = operations.take_call(
                review=review, entry=entry, told=form.told(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"It is call {call.number} now.")
            return redirect("reports:calls", reference)
    context = {"review": review, "form": form, "event": entry, "source": source_of(entry)}
    return render(request, "reports/take_call.html", context)


@require_http_methods(["GET", "POST"])
def call(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Word a call, move it, or take it out."""
    found = doors.call_or_404(request.user, reference, number)
    told = {name: getattr(found, name) for name in ("caller", "called", "words")}
    form = CallForm(None if "move" in request.POST else request.POST or None, changing=told)
    try:
        if request.method == "POST" and changed(request, found, form):
            return redirect("reports:calls", reference)
    except Refused as refusal:
        form.refuse(refusal)
    context = {"review": found.review, "call": found, "form": form}
    return render(request, "reports/call.html", context)


def changed(request: SignedInRequest, found: ReportCall, form: CallForm) -> bool:
    """Do what the button that was pressed says. Raises Refused."""
    now, move = timezone.now(), request.POST.get("move", "")
    if move == "out":
        operations.drop_call(call=found, by=request.user, at=now)
        notices.done(request, "The call is taken out. Drafts that show it keep it.")
    elif move in MOVES:
        operations.move_call(call=found, places=MOVES[move], by=request.user, at=now)
        notices.done(request, f"It is call {found.number} now.")
    elif form.is_valid():
        operations.word_call(call=found, told=form.told(), by=request.user, at=now)
        notices.done(request, "The call is worded anew.")
    else:
        return False
    return True


def writing_or_404(request: SignedInRequest, reference: str) -> Review:
    """Return the review to whoever writes its report and reads its chronology."""
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    check_can_read_composite(request.user, review)
    return review
