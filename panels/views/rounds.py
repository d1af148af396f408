"""Rounds of agreement: reading, reminding, closing."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from pages import notices
from panels import access as doors
from panels.forms.rounds import WithdrawForm
from panels.operations import invitations
from panels.operations import rounds as operations
from panels.queries.rounds import rounds_for
from panels.queries.tally import in_people, people_of, tally
from panels.rules.rounds import check_can_run
from reviews import access
from reviews.access import Permission, Refused, allows

RUN = Permission.AGREEMENT_RECORD


@require_GET
def round_list(request: SignedInRequest, reference: str) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.PANEL_READ)
    context = {
        "review": review,
        "rounds": rounds_for(review, request.user),
        "today": timezone.localdate(),
    }
    return render(request, "panels/rounds.html", context)


@require_GET
def agreement_round(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    found = doors.round_or_404(request.user, reference, round_id, Permission.PANEL_READ)
    people = people_of(found)
    today = timezone.localdate()
    waiting = [asked for asked in people if asked.is_awaited]
    to_remind = sum(asked.can_be_reached for asked in waiting)
    context = {
        "review": found.review,
        "round": found,
        "people": people,
        "answered": sum(bool(asked.current) for asked in people),
        "to_remind": to_remind,
        "remind_words": remind_words(to_remind),
        "may_run": allows(check_can_run, request.user, found.review),
        "may_remind": found.is_open and not found.is_over(today),
        "is_asked": any(asked.invitee.user_id == request.user.pk for asked in people),
        "today": today,
    }
    return render(request, "panels/round.html", context)


def remind_words(number: int) -> str:
    who = "person who has" if number == 1 else "people who have"
    return f"Remind the {number} {who} not answered"


@require_GET
def round_document(request: SignedInRequest, reference: str, round_id: int) -> HttpResponseBase:
    """Hand out the document that was put to people."""
    found = doors.round_or_404(request.user, reference, round_id, Permission.PANEL_READ)
    if found.document is None:
        raise Http404
    return delivery.download(found.document)


@require_POST
def remind(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    try:
        number = invitations.remind(
            asked_round=found, today=timezone.localdate(), by=request.user, at=timezone.now()
        )
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, f"{in_people(number)} being reminded by email.")
    return redirect(found)


@require_POST
def take_back_link(
    request: SignedInRequest, reference: str, round_id: int, invitee_id: int
) -> HttpResponse:
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    invitee = get_object_or_404(found.invitees, pk=invitee_id)
    invitations.take_back_link(invitee=invitee, by=request.user, at=timezone.now())
    notices.done(request, f"The link of {invitee.full_name} opens nothing any more.")
    return redirect(found)


@require_http_methods(["GET", "POST"])
def close_round(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    """Say what the round comes to, then close it."""
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    refused = ""
    if request.method == "GET" and not found.is_open:
        return redirect(found)
    if request.method == "POST":
        try:
            closed = operations.close_round(
                asked_round=found, today=timezone.localdate(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            refused = str(refusal)
        else:
            notices.done(request, closed.outcome_words)
            return redirect(found)
    people = people_of(found)
    context = {
        "review": found.review,
        "round": found,
        "words": tally(people).in_words(silence_agrees=found.counts_silence),
        "unsettled": [asked for asked in people if asked.is_unsettled],
        "refused": refused,
    }
    return render(request, "panels/close_round.html", context)


@require_http_methods(["GET", "POST"])
def withdraw_round(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.withdraw_round(
                asked_round=found,
                reason=form.cleaned_data["reason"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The round is withdrawn. Its links open nothing any more.")
            return redirect(found)
    context = {"review": found.review, "round": found, "form": form}
    return render(request, "panels/withdraw_round.html", context)
