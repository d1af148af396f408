"""What they ask the review: recorded, answered, told. Nothing is sent from here."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from families import rules
from families.forms.questions import AnswerForm, AskForm, TakeBackQuestionForm, TellForm
from families.models import FamilyContact, FamilyQuestion, Side
from families.operations import questions as operations
from families.operations.questions import Telling
from families.queries import doors, questions
from pages import forms, notices
from reviews import access
from reviews.access import Permission, Refused


@require_GET
def one_side(request: SignedInRequest, reference: str, side: Side) -> HttpResponse:
    review = access.review_or_404(request.user, reference, Permission.FAMILY_READ)
    context = {
        "review": review,
        "side": side,
        "is_perpetrators": side == Side.PERPETRATOR,
        "questions": questions.questions_on(review, side, request.user),
        "why_not_write": rules.why_not_write(request.user, review),
    }
    return render(request, "families/questions.html", context)


@require_http_methods(["GET", "POST"])
def ask(request: SignedInRequest, reference: str, contact_id: int) -> HttpResponse:
    contact = doors.contact_or_404(request.user, reference, contact_id)
    rules.check_can_write(request.user, contact.review)
    form = AskForm(request.POST or None, enquiries=questions.enquiries_of(contact.review))

    def write(**said: Any) -> FamilyQuestion:
        return operations.ask_question(contact=contact, today=timezone.localdate(), **said)

    return answer_of(request, form, write, contact, "A question of theirs", "Keep the question")


@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, reference: str, contact_id: int, asked: int) -> HttpResponse:
    question = doors.question_or_404(request.user, reference, contact_id, asked)
    rules.check_can_write(request.user, question.contact.review)
    form = AnswerForm(
        request.POST or None,
        enquiries=questions.enquiries_of(question.contact.review),
        kept=question.enquiry,
        changing=AnswerForm.initial_of(question),
    )

    def write(**said: Any) -> FamilyQuestion:
        return operations.answer_question(question=question, **said)

    return answer_of(request, form, write, question, "Where it is answered", "Keep the answer")


@require_http_methods(["GET", "POST"])
def tell(request: SignedInRequest, reference: str, contact_id: int, asked: int) -> HttpResponse:
    question = doors.question_or_404(request.user, reference, contact_id, asked)
    rules.check_can_write(request.user, question.contact.review)
    form = TellForm(request.POST or None)

    def write(by: Any, at: Any, **said: Any) -> FamilyQuestion:
        return operations.tell_answer(
            question=question, telling=Telling(**said), today=timezone.localdate(), by=by, at=at
        )

    return answer_of(request, form, write, question, "They were told", "Keep the day")


@require_http_methods(["GET", "POST"])
def take_back(
    request: SignedInRequest, reference: str, contact_id: int, asked: int
) -> HttpResponse:
    question = doors.question_or_404(request.user, reference, contact_id, asked)
    rules.check_can_write(request.user, question.contact.review)
    form = TakeBackQuestionForm(request.POST or None)

    def write(**said: Any) -> FamilyQuestion:
        return operations.take_back_question(question=question, **said)

    return answer_of(request, form, write, question, "Take back a question", "Take it back")


def answer_of(
    request: SignedInRequest,
    form: forms.Form,
    write: Callable[..., FamilyQuestion],
    about: FamilyContact | FamilyQuestion,
    heading: str,
    button: str,
) -> HttpResponse:
    """Write what a form says and go to the questions, or show the form with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            written = write(**form.cleaned_data, by=request.user, at=timezone.now())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, "It is in the record. Nothing was sent.")
            return redirect(written)
    question = about if isinstance(about, FamilyQuestion) else None
    contact = about.contact if isinstance(about, FamilyQuestion) else about
    context = {
        "review": contact.review,
        "contact": contact,
        "question": question,
        "form": form,
        "heading": heading,
        "button": button,
    }
    return render(request, "families/question_form.html", context)
