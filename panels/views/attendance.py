"""Who came to a meeting."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from panels import access as doors
from panels.forms.meetings import AttendanceForm
from panels.operations import attendance
from panels.queries.meetings import turnout
from panels.views.asked_about import back_while_asked
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def record_attendance(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_WRITE)
    if back := back_while_asked(request, meeting):
        return back
    today = timezone.localdate()
    places = turnout(meeting).places
    form = AttendanceForm(
        request.POST or None, places=places, changing=AttendanceForm.initial_of(meeting, places)
    )
    if request.method == "POST" and form.is_valid():
        try:
            attendance.record_attendance(
                meeting=meeting,
                presences=form.presences(),
                others_attending=form.cleaned_data["others_attending"],
                debrief_offered=form.cleaned_data["debrief_offered"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "The attendance is recorded.")
            return redirect(meeting)
    context = {
        "review": meeting.review,
        "meeting": meeting,
        "form": form,
        "is_ahead": meeting.is_ahead(today),
    }
    return render(request, "panels/record_attendance.html", context)
