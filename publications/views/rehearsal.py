"""Would it pass? What the Home Office might ask, before it is asked."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from publications.queries.rehearsal import rehearsal_of
from reports.access import working_text_or_404


@require_GET
def rehearsal(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show what a letter might ask of the working text. It advises, and nothing waits for it."""
    review = working_text_or_404(request.user, reference)
    found = rehearsal_of(review, request.user, today=timezone.localdate())
    return render(request, "publications/rehearsal.html", {"review": review, "rehearsal": found})
