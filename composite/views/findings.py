"""What the checks of the story found, and what was decided about it."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from composite import rules
from composite.checks.all_checks import CHECKS
from composite.forms.deciding import DecideForm, TurnOffForm
from composite.operations import reconciliation as operations
from composite.queries import deciding as queries
from composite.queries.findings import findings_for
from composite.queries.lines import published, wording
from composite.queries.picture import colours_of
from composite.queries.pseudonyms import pseudonyms_of
from composite.queries.questions import asked_about
from composite.queries.scope import Scope, scope_of
from composite.views.doors import finding_or_404
from pages import notices
from reviews import access
from reviews.access import Permission, Refused, allows

AT_ONCE = 25


@require_GET
def findings(request: SignedInRequest, reference: str) -> HttpResponse:
    """What was found, those to decide first."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    scope = scope_of(review, request.user)
    found = findings_for(scope, request.user)
    standing = queries.STANDINGS.get(request.GET.get("standing", ""))
    if not scope.reads_all:
        standing = None
    chosen = found.filter(standing=standing) if standing else found
    code = request.GET.get("check", "")
    listed = chosen.filter(code=code) if code in queries.TITLES else chosen
    page = Paginator(listed, AT_ONCE).get_page(request.GET.get("page"))
    pseudonyms = None if scope.may_name else pseudonyms_of(review)
    say = wording(pseudonyms)
    context = {
        "review": review,
        "page": page,
        "shown": [queries.shown(one, say) for one in page],
        "standings": queries.standings(found) if scope.reads_all else [],
        "kinds": queries.kinds(chosen),
        "checked": queries.last_check(review),
        "may_reconcile": allows(rules.check_can_reconcile, request.user, review),
        "reads_all": scope.reads_all,
        "is_narrowed": bool(code or request.GET.get("standing")),
    }
    return render(request, "composite/findings.html", context)


@require_http_methods(["GET", "POST"])
def finding(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    """One finding: the entries it is about beside each other, and what is decided."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_READ_COMPOSITE)
    scope = scope_of(review, request.user)
    found = finding_or_404(scope, request.user, finding_id)
    form = DecideForm(request.POST or None)
    if request.method == "POST":
        access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
        if form.is_valid():
            try:
                operations.decide(
                    finding=found, **form.cleaned_data, by=request.user, at=timezone.now()
                )
            except Refused as refusal:
                notices.important(request, str(refusal))
                return redirect("composite:finding", reference, finding_id)
            notices.done(request, "Your decision is kept.")
            return redirect("composite:findings", reference)
    pseudonyms = None if scope.may_name else pseudonyms_of(review)
    entries = queries.entries_of(found, scope)
    colours = colours_of(scope)
    lines = published(entries, scope, pseudonyms=pseudonyms)
    say = wording(pseudonyms)
    asks = access.has(request.user, Permission.CHRONOLOGY_RECONCILE, on=review)
    context = {
        "review": review,
        "shown": queries.shown(found, say),
        "finding": found,
        "reason": say(found.reason),
        "lines": [
            {"line": line, "pk": entry.pk, "colour": colours[entry.submission_id]}
            for entry, line in zip(entries, lines, strict=True)
        ],
        "form": form,
        "questions": asked_about(found, say) if asks else [],
        "may_ask": allows(rules.check_can_ask, request.user, found),
        "may_take_back": allows(rules.check_can_reconcile, request.user, review),
        "may_decide": allows(rules.check_can_decide, request.user, found),
        "may_reopen": allows(rules.check_can_reopen, request.user, found),
    }
    return render(request, "composite/finding.html", context)


@require_POST
def reopen(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
    found = finding_or_404(scope_of(review, request.user), request.user, finding_id)
    try:
        operations.reopen(finding=found, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "This is open again.")
    return redirect("composite:finding", reference, finding_id)


@require_POST
def look_again(request: SignedInRequest, reference: str) -> HttpResponse:
    """Put the checks to the story now."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
    try:
        count = operations.look_again(review=review, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"The story is checked: {count or 'no'} new.")
    return redirect("composite:findings", reference)


@require_GET
def checks(request: SignedInRequest, reference: str) -> HttpResponse:
    """Every check in words, and which are on."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
    return show_checks(request, scope_of(review, request.user))


@require_http_methods(["GET", "POST"])
def switch(request: SignedInRequest, reference: str, code: str) -> HttpResponse:
    """Turn one check off, with a reason, or on again."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
    check = next((one for one in CHECKS if one.code == code), None)
    if check is None:
        raise Http404
    scope = scope_of(review, request.user)
    is_off = any(one.code == code for one in queries.switches(scope))
    form = TurnOffForm(request.POST or None)
    about: dict[str, Any] = {
        "review": review,
        "code": code,
        "by": request.user,
        "at": timezone.now(),
    }
    is_meant_on = request.POST.get("to") == "on"
    try:
        if request.method == "POST" and is_meant_on:
            operations.turn_on(**about)
            notices.done(request, f"“{check.title}” is on again.")
            return redirect("composite:checks", reference)
        if request.method == "POST" and form.is_valid():
            operations.turn_off(**about, reason=form.cleaned_data["reason"])
            notices.done(request, f"“{check.title}” is off for this review.")
            return redirect("composite:checks", reference)
    except Refused as refusal:
        notices.important(request, str(refusal))
        return redirect("composite:checks", reference)
    context = {"review": review, "check": check, "is_off": is_off, "form": form}
    return render(request, "composite/switch.html", context)


def show_checks(request: SignedInRequest, scope: Scope) -> HttpResponse:
    context = {
        "review": scope.review,
        "settings": queries.settings_of(scope, findings_for(scope, request.user)),
        "may_reconcile": allows(rules.check_can_reconcile, request.user, scope.review),
    }
    return render(request, "composite/checks.html", context)
