"""The key lines of enquiry of a draft: listed, added, worded, ordered, dropped."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from pages import notices
from panels import access as doors
from panels.forms.terms import EnquiryForm
from panels.operations import enquiries as operations


@require_GET
def enquiry_list(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    context = {
        "review": draft.review,
        "terms": draft,
        "enquiries": list(draft.enquiries.select_related("taken_from")),
    }
    return render(request, "panels/enquiries.html", context)


@require_http_methods(["GET", "POST"])
def add_enquiry(request: SignedInRequest, reference: str) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    form = EnquiryForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asked = operations.add_enquiry(
            terms=draft, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        notices.done(request, f"Line of enquiry {asked.number} is added.")
        return redirect("panels:enquiries", reference)
    context = {"review": draft.review, "terms": draft, "form": form}
    return render(request, "panels/add_enquiry.html", context)


@require_http_methods(["GET", "POST"])
def word_enquiry(request: SignedInRequest, reference: str, enquiry_id: int) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    enquiry = get_object_or_404(draft.enquiries, pk=enquiry_id)
    form = EnquiryForm(request.POST or None, changing={"text": enquiry.text, "why": enquiry.why})
    if request.method == "POST" and form.is_valid():
        operations.word_enquiry(
            enquiry=enquiry, **form.cleaned_data, by=request.user, at=timezone.now()
        )
        notices.done(request, f"Line of enquiry {enquiry.number} is worded anew.")
        return redirect("panels:enquiries", reference)
    context = {"review": draft.review, "terms": draft, "enquiry": enquiry, "form": form}
    return render(request, "panels/word_enquiry.html", context)


@require_POST
def move_enquiry(
    request: SignedInRequest, reference: str, enquiry_id: int, places: int
) -> HttpResponse:
    """Change places with the line above (-1) or below (1)."""
    draft = doors.draft_or_404(request.user, reference)
    enquiry = get_object_or_404(draft.enquiries, pk=enquiry_id)
    operations.move_enquiry(enquiry=enquiry, places=places, by=request.user, at=timezone.now())
    notices.done(request, f"It is line of enquiry {enquiry.number} now.")
    return redirect("panels:enquiries", reference)


@require_POST
def drop_enquiry(request: SignedInRequest, reference: str, enquiry_id: int) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference)
    enquiry = get_object_or_404(draft.enquiries, pk=enquiry_id)
    operations.drop_enquiry(enquiry=enquiry, by=request.user, at=timezone.now())
    notices.done(request, "The line of enquiry is taken out.")
    return redirect("panels:enquiries", reference)
