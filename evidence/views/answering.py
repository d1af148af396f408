"""Answers: from an agency's own people, or entered for them."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from agencies.http import SignedInRequest
from documents.forms import take_file
from evidence.forms.answering import AnswerForm, RecordReturnForm, StopWaitingForm
from evidence.models import NEXT_STEPS
from evidence.operations import answering
from evidence.queries import dossier, scoping
from evidence.queries.answers import own_kin, standing_answer
from evidence.views import agencies
from pages import notices
from reviews import access
from reviews.access import Permission, Refused


@require_http_methods(["GET", "POST"])
def answer(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Answer for one's own agency, for the first time or again."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_ANSWER
    )
    if not access.has_own(request.user, Permission.SCOPING_ANSWER, on=part):
        raise Http404
    now = timezone.now()
    standing = part.scoping_returns.last()
    form = AnswerForm(
        request.POST or None,
        request.FILES or None,
        standing=standing,
        replaces=standing_answer(part),
        kin=own_kin(request.user, part),
    )
    if request.method == "POST":
        document = take_file(form, "document", by=request.user, at=now, review_ref=reference)
        form.ask_for_missing(has_file=document is not None)
        if form.is_valid():
            try:
                answering.answer(
                    involvement=part,
                    said=form.answer(),
                    document=document,
                    also_for=list(form.cleaned_data.get("also_for") or ()),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                return redirect("evidence:answered", reference, part.pk)
    return agencies.own(request, part, form=form)


@require_GET
def answered(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Confirm an agency's answer and say what happens next."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_ANSWER
    )
    line = scoping.line_of(dossier.with_scoping(part), today=timezone.localdate())
    if line.answer is None:
        return redirect(part)
    context = {
        "review": part.review,
        "part": part,
        "answer": line.answer,
        "next_step": NEXT_STEPS.get(line.answer.kind, ""),
    }
    return render(request, "evidence/answered.html", context)


@require_http_methods(["GET", "POST"])
def record_return(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Enter an answer for an agency that gave it elsewhere."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_SEND
    )
    now = timezone.now()
    form = RecordReturnForm(
        request.POST or None, request.FILES or None, part=part, replaces=standing_answer(part)
    )
    if request.method == "POST":
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        form.ask_for_missing(has_file=original is not None)
        if form.is_valid():
            try:
                answering.record_return(
                    involvement=part,
                    said=form.answer(),
                    provenance=form.provenance(original),
                    **form.whose(),
                    today=timezone.localdate(),
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, f"The answer of {part.agency.name} is recorded.")
                return redirect(part)
    context = {"review": part.review, "part": part, "form": form}
    return render(request, "evidence/record_return.html", context)


@require_http_methods(["GET", "POST"])
def stop_waiting(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Record that an agency's answer is no longer waited for, and why."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_SEND
    )
    form = StopWaitingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answering.stop_waiting(
                involvement=part,
                **form.cleaned_data,
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{part.agency.name} is no longer waited for.")
            return redirect(part)
    context = {"review": part.review, "part": part, "form": form}
    return render(request, "evidence/stop_waiting.html", context)
