"""Who answers for the people of each agency: CSP officers name them, administrators end it too."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.access import holds_post, partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import ENDS_LEADS, NAMES_LEADS
from pages import notices
from reviews.access import Refused
from stewards.forms.leads import NameLeadForm
from stewards.operations import leads as operations
from stewards.queries import leads


@require_GET
def lead_list(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *ENDS_LEADS, today=today)
    names = any(holds_post(request.user, place, kind, today=today) for kind in NAMES_LEADS)
    context = {
        "partnership": place,
        "leads": leads.leads_in(place, today=today),
        "ended": leads.ended_in(place, today=today),
        "without": leads.without_lead(place, today=today),
        "may_name": names and bool(leads.bodies_asked(place)),
    }
    return render(request, "stewards/leads.html", context)


@require_http_methods(["GET", "POST"])
def name_lead(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *NAMES_LEADS, today=today)
    form = NameLeadForm(
        request.POST or None,
        bodies=leads.bodies_asked(place),
        initial={"agency": request.GET.get("agency", "")},
    )
    if request.method == "POST" and form.is_valid():
        try:
            lead = operations.name_lead(
                partnership=place,
                **form.cleaned_data,
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            words = f"{lead.user.full_name} now leads {lead.agency.name}, and is told by email."
            notices.done(request, words)
            return redirect("stewards:leads", place.slug)
    return render(request, "stewards/name_lead.html", {"partnership": place, "form": form})


@require_http_methods(["GET", "POST"])
def end_lead(request: SignedInRequest, slug: str, lead_id: int) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *ENDS_LEADS, today=today)
    standing = place.leads.standing(today).select_related("user", "agency", "partnership")
    lead = get_object_or_404(standing, pk=lead_id)
    if request.method == "POST":
        operations.end_lead(lead=lead, today=today, by=request.user, at=timezone.now())
        notices.done(request, f"{lead.user.full_name} no longer leads {lead.agency.name}.")
        return redirect("stewards:leads", place.slug)
    return render(request, "stewards/end_lead.html", {"partnership": place, "lead": lead})
