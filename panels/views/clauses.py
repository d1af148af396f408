"""Take clauses of a library into the draft, and keep the wording of a line in a library."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from clauses.forms import SearchForm
from pages import notices
from panels import access as doors
from panels.forms.clauses import KeepWordingForm, PickForm
from panels.operations import clauses as operations
from panels.queries import picking
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def pick_clauses(request: SignedInRequest, reference: str) -> HttpResponse:
    """Offer the clauses of the partnership and, to a chair, their own; copy those selected."""
    today = timezone.localdate()
    draft = doors.draft_or_404(request.user, reference)
    libraries = picking.libraries_for(draft.review, request.user, today=today)
    search = SearchForm(request.GET)
    groups = picking.offers(draft, libraries, search.asked())
    offered = [one.wording for group in groups for one in group.offers if not one.is_there]
    given = request.POST if request.method == "POST" else None
    form = PickForm(given, wordings=offered)
    if request.method == "POST" and form.is_valid():
        try:
            taken = operations.take_clauses(
                terms=draft,
                wordings=form.chosen(),
                libraries=libraries,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error("clause", str(refusal))
        else:
            words = "1 clause is" if taken == 1 else f"{taken} clauses are"
            notices.done(request, f"{words} in the draft. Word them for this review.")
            return redirect("panels:terms", reference)
    context = {
        "review": draft.review,
        "terms": draft,
        "search": search,
        "asked": search.asked(),
        "groups": groups,
        "form": form,
        "kept": picking.kept_by(draft.review, request.user, today=today),
    }
    return render(request, "panels/pick_clauses.html", context)


@require_http_methods(["GET", "POST"])
def keep_wording(request: SignedInRequest, reference: str, enquiry_id: int) -> HttpResponse:
    """Put the wording of a line into a library, with what identifies taken out."""
    today = timezone.localdate()
    draft = doors.draft_or_404(request.user, reference)
    enquiry = get_object_or_404(draft.enquiries.select_related("terms__review"), pk=enquiry_id)
    libraries = picking.kept_by(draft.review, request.user, today=today)
    form = KeepWordingForm(
        (request.POST or None) if libraries else None,
        libraries=libraries,
        initial=KeepWordingForm.initial_of_line(enquiry),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.keep_wording(
                enquiry=enquiry,
                **form.content(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The wording is kept for reviews to come.")
            return redirect("panels:enquiries", reference)
    context = {
        "review": draft.review,
        "terms": draft,
        "enquiry": enquiry,
        "form": form,
        "libraries": libraries,
    }
    return render(request, "panels/keep_wording.html", context)
