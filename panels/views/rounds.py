"""Rounds of agreement: asking, reminding, closing."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from pages import notices
from panels import access as doors
from panels.forms.rounds import AskForm, WithdrawForm
from panels.models import PanelMember, Silence
from panels.operations import rounds as operations
from panels.queries.rounds import rounds_for
from panels.queries.subjects import terms_as_subject
from panels.queries.tally import people_of, tally
from panels.queries.terms import gives_away, published
from panels.queries.terms_page import reasons_to_wait
from panels.rules.rounds import check_can_run
from reviews import access
from reviews.access import Permission, Refused, allows
from reviews.checks.true_names import certain
from reviews.models import Review

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
    waiting = [asked for asked in people if not asked.current]
    to_remind = sum(asked.can_be_reached for asked in waiting)
    context = {
        "review": found.review,
        "round": found,
        "people": people,
        "answered": len(people) - len(waiting),
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


@require_http_methods(["GET", "POST"])
def ask_terms(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose who is asked to agree the draft; then say what happens; then ask them."""
    draft = doors.draft_or_404(request.user, reference)
    access.require(request.user, RUN, on=draft.review)
    printed = published(draft)
    stops = certain(gives_away(draft.review, printed))
    form = AskForm(request.POST or None, members=members_to_ask(draft.review))
    context = {
        "review": draft.review,
        "subject": terms_as_subject(draft),
        "back": draft.get_absolute_url(),
        "form": form,
        "stops": reasons_to_wait(draft.review, printed, stops),
    }
    if request.method != "POST" or not form.is_valid() or "change" in request.POST:
        return render(request, "panels/ask.html", context)
    if "confirmed" not in request.POST:
        return render(request, "panels/confirm_ask.html", context | confirmation(request, form))
    try:
        opened = operations.ask_about_terms(
            terms=draft,
            people=form.people(),
            question=form.question(),
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.add_error(refusal.field or None, str(refusal))
        return render(request, "panels/ask.html", context)
    notices.done(request, f"{in_people(len(form.people()))} being emailed.")
    return redirect(opened)


def confirmation(request: SignedInRequest, form: AskForm) -> dict[str, object]:
    """Return who would be emailed, and everything typed, to be sent again with the yes."""
    kept = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    people, question = form.people(), form.question()
    return {
        "people": people,
        "question": question,
        "silence": Silence(question.silence).label,
        "kept": kept,
        "ask_words": "Email 1 person" if len(people) == 1 else f"Email {len(people)} people",
    }


def members_to_ask(review: Review) -> Sequence[PanelMember]:
    seated = review.panel_members.seated().in_order()
    return list(seated.select_related("user", "involvement__agency"))


def in_people(number: int) -> str:
    return "1 person is" if number == 1 else f"{number} people are"


@require_POST
def remind(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    try:
        number = operations.remind(
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
    operations.take_back_link(invitee=invitee, by=request.user, at=timezone.now())
    notices.done(request, f"The link of {invitee.full_name} opens nothing any more.")
    return redirect(found)


@require_http_methods(["GET", "POST"])
def close_round(request: SignedInRequest, reference: str, round_id: int) -> HttpResponse:
    """Say what the round comes to, then close it."""
    found = doors.round_or_404(request.user, reference, round_id, RUN)
    refused = ""
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
    count = tally(people_of(found))
    words = count.in_words(silence_agrees=found.counts_silence)
    context = {"review": found.review, "round": found, "words": words, "refused": refused}
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
