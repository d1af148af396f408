"""What comes after a round was opened: the summary on paper, and who is asked instead."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from documents.rendering import RenderingUnavailable
from pages import notices
from panels import access as doors
from panels.forms.rounds import SuccessorForm
from panels.operations import invitations
from panels.queries.round_paper import round_pdf
from reviews.access import Permission, Refused


@require_GET
def round_paper(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    """Hand out the summary of a round as a PDF: who was asked, who said what, what it came to."""
    found = doors.round_or_404(request.user, reference, round_id, Permission.PANEL_READ)
    try:
        content = round_pdf(found)
    except RenderingUnavailable as reason:
        notices.important(request, str(reason))
        return redirect(found)
    name = f"{reference}-agreement-{found.pk}"
    return delivery.offer(content, kind=DocumentKind.PDF, as_name=name)


@require_http_methods(["GET", "POST"])
def ask_successor(
    request: SignedInRequest, reference: str, round_id: int, invitee_id: int
) -> HttpResponse:
    """Ask whoever came after somebody who left, in their place."""
    found = doors.round_or_404(request.user, reference, round_id, Permission.AGREEMENT_RECORD)
    asked = found.invitees.select_related("member__successor__user")
    invitee = get_object_or_404(asked, pk=invitee_id)
    successor = invitee.member.successor if invitee.member else None
    account = successor.user if successor else None
    form = SuccessorForm(request.POST or None, initial={"email": account.email if account else ""})
    if request.method == "POST" and form.is_valid():
        try:
            instead = invitations.ask_successor(
                invitee=invitee,
                email=form.cleaned_data["email"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{instead.full_name} is being emailed.")
            return redirect(found)
    context = {
        "review": found.review,
        "round": found,
        "invitee": invitee,
        "successor": successor,
        "form": form,
    }
    return render(request, "panels/ask_successor.html", context)
