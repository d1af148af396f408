"""The actions that meetings give to people."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies.http import SignedInRequest
from pages import notices
from panels import access as doors
from panels.forms.minutes import DoneForm
from panels.models import MeetingItem
from panels.operations import actions
from panels.rules.meetings import check_can_mark
from reviews.access import Permission, Refused, allows


@require_http_methods(["GET", "POST"])
def mark_done(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    action = action_or_404(request, reference, number, item)
    today = timezone.localdate()
    form = DoneForm(request.POST or None, initial={"done_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.mark_done(
                item=action,
                **form.cleaned_data,
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            undo = reverse("panels:mark-not-done", args=[reference, number, item])
            notices.done(request, f"Action {item} is done.", undo=undo)
            return redirect(action.meeting)
    context = {
        "review": action.meeting.review,
        "meeting": action.meeting,
        "item": action,
        "form": form,
    }
    return render(request, "panels/mark_done.html", context)


@require_POST
def mark_not_done(request: SignedInRequest, reference: str, number: int, item: int) -> HttpResponse:
    action = action_or_404(request, reference, number, item)
    actions.mark_not_done(item=action, by=request.user, at=timezone.now())
    notices.done(request, f"Action {item} is open again.")
    return redirect(action.meeting)


def action_or_404(request: SignedInRequest, reference: str, number: int, item: int) -> MeetingItem:
    """Return an action of a meeting for its owner, or for whoever runs the panel."""
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_READ)
    action = get_object_or_404(
        meeting.items.actions().select_related("owner", "done_recorded_by"), number=item
    )
    if not allows(check_can_mark, request.user, action):
        raise Http404
    return action
