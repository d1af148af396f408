"""What no paper of a review may say: for who may know everybody in it to read and to write."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from anonymity import access, rules
from anonymity.forms.keeping_back import KeepBackForm
from anonymity.models import KeptBack
from anonymity.operations import keeping_back
from anonymity.operations.keeping_back import Secret
from pages import notices
from reviews.access import Permission, Refused, allows
from reviews.access import review_or_404 as review_with
from reviews.models import Review

LIST = "anonymity:kept-back"


@require_GET
def kept_back(request: SignedInRequest, reference: str) -> HttpResponse:
    """Everything that is kept back in a review."""
    review = access.known_review_or_404(request.user, reference)
    context = {
        "review": review,
        "rows": review.kept_back.all(),
        "may_write": allows(rules.check_can_keep_back, request.user, review),
    }
    return render(request, "anonymity/kept_back.html", context)


@require_http_methods(["GET", "POST"])
def keep_back(request: SignedInRequest, reference: str) -> HttpResponse:
    review = review_with(request.user, reference, Permission.IDENTITIES_WRITE)
    return asked(request, review, None)


@require_http_methods(["GET", "POST"])
def change(request: SignedInRequest, reference: str, kept_id: int) -> HttpResponse:
    kept = access.kept_back_or_404(request.user, reference, kept_id)
    return asked(request, kept.review, kept)


def asked(request: SignedInRequest, review: Review, kept: KeptBack | None) -> HttpResponse:
    """Ask for something to keep back, or for what is to be changed in it."""
    stands = KeepBackForm.initial_of(kept) if kept else None
    form = KeepBackForm(request.POST or None, changing=stands)
    if request.method == "POST" and form.is_valid():
        secret = Secret(**form.cleaned_data)
        try:
            write(request, review, kept, secret)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "Recorded. Every check looks for it from now on.")
            return redirect(LIST, review.reference)
    context = {"review": review, "form": form, "kept": kept}
    return render(request, "anonymity/keep_back.html", context)


def write(request: SignedInRequest, review: Review, kept: KeptBack | None, secret: Secret) -> None:
    by, at = request.user, timezone.now()
    if kept:
        keeping_back.change(kept=kept, secret=secret, by=by, at=at)
    else:
        keeping_back.keep_back(review=review, secret=secret, by=by, at=at)


@require_http_methods(["GET", "POST"])
def remove(request: SignedInRequest, reference: str, kept_id: int) -> HttpResponse:
    """Ask once more, then remove."""
    kept = access.kept_back_or_404(request.user, reference, kept_id)
    if request.method == "POST":
        try:
            keeping_back.remove(kept=kept, by=request.user, at=timezone.now())
        except Refused as refusal:
            notices.important(request, str(refusal))
        else:
            notices.done(request, "Removed. Checks look for it no more.")
        return redirect(LIST, kept.review.reference)
    return render(request, "anonymity/remove_kept_back.html", {"review": kept.review, "kept": kept})
