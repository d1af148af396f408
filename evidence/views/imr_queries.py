"""Questions about what an agency sent: collected, asked together, answered, read."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from evidence import access as doors
from evidence.forms.imr_queries import (
    AskForm,
    QueryAnswerForm,
    QueryAnswerForThemForm,
    QuestionForm,
)
from evidence.models import ImrQuery
from evidence.operations import imr_queries as operations
from evidence.rules.imr_queries import check_can_answer, check_can_ask, check_can_change
from evidence.views.imr_asking import address, ask, provenance_of
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.queries.lengths import due_in


@require_GET
def imr_queries(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Every question and its answer; those still collected, for whoever asks."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_QUERY_READ)
    part, reader = imr.involvement, request.user
    queries = list(imr.queries.select_related("version", "answer_file", "original", "asked_by"))
    may_ask = access.allows(check_can_ask, reader, imr)
    asked = [query for query in queries if query.is_asked]
    context = {
        "review": part.review,
        "part": part,
        "imr": imr,
        "asked": asked,
        "drafted": [query for query in queries if not query.is_asked] if may_ask else [],
        "to_read": sum(query.is_to_read for query in asked),
        "may_ask": may_ask,
        "may_answer": answers(request, asked),
        "is_inside": doors.follows(reader, part),
        "reads_general": access.has_own(reader, Permission.SCOPING_READ, on=part)
        or (
            access.has(reader, Permission.SCOPING_READ, on=part)
            and access.has(reader, Permission.IMR_QUERY_READ, on=part.review)
        ),
        "today": timezone.localdate(),
    }
    return render(request, "evidence/imr_queries.html", context)


def answers(request: SignedInRequest, asked: list[ImrQuery]) -> bool:
    """Test whether this reader can answer the questions that are open, or enter answers."""
    waiting = next((query for query in asked if query.is_open), None)
    if waiting is None:
        return False
    return access.allows(
        check_can_answer, request.user, waiting, is_entered_for_them=not is_own(request, waiting)
    )


def is_own(request: SignedInRequest, query: ImrQuery) -> bool:
    return access.has_own(request.user, Permission.IMR_QUERY_ANSWER, on=query.imr.involvement)


@require_http_methods(["GET", "POST"])
def add_query(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_QUERY)
    if request.method == "GET":
        check_can_ask(request.user, imr)
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            query = operations.add_query(
                imr=imr, asked=form.asked(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Question {query.number} is noted. It is not asked yet.")
            page = "add-imr-query" if "another" in request.POST else "imr-queries"
            return redirect(address(imr.involvement, page))
    return ask(
        request,
        imr.involvement,
        form,
        heading="Write a question",
        lede="Questions are collected, then asked together with one day for the answers.",
        button="Save",
        another="Save and write another",
        back=address(imr.involvement, "imr-queries"),
    )


@require_http_methods(["GET", "POST"])
def change_query(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    query = doors.query_or_404(
        request.user, reference, involvement_id, number, Permission.IMR_QUERY
    )
    if request.method == "GET":
        check_can_change(request.user, query)
    part = query.imr.involvement
    form = QuestionForm(request.POST or None, changing=QuestionForm.initial_of(query))
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_query(
                query=query, asked=form.asked(), by=request.user, at=timezone.now()
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"Question {number} is changed.")
            return redirect(address(part, "imr-queries"))
    return ask(
        request,
        part,
        form,
        heading=f"Change question {number}",
        button="Save",
        back=address(part, "imr-queries"),
    )


@require_POST
def remove_query(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    query = doors.query_or_404(
        request.user, reference, involvement_id, number, Permission.IMR_QUERY
    )
    operations.remove_query(query=query, by=request.user, at=timezone.now())
    notices.done(request, f"Question {number} is dropped.")
    return redirect(address(query.imr.involvement, "imr-queries"))


@require_http_methods(["GET", "POST"])
def ask_queries(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Ask what was collected. It leaves the panel, so this page says what goes out."""
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_QUERY)
    part, today = imr.involvement, timezone.localdate()
    drafted = list(imr.queries.drafted())
    if not drafted:
        return redirect(address(part, "imr-queries"))
    usual = due_in(part.review, "D10", started_on=today)
    form = AskForm(request.POST or None, initial={"due_on": usual})
    if request.method == "POST" and form.is_valid():
        try:
            asked = operations.ask_queries(
                imr=imr,
                due_on=form.cleaned_data["due_on"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            notices.done(request, f"{counted(len(asked))} asked. The author is told by email.")
            return redirect(address(part, "imr-queries"))
    return ask(
        request,
        part,
        form,
        heading=f"Ask {counted(len(drafted))}",
        lede=f"{part.agency.name} can then read and answer them. They cannot be changed after.",
        button="Ask now",
        back=address(part, "imr-queries"),
    )


def counted(count: int) -> str:
    return f"{count} question{'' if count == 1 else 's'}"


@require_http_methods(["GET", "POST"])
def answer_query(
    request: SignedInRequest, reference: str, involvement_id: int, number: int
) -> HttpResponse:
    """Answer a question, or enter an answer that was given elsewhere."""
    query = doors.query_or_404(
        request.user, reference, involvement_id, number, Permission.IMR_QUERY_ANSWER
    )
    part, is_me = query.imr.involvement, is_own(request, query)
    if request.method == "GET":
        check_can_answer(request.user, query, is_entered_for_them=not is_me)
    kind = QueryAnswerForm if is_me else QueryAnswerForThemForm
    form = kind(request.POST or None, request.FILES or None)
    if request.method == "POST":
        known: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        today = timezone.localdate()
        attached = take_file(form, "answer_file", review_ref=reference, **known)
        original = None if is_me else take_file(form, "original", review_ref=reference, **known)
        if form.is_valid():
            try:
                operations.answer_query(
                    query=query,
                    answer=form.cleaned_data["answer"],
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
                return redirect(address(part, "imr-queries"))
    return ask(
        request,
        part,
        form,
        heading=f"Answer question {number}",
        button="Send the answer" if is_me else "Record the answer",
        back=address(part, "imr-queries"),
        quoted=query.question,
        quoted_why=query.quoted,
    )


@require_POST
def mark_answers_read(
    request: SignedInRequest, reference: str, involvement_id: int
) -> HttpResponse:
    imr = doors.imr_or_404(request.user, reference, involvement_id, Permission.IMR_QUERY)
    count = operations.mark_read(imr=imr, by=request.user, at=timezone.now())
    notices.done(request, f"{count} answer{'' if count == 1 else 's'} marked as read.")
    return redirect(address(imr.involvement, "imr-queries"))


@require_GET
def query_file(
    request: SignedInRequest, reference: str, involvement_id: int, number: int, which: str
) -> HttpResponseBase:
    """Hand out what came with an answer, or the original that it was entered from."""
    query = doors.query_or_404(
        request.user, reference, involvement_id, number, Permission.IMR_QUERY_READ
    )
    document = {"answer": query.answer_file, "original": query.original}.get(which)
    if document is None:
        raise Http404
    return delivery.download(document)
