"""Put a review on hold, look at the hold again, end it, or take it back."""

from datetime import timedelta

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from timescales.access import hold_or_404
from timescales.forms.holds import EndForm, HoldForm, LookForm
from timescales.models import Hold
from timescales.operations import holds
from timescales.views.asking import ask, confirm, or_taken_back

LOOK_EVERY = timedelta(days=30)  # D13


@require_http_methods(["GET", "POST"])
def put_on_hold(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.STAGE_MOVE)
    today = timezone.localdate()
    return ask(
        request,
        review,
        HoldForm(request.POST or None, initial={"review_on": today + LOOK_EVERY}),
        holds.put_on_hold,
        heading="Put the review on hold",
        button="Record the hold",
        done="The hold is recorded. Tell the Home Office and the family in writing.",
        lede="An agreed pause. It moves the agreed days of what waits for it; a statutory day "
        "never moves.",
        about={"review": review},
    )


@require_http_methods(["GET", "POST"])
@or_taken_back()
def look_again(request: SignedInRequest, reference: str, hold_id: int) -> HttpResponse:
    hold = hold_or_404(request.user, reference, hold_id)
    today = timezone.localdate()
    initial = {"looked_on": today, "next_on": today + LOOK_EVERY}
    return ask(
        request,
        hold.review,
        LookForm(request.POST or None, initial=initial),
        holds.look_again,
        heading="Look at the hold again",
        button="The hold goes on",
        done="The hold goes on.",
        lede=since(hold),
        about={"hold": hold},
    )


@require_http_methods(["GET", "POST"])
@or_taken_back()
def end_hold(request: SignedInRequest, reference: str, hold_id: int) -> HttpResponse:
    hold = hold_or_404(request.user, reference, hold_id)
    return ask(
        request,
        hold.review,
        EndForm(request.POST or None, initial={"ended_on": timezone.localdate()}),
        holds.end_hold,
        heading="End the hold",
        button="The review goes on",
        done="The hold has ended. Tell the Home Office in writing that the review goes on.",
        lede=since(hold),
        about={"hold": hold},
    )


@require_http_methods(["GET", "POST"])
@or_taken_back()
def take_back_hold(request: SignedInRequest, reference: str, hold_id: int) -> HttpResponse:
    hold = hold_or_404(request.user, reference, hold_id)
    return confirm(
        request,
        hold.review,
        holds.take_back,
        heading="Take back this hold?",
        words=f"{since(hold)} The days that it moved go back.",
        done="The hold is taken back.",
        about={"hold": hold},
    )


def since(hold: Hold) -> str:
    return f"{hold.get_cause_display()}, since {date_long(hold.began_on)}."
