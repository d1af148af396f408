"""The papers of a meeting."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from panels import access as doors
from panels.forms.meetings import PaperForm
from panels.operations import papers
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def add_paper(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_WRITE)
    form = PaperForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        document = take_file(
            form, "paper", by=request.user, at=now, review_ref=meeting.review.reference
        )
        if form.is_valid() and document:
            try:
                papers.add_paper(
                    meeting=meeting,
                    document=document,
                    title=form.cleaned_data["title"],
                    marking=form.cleaned_data["marking"],
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The paper is added. Whoever can open this page can read it.")
                return redirect(meeting)
    context = {"review": meeting.review, "meeting": meeting, "form": form}
    return render(request, "panels/add_paper.html", context)


@require_GET
def paper(request: SignedInRequest, reference: str, number: int, paper_id: int) -> HttpResponseBase:
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_READ)
    found = get_object_or_404(meeting.papers.select_related("document"), pk=paper_id)
    return delivery.download(found.document)


@require_POST
def withdraw_paper(
    request: SignedInRequest, reference: str, number: int, paper_id: int
) -> HttpResponse:
    meeting = doors.meeting_or_404(request.user, reference, number, Permission.PANEL_WRITE)
    found = get_object_or_404(meeting.papers, pk=paper_id)
    papers.withdraw_paper(paper=found, by=request.user, at=timezone.now())
    notices.done(request, "The paper is taken away. Its file is kept with the review’s documents.")
    return redirect(meeting)
