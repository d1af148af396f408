"""Meetings of the panel: planning, changing, telling the members, calling off."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from pages import notices
from panels import access as doors
from panels.forms.meetings import CallOffForm, MeetingForm
from panels.models import MeetingItem
from panels.operations import meetings
from panels.queries.calling import people_to_tell
from panels.queries.invitation import invitation as calendar_file
from panels.queries.meetings import meetings_of, minutes_of, turnout
from panels.queries.minutes_paper import asked_about
from panels.rules.members import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows


@require_GET
def meeting_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    today = timezone.localdate()
    actions = (
        MeetingItem.objects.open()
        .filter(meeting__review=review)
        .select_related("meeting__review", "owner")
        .order_by("due_on", "meeting__number", "number")
    )
    context = {
        "review": review,
        "meetings": meetings_of(review),
        "actions": actions,
        "may_write": allows(check_can_write, request.user, review),
        "today": today,
    }
    return render(request, "panels/meetings.html", context)


@require_GET
def meeting(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_READ)
    today = timezone.localdate()
    came, sections = turnout(found), minutes_of(found)
    context = {
        "review": found.review,
        "meeting": found,
        "papers": found.papers.select_related("document"),
        "turnout": came,
        "sections": sections,
        "asked": asked_about(found, came, sections),
        "corrections": found.corrections.select_related("asked_by"),
        "is_ahead": found.is_ahead(today),
        "may_be_held": found.can_have_been_held(today),
        "must_tell": found.must_tell(today),
        "may_write": allows(check_can_write, request.user, found.review),
        "may_act": not found.review.has_ended,
        "today": today,
        "reader": request.user,
    }
    return render(request, "panels/meeting.html", context)


@require_http_methods(["GET", "POST"])
def plan_meeting(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            planned = meetings.plan_meeting(
                review=review, plan=form.plan(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{planned.name} is recorded. Nobody has been told yet.")
            return redirect(planned)
    context = {"review": review, "form": form, "heading": "Plan or record a meeting"}
    return render(request, "panels/plan_meeting.html", context)


@require_http_methods(["GET", "POST"])
def change_meeting(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_WRITE)
    form = MeetingForm(request.POST or None, changing=MeetingForm.initial_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            meetings.change_meeting(
                meeting=found, plan=form.plan(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{found.name} is changed.")
            return redirect(found)
    context = {"review": found.review, "meeting": found, "form": form}
    return render(request, "panels/change_meeting.html", context)


@require_http_methods(["GET", "POST"])
def call_meeting(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Say how many people will be emailed, then email them."""
    found = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_WRITE)
    today = timezone.localdate()
    refused = ""
    if request.method == "POST":
        try:
            told = meetings.call_meeting(
                meeting=found, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            refused = str(refusal)
        else:
            people = "person is" if told == 1 else "people are"
            notices.done(request, f"{told} {people} being emailed.")
            return redirect(found)
    context = {
        "review": found.review,
        "meeting": found,
        "told": people_to_tell(found, today=today),
        "refused": refused,
    }
    return render(request, "panels/call_meeting.html", context)


@require_http_methods(["GET", "POST"])
def call_off_meeting(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_WRITE)
    today = timezone.localdate()
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            told = meetings.call_off_meeting(
                meeting=found,
                because=form.cleaned_data["because"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            people = "person is" if told == 1 else "people are"
            notices.done(request, f"{found.name} is called off. {told} {people} being emailed.")
            return redirect(found)
    context = {
        "review": found.review,
        "meeting": found,
        "form": form,
        "told": people_to_tell(found, today=today) if found.must_tell_when_off(today) else None,
    }
    return render(request, "panels/call_off_meeting.html", context)


@require_GET
def invitation(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Hand out the meeting as a file for a calendar."""
    found = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_READ)
    name = f"{found.review.reference}-meeting-{found.number}"
    return delivery.offer(calendar_file(found), kind=DocumentKind.ICS, as_name=name)
