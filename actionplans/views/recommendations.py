"""Recommendations: worded, taken over from agencies' reports, answered by their addressees."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from actionplans import access as doors
from actionplans.forms.thread import AddresseeAnswerForm, RecommendationForm
from actionplans.models import LearningPoint
from actionplans.operations import recommendations as operations
from actionplans.queries.drafting import drafting_of
from actionplans.queries.names import recommendation_gives_away
from actionplans.queries.plan import actions_in_rows
from actionplans.rules import signed_off
from actionplans.rules import thread as rules
from actionplans.rules.plan import check_can_plan
from actionplans.views.asking import (
    ask,
    confirm,
    page,
    plan_crumbs,
    reason_not_to,
    succeeds,
)
from agencies.http import SignedInRequest
from agencies.models import PublicBody
from documents import delivery
from documents.forms import take_file
from pages import notices
from reviews.access import Refused, allows
from reviews.models import Review


def choices_of(review: Review, *, now: int | None = None) -> dict[str, Any]:
    """Return what a recommendation can be tied to. now: the body it goes to, though retired."""
    known = PublicBody.objects.known_to(review.partnership_id)
    return {
        "agencies": review.involvements.select_related("agency"),
        "learning_points": LearningPoint.objects.filter(review=review),
        "public_bodies": (known.standing() | known.filter(pk=now or 0)).select_related("part_of"),
    }


@require_http_methods(["GET", "POST"])
def add_recommendation(request: SignedInRequest, reference: str) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    given = request.GET.get("learning", "")
    form = RecommendationForm(
        request.POST or None,
        is_new=True,
        initial={"learning_points": [given]} if given.isdecimal() else {},
        **choices_of(review),
    )
    if request.method == "POST" and form.is_valid():
        try:
            one = operations.add_recommendation(
                review=review,
                said=form.said(),
                learning_points=form.chosen(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{one.name} is added.")
            return redirect(one)
    return ask(
        request,
        review,
        form,
        heading="Add a recommendation",
        button="Add the recommendation",
        back=page(review, "plan"),
        crumbs=plan_crumbs(review),
    )


@require_GET
def recommendation(
    request: SignedInRequest, reference: str, recommendation_id: int
) -> HttpResponse:
    """Show a recommendation: where it comes from, what was answered, what is done about it."""
    review = doors.review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    actions = list(actions_in_rows().filter(recommendation=one))
    for action in actions:
        action.recommendation = one
    may_write = allows(rules.check_can_write, request.user, review)
    context = {
        "review": review,
        "recommendation": one,
        "learning_points": one.learning_points.all(),
        "answers": one.answers.select_related("original", "recorded_by"),
        "actions": actions,
        "warnings": recommendation_gives_away(review, one, actions) if may_write else [],
        "drafting": drafting_of(one, actions, reader=request.user) if may_write else None,
        "may_write": may_write,
        "may_plan": allows(check_can_plan, request.user, review),
        "crumbs": plan_crumbs(review),
        "today": timezone.localdate(),
    }
    return render(request, "actionplans/recommendation.html", context)


@require_http_methods(["GET", "POST"])
def change_recommendation(
    request: SignedInRequest, reference: str, recommendation_id: int
) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    form = RecommendationForm(
        request.POST or None,
        is_new=False,
        changing=RecommendationForm.initial_of(one),
        **choices_of(review, now=one.public_body_id),
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.change_recommendation,
            one=one,
            said=form.said(),
            learning_points=form.chosen(),
            number=form.placed_at,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, f"{one.name} is changed.")
        return redirect(one)
    return ask(
        request,
        review,
        form,
        heading=f"Change recommendation {one.number}",
        drafting=drafting_of(one, reader=request.user),
        button="Save",
        back=one.get_absolute_url(),
        crumbs=plan_crumbs(review),
    )


@require_http_methods(["GET", "POST"])
def remove_recommendation(
    request: SignedInRequest, reference: str, recommendation_id: int
) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    if request.method == "POST":
        operations.remove_recommendation(one=one, by=request.user, at=timezone.now())
        notices.done(request, "The recommendation is removed. Those after it moved up.")
        return redirect("actionplans:plan", reference)
    return confirm(
        request,
        review,
        heading=f"Remove recommendation {one.number}?",
        words=one.text,
        button="Remove the recommendation",
        back=one.get_absolute_url(),
        crumbs=plan_crumbs(review),
        refusal=(
            reason_not_to(signed_off.check_recommendation_may_go, review)
            or reason_not_to(rules.check_recommendation_is_free, one)
        ),
    )


@require_http_methods(["GET", "POST"])
def record_answer(request: SignedInRequest, reference: str, recommendation_id: int) -> HttpResponse:
    """Enter what the addressee answered, or that nobody did."""
    review = doors.planned_review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    form = AddresseeAnswerForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and succeeds(
            form,
            operations.record_answer,
            one=one,
            **{name: form.cleaned_data[name] for name in ("kind", "answered_on", "reason")},
            provenance=form.provenance(original),
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            notices.done(request, "The answer is recorded.")
            return redirect(one)
    return ask(
        request,
        review,
        form,
        heading=f"Record the answer to recommendation {one.number}",
        lede=f"From {one.addressed_to}. An earlier answer is kept; the last one stands.",
        quoted=one.text,
        button="Record the answer",
        back=one.get_absolute_url(),
        crumbs=plan_crumbs(review),
    )


@require_GET
def answer_file(
    request: SignedInRequest, reference: str, recommendation_id: int, answer_id: int
) -> HttpResponseBase:
    """Hand out the original of an answer."""
    review = doors.review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    answer = get_object_or_404(one.answers.select_related("original"), pk=answer_id)
    if answer.original is None:
        raise Http404
    return delivery.download(answer.original)
