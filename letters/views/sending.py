"""Record that letters were sent, and what came back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from agencies.http import SignedInRequest
from documents.forms import take_file
from letters.access import own_letter_or_404
from letters.forms.letters import AllSentForm, ReplyForm, SentForm
from letters.operations import sending
from letters.views.letters import review_and_kind_or_404
from pages import notices
from reviews.access import Refused


@require_http_methods(["GET", "POST"])
def mark_sent(request: SignedInRequest, reference: str, letter_id: int) -> HttpResponse:
    letter = own_letter_or_404(request.user, reference, letter_id)
    today = timezone.localdate()
    form = SentForm(request.POST or None, request.FILES or None, initial={"sent_on": today})
    if request.method == "POST":
        now = timezone.now()
        file = take_file(form, "file", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                sending.mark_sent(
                    letter=letter,
                    sent_on=form.cleaned_data["sent_on"],
                    route=form.cleaned_data["route"],
                    file=file,
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "The letter is recorded as sent.")
                return redirect(letter)
    context = {
        "review": letter.review,
        "letter": letter,
        "form": form,
        "heading": "Record that it was sent",
        "lede": "Nothing is sent from here. From now on the letter stays as it went.",
        "button": "It was sent",
        "has_file": True,
    }
    return render(request, "letters/ask.html", context)


@require_http_methods(["GET", "POST"])
def mark_all_sent(request: SignedInRequest, reference: str, kind: str) -> HttpResponse:
    """Record of all letters of a kind that they were sent on one day."""
    review, chosen = review_and_kind_or_404(request, reference, kind)
    today = timezone.localdate()
    form = AllSentForm(request.POST or None, review=review, kind=chosen)
    if not form.are_any:
        notices.important(request, "No letter of this kind waits to be sent.")
        return redirect("letters:letters", reference)
    if request.method == "POST" and form.is_valid():
        try:
            sent = sending.mark_all_sent(
                letters=list(form.cleaned_data["letters"]),
                sent_on=form.cleaned_data["sent_on"],
                route=form.cleaned_data["route"],
                today=today,
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            words = "1 letter is" if len(sent) == 1 else f"{len(sent)} letters are"
            notices.done(request, f"{words} recorded as sent.")
            return redirect("letters:letters", reference)
    context = {
        "review": review,
        "letter": None,
        "form": form,
        "heading": "Record that they were sent",
        "lede": f"{chosen.label}: nothing is sent from here.",
        "button": "They were sent",
        "has_file": False,
    }
    return render(request, "letters/ask.html", context)


@require_http_methods(["GET", "POST"])
def record_reply(request: SignedInRequest, reference: str, letter_id: int) -> HttpResponse:
    letter = own_letter_or_404(request.user, reference, letter_id)
    today = timezone.localdate()
    known = {"replied_on": letter.replied_on or today, "reply": letter.reply}
    form = ReplyForm(request.POST or None, request.FILES or None, initial=known)
    if request.method == "POST":
        now = timezone.now()
        file = take_file(form, "file", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            try:
                sending.record_reply(
                    letter=letter,
                    replied_on=form.cleaned_data["replied_on"],
                    reply=form.cleaned_data["reply"],
                    file=file,
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.refuse(refusal)
            else:
                notices.done(request, "The answer is recorded.")
                return redirect(letter)
    context = {
        "review": letter.review,
        "letter": letter,
        "form": form,
        "heading": "Record the answer",
        "lede": "",
        "button": "Record the answer",
        "has_file": True,
    }
    return render(request, "letters/ask.html", context)
