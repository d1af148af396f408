"""A partnership's annual report: as a page, as a PDF and as a Word file."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.access import partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import READS_FIGURES, CommunitySafetyPartnership
from documents.delivery import offer
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from outcomes.operations.annual_report import hand_out
from outcomes.queries.annual_report import report_of
from pages import notices
from reviews.access import Refused
from timescales.dates import ReportingYear, year_of
from timescales.queries.statistics import open_to, years_of

KINDS = {"pdf": DocumentKind.PDF, "docx": DocumentKind.DOCX}


@require_GET
def annual_report(request: SignedInRequest, slug: str, year: int) -> HttpResponse:
    """Show the report of a year as it prints."""
    place, asked, years = asked_for(request, slug, year)
    context = {
        "partnership": place,
        "report": report_of(place, asked, reader=request.user, today=timezone.localdate()),
        "year": asked,
        "years": years,
    }
    return render(request, "outcomes/annual_report.html", context)


@require_GET
def annual_report_now(request: SignedInRequest, slug: str) -> HttpResponse:
    """Lead to the year that runs."""
    place, _, years = asked_for(request, slug, year_of(timezone.localdate()).begins)
    return redirect("outcomes:annual-report", place.slug, years[0].begins)


@require_GET
def annual_report_file(request: SignedInRequest, slug: str, year: int, ending: str) -> HttpResponse:
    place, asked, _ = asked_for(request, slug, year)
    if ending not in KINDS:
        raise Http404
    try:
        content = hand_out(
            place=place,
            year=asked,
            kind=KINDS[ending],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("outcomes:annual-report", slug, year)
    name = f"{slug}-annual-report-{asked.begins}-{asked.begins + 1}"
    return offer(content, kind=KINDS[ending], as_name=name)


def asked_for(
    request: SignedInRequest, slug: str, begins: int
) -> tuple[CommunitySafetyPartnership, ReportingYear, list[ReportingYear]]:
    """Raises Http404 for a year of which there is nothing to count."""
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *READS_FIGURES, today=today)
    years = years_of(open_to(request.user, place), today=today)
    if ReportingYear(begins) not in years:
        raise Http404
    return place, ReportingYear(begins), years
