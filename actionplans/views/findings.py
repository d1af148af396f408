"""Findings, learning points and what is missing between them."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans import access as doors
from actionplans.forms.thread import FindingForm
from actionplans.models import Finding
from actionplans.operations import findings as operations
from actionplans.queries.answers import (
    answers_of,
    answers_to_choose,
    queries_of,
    queries_to_choose,
)
from actionplans.queries.came_of import came_of
from actionplans.queries.evidence import (
    Choice,
    entries_to_choose,
    points_of,
    points_to_choose,
    resting_of,
)
from actionplans.queries.thread import thread_of
from actionplans.rules import thread as rules
from actionplans.views.asking import (
    ask,
    confirm,
    page,
    reason_not_to,
    review_crumbs,
    succeeds,
    thread_crumbs,
)
from agencies.http import SignedInRequest
from chronologies.models import ChronologyEntry
from pages import notices
from panels.queries.terms import lines_of_enquiry
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.models import Review


@require_GET
def thread(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show findings and learning, and what is missing on the way to an action."""
    review = doors.review_or_404(request.user, reference)
    context = {
        "review": review,
        "thread": thread_of(review),
        "may_write": allows(rules.check_can_write, request.user, review),
        "crumbs": review_crumbs(review),
    }
    return render(request, "actionplans/thread.html", context)


@require_http_methods(["GET", "POST"])
def add_finding(request: SignedInRequest, reference: str) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    form = FindingForm(
        request.POST or None,
        is_new=True,
        enquiries=lines_of_enquiry(review),
        initial={"enquiry": request.GET.get("enquiry", "")} if chosen(request) else {},
    )
    if request.method == "POST" and form.is_valid():
        try:
            finding = operations.add_finding(
                review=review, said=form.said(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{finding.name} is added. Choose what it rests on.")
            return redirect("actionplans:finding", reference, finding.pk)
    return ask(
        request,
        review,
        form,
        heading="Add a finding",
        lede="What the panel makes of the evidence. Learning and recommendations follow from it.",
        button="Add the finding",
        back=page(review, "thread"),
        crumbs=thread_crumbs(review),
    )


def chosen(request: SignedInRequest) -> bool:
    """Test whether the address names a line of enquiry to begin with."""
    return request.GET.get("enquiry", "").isdecimal()


@require_GET
def finding(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    """Show a finding and what it rests on, as far as the reader may read that."""
    review = doors.review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    context = {
        "review": review,
        "finding": found,
        "resting": resting_of(found, request.user),
        "learnt": came_of(found),
        "responses": found.responses.select_related("agency__agency", "original"),
        "may_write": allows(rules.check_can_write, request.user, review),
        "crumbs": thread_crumbs(review),
    }
    return render(request, "actionplans/finding.html", context)


@require_http_methods(["GET", "POST"])
def change_finding(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    form = FindingForm(
        request.POST or None,
        is_new=False,
        enquiries=lines_of_enquiry(review),
        changing=FindingForm.initial_of(found),
    )
    back = page(review, "finding", found.pk)
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            operations.change_finding,
            finding=found,
            said=form.said(),
            number=form.placed_at,
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, f"{found.name} is changed.")
        return redirect(back)
    return ask(
        request,
        review,
        form,
        heading=f"Change finding {found.number}",
        button="Save",
        back=back,
        crumbs=thread_crumbs(review),
    )


@require_http_methods(["GET", "POST"])
def remove_finding(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    if request.method == "POST":
        operations.remove_finding(finding=found, by=request.user, at=timezone.now())
        notices.done(request, "The finding is removed. Those after it moved up.")
        return redirect("actionplans:thread", reference)
    return confirm(
        request,
        review,
        heading=f"Remove finding {found.number}?",
        words=found.statement,
        button="Remove the finding",
        back=page(review, "finding", found.pk),
        crumbs=thread_crumbs(review),
        refusal=reason_not_to(rules.check_finding_is_free, found),
    )


@require_http_methods(["GET", "POST"])
def add_evidence(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    """Choose entries of the chronology and lines of reports that a finding rests on."""
    review = doors.written_review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    if request.method == "POST":
        return rest_on_ticked(request, found)
    words = request.GET.get("words", "").strip()
    context = {
        "review": review,
        "finding": found,
        "words": words,
        "entries": entries_to_choose(found, request.user, words=words),
        "points": points_to_choose(found, words=words),
        **answers_for(request, found, words=words),
        "opens_family": access.has(request.user, Permission.FAMILY_READ, on=review),
        "crumbs": thread_crumbs(review),
    }
    return render(request, "actionplans/add_evidence.html", context)


def answers_for(request: SignedInRequest, found: Finding, *, words: str) -> dict[str, Choice]:
    """Return the answers of bodies to choose from, to whoever reads them."""
    if not access.has(request.user, Permission.IMR_QUERY_READ, on=found.review):
        return {}
    return {
        "answers": answers_to_choose(found, words=words),
        "queries": queries_to_choose(found, words=words),
    }


def rest_on_ticked(request: SignedInRequest, found: Finding) -> HttpResponse:
    """Take in what was ticked; what is not of this review is left alone."""
    review = found.review
    entries = ChronologyEntry.objects.filter(
        pk__in=numbers(request, "entry"), submission__involvement__review=review
    ).select_related("submission__involvement")
    points = points_of(review).filter(pk__in=numbers(request, "point"))
    ticked: dict[str, list[Any]] = {
        "entries": list(entries),
        "points": list(points),
        **ticked_answers(request, review),
    }
    if not any(ticked.values()):
        notices.important(request, "Nothing was ticked.")
        return redirect("actionplans:add-evidence", review.reference, found.pk)
    operations.rest_on(finding=found, **ticked, by=request.user, at=timezone.now())
    notices.done(request, f"{found.name} rests on what you ticked.")
    return redirect("actionplans:finding", review.reference, found.pk)


def ticked_answers(request: SignedInRequest, review: Review) -> dict[str, list[Any]]:
    answers = answers_of(review).filter(pk__in=numbers(request, "answer"))
    queries = queries_of(review).filter(pk__in=numbers(request, "query"))
    return {
        "answers": list(answers.select_related("involvement")),
        "queries": list(queries.select_related("imr__involvement")),
    }


def numbers(request: SignedInRequest, name: str) -> list[int]:
    return [int(value) for value in request.POST.getlist(name) if value.isdecimal()]


@require_POST
def remove_evidence(
    request: SignedInRequest, reference: str, finding_id: int, evidence_id: int
) -> HttpResponse:
    review = doors.written_review_or_404(request.user, reference)
    found = doors.finding_or_404(review, finding_id)
    row = get_object_or_404(found.evidence, pk=evidence_id)
    operations.stop_resting_on(evidence=row, by=request.user, at=timezone.now())
    notices.done(request, f"{found.name} no longer rests on it.")
    return redirect("actionplans:finding", reference, found.pk)
