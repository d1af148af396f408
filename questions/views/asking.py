"""Questions to a body: collected, asked together on one day, read once answered."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from agencies.models.agency import AgencyKind
from pages import notices
from questions import access as doors
from questions.forms.asking import AskForm, InterviewForm, WordsForm, asked_in, initial_of
from questions.models import Question
from questions.operations import answering, asking
from questions.queries.page import questions_page
from questions.queries.work import counted
from questions.rules import check_can_ask, check_can_change
from reviews.access import Refused
from reviews.models import AgencyInvolvement
from reviews.queries.lengths import due_in


@require_GET
def part(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Everything a body was asked; what is still collected, for whoever asks."""
    found = doors.part_or_404(request.user, reference, involvement_id)
    today = timezone.localdate()
    context = {
        "review": found.review,
        "part": found,
        "page": questions_page(found, request.user, today=today),
        "is_police": found.agency.kind == AgencyKind.POLICE,
        "today": today,
    }
    return render(request, "questions/part.html", context)


@require_http_methods(["GET", "POST"])
def add_question(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    found = doors.asking_or_404(request.user, reference, involvement_id)
    return write(request, found, WordsForm(request.POST or None), page="add")


@require_http_methods(["GET", "POST"])
def add_interview(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Ask the police whether a member of staff of another body may be interviewed."""
    found = doors.asking_or_404(request.user, reference, involvement_id)
    first = {"question": "May we interview this member of staff before the trial?"}
    form = InterviewForm(request.POST or None, parts=others(found), initial=first)
    return write(request, found, form, page="add-interview")


def others(part: AgencyInvolvement) -> list[AgencyInvolvement]:
    """Return the bodies of a review whose staff the police can be asked about."""
    return list(
        part.review.involvements.exclude(pk=part.pk).select_related("agency").order_by("agency")
    )


def write(
    request: SignedInRequest, part: AgencyInvolvement, form: WordsForm | InterviewForm, *, page: str
) -> HttpResponse:
    if request.method == "GET":
        check_can_ask(request.user, part)
    if request.method == "POST" and form.is_valid():
        try:
            question = asking.add_question(
                part=part, asked=asked_in(form), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{question.called} is noted. It is not asked yet.")
            return redirect(address(part, page if "another" in request.POST else "part"))
    return ask(
        request,
        part,
        form,
        heading="Write a question" if page == "add" else "Ask about an interview",
        lede="Questions are collected, then asked together with one day for the answers.",
        button="Save",
        another="Save and write another",
    )


@require_http_methods(["GET", "POST"])
def change_question(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    question = doors.question_or_404(request.user, reference, involvement_id, number)
    check_can_change(request.user, question)
    form = form_of(question, request)
    if request.method == "POST" and form.is_valid():
        try:
            asking.change_question(
                question=question, asked=asked_in(form), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{question.called} is changed.")
            return redirect(address(question.involvement, "part"))
    heading = f"Change question {number}"
    return ask(request, question.involvement, form, heading=heading, button="Save")


def form_of(question: Question, request: SignedInRequest) -> WordsForm | InterviewForm:
    known: dict[str, Any] = {"changing": initial_of(question)}
    if question.is_interview:
        return InterviewForm(request.POST or None, parts=others(question.involvement), **known)
    return WordsForm(request.POST or None, **known)


@require_POST
def drop_question(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    question = doors.question_or_404(request.user, reference, involvement_id, number)
    asking.drop_question(question=question, by=request.user, at=timezone.now())
    notices.done(request, f"{question.called} is dropped.")
    return redirect(address(question.involvement, "part"))


@require_http_methods(["GET", "POST"])
def ask_questions(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Ask what was collected. It leaves the panel, so this page says what goes out."""
    found = doors.asking_or_404(request.user, reference, involvement_id)
    today = timezone.localdate()
    waiting = Question.objects.filter(involvement=found).drafted().count()
    if not waiting:
        return redirect(address(found, "part"))
    usual = due_in(found.review, "D10", started_on=today)
    form = AskForm(request.POST or None, initial={"due_on": usual})
    if request.method == "POST" and form.is_valid():
        try:
            asked = asking.ask_questions(
                part=found,
                due_on=form.cleaned_data["due_on"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            said = f"{counted(len(asked), 'question')} asked. {found.agency.name} is told by email."
            notices.done(request, said)
            return redirect(address(found, "part"))
    return ask(
        request,
        found,
        form,
        heading=f"Ask {counted(waiting, 'question')}",
        lede=f"{found.agency.name} can then read and answer them. They cannot be changed after.",
        button="Ask now",
    )


@require_POST
def mark_read(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    found = doors.asking_or_404(request.user, reference, involvement_id)
    count = answering.mark_read(part=found, by=request.user, at=timezone.now())
    notices.done(request, f"{counted(count, 'answer')} marked as read.")
    return redirect(address(found, "part"))


def ask(
    request: SignedInRequest,
    part: AgencyInvolvement,
    form: BaseForm,
    *,
    heading: str,
    button: str,
    **more: Any,
) -> HttpResponse:
    """Show a form about a body's questions, with the way back to them."""
    context = {
        "review": part.review,
        "part": part,
        "form": form,
        "heading": heading,
        "button": button,
        "back": address(part, "part"),
        "is_inside": doors.is_inside(request.user, part),
        **more,
    }
    return render(request, "questions/ask.html", context)


def address(part: AgencyInvolvement, page: str, *more: object) -> str:
    return reverse(f"questions:{page}", args=[part.review.reference, part.pk, *more])
