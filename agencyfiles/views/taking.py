"""An agency takes home its file, from its own pages."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from agencyfiles.operations.taking import take_home
from agencyfiles.queries.contents import contents_for
from documents import delivery
from reviews import access
from reviews.access import Permission


@require_http_methods(["GET", "POST"])
def take(
    request: SignedInRequest, reference: str, involvement_id: int
) -> HttpResponse | HttpResponseBase:
    """Say what is in it; hand it out as one archive."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.INVOLVEMENT_READ
    )
    if not access.has_own(request.user, Permission.INVOLVEMENT_READ, on=part):
        raise Http404
    if request.method == "POST":
        archive = take_home(part=part, by=request.user, at=timezone.now())
        return delivery.stream_archive(archive, as_name=f"{reference} our file")
    context = {
        "review": part.review,
        "part": part,
        "contents": contents_for(request.user, part),
    }
    return render(request, "agencyfiles/take.html", context)
