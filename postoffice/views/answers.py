"""What bodies said, entered from their letters; and what of it the world reads."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actionplans.views.asking import succeeds
from agencies.http import SignedInRequest
from documents import delivery
from documents.forms import take_file
from pages import notices
from postoffice import access
from postoffice.forms.letters import AcknowledgedForm, RecordReplyForm, ReleaseForm
from postoffice.operations import answering
from postoffice.views.asking import ask
from postoffice.views.letters import bodies_for


@require_http_methods(["GET", "POST"])
def acknowledged(request: SignedInRequest, reference: str, number: int) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    form = AcknowledgedForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and succeeds(
            form,
            answering.record_acknowledgement,
            dispatch=one,
            acknowledged_on=form.cleaned_data["acknowledged_on"],
            their_reference=form.cleaned_data["their_reference"],
            provenance=form.provenance(original),
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            notices.done(request, "The acknowledgement is recorded.")
            return redirect(one)
    return ask(
        request,
        one,
        form,
        heading=f"Record that {one.body_name} has it",
        button="Record the acknowledgement",
    )


@require_http_methods(["GET", "POST"])
def record_reply(
    request: SignedInRequest, reference: str, number: int, line_id: int
) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    line = access.line_or_404(one, line_id)
    form = RecordReplyForm(
        request.POST or None, request.FILES or None, bodies=bodies_for(one.review)
    )
    if request.method == "POST":
        now = timezone.now()
        original = take_file(form, "original", by=request.user, at=now, review_ref=reference)
        if form.is_valid() and succeeds(
            form,
            answering.record_reply,
            dispatch=one,
            line=line,
            said=form.said(),
            replied_on=form.cleaned_data["replied_on"],
            provenance=form.provenance(original),
            today=timezone.localdate(),
            by=request.user,
            at=now,
        ):
            notices.done(request, "The reply is recorded against the words that were sent.")
            return redirect(one)
    return ask(
        request,
        one,
        form,
        heading=f"Record the reply to recommendation {line.number}",
        lede=f"From {one.body_name}. An earlier reply is kept; the last one stands.",
        quoted=line.text,
        button="Record the reply",
    )


@require_GET
def reply_file(
    request: SignedInRequest, reference: str, number: int, reply_id: int
) -> HttpResponseBase:
    one = access.dispatch_or_404(request.user, reference, number)
    reply = access.reply_or_404(one, reply_id)
    document = reply.document or reply.original
    if document is None:
        raise Http404
    return delivery.download(document)


@require_http_methods(["GET", "POST"])
def release(request: SignedInRequest, reference: str, number: int, reply_id: int) -> HttpResponse:
    """Let the public page say what they answered."""
    one = access.kept_dispatch_or_404(request.user, reference, number)
    reply = access.reply_or_404(one, reply_id)
    form = ReleaseForm(request.POST or None, initial={"words": reply.public_words or reply.words})
    if (
        request.method == "POST"
        and form.is_valid()
        and succeeds(
            form,
            answering.release,
            dispatch=one,
            reply=reply,
            words=form.cleaned_data["words"],
            today=timezone.localdate(),
            by=request.user,
            at=timezone.now(),
        )
    ):
        notices.done(request, "The public page of this review says so once it is published.")
        return redirect(one)
    return ask(
        request,
        one,
        form,
        heading="Put the answer on the public page",
        lede=f"Anyone reads then: {one.body_name}, {reply.get_kind_display().lower()}, the month, "
        "and the words below.",
        quoted=reply.words,
        button="Release it",
    )


@require_POST
def take_back(request: SignedInRequest, reference: str, number: int, reply_id: int) -> HttpResponse:
    one = access.kept_dispatch_or_404(request.user, reference, number)
    reply = access.reply_or_404(one, reply_id)
    answering.take_back_release(dispatch=one, reply=reply, by=request.user, at=timezone.now())
    notices.done(request, "The public page says it no longer.")
    return redirect(one)
