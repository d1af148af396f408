"""What is to be learnt: added, changed, removed."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actionplans import access as doors
from actionplans.forms.thread import LearningPointForm
from actionplans.models import Finding
from actionplans.operations import learning as operations
from actionplans.rules import thread as rules
from actionplans.views.asking import ask, confirm, page, reason_not_to, succeeds, thread_crumbs
from agencies.http import SignedInRequest
from pages import notices


@require_http_methods(["GET", "POST"])
def add_learning_point(request: SignedInRequest, reference: str) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    given = request.GET.get("finding", "")
    form = LearningPointForm(
        request.POST or None,
        is_new=True,
        findings=Finding.objects.filter(review=review),
        agencies=review.involvements.select_related("agency"),
        initial={"findings": [given]} if given.isdecimal() else {},
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.add_learning_point,
            review=review,
            said=form.said(),
            findings=form.chosen(),
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "The learning point is added.")
        return redirect("actionplans:thread", reference)
    return ask(
        request,
        review,
        form,
        heading="Add a learning point",
        lede="It rests on findings, and leads to a recommendation or says why to none.",
        button="Add the learning point",
        back=page(review, "thread"),
        crumbs=thread_crumbs(review),
    )


@require_http_methods(["GET", "POST"])
def change_learning_point(
    request: SignedInRequest, reference: str, learning_id: int
) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    point = doors.learning_point_or_404(review, learning_id)
    form = LearningPointForm(
        request.POST or None,
        is_new=False,
        findings=Finding.objects.filter(review=review),
        agencies=review.involvements.select_related("agency"),
        changing=LearningPointForm.initial_of(point),
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.change_learning_point,
            point=point,
            said=form.said(),
            findings=form.chosen(),
            number=form.placed_at,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, f"{point.name} is changed.")
        return redirect("actionplans:thread", reference)
    return ask(
        request,
        review,
        form,
        heading=f"Change learning point {point.number}",
        button="Save",
        back=page(review, "thread"),
        crumbs=thread_crumbs(review),
    )


@require_http_methods(["GET", "POST"])
def remove_learning_point(
    request: SignedInRequest, reference: str, learning_id: int
) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    point = doors.learning_point_or_404(review, learning_id)
    if request.method == "POST":
        operations.remove_learning_point(point=point, by=request.user, at=timezone.now())
        notices.done(request, "The learning point is removed. Those after it moved up.")
        return redirect("actionplans:thread", reference)
    return confirm(
        request,
        review,
        heading=f"Remove learning point {point.number}?",
        words=point.text,
        button="Remove the learning point",
        back=page(review, "thread"),
        crumbs=thread_crumbs(review),
        refusal=reason_not_to(rules.check_learning_point_is_free, point),
    )
