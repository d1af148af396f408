"""The action plan: on its page, as it prints, for one agency, and its end."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from actionplans import access as doors
from actionplans.forms.plan import ConclusionAuditForm
from actionplans.gates import undecided_by_agency
from actionplans.models import PlanRelease
from actionplans.operations import progress as operations
from actionplans.operations.exporting import FORMATS, export_plan
from actionplans.published.tables import tables_of
from actionplans.queries.names import gives_away
from actionplans.queries.plan import actions_led_by, plan_for
from actionplans.queries.published_plan import plan_of
from actionplans.rules import plan as rules
from actionplans.rules.thread import check_can_write
from actionplans.views.asking import ask, page, plan_crumbs, review_crumbs, succeeds
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from documents.rendering import RenderingUnavailable
from pages import notices
from pages.parts import Blocker as Crumb
from reviews import access
from reviews.access import Permission, Refused, allows


@require_GET
def plan(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show what was asked, what was done and what shows it, for each recommendation."""
    review = doors.review_or_404(request.user, reference)
    today, reader = timezone.localdate(), request.user
    may_write = allows(check_can_write, reader, review)
    context = {
        "review": review,
        "plan": plan_for(
            review, today=today, lead=request.GET.get("lead", ""), is_written=may_write
        ),
        "to_take_over": sum(undecided_by_agency(review).values()) if may_write else 0,
        "may_write": may_write,
        "may_plan": allows(rules.check_can_plan, reader, review),
        "may_conclude": allows(rules.check_can_conclude, reader, review),
        "audit": review.conclusion_audits.select_related("minute").first(),
        "crumbs": review_crumbs(review),
        "today": today,
    }
    return render(request, "actionplans/plan.html", context)


@require_GET
def paper(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the plan as it prints."""
    review = doors.review_or_404(request.user, reference)
    printed = plan_of(review)
    context = {
        "review": review,
        "lessons": printed.lessons,
        "tables": tables_of(printed),
        "warnings": gives_away(review, printed),
        "crumbs": plan_crumbs(review),
    }
    return render(request, "actionplans/paper.html", context)


@require_GET
def plan_file(request: SignedInRequest, reference: str, ending: str) -> HttpResponse:
    """Hand out the plan as a PDF, Word, Excel or CSV file."""
    review = doors.review_or_404(request.user, reference)
    if ending not in FORMATS:
        raise Http404
    try:
        content = export_plan(review=review, form=ending, by=request.user, at=timezone.now())
    except (Refused, RenderingUnavailable) as reason:
        notices.important(request, str(reason))
        return redirect("actionplans:paper", reference)
    return delivery.offer(content, kind=FORMATS[ending], as_name=f"{reference}-action-plan")


@require_GET
def agency_actions(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Show an agency the actions that it leads, and no others."""
    part = doors.agency_part_or_404(request.user, reference, involvement_id)
    review, today = part.review, timezone.localdate()
    actions = actions_led_by(part, today=today)
    is_inside = access.has(request.user, Permission.PLAN_READ, on=review)
    context = {
        "review": review,
        "part": part,
        "actions": actions,
        "late": sum(action.is_late(today) for action in actions),
        "is_shared": PlanRelease.objects.standing().filter(review=review).exists(),
        "is_own": access.has_own(request.user, Permission.PLAN_UPDATE, on=part),
        "crumbs": plan_crumbs(review)
        if is_inside
        else [Crumb("My work", reverse("reviews:my-work"))],
        "today": today,
    }
    return render(request, "actionplans/agency_actions.html", context)


@require_http_methods(["GET", "POST"])
def conclude(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record the audit that concludes a review."""
    review = doors.concluded_review_or_404(request.user, reference)
    form = ConclusionAuditForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        minute = take_file(form, "minute", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and succeeds(
            form,
            operations.record_conclusion_audit,
            review=review,
            **{name: form.cleaned_data[name] for name in ("audited_on", "found", "carried_out_by")},
            minute=minute,
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            notices.done(request, "The conclusion audit is recorded.")
            return redirect("actionplans:plan", reference)
    return ask(
        request,
        review,
        form,
        heading="Record the conclusion audit",
        lede="Whether every action was done, and what is different now. The last one stands.",
        button="Record the audit",
        back=page(review, "plan"),
        crumbs=plan_crumbs(review),
    )


@require_GET
def audit_file(request: SignedInRequest, reference: str, audit_id: int) -> HttpResponseBase:
    """Hand out the minute of a conclusion audit."""
    review = doors.review_or_404(request.user, reference)
    audit = get_object_or_404(review.conclusion_audits.select_related("minute"), pk=audit_id)
    if audit.minute is None:
        raise Http404
    return delivery.download(audit.minute)
