"""The links by which an agency without an account answers: how they stand, and what to do."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from agencies.http import SignedInRequest
from evidence.models import ScopingLink, ScopingRequest
from evidence.operations import links as operations
from evidence.queries.links import links_of
from evidence.queries.people import addresses_at_agency
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import AgencyInvolvement


@require_GET
def links(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    part = part_or_404(request, reference, involvement_id)
    return show(request, part)


@require_POST
def send_link(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Send a new link for the last letter."""
    part = part_or_404(request, reference, involvement_id)
    letter = get_object_or_404(part.scoping_requests.order_by("-sent_on", "-pk")[:1])
    letter.involvement = part
    try:
        operations.send_link(
            request=letter, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        return show(request, part, refused=str(refusal))
    notices.done(request, f"A new link is on its way to {part.agency.letter_box}.")
    return redirect("evidence:links", reference, part.pk)


@require_POST
def revoke_link(
    request: SignedInRequest, reference: str, involvement_id: int, link_id: int
) -> HttpResponse:
    part = part_or_404(request, reference, involvement_id)
    link = link_or_404(part, link_id)
    operations.revoke_link(link=link, by=request.user, at=timezone.now())
    notices.done(request, "The link is taken back. It opens nothing any more.")
    return redirect("evidence:links", reference, part.pk)


@require_POST
def telephone_code(
    request: SignedInRequest, reference: str, involvement_id: int, link_id: int
) -> HttpResponse:
    """Show a code to be read out. It stands on this page and on no other, this once."""
    part = part_or_404(request, reference, involvement_id)
    try:
        code = operations.code_by_telephone(
            link=link_or_404(part, link_id),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        return show(request, part, refused=str(refusal))
    context = {"review": part.review, "part": part, "code": code}
    return render(request, "evidence/telephone_code.html", context)


def show(request: SignedInRequest, part: AgencyInvolvement, *, refused: str = "") -> HttpResponse:
    today = timezone.localdate()
    waiting = ScopingRequest.objects.waiting().filter(involvement=part).first()
    has_people = bool(addresses_at_agency(part, Permission.SCOPING_ANSWER, today=today))
    context = {
        "review": part.review,
        "part": part,
        "lines": links_of(part, today=today),
        "may_send": bool(waiting and part.agency.letter_box)
        and not (has_people or part.review.has_ended),
        "has_people": has_people,
        "refused": refused,
    }
    return render(request, "evidence/links.html", context)


def part_or_404(request: SignedInRequest, reference: str, involvement_id: int) -> AgencyInvolvement:
    return access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_SEND
    )


def link_or_404(part: AgencyInvolvement, link_id: int) -> ScopingLink:
    links = ScopingLink.objects.select_related("link", "request__involvement__review")
    return get_object_or_404(links, pk=link_id, request__involvement=part)
