"""Publication: the decision, how it is introduced, the check, what will be public, publishing."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from publications.forms.publishing import DecideForm, IntroduceForm
from publications.models import Published
from publications.operations import deciding
from publications.queries.library import shown
from publications.queries.publication_page import page_of, so_far
from publications.rules.candidate import (
    Candidate,
    candidate_of,
    drafts_to_publish,
    public_text_of,
)
from reports.queries.drafts import report_of
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


@require_GET
def publication(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show how publication stands and what is left to do."""
    review = access.review_or_404(request.user, reference, Permission.QA_READ)
    today = timezone.localdate()
    context = {"review": review, **page_of(review, request.user, today=today), "today": today}
    return render(request, "publications/publication.html", context)


@require_http_methods(["GET", "POST"])
def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    by_the_chair = access.has(request.user, Permission.PUBLISH, on=review)
    form = DecideForm(request.POST or None, request.FILES or None, by_the_chair=by_the_chair)
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                made = deciding.decide(
                    review=review,
                    **form.decision(),
                    provenance={} if by_the_chair else form.provenance(original),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                words = "confirmed" if made.is_confirmed else "provisional"
                notices.done(request, f"The {words} decision is recorded. {so_far(review)}")
                return redirect("publications:publication", reference)
    return render(request, "publications/decide.html", {"review": review, "form": form})


@require_GET
def decision_file(request: SignedInRequest, reference: str, decision_id: int) -> HttpResponseBase:
    """Hand out what a decision was entered from."""
    review = access.review_or_404(request.user, reference, Permission.QA_READ)
    made = get_object_or_404(review.publication_decisions, pk=decision_id)
    if made.original is None:
        raise Http404
    return delivery.download(made.original)


@require_http_methods(["GET", "POST"])
def introduce(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say which draft is published, and how the library calls and introduces it."""
    review = access.review_or_404(request.user, reference, Permission.DECISION_ENTER)
    standing = public_text_of(review)
    drafts = drafts_to_publish(review)
    title = report_of(drafts[0]).title if drafts and not standing else ""
    form = IntroduceForm(
        request.POST or None,
        drafts=drafts,
        standing=standing,
        initial={"title": title} if title else {},
    )
    if request.method == "POST" and form.is_valid():
        deciding.introduce(review=review, **form.text(), by=request.user, at=timezone.now())
        notices.done(request, f"The introduction is kept. {so_far(review)}")
        return redirect("publications:publication", reference)
    context = {"review": review, "form": form, "drafts": drafts}
    return render(request, "publications/introduce.html", context)


def candidate_or_404(review: Review) -> Candidate:
    candidate = candidate_of(review)
    if candidate is None:
        raise Http404
    return candidate


@require_GET
def preview(request: SignedInRequest, reference: str, item: str = "") -> HttpResponse:
    """Show exactly what would be public, word for word."""
    review = access.review_or_404(request.user, reference, Permission.QA_READ)
    if not access.has(request.user, Permission.DRAFT_READ, on=review):
        raise Http404
    candidate = candidate_or_404(review)
    if item and item not in candidate.contents:
        raise Http404
    kind = Published(item) if item else None
    context = {
        "review": review,
        "candidate": candidate,
        "kinds": list(candidate.contents),
        "kind": kind,
        "item": shown(kind, candidate.contents[kind]) if kind else None,
    }
    return render(request, "publications/preview.html", context)
