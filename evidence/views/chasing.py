"""Remind agencies, one or many at once."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from evidence.forms.chasing import ChaseForm
from evidence.operations import chasing
from evidence.queries import reminders
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def chase(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say who would be reminded, and do it. Whom stands in the address."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    today = timezone.localdate()
    chosen = reminders.chosen(
        review,
        which=request.GET.get("which", ""),
        parts=[given for given in request.GET.getlist("part") if given.isdecimal()],
        today=today,
    )
    form = ChaseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            done = chasing.chase(
                review=review,
                requests=chosen.everybody,
                route=said["route"],
                chased_on=said["chased_on"] or today,
                note=said["note"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            words = "1 agency" if len(done) == 1 else f"{len(done)} agencies"
            notices.done(request, f"A reminder of {words} is recorded.")
            return redirect("evidence:agencies", review.reference)
    context = {"review": review, "chosen": chosen, "form": form}
    return render(request, "evidence/chase.html", context)
