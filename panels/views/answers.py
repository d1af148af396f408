"""Answers in a round: one's own, somebody else's, and what becomes of an objection."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from panels import access as doors
from panels.forms.rounds import AnswerForm, RecordAnswerForm, SettleForm
from panels.models import AgreementAnswer
from panels.operations import answers as operations
from panels.queries.rounds import invitation_of
from panels.queries.tally import own_answer
from reviews.access import Permission, Refused

RUN = Permission.AGREEMENT_RECORD


@require_http_methods(["GET", "POST"])
def give_answer(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    """Read what one was asked to agree, and answer."""
    found = doors.round_or_404(request.user, reference, round_id, Permission.AGREEMENT_GIVE)
    invitee = invitation_of(found, request.user)
    if invitee is None:
        raise Http404
    if request.method == "GET" and not found.is_open:
        notices.important(request, "This round is closed: it takes no more answers.")
        return redirect(found)
    latest = invitee.answers.first()
    form = AnswerForm(request.POST or None, initial=initial_of(latest))
    if request.method == "POST" and form.is_valid():
        try:
            operations.give_answer(
                invitee=invitee, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "Your answer is recorded. You can change it until the close.")
            return redirect(found)
    context = {
        "review": found.review,
        "round": found,
        "latest": latest,
        "form": form,
        "today": timezone.localdate(),
    }
    return render(request, "panels/give_answer.html", context)


def initial_of(latest: AgreementAnswer | None) -> dict[str, str]:
    return {"answer": latest.answer, "comment": latest.comment} if latest else {}


@require_http_methods(["GET", "POST"])
def record_answer(
    request: SignedInRequest, reference: str, round_id: int, invitee_id: int
) -> HttpResponse:
    """Enter an answer that came another way."""
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    invitee = get_object_or_404(found.invitees, pk=invitee_id)
    own = own_answer(invitee)
    form = RecordAnswerForm(request.POST or None, request.FILES or None, invitee=invitee, own=own)
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                given = operations.record_answer(
                    invitee=invitee,
                    answer=form.cleaned_data["answer"],
                    comment=form.cleaned_data["comment"],
                    entered_because=form.cleaned_data.get("entered_because", ""),
                    provenance=form.provenance(original),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                late = " It was late." if given.is_late else ""
                notices.done(request, f"The answer of {invitee.full_name} is recorded.{late}")
                return redirect(found)
    context = {
        "review": found.review,
        "round": found,
        "invitee": invitee,
        "own": own,
        "form": form,
    }
    return render(request, "panels/record_answer.html", context)


@require_GET
def answer_file(
    request: SignedInRequest, reference: str, round_id: int, answer_id: int
) -> HttpResponseBase:
    """Hand out the email or letter an answer was entered from."""
    answer = answer_or_404(request, reference, round_id, answer_id)
    if answer.original is None:
        raise Http404
    return delivery.download(answer.original)


@require_http_methods(["GET", "POST"])
def settle(request: SignedInRequest, reference: str, round_id: int, answer_id: int) -> HttpResponse:
    """Say what becomes of an objection or a comment."""
    answer = answer_or_404(request, reference, round_id, answer_id)
    settled = answer.settled
    initial = {"kind": settled.kind, "words": settled.words} if settled else {}
    form = SettleForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.settle(
                answer=answer, **form.cleaned_data, by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "It is recorded what becomes of it.")
            return redirect(answer.invitee.round)
    asked_round = answer.invitee.round
    context = {"review": asked_round.review, "round": asked_round, "answer": answer, "form": form}
    return render(request, "panels/settle.html", context)


def answer_or_404(
    request: SignedInRequest, reference: str, round_id: int, answer_id: int
) -> AgreementAnswer:
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    answers = AgreementAnswer.objects.filter(invitee__round=found)
    return get_object_or_404(
        answers.select_related("invitee__round__review", "disposition", "original"), pk=answer_id
    )
