"""The minutes of a meeting: paragraph by paragraph or as a document, draft or agreed."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from panels import access as doors
from panels.forms.minutes import AgreeForm, MinuteForm, MinutesFileForm
from panels.models import RoundOutcome
from panels.operations import minutes
from panels.queries.rounds import rounds_about_minutes
from panels.views.asked_about import back_while_asked
from reviews.access import Permission, Refused

WRITE = Permission.PANEL_WRITE


@require_http_methods(["GET", "POST"])
def add_item(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Write one paragraph; "another" comes back for the next under the same heading."""
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    if back := back_while_asked(request, meeting):
        return back
    initial = {"heading": meeting.heading_at(request.GET.get("under", ""))}
    form = MinuteForm(request.POST or None, meeting=meeting, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            item = minutes.add_item(
                meeting=meeting,
                minute=form.minute(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Paragraph {item.number} is written.")
            if "another" not in request.POST:
                return redirect(meeting)
            path = reverse("panels:add-item", args=[reference, number])
            return redirect(f"{path}?under={meeting.place_of(item.heading)}")
    context = {"review": meeting.review, "meeting": meeting, "form": form}
    return render(request, "panels/add_item.html", context)


@require_http_methods(["GET", "POST"])
def change_item(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    if back := back_while_asked(request, meeting):
        return back
    found = get_object_or_404(meeting.items, number=item)
    form = MinuteForm(request.POST or None, meeting=meeting, changing=MinuteForm.initial_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            minutes.change_item(
                item=found,
                minute=form.minute(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Paragraph {found.number} is changed.")
            return redirect(meeting)
    context = {"review": meeting.review, "meeting": meeting, "item": found, "form": form}
    return render(request, "panels/change_item.html", context)


@require_POST
def remove_item(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    found = get_object_or_404(meeting.items, number=item)
    minutes.remove_item(item=found, by=request.user, at=timezone.now())
    notices.done(request, f"Paragraph {item} is taken out.")
    return redirect(meeting)


@require_http_methods(["GET", "POST"])
def attach_minutes(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    if back := back_while_asked(request, meeting):
        return back
    form = MinutesFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        document = take_file(form, "minutes", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and document:
            try:
                minutes.attach_minutes(
                    meeting=meeting,
                    document=document,
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "The minutes are attached.")
                return redirect(meeting)
    context = {"review": meeting.review, "meeting": meeting, "form": form}
    return render(request, "panels/attach_minutes.html", context)


@require_GET
def minutes_file(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_READ)
    if meeting.minutes is None:
        raise Http404
    return delivery.download(meeting.minutes)


@require_http_methods(["GET", "POST"])
def agree_minutes(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    if back := back_while_asked(request, meeting):
        return back
    today = timezone.localdate()
    later = meeting.review.meetings.filter(
        held_on__gt=meeting.held_on, held_on__lte=today, called_off_on__isnull=True
    )
    form = AgreeForm(
        request.POST or None,
        meetings=list(later.order_by("held_on")),
        rounds=list(rounds_about_minutes(meeting).filter(outcome=RoundOutcome.AGREED)),
    )
    if request.method == "POST" and form.is_valid():
        try:
            minutes.agree_minutes(
                meeting=meeting,
                **form.agreement(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            undo = reverse("panels:reopen-minutes", args=[reference, number])
            notices.done(request, "The minutes are agreed.", undo=undo)
            return redirect(meeting)
    context = {"review": meeting.review, "meeting": meeting, "form": form}
    return render(request, "panels/agree_minutes.html", context)


@require_POST
def reopen_minutes(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    minutes.reopen_minutes(meeting=meeting, by=request.user, at=timezone.now())
    notices.done(request, "The minutes are a draft again.")
    return redirect(meeting)
