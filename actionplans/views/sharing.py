"""The plan shared with the agencies: released, read by them, taken back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans import access as doors
from actionplans.models import PlanRelease
from actionplans.operations import releasing as operations
from actionplans.published.plan import from_data
from actionplans.published.tables import tables_of
from actionplans.queries.names import gives_away
from actionplans.queries.published_plan import plan_of
from actionplans.views.asking import own_crumbs, plan_crumbs
from agencies.http import SignedInRequest
from pages import notices
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def share(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show what the agencies read of the plan, and share it as it stands now."""
    review = doors.planned_review_or_404(request.user, reference)
    if request.method == "POST":
        try:
            operations.release_plan(review=review, by=request.user, at=timezone.now())
        except Refused as refusal:
            notices.important(request, str(refusal))
        else:
            notices.done(request, "The agencies read the plan as it stands now.")
        return redirect("actionplans:share-plan", reference)
    context = {
        "review": review,
        "released": PlanRelease.objects.standing().filter(review=review).first(),
        "warnings": gives_away(review, plan_of(review)),
        "crumbs": plan_crumbs(review),
    }
    return render(request, "actionplans/share_plan.html", context)


@require_POST
def withdraw(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take the plan back from the agencies."""
    review = doors.planned_review_or_404(request.user, reference)
    operations.withdraw_plan(review=review, by=request.user, at=timezone.now())
    notices.done(request, "The agencies no longer read the plan. Each still sees its own actions.")
    return redirect("actionplans:share-plan", reference)


@require_GET
def shared_plan(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Show an agency the plan as it was shared: nothing of what is drafted since."""
    part, released = doors.shared_plan_or_404(request.user, reference, involvement_id)
    plan = from_data(released.plan)
    context = {
        "review": part.review,
        "part": part,
        "released": released,
        "lessons": plan.lessons,
        "tables": tables_of(plan),
        "crumbs": own_crumbs(request, part),
    }
    return render(request, "actionplans/shared_plan.html", context)
