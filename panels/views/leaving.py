"""What follows when somebody leaves or the work ends: handover to a successor, debriefs."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from panels import access as doors
from panels.forms.members import DebriefForm, HandOverForm
from panels.operations import leaving
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def hand_over(request: SignedInRequest, reference: str, member_id: int) -> HttpResponse:
    found = doors.member_or_404(request.user, reference, member_id, Permission.PANEL_WRITE)
    initial = {name: getattr(found, name) for name in HandOverForm.base_fields}
    form = HandOverForm(request.POST or None, member=found, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            leaving.hand_over(
                member=found,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "It is recorded who came after them.")
            return redirect(found)
    context = {"review": found.review, "member": found, "form": form}
    return render(request, "panels/hand_over.html", context)


@require_http_methods(["GET", "POST"])
def debriefs(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record who was offered somebody to talk to at the end, and who took it."""
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    sat = review.panel_members.taken().in_order().select_related("involvement__agency")
    today = timezone.localdate()
    form = DebriefForm(request.POST or None, members=list(sat), initial={"offered_on": today})
    if request.method == "POST" and form.is_valid():
        try:
            leaving.record_debriefs(
                review=review,
                answers=form.answers(),
                offered_on=form.cleaned_data["offered_on"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "It is recorded who was offered a debrief.")
            return redirect("panels:panel", review.reference)
    return render(request, "panels/debriefs.html", {"review": review, "form": form})
