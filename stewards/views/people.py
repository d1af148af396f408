"""What the lead of an agency sees and does: their people, by reference of review and part."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from reviews.access import ADMITTED_BY_LEADS, Refused
from reviews.models import Membership
from stewards import access
from stewards.forms.leads import InviteForm
from stewards.operations import colleagues as operations
from stewards.queries import people as queries


@require_GET
def people(request: SignedInRequest, agency_id: int) -> HttpResponse:
    today = timezone.localdate()
    led = access.led_or_404(request.user, agency_id, today=today)
    context = {
        "agency": led.agency,
        "colleagues": queries.people_of(led, request.user, today=today),
        "left": queries.who_left(led, today=today),
        "parts": led.parts(),
    }
    return render(request, "stewards/people.html", context)


@require_http_methods(["GET", "POST"])
def invite(request: SignedInRequest, agency_id: int) -> HttpResponse:
    today = timezone.localdate()
    led = access.led_or_404(request.user, agency_id, today=today)
    form = InviteForm(request.POST or None, led=led)
    if request.method == "POST" and form.is_valid():
        try:
            membership = operations.invite_colleague(
                **form.cleaned_data, today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            reference = membership.review.reference
            words = f"{membership.user.full_name} is invited to {reference}. Its officer is told."
            notices.done(request, words)
            return redirect("stewards:people", led.agency.pk)
    return render(request, "stewards/invite.html", {"agency": led.agency, "form": form})


@require_http_methods(["GET", "POST"])
def end_part(request: SignedInRequest, agency_id: int, membership_id: int) -> HttpResponse:
    today = timezone.localdate()
    led = access.led_or_404(request.user, agency_id, today=today)
    theirs = Membership.objects.admitted(today).filter(
        involvement__in=led.parts(), role__in=ADMITTED_BY_LEADS
    )
    membership = get_object_or_404(
        theirs.select_related("user", "group", "review", "involvement__review"), pk=membership_id
    )
    if request.method == "POST":
        operations.end_part(membership=membership, today=today, by=request.user, at=timezone.now())
        reference = membership.review.reference
        notices.done(
            request, f"{membership.user.full_name} no longer has this part in {reference}."
        )
        return redirect("stewards:people", led.agency.pk)
    context = {"agency": led.agency, "membership": membership}
    return render(request, "stewards/end_part.html", context)
