"""Questions about findings: asked beside the finding, answered on a page of the agency."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from composite import rules
from composite.forms.questions import AnswerForm, AskForm
from composite.operations import questions as operations
from composite.queries import questions as queries
from composite.queries.scope import scope_of
from composite.views.doors import (
    finding_or_404,
    own_part_or_404,
    question_of_or_404,
    question_or_404,
)
from pages import notices
from reviews import access
from reviews.access import Permission, Refused, allows


@require_http_methods(["GET", "POST"])
def ask_agency(request: SignedInRequest, reference: str, finding_id: int) -> HttpResponse:
    """Ask one of the agencies that a finding is about."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
    scope = scope_of(review, request.user)
    finding = finding_or_404(scope, request.user, finding_id)
    agencies = {part.pk: part for part in queries.agencies_of(finding, scope)}
    form = AskForm(
        posted(request), agencies=agencies.values(), waiting=queries.waiting_for(finding)
    )
    if request.method == "POST" and form.is_valid():
        try:
            operations.ask(
                finding=finding,
                involvement=agencies[form.cleaned_data["agency"]],
                question=form.cleaned_data["question"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, "The question is sent. The answer will stand beside the finding.")
            return redirect("composite:finding", reference, finding_id)
    context = {"review": review, "finding": finding, "form": form, "agencies": agencies.values()}
    return render(request, "composite/ask_agency.html", context)


@require_POST
def take_back_question(
    request: SignedInRequest, reference: str, finding_id: int, question_id: int
) -> HttpResponse:
    """Ask an agency no longer."""
    review = access.review_or_404(request.user, reference, Permission.CHRONOLOGY_RECONCILE)
    finding = finding_or_404(scope_of(review, request.user), request.user, finding_id)
    asked = question_of_or_404(finding, question_id)
    try:
        operations.take_back(question=asked, by=request.user, at=timezone.now())
    except Refused as refusal:
        notices.important(request, str(refusal))
    else:
        notices.done(request, "The question is taken back. The agency reads it no more.")
    return redirect("composite:finding", reference, finding_id)


@require_GET
def questions(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """What an agency was asked about its chronology, for its own people."""
    part = own_part_or_404(request.user, reference, involvement_id)
    context = {"review": part.review, "part": part, "questions": queries.questions_to(part)}
    return render(request, "composite/questions.html", context)


@require_http_methods(["GET", "POST"])
def question(
    request: SignedInRequest, reference: str, involvement_id: int, question_id: int
) -> HttpResponse:
    """One question with the agency's own entries, to be answered."""
    part = own_part_or_404(request.user, reference, involvement_id)
    found = question_or_404(part, question_id)
    if found.is_taken_back:  # whoever follows the link that they were sent is told so
        notices.important(request, rules.TAKEN_BACK)
        return redirect("composite:questions", reference, involvement_id)
    form = AnswerForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer(
                question=found,
                words=form.cleaned_data["words"],
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            notices.important(request, str(refusal))
        else:
            notices.done(request, "Your answer is sent to the chair.")
        return redirect("composite:question", reference, involvement_id, question_id)
    context = {
        "review": part.review,
        "part": part,
        "question": found,
        "tellings": queries.own_tellings(found),
        "form": form,
        "may_answer": allows(rules.check_can_answer, request.user, found),
    }
    return render(request, "composite/question.html", context)


def posted(request: SignedInRequest) -> QueryDict | None:
    """Return what a form was sent, however little; nothing where it is only shown."""
    return request.POST if request.method == "POST" else None
