"""Where the days of a review went."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.access import posts_of
from agencies.http import SignedInRequest
from pages.templatetags.dates import date_long
from pages.templatetags.sentences import in_sentence
from reviews import access
from reviews.access import Permission
from reviews.models import Review
from timescales import rules
from timescales.access import span_or_404
from timescales.forms.delays import DelayForm
from timescales.models import Cause
from timescales.operations import delays
from timescales.queries.delay import ledger_of, paragraph
from timescales.views.asking import ask, confirm, or_taken_back

PAGE = "timescales:delays"


@require_GET
def delay_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.STAGE_MOVE)
    today = timezone.localdate()
    ledger = ledger_of(review, today=today)
    context = {
        "review": review,
        "ledger": ledger,
        "lines": [(span, Cause(span.cause).label) for span in ledger.spans],
        "totals": [(Cause(cause).label, days) for cause, days in ledger.days.items()],
        "paragraph": paragraph(ledger),
        "may_write": access.allows(rules.check_can_write, request.user, review),
        "reads_statistics": any(
            post.reads_figures and post.partnership == review.partnership
            for post in posts_of(request.user, today=today)
        ),
    }
    return render(request, "timescales/delays.html", context)


@require_http_methods(["GET", "POST"])
def attribute(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.STAGE_MOVE)
    return ask(
        request,
        review,
        DelayForm(request.POST or None, initial=initial(request, review)),
        delays.attribute,
        heading="Say what days were spent on",
        button="Keep it",
        done="The days are attributed.",
        lede="It stands over what the records propose, and over what was decided before.",
        about={"review": review},
        back=PAGE,
    )


def initial(request: SignedInRequest, review: Review) -> dict[str, object]:
    """
    Return the days and the cause of the line that is to be decided.

    An address names it by its place in the table, never by its days: those stand in the history
    of browsers and in logs. Where another line stands there meanwhile, only the cause is filled in.
    """
    cause, place = request.GET.get("cause", ""), request.GET.get("line", "")
    lines = ledger_of(review, today=timezone.localdate()).spans if place else []
    for number, span in enumerate(lines, start=1):
        if str(number) == place and span.cause == cause and not span.is_decided:
            return {"cause": cause, "from_on": span.from_on, "to_on": span.to_on}
    return {"cause": cause}


@require_http_methods(["GET", "POST"])
@or_taken_back(PAGE)
def take_back_delay(request: SignedInRequest, reference: str, span_id: int) -> HttpResponse:
    span = span_or_404(request.user, reference, span_id)
    return confirm(
        request,
        span.review,
        delays.take_back,
        heading="Take back what was decided of these days?",
        words=f"{date_long(span.from_on)} to {date_long(span.to_on)}: "
        f"{in_sentence(span.get_cause_display())}.",
        done="It is taken back. What was decided before stands again, or what the records propose.",
        about={"span": span},
        back=PAGE,
    )
