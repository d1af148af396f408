"""What the Home Office says of a round: receipt, day of its board, letter."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from publications import access as doors
from publications.forms.submissions import LetterForm, ReceiptForm
from publications.models import QaLetter, QaSubmission
from publications.operations import home_office as operations
from reviews.access import Permission, Refused

WRITE = Permission.QA_WRITE


@require_http_methods(["GET", "POST"])
def record_receipt(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = sent_round_or_404(request, reference, number)
    given = found.receipt_given
    form = ReceiptForm(request.POST or None, request.FILES or None, receipt=given)
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                operations.record_receipt(
                    submission=found,
                    **form.receipt(),
                    provenance=form.provenance(original or (given.original if given else None)),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "What the Home Office said is recorded.")
                return redirect(found)
    context = {"review": found.review, "round": found, "form": form}
    return render(request, "publications/record_receipt.html", context)


@require_http_methods(["GET", "POST"])
def record_letter(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    found = sent_round_or_404(request, reference, number)
    given = found.letter_given
    form = LetterForm(request.POST or None, request.FILES or None, known=known(given))
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                letter = operations.record_letter(
                    submission=found,
                    **{name: form.cleaned_data[name] for name in ("outcome", "arrived_on", "text")},
                    provenance=form.provenance(original or (given.original if given else None)),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                say_what_was_read(request, letter)
                return redirect(found)
    context = {"review": found.review, "round": found, "form": form}
    return render(request, "publications/record_letter.html", context)


def sent_round_or_404(request: SignedInRequest, reference: str, number: int) -> QaSubmission:
    found = doors.round_or_404(request.user, reference, number, WRITE)
    if not found.is_submitted:
        raise Http404
    return found


def known(letter: QaLetter | None) -> dict[str, Any]:
    """Return what is recorded of a letter, to be put right."""
    if letter is None:
        return {}
    names = ("outcome", "given_on", "on_behalf_of", "received_via", "arrived_on", "text")
    return {name: getattr(letter, name) for name in names}


def say_what_was_read(request: SignedInRequest, letter: QaLetter) -> None:
    notices.done(request, "The letter is recorded. Share it with the family and the panel.")
    if not letter.text:
        notices.important(
            request,
            "Its words could not be read from the file. Type or paste them before it is published.",
        )


@require_GET
def letter_file(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    found = doors.round_or_404(request.user, reference, number, Permission.QA_READ)
    letter = found.letter_given
    if letter is None or letter.document is None:
        raise Http404
    return delivery.download(letter.document)


@require_GET
def receipt_file(request: SignedInRequest, reference: str, number: int) -> HttpResponseBase:
    """Hand out the email or letter that a receipt was entered from."""
    found = doors.round_or_404(request.user, reference, number, Permission.QA_READ)
    receipt = found.receipt_given
    if receipt is None or receipt.original is None:
        raise Http404
    return delivery.download(receipt.original)
