"""How the actions of a partnership stand, as figures with their picture, and each as its list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from outcomes.access import sight_or_404
from outcomes.queries.dashboard import BY, Asked, dashboard_of
from outcomes.queries.listing import page_of, wanted
from outcomes.queries.picture import picture_of
from outcomes.queries.standings import Standing


@require_GET
def dashboard(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    sight = sight_or_404(request.user, slug, today=today)
    asked = Asked(request.GET.get("by", ""), request.GET.get("scope", ""))
    found = dashboard_of(sight, asked, today=today)
    context = {
        "partnership": sight.place,
        "found": found,
        "picture": picture_of(found.lines),
        "standings": list(Standing),
        "by": BY,
        "reads_figures": sight.reads_figures,
    }
    return render(request, "outcomes/dashboard.html", context)


@require_GET
def actions(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    sight = sight_or_404(request.user, slug, today=today)
    one = wanted(request.GET.dict())
    context = {
        "partnership": sight.place,
        "page": page_of(sight, one, number=request.GET.get("page"), today=today),
        "words": one.words(),
        "today": today,
    }
    return render(request, "outcomes/actions.html", context)
