"""The working text: the report as it would print now, and what is still to be written."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from reports import access as doors
from reports.models import SectionKind
from reports.queries.assembly.record import record_of
from reports.queries.assembly.whole import report_from
from reports.queries.printing import WORKING_TEXT
from reports.queries.report_page import working_text
from reports.rules.sections import check_can_write
from reports.views.papers import offer_paper
from reviews.access import allows


@require_GET
def report(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the report as it would print now, each part with its state."""
    review = doors.working_text_or_404(request.user, reference)
    may_write = allows(check_can_write, request.user, review)
    record = record_of(review, today=timezone.localdate())
    context = {
        "review": review,
        "text": working_text(record, may_write=may_write),
        "sections": len(SectionKind),
        "drafts": record.drafts,
        "may_write": may_write,
    }
    return render(request, "reports/report.html", context)


@require_GET
def report_file(request: SignedInRequest, reference: str, paper: str, ending: str) -> HttpResponse:
    """Hand out the working text, marked as what it is."""
    review = doors.working_text_or_404(request.user, reference)
    said = report_from(record_of(review, today=timezone.localdate()), version="")
    return offer_paper(
        request,
        said,
        paper=paper,
        ending=ending,
        standing=WORKING_TEXT,
        as_name=f"{review.reference}-working-text",
        back=reverse("reports:report", args=[reference]),
    )
