"""What a partnership's reviews came to in a reporting year."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.access import partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import READS_FIGURES, CommunitySafetyPartnership
from documents.delimited import csv_of
from documents.delivery import offer
from documents.kinds import DocumentKind
from timescales.dates import ReportingYear, year_of
from timescales.models import Cause
from timescales.queries.statistics import Statistics, open_to, statistics_of, years_of
from timescales.queries.statistics_table import HEADS, rows_of


@require_GET
def statistics(request: SignedInRequest, slug: str, year: int | None = None) -> HttpResponse:
    """The year that runs, or the one that the address names."""
    place, told, years = asked_for(request, slug, year)
    context = {
        "partnership": place,
        "told": told,
        "years": years,
        "runs": told.year == year_of(timezone.localdate()),
        "waits": [(review, span, Cause(span.cause).label) for review, span in told.waits],
    }
    return render(request, "timescales/statistics.html", context)


@require_GET
def statistics_file(request: SignedInRequest, slug: str, year: int) -> HttpResponse:
    _, told, _ = asked_for(request, slug, year)
    name = f"{slug}-{told.year.begins}-{told.year.begins + 1}.csv"
    return offer(csv_of(HEADS, rows_of(told)), kind=DocumentKind.CSV, as_name=name)


def asked_for(
    request: SignedInRequest, slug: str, begins: int | None
) -> tuple[CommunitySafetyPartnership, Statistics, list[ReportingYear]]:
    """Raises Http404 for a year of which there is nothing to count."""
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *READS_FIGURES, today=today)
    reviews = open_to(request.user, place)
    years = years_of(reviews, today=today)
    year = year_of(today) if begins is None else ReportingYear(begins)
    if year not in years:
        raise Http404
    told = statistics_of(place, reviews, year, reader=request.user, today=today)
    return place, told, years
