"""Somebody lost their second factor: whoever answers for them rings back, and says so here."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews.access import Refused
from stewards import access
from stewards.forms.call_backs import CallBackForm
from stewards.operations.call_backs import renew_second_factor


@require_http_methods(["GET", "POST"])
def second_factor(request: SignedInRequest, user_id: int) -> HttpResponse:
    today = timezone.localdate()
    person = access.renewed_or_404(request.user, user_id, today=today)
    form = CallBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            renew_second_factor(
                user=person, call=form.call(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            words = f"{person.full_name} is signed out everywhere, and gets a link to begin anew."
            notices.done(request, words)
            return redirect("reviews:my-work")
    calls = person.call_backs.select_related("recorded_by")
    context = {"person": person, "form": form, "calls": calls}
    return render(request, "stewards/second_factor.html", context)
