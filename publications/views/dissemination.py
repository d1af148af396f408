"""To whom the report was sent, in which version, and who said that they have it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from publications.forms.dissemination import AcknowledgeForm, DisseminateForm
from publications.operations import dissemination as operations
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def disseminations(request: SignedInRequest, reference: str) -> HttpResponse:
    """List whom it was sent to, latest first."""
    review = access.review_or_404(request.user, reference, Permission.QA_READ)
    context = {
        "review": review,
        "entries": review.disseminations.select_related("recorded_by"),
        "may_enter": access.has(request.user, Permission.DECISION_ENTER, on=review),
    }
    return render(request, "publications/disseminations.html", context)


@require_http_methods(["GET", "POST"])
def disseminate(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    today = timezone.localdate()
    form = DisseminateForm(request.POST or None, initial={"sent_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            operations.log_dissemination(
                review=review,
                **form.cleaned_data,
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "It is in the log. Nothing was sent from here.")
            return redirect("publications:disseminations", reference)
    context = {"review": review, "form": form}
    return render(request, "publications/disseminate.html", context)


@require_http_methods(["GET", "POST"])
def acknowledge(request: SignedInRequest, reference: str, entry_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    entry = get_object_or_404(review.disseminations, pk=entry_id)
    entry.review = review
    today = timezone.localdate()
    form = AcknowledgeForm(request.POST or None, initial={"acknowledged_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            operations.acknowledge(
                entry=entry, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "It is recorded that they have it.")
            return redirect("publications:disseminations", reference)
    context = {"review": review, "entry": entry, "form": form}
    return render(request, "publications/acknowledge.html", context)
