"""The two sides of the compartment, never on one page, and the sheets to print."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from families import rules
from families.models import FamilyContact, Side
from families.queries import compartment, doors, plan
from reviews import access
from reviews.access import Permission
from reviews.models import Review


@require_GET
def one_side(request: SignedInRequest, reference: str, side: Side) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    today = timezone.localdate()
    people = compartment.people_of(review, side, request.user)
    context = {
        "review": review,
        "side": side,
        "is_perpetrators": side == Side.PERPETRATOR,
        "lines": compartment.lines(people, review, today=today),
        "summary": compartment.summary_of(people, today=today),
        "why_not_write": rules.why_not_write(request.user, review),
        "today": today,
    }
    return render(request, "families/compartment.html", context)


@require_GET
def sheet(request: SignedInRequest, reference: str, side: Side) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    people = compartment.people_of(review, side, request.user)
    return render_sheet(request, review, people, side=side)


@require_GET
def contact_sheet(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    return render_sheet(request, contact.review, [contact], side=contact.side)


def render_sheet(
    request: SignedInRequest, review: Review, people: list[FamilyContact], *, side: Side
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "review": review,
        "side": side,
        "is_perpetrators": side == Side.PERPETRATOR,
        "sheets": plan.sheets(people, review, today=today),
        "today": today,
    }
    return render(request, "families/sheet.html", context)
