"""What the family told the review, as evidence of a finding."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actionplans import access as doors
from actionplans.models import Finding
from actionplans.operations import findings as operations
from actionplans.queries.accounts import accounts_to_choose
from actionplans.views.asking import thread_crumbs
from actionplans.views.findings import numbers
from agencies.http import SignedInRequest
from families.models import FamilyContactEntry
from pages import notices


@require_http_methods(["GET", "POST"])
def add_account(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    """Choose what the family told the review that a finding rests on."""
    review = doors.told_review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    if request.method == "POST":
        return rest_on_ticked(request, found)
    words = request.GET.get("words", "").strip()
    context = {
        "review": review,
        "finding": found,
        "words": words,
        "accounts": accounts_to_choose(found, request.user, words=words),
        "crumbs": thread_crumbs(review),
    }
    return render(request, "actionplans/add_account.html", context)


def rest_on_ticked(request: SignedInRequest, found: Finding) -> HttpResponse:
    """Take in what was ticked; what is not of this review is left alone."""
    accounts = (
        FamilyContactEntry.objects.readable_by(request.user)
        .standing()
        .filter(pk__in=numbers(request, "account"), contact__review=found.review)
        .select_related("contact", "root")
    )
    ticked = list(accounts)
    if not ticked:
        notices.important(request, "Nothing was ticked.")
        return redirect("actionplans:add-account", found.review.reference, found.pk)
    operations.rest_on(finding=found, accounts=ticked, by=request.user, at=timezone.now())
    notices.done(request, f"{found.name} rests on what you ticked.")
    return redirect("actionplans:finding", found.review.reference, found.pk)
