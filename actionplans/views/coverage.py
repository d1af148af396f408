"""Coverage: what answers the terms of reference, what is missing, and what agencies recommended."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans import access as doors
from actionplans.forms.panel import DispositionForm
from actionplans.models import Recommendation
from actionplans.operations import dispositions as operations
from actionplans.queries.coverage import HEADS, coverage_of
from actionplans.queries.evidence import points_of
from actionplans.queries.printing_coverage import coverage_paper
from actionplans.queries.takeover import recommended_by_agencies
from actionplans.rules import thread as rules
from actionplans.views.asking import ask, page, succeeds, thread_crumbs
from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from evidence.models import PointKind
from pages import notices
from pages.parts import Blocker as Crumb
from reviews import access
from reviews.access import Permission, Refused, allows


@require_GET
def coverage(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show every way from a line of enquiry to an outcome, what is missing first."""
    review = doors.review_or_404(request.user, reference)
    context = {
        "review": review,
        "coverage": coverage_of(review),
        "heads": HEADS,
        "may_write": allows(rules.check_can_write, request.user, review),
        "reads_reports": access.has(request.user, Permission.IMR_READ_ACCEPTED, on=review),
        "crumbs": thread_crumbs(review),
    }
    return render(request, "actionplans/coverage.html", context)


@require_GET
def coverage_file(request: SignedInRequest, reference: str) -> HttpResponse:
    """Hand out the coverage as a PDF, for the panel's table."""
    review = doors.review_or_404(request.user, reference)
    try:
        content = coverage_paper(review, kind=DocumentKind.PDF, reader=request.user)
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("actionplans:coverage", reference)
    return delivery.offer(content, kind=DocumentKind.PDF, as_name=f"{reference}-coverage")


@require_GET
def dispositions(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show what the panel made of each recommendation of an accepted report, and why."""
    review = doors.decided_review_or_404(request.user, reference)
    rows = recommended_by_agencies(review)
    context = {
        "review": review,
        "rows": rows,
        "open": sum(not row.is_decided for row in rows),
        "may_write": allows(rules.check_can_write, request.user, review),
        "crumbs": thread_crumbs(review),
    }
    return render(request, "actionplans/dispositions.html", context)


@require_http_methods(["GET", "POST"])
def decide(request: SignedInRequest, reference: str, point_id: int) -> HttpResponse:
    """Record what the panel makes of one recommendation of a report."""
    doors.decided_review_or_404(request.user, reference)
    review = doors.written_review_or_404(request.user, reference)
    point = get_object_or_404(points_of(review), pk=point_id, kind=PointKind.RECOMMENDATION)
    today = timezone.localdate()
    form = DispositionForm(
        request.POST or None,
        recommendations=Recommendation.objects.filter(review=review),
        initial=DispositionForm.initial_of(today),
    )
    back = page(review, "dispositions")
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.decide,
            review=review,
            point=point,
            decided=form.decided(),
            today=today,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "The panel’s decision is recorded.")
        return redirect(back)
    agency = point.version.imr.involvement.agency
    return ask(
        request,
        review,
        form,
        heading=f"What the panel makes of recommendation {point.number} of {agency.name}",
        lede="An earlier decision is kept; the last one stands.",
        quoted=point.text,
        button="Record the decision",
        back=back,
        crumbs=[*thread_crumbs(review), Crumb("Agencies’ own recommendations", back)],
    )


@require_POST
def take_over(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take over what reports recommend and nothing is decided on, each to its own agency."""
    review = doors.written_review_or_404(request.user, reference)
    try:
        taken = operations.take_over(
            review=review,
            reason=request.POST.get("reason", ""),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        notices.important(request, f"{refusal}.")
        return redirect("actionplans:dispositions", reference)
    if taken:
        many = f"{len(taken)} recommendations are" if len(taken) > 1 else "1 recommendation is"
        notices.done(request, f"{many} taken over. Each is addressed to its own agency.")
    else:
        notices.important(request, "The panel has decided on every recommendation of reports.")
    return redirect("actionplans:dispositions", reference)
