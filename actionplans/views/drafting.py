"""A remark on the wording of the plan, set aside with a reason."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actionplans import access as doors
from actionplans.forms.drafting import SetAsideForm
from actionplans.models import Action, Recommendation
from actionplans.operations import drafting as operations
from actionplans.queries.drafting import drafting_of
from actionplans.views.actions import crumbs_to
from actionplans.views.asking import ask, plan_crumbs, succeeds
from agencies.http import SignedInRequest
from pages import notices
from pages.parts import Blocker as Crumb
from reviews.models import Review


@require_http_methods(["GET", "POST"])
def of_recommendation(
    request: SignedInRequest, reference: str, recommendation_id: int, code: str
) -> HttpResponse:
    """Let a recommendation stand as it is worded, though a check asks for more."""
    review = doors.written_review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    crumbs = [*plan_crumbs(review), Crumb(one.name, one.get_absolute_url())]
    return set_aside(request, review, one, code, crumbs=crumbs)


@require_http_methods(["GET", "POST"])
def of_action(request: SignedInRequest, reference: str, action_id: int, code: str) -> HttpResponse:
    """Let an action stand as it is worded, though a check asks for more."""
    action = doors.planned_action_or_404(request.user, reference, action_id)
    review = action.recommendation.review
    return set_aside(request, review, action, code, crumbs=crumbs_to(request, action))


def set_aside(
    request: SignedInRequest,
    review: Review,
    one: Recommendation | Action,
    code: str,
    *,
    crumbs: list[Crumb],
) -> HttpResponse:
    remark = drafting_of(one, reader=request.user).remark(code)
    if remark is None:
        raise Http404
    form = SetAsideForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.set_aside,
            one=one,
            code=code,
            reason=form.cleaned_data["reason"],
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "It stands as it is. Should the words change, they are read again.")
        return redirect(one)
    return ask(
        request,
        review,
        form,
        heading=f"Let {one.name.lower()} stand as it is",
        lede=f"{remark.missing} {remark.why}",
        quoted=one.text,
        button="Let it stand",
        back=one.get_absolute_url(),
        crumbs=crumbs,
    )
