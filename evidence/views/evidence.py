"""The evidence of a review: where it stands for its people, what is accepted for the panel."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from evidence.queries import evidence as queries
from evidence.rules.requests import check_can_ask
from reviews import access
from reviews.access import Permission


@require_GET
def overview(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.IMR_READ_ACCEPTED)
    if not access.has(request.user, Permission.EVIDENCE_STATUS, on=review):
        context = {"review": review, "versions": queries.accepted_in(review)}
        return render(request, "evidence/accepted.html", context)
    today = timezone.localdate()
    lines = queries.lines_of(review, today=today)
    show, sort = request.GET.get("show", ""), request.GET.get("sort", "")
    context = {
        "review": review,
        "lines": queries.narrowed(lines, show=show, sort=sort),
        "filters": queries.filters(lines),
        "tally": queries.tally(lines),
        "may_ask": access.allows(check_can_ask, request.user, review),
        "today": today,
    }
    return render(request, "evidence/evidence.html", context)
