"""Choose a day of a dates poll, or close it without one."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from availability import access as doors
from availability.forms.asking import CloseForm
from availability.operations import settling
from availability.queries.table import table_of
from availability.queries.telling import who_is_told
from pages import notices
from panels.queries.tally import in_people
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def choose(request: SignedInRequest, reference: str, poll_id: int, day_id: int) -> HttpResponse:
    """Say who can come on a day and who will be told, then plan the meeting and tell them."""
    day = doors.day_or_404(request.user, reference, poll_id, day_id)
    today, refused = timezone.localdate(), ""
    if request.method == "POST":
        try:
            meeting, told = settling.choose_day(
                day=day, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            refused = str(refusal)
        else:
            said = f"{meeting.name} is planned. {in_people(told)} being emailed."
            notices.done(request, said)
            return redirect(meeting)
    table = table_of(day.poll)
    context = {
        "review": day.poll.review,
        "poll": day.poll,
        "column": next(column for column in table.columns if column.day == day),
        "telling": who_is_told(day.poll, day, today=today),
        "refused": refused,
    }
    return render(request, "availability/choose.html", context)


@require_http_methods(["GET", "POST"])
def close(request: SignedInRequest, reference: str, poll_id: int) -> HttpResponse:
    found = doors.poll_or_404(request.user, reference, poll_id, Permission.PANEL_WRITE)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            settling.close_without(
                poll=found, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "The poll is closed. Its links open nothing any more.")
            return redirect(found)
    context = {"review": found.review, "poll": found, "form": form}
    return render(request, "availability/close.html", context)
