"""Remind agencies whose evidence is late."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from evidence.operations.reminding import remind_late
from evidence.queries.late import REMIND_EVERY, late_in
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def remind(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say who would be emailed, then email them."""
    review = access.review_or_404(request.user, reference, Permission.EVIDENCE_REQUEST)
    today, refused = timezone.localdate(), ""
    if request.method == "POST":
        try:
            done = remind_late(review=review, today=today, by=request.user, at=timezone.now())
        except Refused as refusal:
            refused = str(refusal)
        else:
            words = "1 agency" if len(done) == 1 else f"{len(done)} agencies"
            notices.done(request, f"{words} reminded by email.")
            return redirect("evidence:evidence", review.reference)
    late = late_in(review, today=today)
    context = {
        "review": review,
        "to_remind": [row for row in late if row.is_to_remind],
        "others": [row for row in late if not row.is_to_remind],
        "every": REMIND_EVERY,
        "refused": refused,
        "today": today,
    }
    return render(request, "evidence/remind_evidence.html", context)
