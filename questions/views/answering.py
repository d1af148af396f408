"""Answer a question, hand it on to a colleague, note an interview, and fetch what was attached."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from documents.models import Document
from evidence.views.imr_asking import provenance_of
from pages import notices
from questions import access as doors
from questions.forms.answering import AnswerForm, AnswerForThemForm, HeldForm
from questions.forms.asking import DelegateForm
from questions.operations import answering, delegating, interviews
from questions.rules import check_can_answer, check_can_delegate, check_can_note_interview
from questions.views.asking import address, ask
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def answer_question(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Answer a question, or enter an answer that was given elsewhere."""
    question = doors.question_or_404(request.user, reference, involvement_id, number)
    part = question.involvement
    is_me = access.has_own(request.user, Permission.SCOPING_ANSWER, on=part)
    if request.method == "GET":
        check_can_answer(request.user, question, is_entered_for_them=not is_me)
    kind = AnswerForm if is_me else AnswerForThemForm
    form = kind(request.POST or None, request.FILES or None, question=question)
    if request.method == "POST":
        known: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        today = timezone.localdate()
        attached = take_file(form, "answer_file", review_ref=reference, **known)
        original = None if is_me else take_file(form, "original", review_ref=reference, **known)
        if form.is_valid():
            try:
                answering.answer_question(
                    question=question,
                    said=form.said(),
                    answer_file=attached,
                    answered_on=today if is_me else form.cleaned_data["given_on"],
                    provenance=provenance_of(form, original),
                    today=today,
                    **known,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, f"The answer to question {number} is saved.")
                return redirect(address(part, "part"))
    return ask(
        request,
        part,
        form,
        heading=f"Answer question {number}",
        button="Send the answer" if is_me else "Record the answer",
        question=question,
    )


@require_http_methods(["GET", "POST"])
def delegate(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Send a colleague without an account a link to this one question."""
    question = doors.question_or_404(request.user, reference, involvement_id, number)
    if request.method == "GET":
        check_can_delegate(request.user, question)
    form = DelegateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            delegating.delegate(
                question=question,
                to=form.cleaned_data["to"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"A link to question {number} is on its way.")
            return redirect(address(question.involvement, "part"))
    return ask(
        request,
        question.involvement,
        form,
        heading=f"Hand question {number} to a colleague",
        lede="A link goes by email, and a code when they open it. The last link sent is the one "
        "that works. You can still answer the question yourself.",
        button="Send the link",
        question=question,
    )


@require_POST
def take_back(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    question = doors.question_or_404(request.user, reference, involvement_id, number)
    delegating.take_back(question=question, by=request.user, at=timezone.now())
    notices.done(request, f"The link to question {number} opens nothing any more.")
    return redirect(address(question.involvement, "part"))


@require_GET
def question_file(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, which: str
) -> HttpResponseBase:
    """Hand out what came with an answer, or the original that it was entered from."""
    question = doors.question_or_404(request.user, reference, involvement_id, number)
    document = doors.files_of(question).get(which)
    if not isinstance(document, Document):
        raise Http404
    return delivery.download(document)


@require_http_methods(["GET", "POST"])
def note_interview(
    request: SignedInRequest, reference: str, involvement_id: int, interview_id: int
) -> HttpResponse:
    """Note that a member of staff was interviewed, once the police agreed."""
    question = doors.interview_or_404(request.user, reference, involvement_id, interview_id)
    part = question.staff_of
    if part is None:
        raise Http404
    if request.method == "GET":
        check_can_note_interview(request.user, question)
    form = HeldForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            interviews.note_interview(
                question=question,
                held_on=form.cleaned_data["held_on"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "The interview stands on the list of staff.")
            return redirect(address(part, "part"))
    return ask(
        request,
        part,
        form,
        heading="Record an interview",
        lede=f"With: {question.staff_post}.",
        button="Record it",
    )
