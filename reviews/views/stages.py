"""Move a review on, or one step back."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.stages import MoveOnForm, StepBackForm
from reviews.lifecycle import Stage
from reviews.operations import stages
from reviews.queries import home


@require_http_methods(["GET", "POST"])
def move_on(request: SignedInRequest, reference: str, to: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.REVIEW_READ)
    move = next((move for move in home.moves(review, request.user) if move.row.to == to), None)
    if move is None or not move.is_mine:
        raise Http404
    today = timezone.localdate()
    form = MoveOnForm(request.POST or None, today=today, needs_reason=bool(move.blockers))
    if request.method == "POST" and form.is_valid():
        try:
            stages.move_on(
                review=review,
                to=Stage(to),
                moved_on=form.cleaned_data["moved_on"],
                reason=form.cleaned_data["reason"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{review.reference} now stands at: {Stage(to).label}.")
            return redirect(review)
    return render(request, "reviews/move_on.html", {"review": review, "move": move, "form": form})


@require_http_methods(["GET", "POST"])
def step_back(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.STAGE_STEP_BACK)
    form = StepBackForm(request.POST or None)
    try:
        goes_to = Stage(stages.step_to_take_back(review).from_stage)
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect(review)
    if request.method == "POST" and form.is_valid():
        stages.step_back(
            review=review,
            reason=form.cleaned_data["reason"],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
        notices.done(request, f"{review.reference} stands at: {goes_to.label} again.")
        return redirect(review)
    context = {"review": review, "form": form, "goes_to": goes_to}
    return render(request, "reviews/step_back.html", context)
