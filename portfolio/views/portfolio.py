"""How all reviews of a partnership stand, as a page and as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from documents.delivery import offer
from documents.kinds import DocumentKind
from portfolio.access import place_or_404
from portfolio.operations.exports import export
from portfolio.queries import narrowing
from portfolio.queries.picture import picture_of
from portfolio.queries.rows import rows_of
from portfolio.queries.totals import days_lost, money
from reviews.queries.home import STEP_NAMES


@require_GET
def portfolio(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = place_or_404(request.user, slug, today=today)
    every, asked = rows_of(place, request.user, today=today), asked_in(request)
    rows = [row for row in every if asked.keeps(row)]
    context = {
        "partnership": place,
        "rows": rows,
        "standings": narrowing.standings(every),
        "steps": narrowing.steps(every),
        "step_names": STEP_NAMES,
        "picture": picture_of(rows, today=today),
        "lost": days_lost(rows),
        "money": money(rows),
        "late": sum(row.will_be_late and row.signed_on is None for row in every),
        "query": request.GET.urlencode(),
        "today": today,
    }
    return render(request, "portfolio/portfolio.html", context)


@require_GET
def portfolio_file(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = place_or_404(request.user, slug, today=today)
    asked = asked_in(request)
    rows = [row for row in rows_of(place, request.user, today=today) if asked.keeps(row)]
    content = export(
        partnership=place, rows=rows, narrowed=asked.words, by=request.user, at=timezone.now()
    )
    name = f"Reviews of {place.slug} {today:%Y-%m-%d}"
    return offer(content, kind=DocumentKind.XLSX, as_name=name)


def asked_in(request: HttpRequest) -> narrowing.Asked:
    return narrowing.Asked(request.GET.get("standing", ""), request.GET.get("step", ""))
