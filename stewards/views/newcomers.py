"""Whom the leads of agencies let into a review, for its officer to look at."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews import access
from reviews.access import Permission
from stewards.models import Newcomer
from stewards.operations import colleagues as operations


@require_http_methods(["GET", "POST"])
def newcomers(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    if request.method == "POST":
        shown = [int(typed) for typed in request.POST.getlist("newcomer") if typed.isdecimal()]
        operations.look_at_newcomers(
            review=review, newcomers=shown, by=request.user, at=timezone.now()
        )
        notices.done(request, "You have looked at the new people of the agencies.")
        return redirect("reviews:access", review.reference)
    people = ("user", "admitted_by", "involvement__agency")
    unseen = Newcomer.objects.unseen().filter(membership__review=review)
    rows = unseen.select_related(*(f"membership__{name}" for name in people))
    return render(request, "stewards/newcomers.html", {"review": review, "newcomers": rows})
