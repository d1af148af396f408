"""Agree a later day for the report, or take it back."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from pages.templatetags.dates import date_long
from reviews import access
from reviews.access import Permission
from timescales.access import extension_or_404
from timescales.forms.holds import ExtensionForm
from timescales.operations import extensions
from timescales.queries.report import report_day
from timescales.views.asking import ask, confirm, or_taken_back


@require_http_methods(["GET", "POST"])
def extend(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.STAGE_MOVE)
    standing = report_day(review)
    stands = f"The report is due on {date_long(standing)}. " if standing else ""
    return ask(
        request,
        review,
        ExtensionForm(request.POST or None, initial={"agreed_on": timezone.localdate()}),
        extensions.extend,
        heading="Agree a later day for the report",
        button="Record the later day",
        done="The later day is recorded. Tell the Home Office and the family in writing.",
        lede=f"{stands}The statutory day stays on every page beside the one agreed.",
        about={"review": review},
    )


@require_http_methods(["GET", "POST"])
@or_taken_back()
def take_back_extension(
    request: SignedInRequest, reference: str, extension_id: int
) -> HttpResponse:
    extension = extension_or_404(request.user, reference, extension_id)
    return confirm(
        request,
        extension.review,
        extensions.take_back,
        heading="Take back this later day?",
        words=f"{date_long(extension.due_on)}, agreed on {date_long(extension.agreed_on)}. "
        "The day before it counts again.",
        done="The later day is taken back.",
        about={"extension": extension},
    )
