"""The partnership's sign-off: record it, attach its minute, hand out its files."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from reports import access as doors
from reports.forms.agreeing import MinuteForm, SignOffForm
from reports.models import SignOff
from reports.operations import sign_off as operations
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def sign_off_draft(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    draft = doors.draft_or_404(request.user, reference, number)
    by_the_chair = access.has(request.user, Permission.SIGN_OFF, on=draft.review)
    form = SignOffForm(request.POST or None, request.FILES or None, by_the_chair=by_the_chair)
    if request.method == "POST":
        now = timezone.now()
        minute = take_file(form, "minute", by=request.user, at=now, review_ref=reference)
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                operations.sign_off(
                    draft=draft,
                    decided=form.decided(),
                    minute=minute,
                    provenance={} if by_the_chair else form.provenance(original),
                    unusual_reason=form.cleaned_data["unusual_reason"],
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, f"The sign-off of {draft.name.lower()} is recorded.")
                return redirect(draft)
    context = {"review": draft.review, "draft": draft, "form": form}
    return render(request, "reports/sign_off.html", context)


def sign_off_or_404(
    request: SignedInRequest, reference: str, pk: int, permission: Permission
) -> SignOff:
    review = access.review_or_404(request.user, reference, permission)
    rows = SignOff.objects.filter(draft__in=doors.drafts_for(request.user, review))
    return get_object_or_404(rows.select_related("draft__review", "minute", "original"), pk=pk)


@require_http_methods(["GET", "POST"])
def attach_minute(request: SignedInRequest, reference: str, sign_off_id: int) -> HttpResponse:
    made = sign_off_or_404(request, reference, sign_off_id, Permission.DECISION_ENTER)
    typed = request.POST if request.method == "POST" else None
    form = MinuteForm(typed, request.FILES)
    if typed is not None:
        now = timezone.now()
        minute = take_file(form, "minute", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and minute:
            try:
                operations.attach_minute(sign_off=made, minute=minute, by=request.user, at=now)
            except Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                notices.done(request, "The minute is attached.")
                return redirect(made.draft)
    context = {"review": made.draft.review, "draft": made.draft, "form": form}
    return render(request, "reports/attach_minute.html", context)


@require_GET
def sign_off_file(
    request: SignedInRequest, reference: str, sign_off_id: int, which: str
) -> HttpResponseBase:
    """Hand out the minute of a sign-off, or the original it was entered from."""
    made = sign_off_or_404(request, reference, sign_off_id, Permission.DRAFT_READ)
    document = {"minute": made.minute, "original": made.original}.get(which)
    if document is None:
        raise Http404
    return delivery.download(document)
