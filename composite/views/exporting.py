"""The composite chronology as a file."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from agencies.http import SignedInRequest
from composite.operations import exports
from composite.queries.people import people_of
from composite.queries.scope import scope_of
from composite.views import wanted as asking
from documents import delivery
from documents.rendering import RenderingUnavailable
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_POST
def export(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand the composite out as a file, as it is narrowed on the page."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    form = request.POST.get("format", "")
    if form not in exports.FORMATS:
        raise Http404
    scope = scope_of(review, request.user)
    _form, wanted = asking.form_of(asking.kept(request, review), searches=scope.may_name)
    people = people_of(review, request.user)
    is_named = "named" in request.POST
    try:
        content = exports.export(
            review=review,
            form=form,
            is_named=is_named,
            wanted=asking.completed(wanted, asking.in_address(request.POST), people),
            by=request.user,
            at=timezone.now(),
        )
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("composite:composite", reference)
    names = "with true names" if is_named else "with pseudonyms"
    name = f"{review.reference} composite chronology {names}"
    return delivery.offer(content, kind=exports.FORMATS[form], as_name=name)
