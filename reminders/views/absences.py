"""One's own absences: when one is not reminded, and who is."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agencies.http import SignedInRequest
from pages import notices
from reminders.forms.absences import AbsenceForm
from reminders.models import Absence
from reminders.operations import absences as operations
from reminders.queries.colleagues import colleagues_of
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def absences(request: SignedInRequest) -> HttpResponse:
    today = timezone.localdate()
    form = AbsenceForm(request.POST or None, colleagues=colleagues_of(request.user, today=today))
    if request.method == "POST" and form.is_valid():
        try:
            operations.note_absence(
                user=request.user, **form.cleaned_data, today=today, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "You are not reminded on these days.")
            return redirect("reminders:absences")
    mine = Absence.objects.filter(user=request.user).ahead(today).select_related("delegate")
    return render(request, "reminders/absences.html", {"form": form, "absences": mine})


@require_POST
def end_absence(request: SignedInRequest, absence_id: int) -> HttpResponse:
    absence = get_object_or_404(Absence, pk=absence_id, user=request.user)
    operations.end_absence(absence=absence, user=request.user, at=timezone.now())
    notices.done(request, "You are reminded again.")
    return redirect("reminders:absences")
