"""How everything stands that goes to bodies outside: of one review, and of a partnership."""

from collections import Counter
from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from actionplans import access as plan
from agencies.http import SignedInRequest
from documents import delivery
from documents.kinds import DocumentKind
from pages.parts import Filter
from postoffice import access
from postoffice.queries.papers import commissioners_list
from postoffice.queries.standing import ORDER, Out, outs_of
from postoffice.rules import check_can_send
from postoffice.views.asking import crumbs_of
from reviews.access import Permission, allows, held_by
from reviews.models import Review


@require_GET
def review(request: SignedInRequest, reference: str) -> HttpResponse:
    one = plan.review_or_404(request.user, reference)
    today = timezone.localdate()
    outs = outs_of([one.pk], today=today)
    context = {
        "review": one,
        "outs": outs,
        "letters": one.dispatches.all(),
        "may_keep": allows(check_can_send, request.user, one),
        "crumbs": crumbs_of(one)[:-1],
        "today": today,
    }
    return render(request, "postoffice/review.html", context)


@require_GET
def partnership(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = access.place_or_404(request.user, slug, today=today)
    every = outs_of(readable(request, place.pk), today=today)
    wanted, body = request.GET.get("standing", ""), request.GET.get("body", "")
    scoped = [one for one in every if not body or str(one.body_id) == body]
    context = {
        "partnership": place,
        "outs": [one for one in scoped if not wanted or one.standing.code == wanted],
        "every": len(scoped),
        "standings": standings(scoped),
        "bodies": bodies(every),
        "asked_body": body,
        "asked_standing": wanted,
        "today": today,
    }
    return render(request, "postoffice/partnership.html", context)


@require_GET
def commissioner(request: SignedInRequest, slug: str, ending: str) -> HttpResponse:
    """How national recommendations stand, as the Commissioner asks for it."""
    today = timezone.localdate()
    place = access.place_or_404(request.user, slug, today=today)
    if ending not in ("csv", "docx"):
        raise Http404
    title = f"National recommendations of {place.name}"
    outs = outs_of(readable(request, place.pk), today=today)
    content = commissioners_list(title, outs, ending=ending, today=today)
    if ending == "csv":
        return delivery.offer_data(content, ending="csv", as_name=title)
    return delivery.offer(content, kind=DocumentKind.DOCX, as_name=title)


def readable(request: SignedInRequest, partnership_id: int) -> list[int]:
    """Return the reviews of a partnership whose plans this person reads."""
    held = held_by(request.user).reviews(Permission.PLAN_READ)
    rows = Review.objects.filter(partnership=partnership_id, pk__in=held)
    return list(rows.values_list("pk", flat=True))


def standings(outs: Sequence[Out]) -> list[Filter]:
    """Return the choices of how things stand; their numbers add up to all."""
    counted = Counter(one.standing for one in outs)
    found = [Filter(one.code, one.value, counted[one]) for one in ORDER if counted[one]]
    return [Filter("", "All", len(outs)), *found]


def bodies(outs: Sequence[Out]) -> list[tuple[str, str]]:
    named = {str(one.body_id): one.body for one in outs if one.body_id}
    return sorted(named.items(), key=lambda pair: pair[1].casefold())
