"""The deadlines of a partnership: whose rule each is, and what the partnership set for itself."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.access import partnership_or_404
from agencies.http import SignedInRequest
from agencies.models import SETS_LENGTHS
from pages import notices
from pages.templatetags.sentences import in_sentence
from reviews.access import Refused
from reviews.deadlines import RULES
from timescales.forms.lengths import LengthForm
from timescales.operations.lengths import set_length
from timescales.queries.lengths import rules_of


@require_GET
def length_list(request: SignedInRequest, slug: str) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *SETS_LENGTHS, today=today)
    context = {"partnership": place, "rules": rules_of(place, today=today), "today": today}
    return render(request, "timescales/lengths.html", context)


@require_http_methods(["GET", "POST"])
def change_length(request: SignedInRequest, slug: str, code: str) -> HttpResponse:
    today = timezone.localdate()
    place = partnership_or_404(request.user, slug, *SETS_LENGTHS, today=today)
    rule = RULES.get(code)
    if rule is None or not rule.may_be_local:
        raise Http404
    form = LengthForm(request.POST or None, initial={"from_on": today})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            set_length(
                partnership=place,
                code=code,
                days=told["days"],
                in_working_days=told["kind"] == "WORKING",
                from_on=told["from_on"],
                reason=told["reason"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{code}, {in_sentence(rule.name)}: the new figure is kept.")
            return redirect("timescales:lengths", place.slug)
    context = {"partnership": place, "rule": rule, "form": form}
    return render(request, "timescales/change_length.html", context)
