"""Answers in a dates poll: one's own, and somebody else's that came another way."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from availability import access as doors
from availability.forms.answering import DaysForm, EnterForm
from availability.operations import answering
from availability.queries.polls import choices_of
from pages import notices
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def give_answer(request: SignedInRequest, reference: str, poll_id: int) -> HttpResponse:
    invitee = doors.own_or_404(request.user, reference, poll_id)
    found, today = invitee.poll, timezone.localdate()
    choices, remark = choices_of(invitee)
    form = DaysForm(
        request.POST or None, days=list(found.days.all()), choices=choices, remark=remark
    )
    if request.method == "POST" and form.is_valid():
        try:
            answering.give_answer(
                invitee=invitee, said=form.said(), today=today, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "Your answer is recorded. You can change it until the last day.")
            return redirect(found)
    context = {
        "review": found.review,
        "poll": found,
        "form": form,
        "has_answered": bool(choices),
        "takes_answers": found.takes_answers(today),
        "today": today,
    }
    return render(request, "availability/answer.html", context)


@require_http_methods(["GET", "POST"])
def enter(request: SignedInRequest, reference: str, poll_id: int, invitee_id: int) -> HttpResponse:
    """Enter what somebody said on the telephone, in an email or at a meeting."""
    invitee = doors.invitee_or_404(request.user, reference, poll_id, invitee_id)
    found = invitee.poll
    choices, remark = choices_of(invitee)
    form = EnterForm(
        request.POST or None,
        days=list(found.days.all()),
        choices=choices,
        remark=remark,
        on_behalf_of=invitee.full_name,
    )
    if request.method == "POST" and form.is_valid():
        try:
            answering.record_answer(
                invitee=invitee,
                said=form.said(),
                provenance=form.provenance(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"The answer of {invitee.full_name} is recorded.")
            return redirect(found)
    context = {"review": found.review, "poll": found, "invitee": invitee, "form": form}
    return render(request, "availability/enter.html", context)
