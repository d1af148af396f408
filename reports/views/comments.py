"""Comments on a draft: what was said, saying something, entering it for another, settling it."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from reports import access as doors
from reports.forms.comments import CommentForAnotherForm, CommentForm, SettleForm
from reports.models import DraftPart
from reports.operations import comments as operations
from reports.queries.comments import shown_to
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def comment_list(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference, number)
    rows = draft.comments.select_related("recorded_by", "settled_by", "original", "release")
    comments = shown_to(request.user, draft, rows)
    context = {
        "review": draft.review,
        "draft": draft,
        "open": [one for one in comments if one.comment.is_open],
        "settled": [one for one in comments if not one.comment.is_open],
        "may_write": access.has(request.user, Permission.DRAFT_WRITE, on=draft.review),
        "may_comment": draft.is_released
        and access.has(request.user, Permission.DRAFT_COMMENT, on=draft.review),
        "may_record": draft.is_released
        and access.has(request.user, Permission.AGREEMENT_RECORD, on=draft.review),
    }
    return render(request, "reports/comments.html", context)


def about(request: SignedInRequest) -> dict[str, str]:
    """Return the place that a link asks to comment on."""
    part = request.GET.get("part", "")
    return {
        "part": part if part in DraftPart else DraftPart.REPORT,
        "paragraph": request.GET.get("paragraph", "")[:10],
    }


@require_http_methods(["GET", "POST"])
def give_comment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    draft = doors.draft_or_404(request.user, reference, number, Permission.DRAFT_COMMENT)
    form = CommentForm(request.POST or None, initial=about(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_comment(
                draft=draft, comment=form.comment(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "Your comment is recorded.")
            return redirect("reports:comments", reference, number)
    context = {"review": draft.review, "draft": draft, "form": form}
    return render(request, "reports/give_comment.html", context)


@require_http_methods(["GET", "POST"])
def enter_comment(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.AGREEMENT_RECORD)
    draft = doors.draft_or_404(request.user, reference, number)
    form = CommentForAnotherForm(
        request.POST or None, request.FILES or None, initial=about(request)
    )
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                operations.enter_comment(
                    draft=draft,
                    comment=form.comment(),
                    provenance=form.provenance(original),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The comment is recorded.")
                return redirect("reports:comments", reference, number)
    context = {"review": review, "draft": draft, "form": form}
    return render(request, "reports/enter_comment.html", context)


@require_http_methods(["GET", "POST"])
def settle_comment(
    request: SignedInRequest, reference: str, number: int, comment_id: int
) -> HttpResponse:
    access.review_or_404(request.user, reference, Permission.DRAFT_WRITE)
    comment = doors.comment_or_404(request.user, reference, number, comment_id)
    names = ("disposition", "reason", "changed_where")
    form = SettleForm(
        request.POST or None, initial={name: getattr(comment, name) for name in names}
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.settle_comment(
                comment=comment, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "What became of the comment is recorded.")
            return redirect("reports:comments", reference, number)
    context = {
        "review": comment.draft.review,
        "draft": comment.draft,
        "shown": shown_to(request.user, comment.draft, [comment])[0],
        "comment": comment,
        "form": form,
    }
    return render(request, "reports/settle_comment.html", context)


@require_GET
def comment_original(
    request: SignedInRequest, reference: str, number: int, comment_id: int
) -> HttpResponseBase:
    """Hand out what a comment was entered from, to those who enter and settle comments."""
    access.review_or_404(request.user, reference, Permission.AGREEMENT_RECORD)
    comment = doors.comment_or_404(request.user, reference, number, comment_id)
    if comment.original is None:
        raise Http404
    return delivery.download(comment.original)
