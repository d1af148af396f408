"""The chapters of a review's report: order, titles, what is left out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reports.forms.chapters import ChaptersForm
from reports.operations import chapters as operations
from reports.operations.chapters import Choice
from reports.queries.assembly.chapters import by_key, chosen
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def chapters(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    if "reset" in request.POST:
        return reset(request, review)
    choices = by_key(review.chapter_choices.all())
    form = ChaptersForm(request.POST or None, chapters=chosen(choices))
    if request.method == "POST" and form.is_valid():
        try:
            operations.choose_chapters(
                review=review, choices=typed(form), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The chapters are as you chose. Drafts of before keep theirs.")
            return redirect("reports:report", reference)
    context = {"review": review, "form": form, "is_own": bool(choices)}
    return render(request, "reports/chapters.html", context)


def typed(form: ChaptersForm) -> list[Choice]:
    said = form.cleaned_data
    return [
        Choice(
            key=one.key,
            place=said[f"place_{one.key}"],
            title=said[f"title_{one.key}"],
            because=said.get(f"because_{one.key}", ""),
        )
        for one in form.chapters
    ]


def reset(request: SignedInRequest, review: Review) -> HttpResponse:
    try:
        operations.reset_chapters(review=review, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The report has the usual chapters again.")
    return redirect("reports:report", review.reference)
