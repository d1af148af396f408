"""What the panel has found on each line of enquiry, and one more answer."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from panels.forms.enquiry_answers import EnquiryAnswerForm
from panels.operations import enquiry_answers as operations
from panels.queries.enquiry_answers import answers_by_root, lines_by_root, standings
from panels.rules.terms import check_can_write
from reviews import access
from reviews.access import Permission, Refused, allows


@require_GET
def enquiry_answers(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.TERMS_READ)
    rows = standings(review)
    asked = [row for row in rows if not row.is_dropped]
    context = {
        "review": review,
        "asked": asked,
        "dropped": [row for row in rows if row.is_dropped],
        "open": sum(not row.answers for row in asked),
        "may_write": allows(check_can_write, request.user, review),
    }
    return render(request, "panels/enquiry_answers.html", context)


@require_http_methods(["GET", "POST"])
def answer_enquiry(request: SignedInRequest, reference: str, root: UUID) -> HttpResponse:
    """Write an answer to a line, as the version agreed last that has it words it."""
    review = access.review_or_404(request.user, reference, Permission.TERMS_WRITE)
    line = lines_by_root(review).get(root)
    if line is None:
        raise Http404
    today = timezone.localdate()
    form = EnquiryAnswerForm(
        request.POST or None,
        meetings=review.meetings.filter(held_on__lte=today, called_off_on__isnull=True),
        rounds=review.agreement_rounds.filter(closed_on__isnull=False),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer_enquiry(
                enquiry=line,
                answer=form.answer(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Line of enquiry {line.number} has an answer.")
            page = reverse("panels:enquiry-answers", args=[reference])
            return redirect(f"{page}#line-{root}")
    context = {
        "review": review,
        "line": line,
        "form": form,
        "answers": answers_by_root(review).get(root, []),
    }
    return render(request, "panels/answer_enquiry.html", context)
