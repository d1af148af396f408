"""Record the yearly look at the chair's contract and the agreements on data; take one back."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from timescales.access import yearly_look_or_404
from timescales.forms.yearly import YearlyLookForm
from timescales.operations import yearly
from timescales.views.asking import ask, confirm, or_taken_back


@require_http_methods(["GET", "POST"])
def look_yearly(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.ACCESS_MANAGE)
    return ask(
        request,
        review,
        YearlyLookForm(request.POST or None, initial={"looked_on": timezone.localdate()}),
        yearly.look,
        heading="Look again at the contract and the agreements",
        button="Record the look",
        done="The look is recorded. The next is due in a year.",
        lede="Once a year: the chair’s contract, the agreement on sharing information and the "
        "data protection impact assessment.",
        about={"review": review},
    )


@require_http_methods(["GET", "POST"])
@or_taken_back()
def take_back_yearly_look(request: SignedInRequest, reference: str, look_id: int) -> HttpResponse:
    look = yearly_look_or_404(request.user, reference, look_id)
    return confirm(
        request,
        look.review,
        yearly.take_back,
        heading="Take back this look?",
        words=f"Looked at on {date_long(look.looked_on)}. The next is due a year after the one "
        "before it.",
        done="The look is taken back.",
        about={"look": look},
    )
