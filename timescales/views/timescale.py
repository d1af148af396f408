"""A review along time."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from reviews import access
from reviews.access import Permission
from timescales import rules
from timescales.queries.picture import picture_of
from timescales.queries.timescale import timescale_of


@require_GET
def timescale(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.REVIEW_READ)
    today = timezone.localdate()
    found = timescale_of(review, request.user, today=today)
    context = {
        "review": review,
        "timescale": found,
        "picture": picture_of(review, found, today=today),
        "may_write": access.allows(rules.check_can_write, request.user, review),
        "may_hold": access.allows(rules.check_can_hold, request.user, review),
        "may_look_yearly": found.owes_yearly_look
        and access.allows(rules.check_can_look_yearly, request.user, review),
        "may_read_why": access.has(request.user, Permission.DECISION_READ, on=review),
        "may_record_letters": access.has(request.user, Permission.DECISION_RECORD, on=review),
        "today": today,
    }
    return render(request, "timescales/timescale.html", context)
