"""Emergency access: asked for and decided in the partnership, seen and ended in the review."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.access import partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import DECIDES_EMERGENCIES, PostKind
from pages import notices
from reviews import access as reviews_access
from reviews.access import Permission, Refused
from stewards import access, rules
from stewards.forms.emergencies import AskForm
from stewards.operations import emergencies as operations
from stewards.queries import emergencies as queries


@require_GET
def emergency_list(request: SignedInRequest, slug: str) -> HttpResponse:
    today, now = timezone.localdate(), timezone.now()
    kinds = DECIDES_EMERGENCIES
    place = partnership_or_404(request.user, slug, *kinds, today=today)
    may_ask = access.administers(request.user, place, today=today)
    context = {
        "partnership": place,
        "asked": queries.with_standing(list(queries.asked_in(place)), at=now),
        "may_ask": may_ask,
        "lacks_second": may_ask
        and queries.lacks_second_person(place, today=today, asker=request.user),
    }
    return render(request, "stewards/emergencies.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, PostKind.ADMINISTRATOR, today=today)
    readers = queries.readers_for(place, today=today, asker=request.user)
    form = AskForm(request.POST or None, readers=readers, reviews=place.reviews.all())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            operations.ask_for_emergency(
                review=said["reference"],
                reader=said["reader"],
                reason=said["reason"],
                until_at=form.until_at(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            words = "Asked for. Whoever may approve it is told by email: nothing is open yet."
            notices.done(request, words)
            return redirect("stewards:emergencies", place.slug)
    context = {
        "partnership": place,
        "form": form,
        "lacks_second": queries.lacks_second_person(place, today=today, asker=request.user),
    }
    return render(request, "stewards/ask_emergency.html", context)


@require_http_methods(["GET", "POST"])
def emergency(request: SignedInRequest, slug: str, request_id: int) -> HttpResponse:
    """Show what is asked, for a second person to approve or refuse."""
    today, now = timezone.localdate(), timezone.now()
    kinds = DECIDES_EMERGENCIES
    place = partnership_or_404(request.user, slug, *kinds, today=today)
    asked = get_object_or_404(queries.asked_in(place), pk=request_id)
    refused = ""
    if request.method == "POST":
        approves = "approve" in request.POST
        decide = operations.approve_emergency if approves else operations.refuse_emergency
        try:
            decide(request=asked, today=today, by=request.user, at=now)
        except Refused as refusal:
            refused = str(refusal)
        else:
            words = "Access is given until then." if approves else "No access is given."
            notices.done(request, f"{asked.review.reference}: {words}")
            return redirect("stewards:emergencies", place.slug)
    context = {
        "partnership": place,
        "asked": asked,
        "standing": asked.standing(now),
        "may_decide": reviews_access.allows(
            rules.check_can_decide, asked, today=today, by=request.user, at=now
        ),
        "may_take_back": asked.asked_by == request.user and asked.is_waiting(now),
        "refused": refused,
    }
    return render(request, "stewards/emergency.html", context)


@require_GET
def of_review(request: SignedInRequest, reference: str) -> HttpResponse:
    review = reviews_access.review_or_404(request.user, reference, Permission.EMERGENCY_END)
    now = timezone.now()
    given = queries.with_standing(list(queries.given_in(review)), at=now)
    rows = [(one, standing, one.is_running(now)) for one, standing in given]
    context = {"review": review, "given": rows}
    return render(request, "stewards/emergencies_of_review.html", context)


@require_http_methods(["GET", "POST"])
def end(request: SignedInRequest, reference: str, request_id: int) -> HttpResponse:
    review = reviews_access.review_or_404(request.user, reference, Permission.EMERGENCY_END)
    found = queries.given_in(review).select_related("membership__group", "membership__user")
    asked = get_object_or_404(found, pk=request_id)
    if request.method == "POST":
        operations.end_emergency(
            request=asked, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
        notices.done(request, f"{asked.reader.full_name} can no longer open this review.")
        return redirect("stewards:emergencies-of-review", review.reference)
    return render(request, "stewards/end_emergency.html", {"review": review, "asked": asked})
