from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from reports import access as doors
from reports.queries.family_words import where_they_stand
from reviews import access
from reviews.access import Permission


@require_GET
def family_words(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show where words of the family stand, to those who open the compartment and the text."""
    review = doors.working_text_or_404(request.user, reference)
    access.require(request.user, Permission.FAMILY_READ, on=review)
    standing = where_they_stand(review, request.user, today=timezone.localdate())
    return render(request, "reports/family_words.html", {"review": review, "standing": standing})
