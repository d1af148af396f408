"""Checks of what is to leave the panel: asked for, how far they are, what they found."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from anonymity import access, rules
from anonymity.forms.deciding import DecideForm
from anonymity.models import IdentifierCheck
from anonymity.operations import asking, deciding
from anonymity.operations.replacing import replace
from anonymity.queries.certificates import standings_of
from anonymity.queries.findings import Group, findings_of, standing_decisions
from anonymity.queries.subjects import subject_of
from anonymity.views import doors
from pages import notices
from reviews.access import Permission, Refused, allows, has

AT_ONCE = 50


@require_GET
def checks(request: SignedInRequest, reference: str) -> HttpResponse:
    """Every check of a review, its certificates, and what was decided."""
    review = access.review_or_404(request.user, reference)
    rows = review.identifier_checks.defer("findings").select_related("asked_by")
    certificates = review.anonymity_certificates.prefetch_related("signatures")
    context = {
        "review": review,
        "page": Paginator(rows, AT_ONCE).get_page(request.GET.get("page")),
        "standings": standings_of(review, certificates),
        "decisions": len(standing_decisions(review)),
    }
    return render(request, "anonymity/checks.html", context)


@require_POST
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    """Have something checked."""
    review = access.review_or_404(request.user, reference)
    number = request.POST.get("number", "0")
    if not number.isdecimal() or len(number) > 9:
        raise Http404
    try:
        made = asking.ask_for_check(
            review=review,
            subject=request.POST.get("subject", ""),
            number=int(number),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect("anonymity:checks", reference)
    return redirect(made.get_absolute_url())


@require_GET
def check(request: SignedInRequest, reference: str, check_id: int) -> HttpResponse:
    """Can this go out? What was found, in groups."""
    found = doors.check_or_404(request.user, reference, check_id)
    findings = findings_of(found)
    certificates = found.certificates.prefetch_related("signatures")
    subject = subject_of(found.review, found.subject, found.number)
    context = {
        "review": found.review,
        "check": found,
        "subject": subject,
        "findings": findings,
        "standings": standings_of(found.review, certificates),
        "may_check": allows(rules.check_can_check, request.user, found.review),
        "may_certify": found.is_done and not findings.left,
    }
    return render(request, "anonymity/check.html", context)


@require_http_methods(["GET", "POST"])
def group(request: SignedInRequest, reference: str, check_id: int, policy: str) -> HttpResponse:
    """What falls under one policy, with one decision for many."""
    found = doors.check_or_404(request.user, reference, check_id)
    mine = group_or_404(found, policy)
    page = Paginator(sorted(mine.shown, key=lambda one: not one.is_left), AT_ONCE).get_page(
        request.GET.get("page")
    )
    form = DecideForm(
        request.POST or None,
        group=mine,
        can_replace=may_replace(request, found),
        is_long=page.paginator.num_pages > 1,
    )
    ticked = request.POST.getlist("chosen")
    if request.method == "POST" and form.is_valid():
        try:
            words = decided(request, found, form, form.numbers(ticked))
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, words)
            return redirect(next_page(found, policy))
    context = {
        "review": found.review,
        "check": found,
        "group": mine,
        "page": page,
        "form": form,
        "ticked": ticked,
        "may_check": mine.left and allows(rules.check_can_check, request.user, found.review),
    }
    return render(request, "anonymity/group.html", context)


def decided(
    request: SignedInRequest, check: IdentifierCheck, form: DecideForm, numbers: set[int]
) -> str:
    """Do what the form says; return what to tell its sender."""
    by, at = request.user, timezone.now()
    if form.replaces:
        instead = form.cleaned_data["instead"]
        done, left = replace(check=check, numbers=numbers, instead=instead, by=by, at=at)
        others = f" {left} come from the record: change them where they are kept." if left else ""
        return f"{done} replaced in the working text. Make the next draft, then check that.{others}"
    count = deciding.decide(
        check=check,
        numbers=numbers,
        choice=form.cleaned_data["choice"],
        reason=form.cleaned_data["reason"],
        by=by,
        at=at,
    )
    return f"{count} decided. Your name and your reason are kept."


def next_page(check: IdentifierCheck, policy: str) -> str:
    """Stay with a heading while something is left under it."""
    left = next((one.left for one in findings_of(check).groups if one.policy == policy), 0)
    here = check.get_absolute_url()
    return f"{here}{policy}/" if left else here


def may_replace(request: SignedInRequest, check: IdentifierCheck) -> bool:
    if not has(request.user, Permission.DRAFT_WRITE, on=check.review):
        return False
    subject = subject_of(check.review, check.subject, check.number)
    return bool(subject and subject.can_replace)


def group_or_404(check: IdentifierCheck, policy: str) -> Group:
    found = next((one for one in findings_of(check).groups if one.policy == policy), None)
    if found is None:
        raise Http404
    return found


@require_GET
def decisions(request: SignedInRequest, reference: str) -> HttpResponse:
    """What was decided for the whole review, to be taken back where it was wrong."""
    review = access.review_or_404(request.user, reference)
    context = {
        "review": review,
        "page": Paginator(standing_decisions(review), AT_ONCE).get_page(request.GET.get("page")),
        "may_check": allows(rules.check_can_check, request.user, review),
    }
    return render(request, "anonymity/decisions.html", context)


@require_POST
def take_back(request: SignedInRequest, reference: str, decision_id: int) -> HttpResponse:
    decision = access.decision_or_404(request.user, reference, decision_id)
    try:
        deciding.take_back(decision=decision, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The decision is taken back. What it let stand is open again.")
    return redirect("anonymity:decisions", reference)
