"""What a review costs."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from costs import rules
from costs.queries.costs import costs_of
from reviews import access
from reviews.access import Permission


@require_GET
def costs(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.COSTS_READ)
    context = {
        "review": review,
        "costs": costs_of(review),
        "may_write": access.allows(rules.check_can_write, request.user, review),
    }
    return render(request, "costs/costs.html", context)
