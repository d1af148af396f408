"""The agencies of a review: who has answered what, and everything that passed with one of them."""

from django.conf import settings
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from agencies.http import SignedInRequest
from documents import delivery
from evidence.forms.answering import AnswerForm
from evidence.queries import dossier, scoping
from evidence.queries.answers import own_kin, rested_on_nil
from evidence.queries.bodies import answered_for
from evidence.queries.letter import letter_for
from reviews import access
from reviews.access import Permission
from reviews.models import AgencyInvolvement
from reviews.queries.cards import cards_of


@require_GET
def agency_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.SCOPING_READ)
    today = timezone.localdate()
    lines = scoping.lines_of(review, today=today)
    show, sort = request.GET.get("show", ""), request.GET.get("sort", "")
    may_send = access.has(request.user, Permission.SCOPING_SEND, on=review)
    context = {
        "review": review,
        "lines": scoping.narrowed(lines, show=show, sort=sort),
        "filters": scoping.filters(lines),
        "tally": scoping.tally(lines),
        "may_send": may_send and not review.has_ended,
        "today": today,
    }
    return render(request, "evidence/agencies.html", context)


@require_GET
def agency(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """One agency: the whole dossier for the people of the review, their own part for its own."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.INVOLVEMENT_READ
    )
    if access.has(request.user, Permission.SCOPING_READ, on=part.review):
        return inside(request, part)
    return own(request, part)


def inside(request: SignedInRequest, part: AgencyInvolvement) -> HttpResponse:
    today = timezone.localdate()
    is_open = not part.review.has_ended
    part = dossier.with_scoping(part)
    context = {
        "review": part.review,
        "part": part,
        "line": scoping.line_of(part, today=today),
        "entries": dossier.scoping_entries(part, inside=True),
        "people": part.memberships.standing(today).select_related("user"),
        "may_send": is_open and access.has(request.user, Permission.SCOPING_SEND, on=part.review),
        "may_admit": is_open and access.has(request.user, Permission.ACCESS_MANAGE, on=part.review),
        "may_answer": is_open and access.has_own(request.user, Permission.SCOPING_ANSWER, on=part),
        "cards": cards_of(part, request.user, listed=settings.PART_CARDS, today=today),
        "went_to": answered_for(part),
        "rested": rested_on_nil(part),
        "today": today,
    }
    return render(request, "evidence/agency.html", context)


def own(
    request: SignedInRequest, part: AgencyInvolvement, *, form: AnswerForm | None = None
) -> HttpResponse:
    """The page of an agency's own people: what is asked, a place to answer, what passed before."""
    today = timezone.localdate()
    line = scoping.line_of(dossier.with_scoping(part), today=today)
    may_answer = (
        access.has_own(request.user, Permission.SCOPING_ANSWER, on=part)
        and not part.review.has_ended
    )
    wants_answer = may_answer and line.is_unanswered
    form = form or (AnswerForm(kin=own_kin(request.user, part)) if wants_answer else None)
    cards = [] if form else cards_of(part, request.user, listed=settings.PART_CARDS, today=today)
    context = {
        "review": part.review,
        "part": part,
        "line": line,
        "letter": letter_for(request.user, part, today=today) if line.request else None,
        "form": form,
        "may_answer": may_answer,
        "cards": cards,
        "entries": dossier.scoping_entries(part, inside=False),
        "today": today,
    }
    return render(request, "evidence/own_agency.html", context)


@require_GET
def scoping_letter(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """The letter itself, to read or print: what the email links to, on one page."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_READ
    )
    today = timezone.localdate()
    context = {
        "review": part.review,
        "part": part,
        "letter": letter_for(request.user, part, today=today),
        "is_inside": access.has(request.user, Permission.SCOPING_READ, on=part.review),
        "today": today,
    }
    return render(request, "evidence/scoping_letter.html", context)


@require_GET
def scoping_file(
    request: SignedInRequest, reference: str, involvement_id: int, document_id: int
) -> HttpResponseBase:
    """Hand out what came with a letter or an answer."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_READ
    )
    return delivery.download(dossier.scoping_file_or_404(part, document_id))
