"""Access that is held because an account bears a name of the case."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from pages.parts import Row
from reviews import access
from reviews.access import Permission, Refused
from reviews.forms.holds import HoldForm
from reviews.models import AccessHold
from reviews.operations import holds
from reviews.queries.holds import Likeness, likeness_of


@require_http_methods(["GET", "POST"])
def hold(request: SignedInRequest, reference: str, hold_id: int) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.HOLD_CLEAR)
    waiting = review.access_holds.waiting().select_related("user", "person")
    found = get_object_or_404(waiting, pk=hold_id)
    found.review = review
    form = HoldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decide(request, found, form)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return redirect(review)
    context = {"review": review, "hold": found, "rows": rows_of(likeness_of(found)), "form": form}
    return render(request, "reviews/hold.html", context)


def rows_of(likeness: Likeness) -> list[Row]:
    """Return what is alike, as the page lists it."""
    account, person = likeness.hold.user, likeness.hold.person
    return [
        Row("The account", f"{account.full_name}, {account.email}"),
        Row("Admitted as", "; ".join(part.part_in_words for part in likeness.parts)),
        Row(f"In this review, {person.get_role_display().lower()}", ", ".join(likeness.names)),
    ]


def decide(request: SignedInRequest, found: AccessHold, form: HoldForm) -> None:
    said, now = form.cleaned_data, timezone.now()
    if said["is_somebody_else"]:
        holds.clear_hold(hold=found, because=said["because"], by=request.user, at=now)
        notices.done(request, f"{found.user.full_name} is no longer held for this name.")
    else:
        holds.remove_held(hold=found, by=request.user, at=now)
        notices.done(request, f"{found.user.full_name} can no longer open this review.")
