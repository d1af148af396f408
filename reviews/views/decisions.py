"""The notification, the decision and the letters about it."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.decisions import DecisionForm, NoticeForm
from reviews.operations import decisions
from reviews.operations.decisions import Reasons


@require_GET
def decision(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_READ)
    context = {
        "review": review,
        "decisions": review.decisions.select_related("review", "minute", "original"),
        "letters": review.notices.select_related("letter"),
        "may_decide": access.has(request.user, Permission.DECISION_ENTER, on=review),
        "may_record": access.has(request.user, Permission.DECISION_RECORD, on=review),
    }
    return render(request, "reviews/decision.html", context)


@require_http_methods(["GET", "POST"])
def record_decision(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    by_the_chair = access.has(request.user, Permission.DECISION_MAKE, on=review)
    form = DecisionForm(
        request.POST or None, request.FILES or None, review=review, by_the_chair=by_the_chair
    )
    if request.method == "POST":
        now, ref = timezone.now(), review.reference
        minute = take_file(form, "minute", by=request.user, at=now, review_ref=ref)
        original = take_file(form, "original", by=request.user, at=now, review_ref=ref)
        if form.is_valid():
            try:
                made = decisions.record_decision(
                    review=review,
                    **form.answers(),
                    reasons=Reasons(**form.reasons()),
                    provenance={} if by_the_chair else form.provenance(original),
                    minute=minute,
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                words = "confirmed" if made.is_confirmed else "provisional"
                notices.done(request, f"The {words} decision is recorded.")
                return redirect(review)
    return render(request, "reviews/record_decision.html", {"review": review, "form": form})


@require_http_methods(["GET", "POST"])
def record_notice(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_RECORD)
    form = NoticeForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        letter = take_file(form, "letter", by=request.user, at=now, review_ref=review.reference)
        if form.is_valid():
            told = {key: value for key, value in form.cleaned_data.items() if key != "letter"}
            try:
                decisions.record_notice(
                    review=review,
                    **told,
                    letter=letter,
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The letter is recorded. Nothing was sent from here.")
                return redirect(review)
    return render(request, "reviews/record_notice.html", {"review": review, "form": form})


@require_GET
def notification_file(request: SignedInRequest, reference: str) -> HttpResponseBase:
    review = access.review_or_404(request.user, reference, Permission.DECISION_READ)
    if review.notification is None:
        raise Http404
    return delivery.download(review.notification)


@require_GET
def decision_file(
    request: SignedInRequest, reference: str, decision_id: int, which: str
) -> HttpResponseBase:
    """Hand out the minute of a decision, or the original it was entered from."""
    review = access.review_or_404(request.user, reference, Permission.DECISION_READ)
    made = get_object_or_404(review.decisions, pk=decision_id)
    document = {"minute": made.minute, "original": made.original}.get(which)
    if document is None:
        raise Http404
    return delivery.download(document)


@require_GET
def notice_file(request: SignedInRequest, reference: str, notice_id: int) -> HttpResponseBase:
    review = access.review_or_404(request.user, reference, Permission.DECISION_READ)
    notice = get_object_or_404(review.notices, pk=notice_id)
    if notice.letter is None:
        raise Http404
    return delivery.download(notice.letter)
