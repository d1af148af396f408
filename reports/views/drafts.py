"""The drafts: which there are, one to read, making and releasing, comparing two."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from anonymity.queries.leaving import leaving_of
from pages import notices
from reports import access as doors
from reports.forms.writing import MakeDraftForm, ReleaseForm
from reports.models import Draft, DraftPart
from reports.operations import drafts as operations
from reports.published import comparison
from reports.queries.comments import shown_to
from reports.queries.draft_page import on_the_whole, read_with, reasons_to_wait
from reports.queries.draft_standing import draft_lines, standing_page
from reports.queries.drafts import report_of, standing_of
from reports.views.papers import offer_paper
from reviews import access
from reviews.access import Permission, Refused
from reviews.checks.true_names import Finding, certain
from reviews.rules import is_before_this_system


@require_GET
def draft_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_READ)
    context = {
        "review": review,
        "lines": draft_lines(doors.drafts_for(request.user, review)),
        "may_write": access.has(request.user, Permission.DRAFT_WRITE, on=review),
        "reads_working": doors.sees_unreleased(request.user, review),
    }
    return render(request, "reports/drafts.html", context)


@require_http_methods(["GET", "POST"])
def make_draft(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    today = timezone.localdate()
    form = MakeDraftForm(request.POST or None, initial={"made_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.make_draft(
                review=review, **form.cleaned_data, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{made.name} is made. Read it, then release it to the panel.")
            return redirect(made)
    return render(request, "reports/make_draft.html", {"review": review, "form": form})


@require_GET
def draft(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    return read_draft(request, reference, number, part=DraftPart.REPORT)


@require_GET
def draft_summary(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    return read_draft(request, reference, number, part=DraftPart.SUMMARY)


def read_draft(
    request: SignedInRequest, reference: str, number: int, *, part: DraftPart
) -> HttpResponse:
    """Show one part of a draft, with comments beside its paragraphs."""
    shown = doors.draft_or_404(request.user, reference, number)
    rows = shown.comments.select_related("recorded_by", "settled_by", "release")
    comments = shown_to(request.user, shown, rows)
    said = report_of(shown)
    context = {
        "review": shown.review,
        "draft": shown,
        "report": said,
        "part": part,
        "is_summary": part == DraftPart.SUMMARY,
        "chapters": read_with(said, part, comments),
        "on_the_whole": on_the_whole(part, comments),
        "comments": len(comments),
        "leaving": leaving_of(shown.review, "draft", request.user, shown.number),
        "open_comments": sum(one.comment.is_open for one in comments),
        "drafts": doors.drafts_for(request.user, shown.review).defer("content"),
        **standing_page(shown, request.user, found=found_in(request, shown)),
    }
    return render(request, "reports/draft.html", context)


def found_in(request: SignedInRequest, shown: Draft) -> list[Finding]:
    """Return what an unreleased draft gives away, for those who can mend it."""
    writes = access.has(request.user, Permission.DRAFT_WRITE, on=shown.review)
    return operations.gives_away(shown) if writes and not shown.is_released else []


@require_http_methods(["GET", "POST"])
def release_draft(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    shown = doors.draft_or_404(request.user, reference, number, Permission.DRAFT_WRITE)
    found = operations.gives_away(shown)
    doubtful = [finding for finding in found if not finding.is_certain]
    is_earlier = is_before_this_system(shown.review, shown.made_on)
    form = ReleaseForm(
        request.POST if request.method == "POST" else None,
        doubtful=doubtful,
        is_earlier=is_earlier,
        initial={"released_on": shown.made_on},
    )
    if form.is_valid():
        try:
            released = operations.release_draft(
                draft=shown,
                names_looked_at=form.cleaned_data.get("names_looked_at", False),
                released_on=form.cleaned_data.get("released_on"),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            told = (
                "Nobody was emailed." if of_before(released) else "Its readers are being emailed."
            )
            notices.done(request, f"{shown.name} is released. {told}")
            return redirect(shown)
    context = {
        "review": shown.review,
        "draft": shown,
        "form": form,
        "stops": reasons_to_wait(certain(found)),
        "is_earlier": is_earlier,
    }
    return render(request, "reports/release_draft.html", context)


def of_before(shown: Draft) -> bool:
    """Test whether the panel had a draft before its review was recorded here."""
    day = shown.released_on
    return day is not None and is_before_this_system(shown.review, day)


@require_GET
def compare(request: SignedInRequest, reference: str, before: int, after: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.DRAFT_READ)
    drafts = doors.drafts_for(request.user, review)
    old, new = get_object_or_404(drafts, number=before), get_object_or_404(drafts, number=after)
    context = {
        "review": review,
        "before": old,
        "after": new,
        "sections": comparison.compare(report_of(old), report_of(new)),
    }
    return render(request, "reports/compare_drafts.html", context)


@require_GET
def draft_file(
    request: SignedInRequest, reference: str, number: int, paper: str, ending: str
) -> HttpResponse:
    """Hand out a paper of a draft as a PDF or a Word file."""
    shown = doors.draft_or_404(request.user, reference, number)
    return offer_paper(
        request,
        report_of(shown),
        paper=paper,
        ending=ending,
        standing=standing_of(shown),
        as_name=f"{reference}-draft-{number}",
        back=shown.get_absolute_url(),
    )
