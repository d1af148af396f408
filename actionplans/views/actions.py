"""Actions and their milestones: written, reached, removed."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans import access as doors
from actionplans.forms.plan import EVIDENCE, ActionForm, MilestoneForm, ReachForm
from actionplans.models import Action, Milestone
from actionplans.operations import actions as operations
from actionplans.queries.drafting import drafting_of
from actionplans.queries.names import action_gives_away
from actionplans.queries.plan import fetch_log
from actionplans.queries.plan_words import in_plan, unusual_days
from actionplans.rules import plan as rules
from actionplans.rules import signed_off
from actionplans.rules.updates import remarks_on
from actionplans.views.asking import action_crumbs, ask, confirm, reason_not_to, succeeds
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from pages.parts import Blocker as Crumb
from reviews.access import Refused, allows


@require_http_methods(["GET", "POST"])
def add_action(request: SignedInRequest, reference: str, recommendation_id: int) -> HttpResponse:
    review = doors.planned_review_or_404(request.user, reference)
    one = doors.recommendation_or_404(review, recommendation_id)
    form = ActionForm(
        request.POST or None,
        is_new=True,
        agencies=review.involvements.select_related("agency"),
        initial={"lead": one.addressee_id, "lead_words": one.addressee_words},
    )
    if request.method == "POST" and form.is_valid():
        try:
            action = operations.add_action(
                recommendation=one, said=form.said(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{action.name} is added.")
            return redirect(action)
    return ask(
        request,
        review,
        form,
        heading=f"Add an action to recommendation {one.number}",
        quoted=one.text,
        button="Add the action",
        back=one.get_absolute_url(),
        crumbs=action_crumbs(request, Action(recommendation=one)),
    )


@require_GET
def action(request: SignedInRequest, reference: str, action_id: int) -> HttpResponse:
    """Show an action: what is done, what shows it, who checked."""
    found = doors.action_or_404(request.user, reference, action_id)
    review = found.recommendation.review
    fetch_log(found)
    may_plan = allows(rules.check_can_plan, request.user, review)
    may_report = doors.reports_on(request.user, found) and not review.has_ended
    context = {
        "review": review,
        "action": found,
        "may_plan": may_plan,
        "may_report": may_report,
        "may_check": allows(rules.check_can_assure, request.user, found),
        "not_your_own": (
            reason_not_to(rules.check_can_assure, request.user, found)
            if found.is_to_check and doors.checks_actions(request.user, review)
            else ""
        ),
        "warnings": action_gives_away(found) if may_plan else [],
        "drafting": drafting_of(found) if may_plan and found.is_open else None,
        "disagreements": remarks_on(found) if may_plan or may_report else [],
        "in_plan": in_plan(found),
        "unusual": unusual_days(found),
        "crumbs": action_crumbs(request, found),
        "today": timezone.localdate(),
    }
    return render(request, "actionplans/action.html", context)


@require_http_methods(["GET", "POST"])
def change_action(request: SignedInRequest, reference: str, action_id: int) -> HttpResponse:
    found = doors.planned_action_or_404(request.user, reference, action_id)
    review = found.recommendation.review
    form = ActionForm(
        request.POST or None,
        is_new=False,
        is_done=found.is_done,
        agencies=review.involvements.select_related("agency"),
        changing=ActionForm.initial_of(found),
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.change_action,
            action=found,
            said=form.said(),
            outcome=form.outcome_said,
            number=form.placed_at,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, f"{found.name} is changed.")
        return redirect(found)
    return ask(
        request,
        review,
        form,
        heading=f"Change {found.name.lower()}",
        drafting=drafting_of(found),
        button="Save",
        back=found.get_absolute_url(),
        crumbs=crumbs_to(request, found),
    )


@require_http_methods(["GET", "POST"])
def remove_action(request: SignedInRequest, reference: str, action_id: int) -> HttpResponse:
    found = doors.planned_action_or_404(request.user, reference, action_id)
    if request.method == "POST":
        operations.remove_action(action=found, by=request.user, at=timezone.now())
        notices.done(request, "The action is removed.")
        return redirect(found.recommendation)
    return confirm(
        request,
        found.recommendation.review,
        heading=f"Remove {found.name.lower()}?",
        words=found.text,
        button="Remove the action",
        back=found.get_absolute_url(),
        crumbs=crumbs_to(request, found),
        refusal=(
            reason_not_to(signed_off.check_action_may_go, found.recommendation.review)
            or reason_not_to(rules.check_is_untouched, found)
        ),
    )


@require_http_methods(["GET", "POST"])
def add_milestone(request: SignedInRequest, reference: str, action_id: int) -> HttpResponse:
    found = doors.planned_action_or_404(request.user, reference, action_id)
    form = MilestoneForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.add_milestone,
            action=found,
            **form.cleaned_data,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "The milestone is added.")
        return redirect(found)
    return ask_about(request, found, form, heading="Add a milestone", button="Add the milestone")


@require_http_methods(["GET", "POST"])
def change_milestone(
    request: SignedInRequest, reference: str, action_id: int, milestone_id: int
) -> HttpResponse:
    found = doors.planned_action_or_404(request.user, reference, action_id)
    milestone = doors.milestone_or_404(found, milestone_id)
    initial = {"text": milestone.text, "due_on": milestone.due_on}
    form = MilestoneForm(request.POST or None, initial=initial)
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.change_milestone,
            milestone=milestone,
            **form.cleaned_data,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "The milestone is changed.")
        return redirect(found)
    return ask_about(request, found, form, heading="Change a milestone", button="Save")


@require_http_methods(["GET", "POST"])
def remove_milestone(
    request: SignedInRequest, reference: str, action_id: int, milestone_id: int
) -> HttpResponse:
    found = doors.planned_action_or_404(request.user, reference, action_id)
    milestone = doors.milestone_or_404(found, milestone_id)
    if request.method == "POST":
        operations.remove_milestone(milestone=milestone, by=request.user, at=timezone.now())
        notices.done(request, "The milestone is removed.")
        return redirect(found)
    return confirm(
        request,
        found.recommendation.review,
        heading="Remove this milestone?",
        words=milestone.text,
        button="Remove the milestone",
        back=found.get_absolute_url(),
        crumbs=crumbs_to(request, found),
        refusal=reason_not_to(rules.check_milestone_is_not_done, milestone),
    )


@require_http_methods(["GET", "POST"])
def reach_milestone(
    request: SignedInRequest, reference: str, action_id: int, milestone_id: int
) -> HttpResponse:
    """Record that a milestone was reached, and what shows it."""
    found = doors.reported_action_or_404(request.user, reference, action_id)
    milestone = doors.milestone_or_404(found, milestone_id)
    form = ReachForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        files = [
            take_file(form, name, by=request.user, at=now, review_ref=reference)
            for name in EVIDENCE
        ]
        if form.is_valid() and succeeds(
            form,
            operations.reach_milestone,
            milestone=milestone,
            done_on=form.cleaned_data["done_on"],
            evidence=form.cleaned_data["evidence"],
            documents=[file for file in files if file],
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            undo = reverse("actionplans:not-reached", args=[reference, found.pk, milestone.pk])
            notices.done(request, "The milestone is reached.", undo=undo)
            return redirect(found)
    return ask_about(
        request,
        found,
        form,
        heading="Record that a milestone was reached",
        button="Record it",
        milestone=milestone,
    )


@require_POST
def not_reached(
    request: SignedInRequest, reference: str, action_id: int, milestone_id: int
) -> HttpResponse:
    found = doors.reported_action_or_404(request.user, reference, action_id)
    milestone = doors.milestone_or_404(found, milestone_id)
    operations.take_milestone_back(milestone=milestone, by=request.user, at=timezone.now())
    notices.done(request, "The milestone is open again.")
    return redirect(found)


@require_GET
def milestone_file(
    request: SignedInRequest, reference: str, action_id: int, milestone_id: int
) -> HttpResponseBase:
    """Hand out what shows that a milestone was reached."""
    found = doors.action_or_404(request.user, reference, action_id)
    milestone = doors.milestone_or_404(found, milestone_id)
    if milestone.document is None:
        raise Http404
    return delivery.download(milestone.document)


def ask_about(
    request: SignedInRequest,
    found: Action,
    form: MilestoneForm | ReachForm,
    *,
    heading: str,
    button: str,
    milestone: Milestone | None = None,
) -> HttpResponse:
    return ask(
        request,
        found.recommendation.review,
        form,
        heading=heading,
        quoted=milestone.text if milestone else found.text,
        button=button,
        back=found.get_absolute_url(),
        crumbs=crumbs_to(request, found),
    )


def crumbs_to(request: SignedInRequest, found: Action) -> list[Crumb]:
    return [*action_crumbs(request, found), Crumb(found.name, found.get_absolute_url())]
