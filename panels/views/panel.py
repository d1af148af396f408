"""The panel of a review: who sits on it, whether it is formed, when it next meets."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from panels.gates import what_the_panel_lacks
from panels.queries.members import panel_of
from panels.rules.members import check_can_write
from reviews import access
from reviews.access import Permission


@require_GET
def panel(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    today = timezone.localdate()
    members = panel_of(review)
    context = {
        "review": review,
        "panel": members,
        "reasons": what_the_panel_lacks(review, [line.member for line in members.seated]),
        "next_meeting": review.meetings.ahead(today).first(),
        "may_write": access.allows(check_can_write, request.user, review),
        "today": today,
    }
    return render(request, "panels/panel.html", context)
