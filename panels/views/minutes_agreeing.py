"""What comes between draft minutes and agreed ones: corrections, a round, the paper itself."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from pages import notices
from panels import access as doors
from panels.forms.minutes import CorrectionForm
from panels.operations import minutes
from panels.operations.rounds import ask_about_minutes
from panels.queries.minutes_paper import minutes_as_subject, minutes_pdf
from panels.rules.meetings import (
    check_has_minutes,
    check_minutes_are_draft,
    check_nobody_is_asked,
)
from panels.views.asking import ask_people
from reviews.access import Permission, Refused

WRITE = Permission.PANEL_WRITE


@require_http_methods(["GET", "POST"])
def correct_minutes(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Record who asked for the minutes to be corrected, and what."""
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    form = CorrectionForm(request.POST or None, meeting=meeting)
    if request.method == "POST" and form.is_valid():
        try:
            minutes.record_correction(
                meeting=meeting,
                correction=form.correction(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "The correction is recorded.")
            return redirect(meeting)
    context = {"review": meeting.review, "meeting": meeting, "form": form}
    return render(request, "panels/correct_minutes.html", context)


@require_http_methods(["GET", "POST"])
def ask_minutes(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put the draft minutes to the panel in a round."""
    meeting = doors.meeting_or_404(request.user, reference, number, WRITE)
    try:
        check_minutes_are_draft(meeting)
        check_has_minutes(meeting)
        check_nobody_is_asked(meeting)
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect(meeting)
    return ask_people(
        request,
        review=meeting.review,
        subject=minutes_as_subject(meeting),
        back=meeting.get_absolute_url(),
        opening=partial(ask_about_minutes, meeting=meeting),
    )


@require_GET
def minutes_paper(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Hand out the minutes as a PDF, with members as they are shown in the report."""
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_READ)
    try:
        content = minutes_pdf(meeting)
    except RenderingUnavailable as reason:
        notices.important(request, str(reason))
        return redirect(meeting)
    name = f"{meeting.review.reference}-minutes-{meeting.number}"
    return delivery.offer(content, kind=DocumentKind.PDF, as_name=name)
