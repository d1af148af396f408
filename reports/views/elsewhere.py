"""A version of the report of before the review was recorded here: take it in, open its file."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from reports import access as doors
from reports.forms.writing import TakeInForm
from reports.models import Draft
from reports.operations import drafts as operations
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def take_in_draft(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    form = TakeInForm(request.POST or None, request.FILES or None)
    taken = taken_in(request, review, form) if request.method == "POST" else None
    if taken:
        return redirect(taken)
    return render(request, "reports/take_in_draft.html", {"review": review, "form": form})


def taken_in(request: SignedInRequest, review: Review, form: TakeInForm) -> Draft | None:
    """Take the version of a form in; what is wrong with it becomes an error of the form."""
    now = timezone.now()
    document = take_file(form, "file", by=request.user, at=now, review_ref=review.reference)
    if document is None or not form.is_valid():
        return None
    said = {name: value for name, value in form.cleaned_data.items() if name != "file"}
    try:
        draft, read = operations.take_in_draft(
            review=review,
            original=document,
            **said,
            today=timezone.localdate(),
            by=request.user,
            at=now,
        )
    except Refused as refusal:
        form.refuse(refusal)
        return None
    notices.done(request, f"{draft.name} is taken in. {read.summary} {read.left_out}".strip())
    return draft


@require_GET
def draft_original(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    """Hand out the file that a draft was read from, as it came."""
    return delivery.download(doors.original_or_404(request.user, reference, number))
