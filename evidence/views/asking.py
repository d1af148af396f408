"""Choose whom to ask, look once more, and send the letters."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods

from agencies.forms.directory import SearchForm
from agencies.http import SignedInRequest
from agencies.models import User
from agencies.operations import directory
from documents.forms import take_file
from evidence.forms.asking import AskForm, NewBodyForm, RecordLetterForm, RecordLettersForm
from evidence.operations import asking
from evidence.operations.asking import Round
from evidence.queries import choosing
from pages import notices
from reviews import access
from reviews.access import Permission, Refused
from reviews.models import Review
from reviews.queries.lengths import due_in


@require_GET
def ask_agencies(request: SignedInRequest, reference: str) -> HttpResponse:
    """Tick agencies. What is ticked stands in the address, and stays while the list is narrowed."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    return choose(request, review)


def choose(
    request: SignedInRequest, review: Review, *, nothing_chosen: bool = False
) -> HttpResponse:
    today = timezone.localdate()
    form = SearchForm(request.GET)
    ticked = numbers(request.GET)
    fitting = choosing.fitting(form.search, today=today) if "tick" in request.GET else set()
    too_many = len(ticked | fitting) > choosing.MOST
    if not too_many:
        ticked = set() if request.GET.get("tick") == "none" else ticked | fitting
    context = {
        "review": review,
        "form": form,
        "offer": choosing.offer(review, form.search, ticked=ticked, today=today),
        "nothing_chosen": nothing_chosen,
        "too_many": too_many,
        "most": choosing.MOST,
    }
    return render(request, "evidence/ask_agencies.html", context)


@require_http_methods(["GET", "POST"])
def add_body(request: SignedInRequest, reference: str) -> HttpResponse:
    """Add a body that the directory lacks, and come back with it ticked."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    form = NewBodyForm(request.POST or None)
    ticked = numbers(request.GET)
    if request.method == "POST" and form.is_valid():
        try:
            body = directory.list_agency(
                entry=form.entry(),
                contact=form.contact(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, f"{body.name} is in the directory, and ticked.")
            return redirect(choosing_address(review, ticked | {body.pk}))
    context = {"review": review, "form": form, "back": choosing_address(review, ticked)}
    return render(request, "evidence/add_body.html", context)


@require_http_methods(["GET", "POST"])
def confirm_asking(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say what asking would do, and do it."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    ticked = numbers(request.GET)
    plan = choosing.plan(review, ticked)
    if not plan.everybody:
        return choose(request, review, nothing_chosen=True)
    form = AskForm(
        request.POST or None,
        asked_before=bool(plan.again),
        has_contacts=bool(plan.contacts),
        initial=usual(review, request.user),
    )
    if request.method == "POST" and form.is_valid():
        try:
            done = asking.ask(
                review=review,
                agencies=plan.everybody,
                letter=form.letter(),
                **form.choices(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            notices.done(request, in_words(done))
            return redirect("evidence:agencies", review.reference)
    back = choosing_address(review, ticked)
    context = {"review": review, "plan": plan, "form": form, "back": back}
    return render(request, "evidence/confirm_asking.html", context)


@require_http_methods(["GET", "POST"])
def record_letters(request: SignedInRequest, reference: str) -> HttpResponse:
    """Record that the ticked agencies were asked already. Sends nothing."""
    review = access.review_or_404(request.user, reference, Permission.SCOPING_SEND)
    ticked = numbers(request.GET)
    agencies = choosing.chosen(ticked)
    if not agencies:
        return choose(request, review, nothing_chosen=True)
    form = RecordLettersForm(request.POST or None, initial=usual(review, request.user))
    if request.method == "POST" and form.is_valid():
        names = ("sent_on", "route", "unusual_reason")
        try:
            done = asking.record_letters(
                review=review,
                agencies=agencies,
                **{name: form.cleaned_data[name] for name in names},
                letter=form.letter(),
                today=timezone.localdate(),
                by=request.user,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            words = "1 letter is" if len(done) == 1 else f"{len(done)} letters are"
            notices.done(request, f"{words} recorded. Nothing was sent from here.")
            return redirect("evidence:agencies", review.reference)
    context = {
        "review": review,
        "agencies": agencies,
        "form": form,
        "back": choosing_address(review, ticked),
    }
    return render(request, "evidence/record_letters.html", context)


@require_http_methods(["GET", "POST"])
def record_letter(request: SignedInRequest, reference: str, involvement_id: int) -> HttpResponse:
    """Record that an agency was asked another way."""
    part = access.involvement_or_404(
        request.user, reference, involvement_id, Permission.SCOPING_SEND
    )
    today, now = timezone.localdate(), timezone.now()
    form = RecordLetterForm(
        request.POST or None,
        request.FILES or None,
        initial=usual(part.review, request.user),
    )
    if request.method == "POST":
        copy = take_file(form, "copy", by=request.user, at=now, review_ref=reference)
        if form.is_valid():
            names = ("sent_on", "route", "sent_to", "unusual_reason")
            try:
                asking.record_letter(
                    involvement=part,
                    **{name: form.cleaned_data[name] for name in names},
                    letter=form.letter(),
                    copy=copy,
                    today=today,
                    by=request.user,
                    at=now,
                )
            except Refused as refusal:
                form.add_error(refusal.field or None, str(refusal))
            else:
                notices.done(request, "The letter is recorded. Nothing was sent from here.")
                return redirect(part)
    context = {"review": part.review, "part": part, "form": form}
    return render(request, "evidence/record_letter.html", context)


def usual(review: Review, officer: User) -> dict[str, Any]:
    """What a letter says unless the officer changes it."""
    return {
        "due_on": due_in(review, "D3", started_on=timezone.localdate()),
        "whom_to_ring": choosing.whom_to_ring(review, officer),
    }


def numbers(asked: QueryDict) -> set[int]:
    """Return the numbers of the ticked agencies, leaving out what is no number."""
    return {int(given) for given in asked.getlist("agency") if given.isdecimal()}


def choosing_address(review: Review, ticked: set[int]) -> str:
    page = reverse("evidence:ask-agencies", args=[review.reference])
    return f"{page}?{urlencode({'agency': sorted(ticked)}, doseq=True)}"


def in_words(done: Round) -> str:
    """Say what was done: "55 agencies emailed, 3 to be asked another way"."""
    said = [f"{len(done.sent)} {'agency' if len(done.sent) == 1 else 'agencies'} emailed"]
    if done.another_way:
        said.append(f"{len(done.another_way)} to be asked another way")
    if done.admitted:
        people = "person" if len(done.admitted) == 1 else "people"
        said.append(f"{len(done.admitted)} {people} admitted to answer")
    return f"{', '.join(said)}."
