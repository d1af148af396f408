"""What agencies say of findings."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from actionplans import access as doors
from actionplans.forms.panel import AgencyResponseForm
from actionplans.operations import findings as operations
from actionplans.views.asking import ask, page, succeeds, thread_crumbs
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices


@require_http_methods(["GET", "POST"])
def record_response(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    """Enter what an agency says of a finding."""
    review = doors.written_review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    form = AgencyResponseForm(
        request.POST or None,
        request.FILES or None,
        agencies=review.involvements.select_related("agency"),
    )
    back = page(review, "finding", found.pk)
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and succeeds(
            form,
            operations.record_response,
            finding=found,
            **{name: form.cleaned_data[name] for name in ("agency", "kind", "words")},
            provenance=form.provenance(original),
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            notices.done(request, "The agency’s response is recorded.")
            return redirect(back)
    return ask(
        request,
        review,
        form,
        heading=f"Record what an agency says of finding {found.number}",
        lede="An earlier response of the same agency is kept; the last one stands.",
        quoted=found.statement,
        button="Record the response",
        back=back,
        crumbs=thread_crumbs(review),
    )


@require_GET
def response_file(
    request: SignedInRequest, reference: str, finding_id: int, response_id: int
) -> HttpResponseBase:
    """Hand out the original of a response."""
    review = doors.review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    response = get_object_or_404(found.responses.select_related("original"), pk=response_id)
    if response.original is None:
        raise Http404
    return delivery.download(response.original)
