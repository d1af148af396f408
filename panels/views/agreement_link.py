"""
Answering by a secret link, without an account: the one page of a review that needs no sign-in.

It shows the review's reference and what was put to people; of a text marked OFFICIAL-SENSITIVE
only its version and hash. Looking at it changes nothing. A link that is wrong, over or taken
back looks the same as one that never was.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from panels.forms.rounds import AnswerForm
from panels.operations import answers as operations
from panels.queries.rounds import invitee_of_link
from panels.views.answers import initial_of
from reviews.access import Refused


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def agreement_link(request: HttpRequest, token: str) -> HttpResponse:
    today = timezone.localdate()
    invitee = invitee_of_link(token, today=today)
    if invitee is None:
        return render(request, "panels/link_over.html", status=404)
    latest = next(iter(invitee.answers.all()), None)
    form = AnswerForm(request.POST or None, initial=initial_of(latest))
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer_by_link(
                invitee=invitee, **form.cleaned_data, today=today, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            return redirect("panels:agreement-link", token)
    context = {
        "round": invitee.round,
        "invitee": invitee,
        "latest": latest,
        "form": form,
        "today": today,
    }
    return render(request, "panels/agreement_link.html", context)
