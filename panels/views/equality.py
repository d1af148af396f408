"""Equality and diversity as data: what is considered of whom, and what the panel concludes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from pages import notices
from panels.forms.equality import AnswerForm
from panels.models import Characteristic
from panels.operations import equality as operations
from panels.queries.equality import matters
from panels.rules.equality import check_can_write
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review


@require_GET
def equality(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    found = matters(review)
    context = {
        "review": review,
        "matters": found,
        "open": sum(not matter.is_answered for matter in found),
        "may_write": access.allows(check_can_write, request.user, review),
        "today": timezone.localdate(),
    }
    return render(request, "panels/equality.html", context)


@require_http_methods(["GET", "POST"])
def answer_characteristic(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record one; `?of=DISABILITY&whose=7` brings it up as it stands."""
    review = access.review_or_404(request.user, reference, Permission.PANEL_WRITE)
    form = AnswerForm(
        request.POST or None, people=review.people.all(), changing=asked(request, review)
    )
    if request.method == "POST" and form.is_valid():
        try:
            answer = operations.answer_characteristic(
                review=review,
                considered=form.considered(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{answer.get_characteristic_display()} is recorded.")
            return redirect("panels:equality", reference)
    return render(request, "panels/answer_characteristic.html", {"review": review, "form": form})


def asked(request: SignedInRequest, review: Review) -> dict[str, object]:
    """Return what the link asked for, as it stands; nothing where it asks for nothing of ours."""
    kind, whose = request.GET.get("of", ""), request.GET.get("whose", "")
    if kind not in Characteristic.values:
        return {}
    person = int(whose) if whose.isascii() and whose.isdigit() and len(whose) < 10 else None
    answer = review.characteristic_answers.filter(characteristic=kind, person=person).first()
    return AnswerForm.initial_of(answer) if answer else {"characteristic": kind, "person": person}
