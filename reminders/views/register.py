"""What was sent and is to be sent: whole for a review's officers, its envelopes elsewhere."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.access import partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import PostKind
from reminders.queries import register as queries
from reviews import access
from reviews.access import Permission

A_PAGE = 25


@require_GET
def register(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    noted = Paginator(queries.noted_in(review), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "review": review,
        "to_come": queries.to_come_in(review, today=timezone.localdate()),
        "page": noted,
    }
    return render(request, "reminders/register.html", context)


@require_GET
def envelopes(request: SignedInRequest, slug: str) -> HttpResponse:
    place = partnership_or_404(
        request.user, slug, PostKind.ADMINISTRATOR, today=timezone.localdate()
    )
    page = Paginator(queries.envelopes_of(place), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "reminders/envelopes.html", {"partnership": place, "page": page})
