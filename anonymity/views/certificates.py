"""Certificates: begun, signed by a second person, withdrawn, and as a page to print."""

from collections.abc import Collection

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from anonymity import rules
from anonymity.forms.certifying import CertifyForm, SignForm, WithdrawForm
from anonymity.models import Destination, IdentifierCheck
from anonymity.operations import certifying
from anonymity.queries.certificates import overrides_of, standing_of
from anonymity.queries.findings import findings_of
from anonymity.queries.subjects import subject_of
from anonymity.views import doors
from pages import notices
from reviews.access import Refused, allows


@require_http_methods(["GET", "POST"])
def certify(request: SignedInRequest, reference: str, check_id: int) -> HttpResponse:
    """Say where it goes, and sign that it may."""
    check = doors.check_or_404(request.user, reference, check_id)
    findings = findings_of(check)
    subject = subject_of(check.review, check.subject, check.number)
    form = CertifyForm(request.POST or None, destinations=subject.destinations if subject else ())
    deciders = {one.decided_by_id for one in findings.decisions}
    if request.method == "POST" and form.is_valid():
        try:
            made = certifying.certify(
                check=check,
                destination=form.cleaned_data["destination"],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, said_of(made.is_whole))
            return redirect(made.get_absolute_url())
    context = {
        "review": check.review,
        "check": check,
        "findings": findings,
        "subject": subject,
        "form": form,
        "refusal": refusal_of(request, check, findings.left, deciders),
    }
    return render(request, "anonymity/certify.html", context)


def refusal_of(
    request: SignedInRequest, check: IdentifierCheck, left: int, deciders: Collection[int | None]
) -> str:
    """Say before anything is filled in why this person cannot certify it."""
    try:
        rules.check_can_certify(request.user, check, left=left, deciders=deciders)
    except Refused as refusal:
        return str(refusal)
    return ""


def said_of(is_whole: bool) -> str:
    if is_whole:
        return "It is certified. These very files may go there."
    return "You have signed. A second person has to sign before it may go there."


@require_http_methods(["GET", "POST"])
def certificate(request: SignedInRequest, reference: str, certificate_id: int) -> HttpResponse:
    """A certificate as one would sign it; the second person signs it here."""
    mine = doors.certificate_or_404(request.user, reference, certificate_id)
    check = mine.identifier_check
    overrides, standing = overrides_of(mine), standing_of(mine)
    deciders = {one.decided_by_id for one in overrides}
    form = SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            certifying.sign(certificate=mine, by=request.user, at=timezone.now())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            notices.done(request, said_of(True))
            return redirect(mine.get_absolute_url())
    context = {
        "review": mine.review,
        "certificate": mine,
        "destination": Destination(mine.destination),
        "subject": subject_of(mine.review, check.subject, check.number),
        "overrides": overrides,
        "standing": standing,
        "form": form,
        "may_sign": allows(
            rules.check_can_sign,
            request.user,
            mine,
            is_current=not standing.has_lapsed,
            deciders=deciders,
        ),
        "may_withdraw": not mine.is_withdrawn
        and allows(rules.check_can_check, request.user, mine.review),
    }
    return render(request, "anonymity/certificate.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: SignedInRequest, reference: str, certificate_id: int) -> HttpResponse:
    mine = doors.certificate_or_404(request.user, reference, certificate_id)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            certifying.withdraw(
                certificate=mine, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The certificate is withdrawn. Nothing leaves by it any more.")
            return redirect(mine.get_absolute_url())
    context = {"review": mine.review, "certificate": mine, "form": form}
    return render(request, "anonymity/withdraw.html", context)
