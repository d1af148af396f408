"""Who declared what of their independence, one's own declaration, and deciding on connections."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.independence import DecideForm, PartForm
from reviews.models import Capacity, Decided, Review
from reviews.operations import independence
from reviews.queries.declarations import (
    entries_of,
    entry_of,
    last_of,
    parts_of,
    without_closed_ways,
)


@require_GET
def register(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.INDEPENDENCE_READ)
    decides = access.has(request.user, Permission.INDEPENDENCE_DECIDE, on=review)
    entries = without_closed_ways(entries_of(review), review, request.user)
    context = {"review": review, "entries": entries, "may_decide": decides}
    return render(request, "reviews/independence.html", context)


@require_http_methods(["GET", "POST"])
def declare_part(request: SignedInRequest, reference: str, part: str) -> HttpResponse:
    """Declare for oneself, as an officer or as an agency's senior person."""
    review, capacity = part_or_404(request, reference, part)
    form = PartForm(request.POST or None, part=capacity, review=review)
    if request.method == "POST" and form.is_valid():
        try:
            independence.declare_part(
                review=review,
                part=capacity,
                answers=form.answers(),
                connections=form.cleaned_data["connections"],
                bodies=form.cleaned_data.get("bodies", ()),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "Your declaration is recorded.")
            return redirect("reviews:my-work")
    context = {
        "review": review,
        "capacity": capacity,
        "form": form,
        "last": last_of(request.user, review, capacity),
        "is_inside": access.has(request.user, Permission.REVIEW_READ, on=review),
    }
    return render(request, "reviews/declare_part.html", context)


def part_or_404(request: SignedInRequest, reference: str, part: str) -> tuple[Review, Capacity]:
    """Return the review and the part of somebody who plays it. Raises Http404 for anybody else."""
    access.asked.set(True)
    found = Review.objects.select_related("partnership").filter(reference=reference).first()
    if found is None or part.upper() not in parts_of(
        request.user, found, today=timezone.localdate()
    ):
        raise Http404
    return found, Capacity(part.upper())


@require_http_methods(["GET", "POST"])
def decide_connection(
    request: SignedInRequest, reference: str, kind: str, declaration_id: int
) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.INDEPENDENCE_DECIDE)
    entry = entry_of(review, kind, declaration_id)
    if entry is None or entry.declaration is None:
        raise Http404
    form = DecideForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            independence.decide_connection(
                declaration=entry.declaration,
                decided=Decided(form.cleaned_data["decided"]),
                because=form.cleaned_data["because"],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{entry.declaration.judged.value}: {entry.who}.")
            return redirect("reviews:independence", review.reference)
    context = {
        "review": review,
        "entry": entry,
        "declaration": entry.declaration,
        "form": form,
    }
    return render(request, "reviews/decide_connection.html", context)
