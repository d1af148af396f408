"""The register of decisions of a review: read and print, enter, word, take back."""

from datetime import date
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from decisions import access as doors
from decisions import operations
from decisions.forms import DecisionForm, TakeBackForm
from decisions.models import DecisionKind
from decisions.queries.register import register_of
from decisions.rules import check_can_write
from families.models import Side
from pages import notices
from reviews.access import Refused, allows
from reviews.models import Review


@require_GET
def register(request: SignedInRequest, reference: str) -> HttpResponse:
    """What the review decided not to do and why, narrowed by kind; it prints as it stands."""
    review = doors.review_or_404(request.user, reference)
    kind = request.GET.get("kind", "")
    side = Side.PERPETRATOR if request.GET.get("side") == Side.PERPETRATOR else Side.DIED
    context = {
        "review": review,
        "register": register_of(
            review,
            request.user,
            kind=kind if kind in DecisionKind.values else "",
            side=side,
        ),
        "kinds": DecisionKind.choices,
        "other_side": Side.DIED if side == Side.PERPETRATOR else Side.PERPETRATOR,
        "may_write": allows(check_can_write, request.user, review),
        "today": timezone.localdate(),
    }
    return render(request, "decisions/register.html", context)


@require_http_methods(["GET", "POST"])
def record(request: SignedInRequest, reference: str) -> HttpResponse:
    review = doors.review_or_404(request.user, reference)
    if request.method == "GET":
        check_can_write(request.user, review)
    today = timezone.localdate()
    with_side = doors.opens_family(request.user, review)
    form = DecisionForm(request.POST or None, **places(review, today), with_side=with_side)
    if request.method == "POST" and form.is_valid():
        try:
            entry = operations.record_decision(
                review=review,
                decided=form.decided(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Decision {entry.number} stands in the register.")
            return redirect("decisions:register", reference)
    return ask(request, review, form, heading="Record a decision", button="Record it")


@require_http_methods(["GET", "POST"])
def word(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    """Put a decision in other words, or say where it prints."""
    entry = doors.entry_or_404(request.user, reference, number)
    if request.method == "GET":
        check_can_write(request.user, entry.review)
    today = timezone.localdate()
    form = DecisionForm(
        request.POST or None,
        **places(entry.review, today),
        with_side=False,
        changing=DecisionForm.initial_of(entry),
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.word_decision(
                entry=entry,
                decided=form.decided(),
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Decision {number} is changed.")
            return redirect("decisions:register", reference)
    heading = f"Change decision {number}"
    return ask(request, entry.review, form, heading=heading, button="Save", number=number)


@require_http_methods(["GET", "POST"])
def take_back(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    entry = doors.entry_or_404(request.user, reference, number)
    if request.method == "GET":
        check_can_write(request.user, entry.review)
    form = TakeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.take_back(
                entry=entry,
                because=form.cleaned_data["because"],
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Decision {number} is taken back.")
            return redirect("decisions:register", reference)
    heading = f"Take back decision {number}"
    return ask(request, entry.review, form, heading=heading, button="Take it back")


def places(review: Review, today: date) -> dict[str, Any]:
    """Return where something can have been decided: at meetings that were held, and in rounds."""
    return {
        "meetings": review.meetings.filter(called_off_on__isnull=True, held_on__lte=today),
        "rounds": review.agreement_rounds.all(),
    }


def ask(
    request: SignedInRequest, review: Review, form: BaseForm, *, heading: str, **more: object
) -> HttpResponse:
    context = {"review": review, "form": form, "heading": heading, **more}
    return render(request, "decisions/ask.html", context)
