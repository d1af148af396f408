"""The two steps that the world notices: publishing, and taking down."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from documents.rendering import RenderingUnavailable
from pages import notices
from panels.models import ProcessEffect
from panels.rules.holding_back import what_holds_back
from publications.forms.publishing import PublishForm, TakeDownForm
from publications.operations import publishing as operations
from publications.rules.candidate import (
    candidate_of,
    decision_of,
    draft_sent_last,
    draft_to_publish,
)
from publications.rules.checking import check_of
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def publish(request: SignedInRequest, reference: str) -> HttpResponse:
    """State what will be public and that anyone can read it; then publish."""
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    candidate, today = candidate_of(review), timezone.localdate()
    public = review.publications.not_taken_down().first()
    form = PublishForm(
        request.POST or None,
        initial={"published_on": today, "instead_of": public.pk if public else None},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.publish(
                review=review,
                **form.cleaned_data,
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except (Refused, RenderingUnavailable) as refusal:
            form.add_error(getattr(refusal, "field", "") or None, str(refusal))
        else:
            notices.done(request, "It is published. Anyone can read it now.")
            return redirect("publications:publication", made.review.reference)
    context = {
        "review": review,
        "form": form,
        "candidate": candidate,
        "kinds": list(candidate.contents) if candidate else [],
        "check": check_of(review, candidate) if candidate else None,
        "decision": decision_of(review),
        "draft": draft_to_publish(review),
        "sent": draft_sent_last(review),
        "is_public": public is not None,
        "held_back": what_holds_back(review, ProcessEffect.PUBLICATION),
    }
    return render(request, "publications/publish.html", context)


@require_http_methods(["GET", "POST"])
def take_down(request: SignedInRequest, reference: str) -> HttpResponse:
    """Close the public page."""
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    published = get_object_or_404(review.publications.not_taken_down())
    today = timezone.localdate()
    form = TakeDownForm(request.POST or None, initial={"taken_down_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            operations.take_down(
                publication=published,
                **form.cleaned_data,
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "It is taken down. Nobody finds it in the library any more.")
            return redirect("publications:publication", reference)
    context = {"review": review, "form": form, "publication": published}
    return render(request, "publications/take_down.html", context)
